// @ts-check
// The stage: the real player in a frame, or the picture with what stands in it, or the
// picture beside that of the last commit.
import { Compare } from "./compare.js";
import { Picture, ratio } from "./pictures.js";
import { Slots } from "./slots.js";
import { word } from "./words.js";
import { Xray } from "./xray.js";

/** @typedef {import("./place.js").Place} Place */

/** @param {string} id */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** How long a moment must last to be drawn in full, in milliseconds. */
const settle = 160;

export class Stage {
  /** @param {Place} place */
  constructor(place) {
    this.place = place;
    this.floor = $("floor");
    this.screen = $("screen");
    this.img = /** @type {HTMLImageElement} */ ($("shown"));
    this.frame = /** @type {HTMLIFrameElement} */ ($("frame"));
    this.picture = new Picture(this.img, 0);
    this.xray = new Xray(place, $("over"), $("about"));
    this.compare = new Compare(place, this.img);
    this.slots = new Slots(place);
    this.size = { width: 0, height: 0 };
    this.wanted = 0; // the width in pixels of the picture to be drawn in a hurry; 0: none
    this.looking = false; // one is being drawn
    this.held = -1; // the time that the player was led to last
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.later = undefined;
    new ResizeObserver(() => this.draw()).observe(this.floor);
  }

  /**
   * Draws what the place says.
   * @param {boolean} [hurried] more will follow at once
   * @param {boolean} [retold] the same place in another story, which a player takes by itself
   */
  draw(hurried = false, retold = false) {
    const { state, form } = this.place;
    document.body.dataset.mode = state.mode;
    this.fit();
    const beat = this.place.beatAt() + 1;
    const alt = word("stage.alt", { scene: this.place.scene.title[state.speak], beat, form: word(`names.${state.form}`), lang: word(`names.${state.lang}`), theme: word(`names.${state.theme}`), time: state.t.toFixed(2) });
    this.img.alt = alt;
    const played = state.mode === "player";
    this.frame.hidden = !played;
    this.img.hidden = played;
    clearTimeout(this.later);
    this.wanted = 0; // what was wanted in a hurry is out of date
    if (played) {
      this.picture.stop();
      this.xray.clear();
      this.compare.stop();
      this.play(alt, retold);
      return;
    }
    if (this.frame.src) this.frame.removeAttribute("src"); // a player that nobody sees takes no time
    const width = Math.min(Math.round(this.size.width * ratio()), 3840);
    if (!hurried) {
      void this.show(Math.max(width, 8), true);
      return;
    }
    this.later = setTimeout(() => this.draw(), settle);
    this.xray.rest();
    void this.hurry(Math.max(Math.round(Math.min(width, form.width) / 2), 8));
  }

  /** Shows what there is time for: the next picture is the one that is wanted when this has come. @param {number} width in pixels */
  async hurry(width) {
    this.wanted = width;
    if (this.looking) return;
    this.looking = true;
    while (this.wanted) {
      const now = this.wanted;
      this.wanted = 0;
      await this.show(now, false);
    }
    this.looking = false;
  }

  /** @param {number} width in pixels @param {boolean} through and what stands in the picture */
  async show(width, through) {
    const { state } = this.place;
    const refused = $("refused");
    try {
      if (state.mode === "compare") {
        this.xray.clear();
        await this.compare.show(this.picture, width);
      } else {
        this.compare.stop();
        if (through) void this.xray.look();
        await this.picture.show(`picture.png?${this.place.query({}, { width, ...this.slots.ahead })}`);
      }
      refused.hidden = true;
    } catch (error) {
      refused.textContent = word("matrix.failed", { why: /** @type {Error} */ (error).message });
      refused.hidden = false;
    }
  }

  /** Gives the screen its size on the floor. */
  fit() {
    const { state, form } = this.place;
    const room = { width: this.floor.clientWidth - 32, height: this.floor.clientHeight - 32 };
    const k = state.zoom === "fit" ? Math.max(Math.min(room.width / form.width, room.height / form.height), 0.02) : Number(state.zoom);
    this.size = { width: Math.round(form.width * k), height: Math.round(form.height * k) };
    Object.assign(this.screen.style, { width: `${this.size.width}px`, height: `${this.size.height}px` });
    Object.assign(this.frame.style, { width: `${form.width}px`, height: `${form.height}px`, transform: `scale(${k})`, filter: state.vision === "full" ? "" : `url(#${state.vision})` });
  }

  /** Leads the player to the moment. @param {string} what it shows, in words @param {boolean} retold */
  play(what, retold) {
    const { state } = this.place;
    const beat = this.place.beatAt() + 1;
    const q = new URLSearchParams({ lang: state.lang, theme: state.theme });
    if (!this.place.rests) q.set("t", String(state.t));
    const link = `#${state.scene}/${beat}?${q}`;
    this.frame.title = word("stage.frame", { what });
    if (!this.frame.getAttribute("src")) {
      this.frame.src = `/${link}`;
      return;
    }
    const inside = /** @type {{lianhua?: {ready: Promise<unknown>, goto: (link: string) => boolean}, lianhuaPlayer?: {set: (name: string, value: number) => void}}} */ (/** @type {unknown} */ (this.frame.contentWindow));
    if (retold) {
      if (!this.place.rests && this.held !== state.t) inside?.lianhuaPlayer?.set("time", state.t); // what is picked and magnified there stays
      this.held = state.t;
      return;
    }
    this.held = state.t;
    if (inside?.lianhua) inside.lianhua.goto(link);
    else this.frame.addEventListener("load", () => this.draw(), { once: true });
  }
}
