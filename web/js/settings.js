// @ts-check
// What the reader has chosen, kept for the next visit, or else what the system
// asks for.
import { Address } from "./address.js";

/** @typedef {"zh" | "en"} Lang */
/** @typedef {"day" | "night" | "contrast"} Theme */

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
const forced = matchMedia("(forced-colors: active)");
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** @param {string} key */
function kept(key) {
  try {
    return localStorage.getItem(`lianhua.${key}`);
  } catch {
    return null; // no storage is allowed here
  }
}

/** @param {string} key @param {string} value */
function keep(key, value) {
  try {
    localStorage.setItem(`lianhua.${key}`, value);
  } catch {
    // The choice lasts as long as the page.
  }
}

export class Settings {
  constructor() {
    const { dataset, lang } = document.documentElement;
    /** The page's own language, which a translation names anew; empty of the page that has the reader's. */
    this.own = dataset.root ? lang : "";
    const told = Address.read(location.hash);
    const one = (/** @type {string[]} */ values, /** @type {(string | null)[]} */ ...from) => from.find((v) => v !== null && values.includes(v)) ?? null;
    /** @type {string | null} */
    this.chosenLang = one(["zh", "en"], told.lang, kept("lang"));
    this.chosenTheme = one(["day", "night", "contrast"], told.theme, kept("theme"));
    this.chosenMotion = one(["0", "1"], told.still, kept("still"));
    /** @type {(lang: string) => void} */
    this.onlang = () => {};
    /** @type {(theme: string) => void} */
    this.ontheme = () => {};
    /** @type {(reduced: boolean) => void} */
    this.onreduced = () => {};
    /** @type {() => void} */
    this.onchange = () => {};
    for (const query of [dark, contrast, forced]) {
      query.addEventListener("change", () => {
        if (!this.chosenTheme) this.ontheme(this.theme);
        this.onchange();
      });
    }
    window.addEventListener("languagechange", () => {
      if (this.chosenLang || this.lang === document.documentElement.lang) return;
      this.onlang(this.lang);
      this.onchange();
    });
    still.addEventListener("change", () => {
      if (this.chosenMotion === null) this.onreduced(this.reduced);
      this.onchange();
    });
  }

  get lang() {
    if (this.chosenLang) return this.chosenLang;
    const wish = navigator.languages?.find((l) => /^(zh|en)\b/i.test(l)) ?? "en";
    return this.own || wish.slice(0, 2).toLowerCase();
  }

  get theme() {
    if (this.chosenTheme) return this.chosenTheme;
    if (dark.matches && (forced.matches || !contrast.matches)) return "night"; // of the two with contrast, one is white
    return contrast.matches || forced.matches ? "contrast" : "day";
  }

  get reduced() {
    return this.chosenMotion === null ? still.matches : this.chosenMotion === "1";
  }

  /** Makes the page as it is set. */
  apply() {
    this.paint();
    if (this.lang !== document.documentElement.lang) this.onlang(this.lang);
  }

  paint() {
    if (this.chosenTheme) document.documentElement.dataset.theme = this.chosenTheme;
    else delete document.documentElement.dataset.theme;
    this.onchange();
  }

  /** @param {string} lang */
  setLang(lang) {
    this.chosenLang = lang;
    keep("lang", lang);
    this.onlang(lang);
    this.onchange();
  }

  /** @param {string} theme */
  setTheme(theme) {
    this.chosenTheme = theme;
    keep("theme", theme);
    this.ontheme(theme);
    this.paint();
  }

  /** @param {boolean} reduced */
  setReduced(reduced) {
    this.chosenMotion = reduced ? "1" : "0";
    keep("still", this.chosenMotion);
    this.onreduced(reduced);
    this.onchange();
  }

  /**
   * Takes over what the player was told by a link or a key.
   * @param {{lang: string | null, theme: string | null}} now
   */
  heard(now) {
    if (now.theme && now.theme !== this.theme) {
      this.chosenTheme = now.theme;
      this.paint();
    }
    if (now.lang && now.lang !== this.lang) {
      this.chosenLang = now.lang;
      this.onlang(now.lang);
      this.onchange();
    }
  }
}
