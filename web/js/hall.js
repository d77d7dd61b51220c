// @ts-check
// A hall's screen by its address, as players of signage take one: "#?hall=1", and the
// settings that plan.FromAddress knows. The story plays by itself in the whole window
// with the player's own controls; nothing of a visitor is kept, in storage or in the
// address; and whatever goes wrong, the article's picture stands until it plays again.
import { Address, bare } from "./address.js";
import { deferred } from "./deferred.js";
import { rest } from "./download.js";
import { later } from "./later.js";
import { forget } from "./losses.js";
import { keepOffline } from "./offline.js";
import { Packs } from "./packs.js";
import { next, runs } from "./patience.js";
import { Loader, mayRun, stateOf } from "./player.js";
import { attend, hold } from "./visitor.js";

/** @typedef {import("./player.js").Player} Player */

const root = document.documentElement;

/** How long the page's host may take to answer, in ms. */
const answer = 20000;

/** How often a newer version is asked after, in ms. */
const renewal = 3600000;

/** What a new page would not help against: what has come is kept. */
const inPlace = new Set(["cut", "no-wasm"]);

/** A fragment that asks for a hall, bare of the escapes that it came with, or nothing. */
export const inHall = [location.hash, bare(bare(location.hash))].find((text) => /[?&]hall=(?!0(?:&|$))/.test(text)) ?? "";

/** The drawings of the scenes; the article's picture stands where they are late. */
class Drawings extends Packs {
  /** @param {Loader} loader @param {() => void} seen */
  constructor(loader, seen) {
    super(loader);
    this.seen = seen;
  }

  stand() {
    this.seen();
  }
}

export class Hall {
  constructor() {
    this.loader = new Loader(() => {});
    this.packs = new Drawings(this.loader, () => this.stand());
    const order = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main > .scene"))];
    this.order = order.map(({ id }) => id);
    const { scene } = Address.read(inHall);
    /** The scene that is shown, or would be. */
    this.scene = this.order.includes(scene) ? scene : this.order[0];
    this.opens = this.scene;
    this.picture = document.createElement("div");
    this.picture.id = "standing";
    /** @type {Player | null} */
    this.player = null;
    this.life = new AbortController(); // of what listens for the player
    this.waiting = false; // to try again
    this.browsing = false; // the contents lie over the picture
    /** Opens a newer version that has come. @type {(() => void) | null} */
    this.newer = null;
    this.renewed = Date.now();
    this.own = {}; // what embedders and tests may use
    this.ready = deferred();
  }

  /** Takes the window, and begins. */
  open() {
    const { home, scene } = root.dataset.scene ? { home: new URL("../", location.href).pathname, scene: root.dataset.scene } : { home: "", scene: "" };
    if (home) {
      location.replace(home + (Address.read(inHall).scene ? inHall : `#${scene}${inHall.slice(1)}`));
      return;
    }
    root.classList.add("hall");
    root.dataset.theme = "day";
    document.body.append(this.picture);
    this.stand();
    hold();
    keepAwake();
    addEventListener("hashchange", () => location.reload());
    addEventListener("webglcontextlost", (e) => {
      e.stopImmediatePropagation(); // Ebitengine would load the page at once, and for ever
      console.info("lianhua: the browser took the graphics away");
      this.again("lost");
    }, true);
    addEventListener("lianhua:update", (e) => (this.newer = /** @type {CustomEvent} */ (e).detail));
    document.addEventListener("visibilitychange", () => this.player?.visible(!document.hidden));
    globalThis.lianhuaShell = this.shell();
    // As for readers, see page.js.
    const lianhua = {
      ready: this.ready.promise,
      state: () => this.packs.told(stateOf(this.player)),
      goto: (/** @type {string} */ link) => this.player?.goto(link) ?? false,
      frames: () => this.player?.frames() ?? 0,
    };
    this.own = Object.freeze(lianhua);
    Object.defineProperty(globalThis, "lianhua", { value: this.own });
    this.play();
  }

  /** What the player calls; see cmd/lianhua/browser.go. */
  shell() {
    return later({
      ready: () => this.begun(),
      step: (/** @type {number} */ step) => this.step(step),
      contents: (/** @type {boolean} */ open) => {
        this.browsing = open;
        this.stand();
      },
      refused: (/** @type {string} */ scene, /** @type {string} */ text) => this.packs.refused(scene, text),
      failed: (/** @type {string} */ text, /** @type {string} */ part) => {
        console.error(`lianhua: ${text}`);
        if (part) this.loader.doubt(part);
        this.again("failed");
      },
    });
  }

  /** Begins, or begins again with what has come. */
  async play() {
    forget(); // what readers' pages have lost
    try {
      const why = mayRun();
      if (why) throw Object.assign(new Error(why), { kind: why });
      const drawn = await this.loader.start(() => ({ lang: "", theme: "", reduced: false, scene: "", opens: this.opens, hash: "", settled: false, hall: inHall }), (text) => globalThis.lianhuaShell.failed(text), async () => {});
      if (drawn) this.packs.begun(drawn);
    } catch (/** @type {any} */ error) {
      console.warn(`lianhua: ${error.kind ? error.message : error.stack ?? error}`);
      this.again(error.kind ?? "failed");
    }
  }

  /** The canvas has its first frame. */
  begun() {
    if (this.player) return;
    this.player = /** @type {Player} */ (globalThis.lianhuaPlayer);
    this.life = new AbortController();
    attend(this.player, this.life.signal);
    const fit = () => this.player?.fit(document.body.clientHeight);
    addEventListener("resize", fit, { signal: this.life.signal });
    this.player.visible(!document.hidden);
    this.packs.start(this.player, this.order, this.at());
    this.stand();
    runs();
    keepOffline();
    this.ready.resolve(this.own);
  }

  /** The scene where the player is. */
  at() {
    return (this.scene = stateOf(this.player)?.scene ?? this.scene);
  }

  /** The player is at another step. @param {number} step */
  step(step) {
    this.packs.at(this.at());
    if (step !== 0 || this.player?.visitor() !== "") return;
    // Between two rounds, with nobody there.
    if (this.newer) this.newer();
    else if (Date.now() - this.renewed > renewal) {
      this.renewed = Date.now();
      this.renew().catch((error) => console.info(`lianhua: ${error}`));
    }
  }

  /** Asks after a newer version: by the worker, or where a page may have none, by the page. */
  async renew() {
    const keeper = await navigator.serviceWorker?.getRegistration();
    if (keeper) {
      await keeper.update();
      return;
    }
    const page = await (await fetch(location.href, { cache: "no-cache" })).text();
    const build = page.match(/<html data-build="(\w+)"/)?.[1];
    if (build && build !== root.dataset.build) this.newer = () => location.reload();
  }

  /** Has the article's picture stand in where the player is not, or lacks the drawings. */
  stand() {
    const late = this.packs.lacks(this.scene) && !this.browsing;
    root.classList.toggle("late", late);
    root.classList.toggle("stands", late || !this.player);
    if (this.picture.dataset.of === this.scene || !late && this.player) return;
    this.picture.dataset.of = this.scene;
    const picture = /** @type {HTMLElement | null} */ (document.querySelector(`#${CSS.escape(this.scene)} figure picture`)?.cloneNode(true) ?? null);
    const img = picture?.querySelector("img");
    if (img) img.loading = "eager";
    this.picture.replaceChildren(...(picture ? [picture] : []));
  }

  /** Leaves the picture alone, and tries again: each time more slowly. @param {string} why */
  async again(why) {
    if (this.waiting) return;
    this.waiting = true;
    this.at();
    this.player = null;
    this.browsing = false;
    this.life.abort();
    this.loader.halt();
    this.packs.stop();
    document.querySelector("body > canvas")?.remove();
    this.stand();
    const ms = next();
    console.info(`lianhua: it tries again in ${ms / 1000} s (${why})`);
    await rest(ms);
    await seen();
    this.waiting = false;
    // A new page is the surest; but where there is none to be had, the window would
    // show the browser's own.
    if (!inPlace.has(why) && await reachable()) location.reload();
    else this.play();
  }
}

/** Waits until the page is seen: out of sight, graphics would be taken away again. */
async function seen() {
  while (document.hidden) await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
}

/** Whether this page would come again. */
async function reachable() {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), answer);
  try {
    return (await fetch(location.href, { cache: "no-cache", signal: late.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps the screen lit, where the browser can. */
function keepAwake() {
  const ask = () => {
    if (!document.hidden) navigator.wakeLock?.request("screen").catch((error) => console.info(`lianhua: the screen may go dark: ${error}`));
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}
