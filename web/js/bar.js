// @ts-check
// The buttons at the top right, and the progress of loading. Clicks are caught
// at the document, for a change of language replaces the buttons.
import { Address } from "./address.js";
import { alone } from "./guest.js";
import { stateOf } from "./player.js";

/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./player.js").Player} Player */

const byId = (/** @type {string} */ id) => document.getElementById(id);

export class Bar {
  /** @param {Settings} settings */
  constructor(settings) {
    this.settings = settings;
    /** @type {Player | null} */
    this.player = null;
    this.plays = false;
    this.coming = false; // the player
    this.browsing = false; // the contents
    this.hiding = 0; // the timer
    this.whole = ""; // the whole story's address in the present state
    settings.onchange = () => this.show();
    document.addEventListener("click", (e) => this.clicked(e));
    document.addEventListener("keydown", (e) => {
      if (e.key === "Escape" && this.open(false)) {
        byId("menu")?.focus();
        e.preventDefault();
      }
    });
    for (const kind of ["wheel", "touchmove"]) {
      document.addEventListener(kind, (e) => {
        if (!(/** @type {Element} */ (e.target).closest?.("#panel"))) this.open(false); // the page scrolls on below it
      }, { passive: true });
    }
    document.addEventListener("focusin", (e) => {
      if (!(/** @type {Element} */ (e.target).closest("#bar nav"))) this.open(false); // it would lie over what has the keys
    });
  }

  /** @param {Player} player @param {() => void} follow */
  start(player, follow) {
    this.player = player;
    this.follow = follow;
    if (this.plays) player.set("play", true);
    this.awaits(false);
  }

  /** The player is on its way, or no longer: what it is asked for meanwhile waits for it. @param {boolean} on */
  awaits(on) {
    this.coming = on;
    this.show();
  }

  stop() {
    this.player = null;
    this.browsing = this.plays = false;
    this.loaded();
    this.awaits(false);
  }

  /** Leads from a frame to the whole story. @param {string} url */
  leadOut(url) {
    this.whole = url;
    this.show();
  }

  /** @param {boolean} on */
  playing(on) {
    if (on === this.plays) return;
    this.plays = on;
    this.show();
  }

  /** Opens or shuts the menu of small screens; false where it was so already. @param {boolean} on */
  open(on) {
    const nav = document.querySelector("#bar nav");
    if (!nav || nav.classList.contains("open") === on) return false;
    nav.classList.toggle("open", on);
    byId("menu")?.setAttribute("aria-expanded", String(on));
    return true;
  }

  /** Makes the buttons tell what is set. */
  show() {
    const { lang, theme, reduced } = this.settings;
    for (const a of document.querySelectorAll("#bar [data-lang]")) {
      if (a.getAttribute("data-lang") === lang) a.setAttribute("aria-current", "true");
      else a.removeAttribute("aria-current");
    }
    for (const b of document.querySelectorAll("#bar [data-theme-to]")) {
      b.setAttribute("aria-pressed", String(b.getAttribute("data-theme-to") === theme));
    }
    byId("motion")?.setAttribute("aria-pressed", String(reduced));
    if (this.whole) byId("out")?.setAttribute("href", this.whole);
    const contents = byId("to-contents");
    if (contents) {
      contents.title = (this.browsing ? contents.dataset.close : contents.textContent) ?? "";
      if (this.player && !alone) contents.setAttribute("aria-expanded", String(this.browsing));
      else contents.removeAttribute("aria-expanded");
    }
    const play = /** @type {HTMLButtonElement | null} */ (byId("play"));
    if (play) {
      play.disabled = !this.player && !this.coming;
      play.classList.toggle("waits", this.plays && this.coming);
      play.classList.toggle("is-playing", this.plays);
      const label = play.querySelector("span");
      if (label) label.textContent = (this.plays ? play.dataset.pause : play.dataset.play) ?? "";
    }
  }

  /** @param {MouseEvent} e */
  clicked(e) {
    const at = /** @type {Element} */ (e.target);
    const it = /** @type {HTMLElement | null} */ (at.closest?.("#bar a, #bar button"));
    if (!it) {
      this.open(false);
      return;
    }
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    if (it.id === "menu") {
      const on = !it.closest("nav")?.classList.contains("open");
      this.open(on);
      // What has opened stands before the button: keys would go past it.
      if (on && e.detail === 0) /** @type {HTMLElement | null} */ (document.querySelector("#panel a"))?.focus();
    } else if (it.dataset.lang) {
      e.preventDefault();
      this.settings.setLang(it.dataset.lang);
    } else if (it.dataset.themeTo) this.settings.setTheme(it.dataset.themeTo);
    else if (it.id === "motion") this.settings.setReduced(!this.settings.reduced);
    else if (it.id === "play") this.play();
    else if (it.id === "take-open") this.open(false);
    else if (it.id === "to-sources") this.sources(e);
    else if (it.id === "to-contents") this.contents(e);
  }

  play() {
    this.plays = !this.plays;
    this.player?.set("play", this.plays);
    this.show();
    if (this.player) this.follow?.();
  }

  /** The scene of the sources; from there, the table of all figures. @param {MouseEvent} e */
  sources(e) {
    this.open(false);
    if (!this.player || alone) return; // the link leads there
    e.preventDefault();
    if (stateOf(this.player)?.scene === "sources") Address.lead("#table");
    else {
      this.player.goto("#sources/1");
      this.follow?.();
    }
  }

  /** All scenes as small pictures, over the picture; again: back to it. @param {MouseEvent} e */
  contents(e) {
    this.open(false);
    if (!this.player || !document.documentElement.classList.contains("playing")) return; // the link leads to the list
    e.preventDefault();
    this.player.set("contents", !this.browsing);
    this.follow?.();
  }

  /** The contents have opened, or closed. @param {boolean} on */
  browses(on) {
    this.browsing = on;
    this.show();
  }

  /** Shows how much has come: not in bytes, of which fewer travel than come. @param {number} bytes @param {number} of */
  progress(bytes, of) {
    const p = byId("loading");
    if (!p) return;
    clearTimeout(this.hiding);
    p.hidden = false;
    const bar = /** @type {HTMLProgressElement} */ (p.querySelector("progress"));
    bar.max = of;
    bar.value = bytes;
    const label = /** @type {HTMLElement} */ (p.querySelector("span"));
    label.textContent = `${bar.getAttribute("aria-label")} ${Math.floor((100 * bytes) / of)}%`;
  }

  loaded() {
    const p = byId("loading");
    if (p) this.hiding = setTimeout(() => (p.hidden = true), 600);
  }
}
