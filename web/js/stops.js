// @ts-check
// Tab leads through the story: each scene's heading is a stop, and brings its
// picture up; the picture's own marks follow it. What lies hidden behind the
// picture is no stop.
import { focusOn } from "./guest.js";

const headings = ".scene > .text :is(h1, h2)";

export class Stops {
  constructor() {
    this.on = false;
    this.heard = false;
  }

  /**
   * @param {(scene: string) => void} go is told at which scene the reader has stopped
   * @param {() => void} back is called where the keys come back to the picture
   */
  start(go, back) {
    this.on = true;
    this.set();
    if (this.heard) return; // it goes on after a failure
    this.heard = true;
    document.querySelector("main")?.addEventListener("focusin", (e) => {
      const at = /** @type {Element} */ (e.target);
      const scene = at.closest(".scene")?.id;
      if (!this.on || !scene) return;
      if (at.matches(headings)) go(scene);
      else back();
    });
    document.querySelector(".skip")?.addEventListener("click", (e) => {
      const section = document.getElementById("marks")?.parentElement;
      if (!this.on || !section) return;
      e.preventDefault();
      Stops.focus(section);
    });
  }

  stop() {
    this.on = false;
    this.set();
  }

  /** Makes an article that has just come what the page is: a layer, or to be read. */
  set() {
    for (const it of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(headings))) {
      if (this.on) it.tabIndex = 0;
      else it.removeAttribute("tabindex");
    }
    for (const it of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".scene > .text :is(a, button)"))) {
      if (this.on) it.tabIndex = -1;
      else it.removeAttribute("tabindex");
    }
  }

  /** Gives the keys to a scene's heading, where the one who had them is gone. @param {Element | null} section */
  static focus(section) {
    focusOn(section?.querySelector(":scope > .text :is(h1, h2)"));
  }
}
