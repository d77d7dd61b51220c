// @ts-check
// The page's address: its fragment is the story's state, as play.Link writes it,
// or the id of something in the table of figures.
import { add, change } from "./entry.js";
import { bring, focusOn, guest } from "./guest.js";

/** @typedef {import("./settings.js").Settings} Settings */

/** @param {string} text @returns {string} empty where it is no escaped text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The id that a fragment names, but for signs after it that came on its way. @param {string} hash */
function idOf(hash) {
  const id = unescaped(hash.slice(1));
  return document.getElementById(id) ? id : id.match(/^[\w.-]*?(?=[._-]*(?:[^\w.-]|$))/)?.[0] ?? "";
}

/** Takes one layer of escapes off; others than ASCII's stay, for no link of ours has any. @param {string} text */
export const bare = (text) => text.replace(/%([0-7][\da-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));

export class Address {
  /** @param {Settings} settings */
  constructor(settings) {
    this.settings = settings;
    this.step = -1; // of the state that was written last
    this.scene = "";
    this.follows = false; // the browser's own ways
    const { scene } = document.documentElement.dataset;
    /** On a page with one scene: its name, its address and that of the whole story. */
    this.own = scene ? { scene, page: location.pathname + location.search, home: new URL("../", location.href).pathname } : null;
  }

  /**
   * Reads what the page needs of a link, whatever chats and mail have made of it:
   * by the rules of play.MendLink, which are told and tried there.
   * @param {string} link
   */
  static read(link) {
    const [path, ...items] = bare(bare(link)).replace(/^[^a-z\d?]+/i, "").split(/[?&#;]/);
    const name = path.match(/^[\w-]*/)?.[0] ?? "";
    const scene = name.replace(/[-_]+$/, "").toLowerCase();
    const beat = scene && path.slice(name.length).match(/^\/+(\d+)/)?.[1];
    /** @type {Record<string, string | null>} */
    const told = { lang: null, theme: null, contents: null, play: null, still: null };
    for (const item of items) {
      const [, key, value] = item.match(/^(\w+)=([\w.~,:/-]*?)[-._~,:/]*(?![\w.~,:/-])/) ?? [];
      const name = (key ?? "").toLowerCase();
      if (name === "lang" || name === "theme") told[name] = value.toLowerCase() || null;
      else if (name in told && /^[01]$/.test(value)) told[name] = value;
    }
    return { scene, beat: Number(beat || 1) || 1, lang: told.lang, theme: told.theme, still: told.still, contents: told.contents === "1", play: told.play === "1" };
  }

  /** What an address counts as having shown. @param {string} link */
  static at(link) {
    const { scene, beat } = Address.read(link);
    return { scene, step: beat };
  }

  /**
   * The link of a state.
   * @param {Record<string, unknown>} state as lianhua.state() tells it, or parts of it
   */
  static of(state) {
    if (typeof state.link === "string" && state.scene === undefined) return state.link;
    const q = new URLSearchParams();
    const put = (/** @type {string} */ key, /** @type {unknown} */ value) => value !== undefined && value !== "" && q.set(key, String(value));
    put("lang", state.lang);
    put("theme", state.theme);
    put("pick", state.picked);
    if (state.time !== undefined && state.beat === undefined) put("t", state.time);
    if (typeof state.playing === "boolean") put("play", state.playing ? 1 : 0);
    if (typeof state.reduced === "boolean") put("still", state.reduced ? 1 : 0);
    const path = state.scene === undefined ? "" : `${state.scene}/${state.beat ?? 1}`;
    return `#${path}${q.size ? `?${q}` : ""}`;
  }

  /** Goes to a fragment as a link does. @param {string} hash */
  static lead(hash) {
    if (!guest) {
      location.hash = hash;
      return;
    }
    change(null, hash);
    const it = document.getElementById(idOf(hash));
    bring(it);
    focusOn(it);
  }

  /** Whether a fragment names something in the table, not a state. */
  native(hash = location.hash) {
    const id = idOf(hash);
    return id !== "" && Boolean(document.getElementById(id)?.closest("#table"));
  }

  /** The state that the page opens with. */
  opening() {
    const hash = this.native() ? "" : location.hash;
    return this.own && Address.read(hash).scene === "" ? `#${this.own.scene}${hash.slice(1)}` : hash;
  }

  /** Where a fragment leads when the page has one scene and it is of another, else empty. */
  elsewhere(hash = location.hash) {
    const { scene } = Address.read(hash);
    if (!this.own || scene === "" || scene === this.own.scene || document.getElementById(idOf(hash))) return "";
    return this.own.home + hash;
  }

  /** The whole story's address in a state. @param {string} link */
  whole(link) {
    return new URL((this.own?.home ?? location.pathname) + this.short(link), location.href).href;
  }

  /** Scrolls the article to what the fragment names. */
  scroll() {
    if (this.native()) {
      const id = idOf(location.hash);
      if (unescaped(location.hash.slice(1)) === id) return; // the browser does
      change(null, `#${id}`);
      bring(document.getElementById(id));
      return;
    }
    bring(document.getElementById(Address.read(location.hash).scene));
  }

  /**
   * A link without what the reader did not choose: whoever gets it sees it in
   * their own language and theme.
   * @param {string} link
   */
  short(link) {
    let short = link;
    if (!this.settings.chosenLang) short = short.replace(/([?&])lang=\w*&?/, "$1");
    if (!this.settings.chosenTheme) short = short.replace(/([?&])theme=\w*&?/, "$1");
    return short.replace(/[?&]$/, "");
  }

  /**
   * Shows the story's state in the address.
   * @param {string} link
   * @param {boolean} scrolled whether the reader got there by scrolling
   */
  write(link, scrolled) {
    const now = Address.read(link);
    const short = this.short(link);
    const far = this.scene !== "" && (now.scene !== this.scene || Math.abs(now.beat - this.step) > 1);
    this.scene = now.scene;
    this.step = now.beat;
    // Another scene than the page's own is the whole story's.
    const to = this.own ? (now.scene === this.own.scene ? this.own.page : this.own.home) + short : short;
    if (new URL(to, location.href).href === location.href) return;
    // The contents' own entry becomes that of the scene which was chosen there.
    if (now.contents) change(history.state, to);
    else if (far && !scrolled && !now.play && !guest && !history.state?.contents) add(null, to);
    else change(null, to);
  }

  /**
   * The contents have opened over the picture, or closed: they have an entry of their
   * own, which the way back leaves.
   * @param {boolean} open
   * @param {string} link
   */
  contents(open, link) {
    if (guest) return;
    const { scene, beat, contents } = Address.read(link);
    if (open && !Address.read(location.hash).contents) {
      this.scene = scene;
      this.step = beat;
      add({ contents: true }, this.short(link));
    } else if (!open && !contents && history.state?.contents && scene === this.scene && beat === this.step) history.back();
  }

  /**
   * Follows the browser's back and forward, and links in the page.
   * @param {(link: string) => boolean} go
   */
  follow(go) {
    if (this.follows) return; // it goes on after a failure
    this.follows = true;
    window.addEventListener("popstate", () => {
      if (this.native()) return;
      const now = Address.read(location.hash);
      this.scene = now.scene;
      this.step = now.beat;
      go(location.hash || "#");
    });
  }
}
