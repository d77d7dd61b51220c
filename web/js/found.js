// @ts-check
// The browser's own search over the picture, and links to a piece of text. The
// story's words lie unseen over the picture, each scene's on a sheet of its own
// that begins below its edge, see later.css: whatever leads to a word of it has to
// scroll the sheet. Then the sheet is shown, with the word, and its scene.

/** The sheet that an event is in. @param {EventTarget | null} at @returns {HTMLElement | null} */
const sheetOf = (at) => (at instanceof Element ? at.closest(".playing .scene > .text") : null);

/** What hands do to the picture, and what of it closes a sheet that it is done beside. */
const hands = ["pointerdown", "pointermove", "pointerup", "pointercancel", "touchstart", "touchmove", "touchend", "wheel", "contextmenu"];
const closing = new Set(["pointerdown", "wheel"]);

export class Found {
  constructor() {
    /** @type {HTMLElement | null} */
    this.sheet = null; // that is shown
    /** @type {Set<Element>} */
    this.tabbed = new Set(); // whose heading has just got the keys, for which the browser scrolls it too
  }

  /**
   * @param {(scene: string) => void} go
   * @param {AbortSignal} signal ends it
   */
  listen(go, signal) {
    document.addEventListener("focusin", (e) => {
      const sheet = sheetOf(e.target);
      if (!sheet) return;
      this.tabbed.add(sheet);
      // It is heard of in the next frame, wherever the keys are by then.
      requestAnimationFrame(() => requestAnimationFrame(() => this.tabbed.delete(sheet)));
    }, { signal });
    document.addEventListener("scroll", ({ target }) => {
      if (target === document) {
        if (document.documentElement.classList.contains("beyond")) this.close();
        return;
      }
      const sheet = sheetOf(target);
      if (!sheet || sheet !== target || sheet === this.sheet || sheet.scrollTop === 0) return;
      if (this.tabbed.has(sheet)) sheet.scrollTop = 0;
      else this.show(sheet, go);
    }, { capture: true, passive: true, signal });
    for (const kind of hands) {
      document.addEventListener(kind, (e) => {
        if (!this.sheet) return;
        if (sheetOf(e.target) === this.sheet) e.stopPropagation(); // it is for the words, not for the picture under them
        else if (closing.has(kind)) this.close();
      }, { capture: true, passive: true, signal });
    }
    document.addEventListener("keydown", (e) => {
      if (e.key !== "Escape" || !this.sheet) return;
      this.close();
      e.preventDefault();
    }, { capture: true, signal });
    signal.addEventListener("abort", () => this.close());
  }

  /** @param {HTMLElement} sheet @param {(scene: string) => void} go */
  show(sheet, go) {
    this.close();
    this.sheet = sheet;
    const words = /** @type {Element} */ (sheet.firstElementChild);
    const { top } = words.getBoundingClientRect();
    sheet.classList.add("found");
    sheet.scrollTop += words.getBoundingClientRect().top - top; // what was scrolled to stays where it is
    go(/** @type {HTMLElement} */ (sheet.parentElement).id);
  }

  /** The reader is at a scene: what was found in another is over. @param {string} scene */
  keep(scene) {
    if (this.sheet?.parentElement?.id !== scene) this.close();
  }

  close() {
    const sheet = this.sheet;
    this.sheet = null;
    if (!sheet) return;
    sheet.classList.remove("found");
    sheet.scrollTop = 0;
  }
}
