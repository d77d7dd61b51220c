// @ts-check
// Values that are dragged: written as they go, one gesture from its beginning to its end.

/**
 * Writes values that come faster than they can be written. Each that is written looks
 * for a newer one, so that those between are left out and the last is never lost.
 * @param {{write: (text: string | null, as?: string) => Promise<void>}} field
 * @param {() => void} [rested] is told when the last is written
 */
export function follow(field, rested = () => {}) {
  /** @type {{text: string | null, as?: string} | null} */
  let wanted = null;
  let busy = false;
  return {
    get busy() { return busy; },
    /** @param {string | null} text @param {string} [as] the gesture; without one, the field's */
    async to(text, as) {
      wanted = { text, as };
      if (busy) return;
      busy = true;
      while (wanted) {
        const { text, as } = wanted;
        wanted = null;
        await field.write(text, as);
      }
      busy = false;
      rested();
    },
  };
}
