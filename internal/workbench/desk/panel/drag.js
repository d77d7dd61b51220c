// @ts-check
// Values that are dragged: written as they go, one gesture from its beginning to its end.

/**
 * Writes values that come faster than they can be written, of which the desk leaves out
 * those between.
 * @param {{write: (text: string | null, as?: string) => Promise<void>}} field
 * @param {() => void} [rested] is told when the last is written
 */
export function follow(field, rested = () => {}) {
  let onTheirWay = 0;
  return {
    get busy() { return onTheirWay > 0; },
    /** @param {string | null} text @param {string} [as] the gesture; without one, the field's */
    async to(text, as) {
      onTheirWay++;
      await field.write(text, as);
      if (--onTheirWay === 0) rested();
    },
  };
}
