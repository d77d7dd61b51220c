// @ts-check
// The window's room for the picture. A keyboard on the screen takes half of the window
// while something is typed: for so long all stays as high as it was, so that nothing
// moves from under the reader.

const root = document.documentElement;

/** Whether the window is large enough for a picture whose type can be read, see stage.Legible. */
const legible = matchMedia("(max-aspect-ratio: 4/3) and (min-width: 300px) and (min-height: 480px), (min-width: 640px) and (min-height: 340px)");

/** Which share of its height a window has again once the keyboard is gone: a bar of the browser's may have come. */
const whole = 0.85;

/** Whether an element brings up a keyboard. @param {EventTarget | null} it */
const typed = (it) => it instanceof HTMLInputElement && !it.readOnly && it.type !== "range";

export class Room {
  constructor() {
    this.width = this.height = 0; // of the window when typing began; 0: nobody types
    /** @type {() => void} */
    this.changed = () => {};
    if (!navigator.maxTouchPoints) return; // a keyboard of keys takes no room
    document.addEventListener("focusin", ({ target }) => typed(target) && this.hold());
    document.addEventListener("focusout", () => this.look(false));
    window.addEventListener("resize", () => this.look(typed(document.activeElement)), { capture: true });
  }

  /** Whether there is room. */
  get matches() {
    return this.height > 0 || legible.matches;
  }

  /** @param {() => void} changed is called when there is room, or no more @param {AbortSignal} signal ends it */
  listen(changed, signal) {
    this.changed = changed;
    signal.addEventListener("abort", () => (this.changed = () => {}));
    legible.addEventListener("change", () => this.changed(), { signal });
  }

  /** All keeps its height. */
  hold() {
    if (this.height > 0) return;
    [this.width, this.height] = [innerWidth, innerHeight];
    root.style.setProperty("--vh", `${document.body.clientHeight / 100}px`);
  }

  /** Sees whether the keyboard is gone, or the window another. @param {boolean} typing */
  look(typing) {
    if (this.height === 0 || innerWidth === this.width && (typing || innerHeight < this.height * whole)) return;
    this.height = 0;
    root.style.removeProperty("--vh");
    this.changed();
  }
}
