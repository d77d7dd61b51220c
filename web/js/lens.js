// @ts-check
// A picture that can be magnified: which fingers are the picture's and which
// scroll the page, and the button that shows the picture whole again. Elsewhere
// the browser magnifies the page, for whoever reads better so.

/** @typedef {import("./player.js").Player} Player */

const root = document.documentElement;

/** A page that is magnified by less is not. */
const barely = 1.01;

export class Lens {
  /**
   * @param {Player} player
   * @param {HTMLElement} main
   * @param {AbortSignal} signal ends it
   */
  constructor(player, main, signal) {
    this.player = player;
    this.main = main;
    this.signal = signal;
    this.start = [0, 0];
    this.begun = (/** @type {TouchEvent} */ e) => {
      if (e.touches.length === 1) this.start = [e.touches[0].clientX, e.touches[0].clientY];
    };
    this.moved = (/** @type {TouchEvent} */ e) => {
      if (e.cancelable && !this.enlarged && this.takes(e.touches)) e.preventDefault();
    };
    // Caught at the document, for a change of language replaces the button.
    document.addEventListener("click", (e) => {
      if (!(/** @type {Element} */ (e.target).closest?.("#whole"))) return;
      player.set("zoom", 1);
      main.focus({ preventScroll: true });
    }, { signal });
    window.visualViewport?.addEventListener("resize", () => root.classList.toggle("enlarged", this.enlarged), { signal });
    main.addEventListener("wheel", (e) => {
      if (e.ctrlKey && root.classList.contains("playing") && player.wheel(e.clientX, e.clientY, e.deltaX, e.deltaY, true)) e.preventDefault();
    }, { passive: false, signal });
    signal.addEventListener("abort", () => {
      root.classList.remove("zooms");
      document.getElementById("whole")?.setAttribute("hidden", "");
    });
    if (!navigator.maxTouchPoints) this.hearTouchPad();
    this.look();
  }

  /** Whether the browser itself has magnified the page: then its fingers are the browser's. */
  get enlarged() {
    return (window.visualViewport?.scale ?? 1) > barely;
  }

  /** Sees how the picture stands. */
  look() {
    const [scale, most] = this.player.zoom() ?? [1, 1];
    const zooms = most > 1;
    if (zooms !== root.classList.contains("zooms")) {
      root.classList.toggle("zooms", zooms);
      // A listener that may prevent scrolling makes every scroll wait for it.
      const change = zooms ? this.main.addEventListener : this.main.removeEventListener;
      change.call(this.main, "touchstart", /** @type {EventListener} */ (this.begun), { passive: true, signal: this.signal });
      change.call(this.main, "touchmove", /** @type {EventListener} */ (this.moved), { passive: false, signal: this.signal });
    }
    const whole = document.getElementById("whole");
    if (whole) whole.hidden = scale <= 1;
  }

  /** @param {TouchList} touches */
  takes(touches) {
    return touches.length > 1 || this.player.takes(touches[0].clientX - this.start[0], touches[0].clientY - this.start[1]);
  }

  /** Safari tells of two fingers on a touch pad in a way of its own. */
  hearTouchPad() {
    let scale = 1;
    this.main.addEventListener("gesturestart", (e) => {
      scale = 1;
      if ((this.player.zoom()?.[1] ?? 1) > 1) e.preventDefault();
    }, { signal: this.signal });
    this.main.addEventListener("gesturechange", (e) => {
      const to = /** @type {any} */ (e);
      if (this.player.wheel(to.clientX, to.clientY, 0, -100 * Math.log(to.scale / scale), true)) e.preventDefault();
      scale = to.scale;
    }, { signal: this.signal });
  }
}
