// @ts-check
// The drawings of the scenes, a file each, fetched ahead of the reader: those of the
// scene at hand at once, then of the scenes after it one by one, then of those before;
// for readers who save data, of the next scene only.
// What does not come is tried again when the reader is there, or the network back;
// meanwhile the scene's picture of the article stands in for them.

import { keepAlso, savesData } from "./offline.js";

/** @typedef {import("./player.js").Loader} Loader */
/** @typedef {import("./player.js").Player} Player */

/** The article's picture of a scene: the small one, where the page has a list of them. @param {string} scene */
function standInFor(scene) {
  const small = document.querySelector(`.contents a[href="#${scene}"] img`);
  if (!small) return document.querySelector(`#${scene} > .text figure picture`)?.cloneNode(true) ?? "";
  const it = document.createElement("picture");
  it.append(small.cloneNode());
  return it;
}

export class Packs {
  /** @param {Loader} loader */
  constructor(loader) {
    this.loader = loader;
    /** @type {Player | null} */
    this.player = null;
    /** @type {string[]} the scenes in the story's order */
    this.order = [];
    this.here = ""; // the scene at hand
    this.fetching = false; // ahead
    /** @type {Set<string>} scenes of which the player has what there is */
    this.had = new Set();
    /** @type {Set<string>} */
    this.coming = new Set();
    /** @type {Set<string>} */
    this.failed = new Set();
    addEventListener("online", () => {
      this.failed.clear();
      this.ahead();
    });
  }

  /**
   * @param {Player} player
   * @param {string[]} order
   * @param {string} here
   */
  start(player, order, here) {
    this.player = player;
    this.order = order;
    this.at(here);
  }

  stop() {
    this.player = null;
    this.stand();
    this.had.clear();
    this.failed.clear();
  }

  /** The reader has come to a scene. @param {string} scene */
  at(scene) {
    if (!this.player || !scene) return;
    this.here = scene;
    this.failed.delete(scene);
    this.bring(scene);
    this.stand();
    this.ahead();
  }

  /** Whether the player has a scene's drawings still to get. @param {string} scene */
  lacks(scene) {
    return this.player !== null && !this.had.has(scene) && this.loader.hasPack(scene);
  }

  /** What the story shows, and whether its drawings are late. @param {{scene: string} | null} state */
  told(state) {
    return state && { ...state, late: this.lacks(state.scene) };
  }

  /** Has the article's picture stand in where the scene at hand lacks its drawings. */
  stand() {
    this.standIn();
    document.querySelector("main > .late")?.classList.remove("late");
    if (this.lacks(this.here)) document.getElementById(this.here)?.classList.add("late");
  }

  /** Has the articles' pictures stand in the contents for those whose drawings are late. */
  standIn() {
    for (const box of document.querySelectorAll('.mark[data-id^="contents/"]')) {
      const scene = (/** @type {HTMLElement} */ (box).dataset.id ?? "").replace("contents/", "");
      const had = box.querySelector("picture");
      if (!this.lacks(scene)) had?.remove();
      else if (!had) box.append(standInFor(scene));
    }
  }

  /** The player has what it began with. @param {string} scene */
  begun(scene) {
    if (!this.failed.has(scene)) this.have(scene);
  }

  /** @param {string} scene */
  have(scene) {
    this.had.add(scene);
    this.stand();
    const url = this.loader.packAddress(scene);
    if (url) keepAlso(url);
  }

  /** The player refuses what came. @param {string} scene @param {string} text */
  refused(scene, text) {
    console.error(`lianhua: the drawings of ${scene} are not shown: ${text}`);
    this.had.delete(scene);
    this.failed.add(scene);
    this.loader.doubtPack(scene);
  }

  /** @param {string} scene */
  async bring(scene) {
    const { player } = this;
    if (!player || this.had.has(scene) || this.coming.has(scene)) return;
    this.coming.add(scene);
    try {
      const pack = await this.loader.pack(scene);
      if (player !== this.player) return; // it has ended meanwhile
      const wrong = pack && player.pack(scene, pack);
      if (wrong) this.refused(scene, wrong);
      else this.have(scene);
    } catch (error) {
      console.warn(`lianhua: ${error}; the scene ${scene} is shown without its drawings`);
      this.failed.add(scene);
    } finally {
      this.coming.delete(scene);
    }
  }

  async ahead() {
    if (this.fetching) return;
    this.fetching = true;
    for (let next = this.next(); this.player && next; next = this.next()) await this.bring(next);
    this.fetching = false;
  }

  /** The scene whose drawings are fetched next, if any. */
  next() {
    const at = Math.max(0, this.order.indexOf(this.here));
    const wanted = savesData() ? this.order.slice(at, at + 2) : [...this.order.slice(at), ...this.order.slice(0, at).reverse()];
    return wanted.find((scene) => !this.had.has(scene) && !this.coming.has(scene) && !this.failed.has(scene));
  }
}
