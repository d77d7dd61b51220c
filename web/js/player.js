// @ts-check
// Fetches the player with its story, its fonts and the drawings that it begins with,
// and starts it. What has come whole is not fetched again, however often it is tried.
import { ask, nobody } from "./beside.js";
import { Download, Failure, persist } from "./download.js";
import { firstPaint, mayDraw, picture } from "./graphics.js";
import { focusOn } from "./guest.js";
import { hasHad, tooMany } from "./losses.js";
import { keepAlso } from "./offline.js";

/**
 * @typedef {object} Player what cmd/lianhua/browser.go gives the page; what ends
 *   its program, as a call may, has this and every later call give nothing
 * @property {(kind: string, x: number, y: number, id: number) => void} pointer
 * @property {(x: number, y: number, dx: number, dy: number, ctrl: boolean) => boolean} wheel
 * @property {(name: string, shift: boolean, again?: boolean) => boolean} key
 * @property {(dx: number, dy: number) => boolean} takes
 * @property {() => [number, number] | undefined} zoom
 * @property {(height: number) => void} fit
 * @property {(step: number) => void} scroll
 * @property {(link: string) => boolean | undefined} goto
 * @property {(name: string, value: string | number | boolean) => void} set
 * @property {(bytes: Uint8Array) => string} story
 * @property {(scene: string, bytes: Uint8Array) => string} pack
 * @property {() => string | undefined} state
 * @property {() => string} hash
 * @property {() => number | undefined} step
 * @property {() => number | undefined} frames
 * @property {(on: boolean) => void} visible
 * @property {() => "" | "here" | "asked" | undefined} visitor
 * @property {(id: string) => boolean} focus
 * @property {(id: string) => boolean} activate
 * @property {(id: string, value: number) => boolean} setValue
 * @property {(on: boolean) => void} hold
 * @property {() => string | null} svg
 * @property {(scale: number) => {width: number, height: number} | null} picture
 * @property {(top: number, n: number) => Uint8ClampedArray<ArrayBuffer> | null} rows
 */
/** @typedef {{bytes: number, hash: string, integrity: string, path?: string}} Listed */
/** @typedef {{lang: string, theme: string, reduced: boolean, scene: string, opens: string, hash: string, settled: boolean, hall?: string}} Wishes opens: the scene that is seen first; hall: the address of a hall's screen */

const names = { story: "story.lh", sans: "fonts/sans.ttf", bold: "fonts/bold.ttf", serif: "fonts/serif.ttf" };
const program = "lianhua.wasm";
const runtime = "wasm_exec.js";
const list = "manifest.json";
const ahead = "js/ahead.js";
const packOf = (/** @type {string} */ scene) => `art/${scene}.art`;

/** How long the first drawings may be later than all else, in ms: the scene has its words. */
const grace = 1500;

/** What the player says of itself, or null where it says nothing any more. @param {Player | null} player */
export const stateOf = (player) => JSON.parse(player?.state() ?? "null");

/**
 * Whether a program may be compiled here. Browsers of before 2022 do not know the word
 * by which the page's policy allows it, and tell only when they have all of it.
 */
function runsPrograms() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) && WebAssembly.compile);
  } catch {
    return false;
  }
}

/** Why the player cannot run here, as far as can be told at once, or the empty string. */
export function mayRun() {
  if (tooMany()) return "lost";
  if (!runsPrograms()) return "no-wasm";
  if (typeof WebGL2RenderingContext === "undefined") return "no-webgl";
  return "";
}

/** Whether the page's files are kept for it; in a sandbox nothing is, and nobody may ask. */
function kept() {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    return false;
  }
}

// As an absolute address: the page's own may change.
const root = new URL(document.documentElement.dataset.root ?? "", document.baseURI);
const to = (/** @type {string} */ name) => new URL(name, root).href;

export class Loader {
  /** @param {(bytes: number, of: number) => void} progress is told how much has come, once a frame */
  constructor(progress) {
    this.progress = progress;
    /** @type {Map<string, Promise<any>>} what is on its way or there, by name */
    this.got = new Map();
    /** @type {Map<string, Download>} by name */
    this.downloads = new Map();
    /** @type {Record<string, Listed>} what there is to fetch, once it is known */
    this.listed = {};
    this.asked = false; // for a frame to tell the progress
    this.loading = false;
    this.tried = false;
    this.beside = nobody;
    /** @type {(why?: unknown) => void} */
    this.halt = () => {};
  }

  /**
   * Starts the player, once all of it has come.
   * @param {() => Wishes} wishes is asked again when all has come
   * @param {(text: string) => void} ended is called when the program has come to an end
   * @param {() => Promise<unknown>} page fetches what the page itself waits for
   * @returns {Promise<string>} the scene whose drawings it began with, empty without any
   */
  async start(wishes, ended, page) {
    this.halt();
    this.tried = true;
    this.loading = true;
    const { opens } = wishes();
    const drawn = mayDraw().catch((failure) => {
      this.beside.stop();
      for (const it of this.downloads.values()) it.end(failure);
      throw failure;
    });
    const [{ module, parts, pack }] = await Promise.all([this.draws(drawn).then(() => this.all(opens)), page(), drawn]).finally(() => (this.loading = false));
    const now = wishes();
    const begins = now.opens === opens ? pack : await this.soon(now.opens);
    globalThis.lianhuaBoot = { ...parts, ...now, pack: begins, height: document.body.clientHeight };
    const go = new globalThis.Go();
    const instance = await WebAssembly.instantiate(module, go.importObject);
    keepFocus();
    this.halt = guard(go, ended);
    for (const name of [program, runtime, ...Object.values(names)]) keepAlso(this.address(name, this.listed[name]));
    go.run(instance).then(() => this.halt("the player has ended"), this.halt);
    return begins ? now.opens : "";
  }

  /**
   * Waits until it is known that the browser can draw, so that nothing is fetched in
   * vain. A worker tells before the page does, which is still being laid out, and
   * fetches the program; the article's first paint and picture go before that.
   * @param {Promise<void>} drawn the page's own answer
   */
  async draws(drawn) {
    this.beside = nobody;
    const files = await this.once(list, () => this.files());
    await Promise.race([drawn, firstPaint()]);
    const there = picture()?.complete ?? true;
    // What a browser has refused to this window, it may still give to a worker. On a visit
    // whose files are kept there is nothing to hasten.
    if (files[ahead] && !hasHad() && !kept()) this.beside = ask(this.address(ahead, files[ahead]), there ? this.address(program, files[program]) : "");
    await Promise.race([drawn, this.beside.draws.then((yes) => (yes ? undefined : drawn))]);
  }

  /** All that the player is made of: everything is asked for at once. @param {string} opens a scene */
  async all(opens) {
    const files = await this.once(list, () => this.files());
    const drawn = this.pack(opens).catch(() => null);
    const [, module, ...data] = await Promise.all([
      this.once(runtime, () => this.script(files[runtime])),
      this.once(program, () => this.download(program, files[program], { type: "application/wasm", beside: this.beside }).module()),
      ...Object.values(names).map((name) => this.once(name, () => {
        // The style sheet has asked for the fonts at the same addresses.
        return this.download(name, files[name], name.endsWith(".ttf") ? { cache: "force-cache" } : {}).bytes();
      })),
    ]);
    return { module, parts: Object.fromEntries(Object.keys(names).map((key, i) => [key, data[i]])), pack: await this.soon(opens, drawn) };
  }

  /** A scene's drawings, if they come soon: what they want, it does without. @param {string} scene */
  soon(scene, drawn = this.pack(scene).catch(() => null)) {
    return Promise.race([drawn, new Promise((/** @type {(_: null) => void} */ done) => setTimeout(done, grace, null))]);
  }

  /** Fetches a scene's drawings while the player is on its way, which will begin there. @param {string} scene */
  foresee(scene) {
    if (this.loading) this.pack(scene).catch(() => {}); // asked for again when it begins
  }

  /** A scene's drawings; null where it has none. @param {string} scene @returns {Promise<Uint8Array | null>} */
  async pack(scene) {
    const name = packOf(scene);
    const file = (await this.once(list, () => this.files()))[name];
    return file ? this.once(name, () => this.download(name, file, {}).bytes()) : null;
  }

  /** Whether a scene has drawings. @param {string} scene */
  hasPack(scene) {
    return packOf(scene) in this.listed;
  }

  /** Where a scene's drawings came from. @param {string} scene */
  packAddress(scene) {
    return this.downloads.get(packOf(scene))?.url ?? "";
  }

  /** Doubts a scene's drawings, which the player refused: they are fetched anew. @param {string} scene */
  doubtPack(scene) {
    this.got.delete(packOf(scene));
    this.downloads.get(packOf(scene))?.forget();
  }

  /** Doubts a file that the player refused: the next start fetches it anew. @param {string} part as cmd/lianhua/browser.go names it */
  doubt(part) {
    for (const [key, name] of Object.entries(names)) {
      if (part !== (key === "story" ? key : "fonts")) continue;
      this.got.delete(name);
      this.downloads.get(name)?.forget();
    }
  }

  /**
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} make
   * @returns {Promise<T>}
   */
  once(name, make) {
    const had = this.got.get(name);
    if (had) return had;
    const it = make();
    this.got.set(name, it);
    it.catch((error) => {
      this.got.delete(name);
      if (error.kind === "damaged") this.got.delete(list); // which may have changed meanwhile
    });
    return it;
  }

  /**
   * What there is to fetch: a published page says so itself, so that it asks for
   * the files of its own build even when the host has a newer one by now.
   * @returns {Promise<Record<string, Listed>>}
   */
  async files() {
    const own = document.getElementById("files");
    const text = own?.textContent ?? new TextDecoder().decode(await new Download(to(list), { bytes: 0 }, { cache: "no-cache" }).bytes());
    return (this.listed = JSON.parse(text).files);
  }

  /** @param {string} name @param {Listed} file */
  address(name, { path, hash }) {
    return path ? to(path) : `${to(name)}?v=${hash}`;
  }

  /**
   * @param {string} name
   * @param {Listed} file
   * @param {{cache?: RequestCache, type?: string, beside?: import("./beside.js").Beside}} options
   */
  download(name, file, options) {
    const url = this.address(name, file);
    let it = this.downloads.get(name);
    if (it?.url !== url) it = new Download(url, file, { ...options, progress: () => this.count() });
    this.downloads.set(name, it);
    return it;
  }

  /** Tells how much has come. */
  count() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      if (!this.loading) return;
      let [come, all] = [0, 0];
      for (const it of this.downloads.values()) {
        come += it.size;
        all += it.expected.bytes;
      }
      this.progress(Math.min(come, all), all);
    });
  }

  /** Runs the toolchain's script. An element can be tried again; an import could not. @param {Listed} file */
  async script(file) {
    const url = this.address(runtime, file);
    let again = false;
    await persist(async () => {
      // What failed may lie in the browser's cache; and a status tells more than an element.
      if (again) await new Download(url, file, { cache: "reload" }).bytes();
      again = true;
      const script = document.createElement("script");
      script.src = url;
      script.integrity = file.integrity;
      script.crossOrigin = "anonymous"; // which a digest asks for in a sandbox
      await new Promise((done, failed) => {
        script.onload = done;
        script.onerror = () => failed(new Failure("cut", `${url} did not load as a script of this build`));
        document.head.append(script);
      }).finally(() => script.remove());
    });
  }
}

/**
 * Lets a program end in one place, however it ends, and never run again after
 * that: what it has asked the browser for would call it for ever.
 * @param {any} go
 * @param {(text: string) => void} ended
 */
function guard(go, ended) {
  const resume = go._resume.bind(go);
  let over = false;
  const halt = (/** @type {unknown} */ why) => {
    if (over) return;
    over = true;
    for (const timer of go._scheduledTimeouts.values()) clearTimeout(timer);
    go._scheduledTimeouts.clear();
    [go._inst, go.mem, go._values] = [null, null, []]; // what listens for it still would keep its memory
    if (why !== undefined) ended(String(why instanceof Error ? why.stack : why));
  };
  go._resume = () => {
    if (over) return;
    try {
      resume();
    } catch (error) {
      halt(error); // a trap: its memory can no longer be trusted
    }
    if (over) go._scheduledTimeouts.clear(); // else its timers would ask again and again
  };
  return halt;
}

/** Ebitengine focuses its canvas and swallows the keys that come to it. */
function keepFocus() {
  const before = document.activeElement;
  new MutationObserver((_, observer) => {
    const canvas = document.querySelector("body > canvas");
    if (!canvas) return;
    observer.disconnect();
    canvas.setAttribute("inert", "");
    if (before && before !== document.body) focusOn(/** @type {HTMLElement} */ (before)); // or SVG's
  }).observe(document.body, { childList: true });
}
