// @ts-check
// All settled pictures that the present changes touch, the most changed first: each
// opens beside what it was, and all of them are accepted as goldens.
import { Picture, ratio } from "./pictures.js";
import { doing, Turn, work } from "./work.js";
import { tell, word } from "./words.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {{scene: string, beat: number, t: number, form: string, lang: string, theme: string, share: number, box: number[] | null, before: boolean, files: string[]}} Touch box: where it differs, in parts of the picture; files: the goldens that hold it */

/** @param {string} id */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const pictureRank = 5;
/** How many pictures are shown before somebody asks for more. */
const page = 60;
/** How high a small picture is, in the page's pixels. */
const high = 120;

export class Touched {
  /** @param {Place} place */
  constructor(place) {
    this.place = place;
    this.dialog = /** @type {HTMLDialogElement} */ ($("touched"));
    this.turn = new Turn();
    /** @type {Touch[]} */
    this.all = [];
    /** @type {string[]} */
    this.scenes = [];
    this.most = page;
    this.of = ""; // the revision that the list is of
    this.ended = false;
    /** Those that are ticked. @type {Set<Touch>} */
    this.chosen = new Set();
    /** @type {Map<Touch, HTMLElement>} */
    this.cards = new Map();
    this.drawing = 0;
    /** Pictures are drawn when they are seen. */
    this.seen = new IntersectionObserver((entries) => {
      for (const e of entries) if (e.isIntersecting) this.picture(/** @type {HTMLElement} */ (e.target));
    }, { root: $("touched-cards"), rootMargin: "100px" });
    /** @type {WeakMap<Element, () => void>} */
    this.draws = new WeakMap();
    $("touched-stop").addEventListener("click", () => {
      this.turn.stop();
      if (this.accepting) return; // which says itself what it had written
      this.busy(false);
      this.say(word("touched.stopped", { n: this.all.length }));
    });
    $("touched-more").addEventListener("click", () => {
      this.most += page;
      this.paint();
    });
    $("touched-accept").addEventListener("click", () => void this.accept());
    this.dialog.addEventListener("close", () => this.turn.stop());
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
    if (this.of !== this.place.story.revision || !this.ended) void this.list();
  }

  /** Another story has come. */
  follow() {
    if (this.dialog.open && this.of !== this.place.story.revision && !this.accepting) void this.list();
  }

  accepting = false;

  async list() {
    const signal = this.turn.next();
    this.of = this.place.story.revision;
    this.all = [];
    this.scenes = [];
    this.cards.clear();
    this.chosen.clear();
    this.most = page;
    this.ended = false;
    $("touched-wrote").replaceChildren();
    $("touched-commit").textContent = "";
    this.busy(true);
    this.paint();
    try {
      await work(`touched.ndjson?${this.place.query()}`, { signal }, (line) => {
        if (line.commit) $("touched-commit").textContent = [word("touched.since", { commit: line.commit.slice(0, 7) }), line.code ? word("compare.code") : ""].filter(Boolean).join(" ");
        if (line.of !== undefined) this.progress(line.done, line.of);
        if (line.scene) this.all.push(/** @type {Touch} */ (line));
        if (line.end) {
          this.scenes = line.scenes;
          this.ended = true;
        }
        this.soon();
      });
      this.say(this.all.length ? word(this.all.length === 1 ? "touched.one" : "touched.found", { n: this.all.length }) : this.scenes.length ? word("touched.none-at-rest") : word("touched.none"));
      tell($("touched-said").textContent ?? "");
    } catch (error) {
      if (signal.aborted) return;
      this.say(word("touched.failed", { why: /** @type {Error} */ (error).message }));
    } finally {
      if (!signal.aborted) this.busy(false);
      this.paint();
    }
  }

  /** @param {boolean} on */
  busy(on) {
    $("touched-progress").hidden = !on;
    $("touched-stop").hidden = !on;
    if (on) this.progress(0, 1);
    /** @type {HTMLButtonElement} */ ($("touched-accept")).disabled = on || !this.scenes.length;
  }

  /** @param {number} done @param {number} of */
  progress(done, of) {
    const bar = /** @type {HTMLProgressElement} */ ($("touched-progress"));
    bar.max = of || 1;
    bar.value = done;
    this.say(word("touched.looking", { done, of, n: this.all.length }));
  }

  /** @param {string} text */
  say(text) {
    $("touched-said").textContent = text;
  }

  /** Paints once for all that comes at once. */
  soon() {
    this.drawing ||= requestAnimationFrame(() => {
      this.drawing = 0;
      this.paint();
    });
  }

  paint() {
    this.all.sort((a, b) => b.share - a.share || a.scene.localeCompare(b.scene) || a.beat - b.beat);
    const shown = this.all.slice(0, this.most);
    $("touched-cards").replaceChildren(...shown.map((p) => this.card(p)));
    $("touched-more").hidden = shown.length === this.all.length;
    $("touched-more").textContent = word("touched.more", { n: this.all.length - shown.length });
    /** @type {HTMLButtonElement} */ ($("touched-accept")).disabled = !this.ended || this.accepting || !this.scenes.length;
    this.tellChosen();
  }

  /** @param {Touch} p */
  card(p) {
    const had = this.cards.get(p);
    if (had) return had;
    const { state, story } = this.place;
    const form = this.place.formOf(p.form);
    const scene = story.scenes.find((s) => s.name === p.scene);
    const it = document.createElement("div");
    it.className = "touch";
    const open = document.createElement("button");
    open.type = "button";
    const img = document.createElement("img");
    img.alt = "";
    img.style.width = `${Math.round((high * form.width) / form.height)}px`;
    const name = document.createElement("b");
    name.textContent = scene?.title[state.speak] ?? p.scene;
    const what = document.createElement("span");
    what.textContent = word("touched.picture", { beat: p.beat, form: word(`names.${p.form}`), lang: word(`names.${p.lang}`), theme: word(`names.${p.theme}`) });
    const share = document.createElement("span");
    share.className = "share";
    share.textContent = !p.before ? word("touched.new") : p.share === 0 ? word("touched.unseen") : p.share < 0.001 ? word("touched.hardly") : word("touched.share", { n: (p.share * 100).toFixed(1) });
    const figure = document.createElement("figure");
    figure.append(img);
    if (p.box && p.share < 0.5) {
      const [left, top, width, height] = p.box.map((n) => `${n * 100}%`);
      figure.append(Object.assign(document.createElement("i"), { style: `left:${left};top:${top};width:${width};height:${height}` }));
    }
    open.append(figure, name, what, share);
    it.append(open, this.tick(p, `${name.textContent}, ${what.textContent}`));
    open.addEventListener("click", () => {
      this.dialog.close();
      this.place.go({ scene: p.scene, t: p.t, form: p.form, lang: p.lang, theme: p.theme, mode: "compare" });
    });
    const picture = new Picture(img, pictureRank);
    const width = Math.max(Math.round((high * form.width * ratio()) / form.height), 8);
    this.draws.set(it, () => void picture.show(`picture.png?${this.place.query({ scene: p.scene, t: p.t, form: p.form, lang: p.lang, theme: p.theme, vision: "full" }, { width })}`).catch(() => {}));
    this.seen.observe(it);
    this.cards.set(p, it);
    return it;
  }

  /** What has one picture accepted, where a golden holds it. @param {Touch} p @param {string} name */
  tick(p, name) {
    const label = document.createElement("label");
    if (!p.files.length) {
      label.className = "hint";
      label.textContent = word("touched.unkept");
      return label;
    }
    const box = document.createElement("input");
    box.type = "checkbox";
    box.setAttribute("aria-label", word("touched.tick", { name }));
    box.addEventListener("change", () => {
      if (box.checked) this.chosen.add(p);
      else this.chosen.delete(p);
      this.tellChosen();
    });
    label.append(box, word("touched.only"));
    return label;
  }

  /** The goldens that are written: those of the ticked pictures; none: all of the scenes. */
  get files() {
    return [...new Set([...this.chosen].flatMap((p) => p.files))].sort();
  }

  /** Says what is accepted, and what else these files hold. */
  tellChosen() {
    const { files } = this;
    const others = this.all.filter((p) => !this.chosen.has(p) && p.files.some((f) => files.includes(f))).length;
    $("touched-accept").textContent = this.chosen.size ? word("touched.accept-chosen", { n: this.chosen.size }) : word("touched.accept");
    const about = this.chosen.size ? word(others ? "touched.chosen-others" : "touched.chosen", { files: files.join(", "), others }) : word("touched.about");
    if ($("touched-about").textContent !== about) $("touched-about").textContent = about;
  }

  /** @param {HTMLElement} it */
  picture(it) {
    this.seen.unobserve(it);
    this.draws.get(it)?.();
  }

  /** Writes the goldens of what is listed. */
  async accept() {
    const signal = this.turn.next();
    this.accepting = true;
    this.busy(true);
    /** @type {string[]} */
    const files = [];
    let same = 0;
    try {
      await work("accept", doing(this.chosen.size ? { files: this.files } : { scenes: this.scenes }, signal), (line) => {
        if (line.of !== undefined) {
          const bar = /** @type {HTMLProgressElement} */ ($("touched-progress"));
          bar.max = line.of || 1;
          bar.value = line.done;
          $("touched-said").textContent = word("touched.writing", { done: line.done, of: line.of });
        }
        if (line.wrote) files.push(line.wrote);
        if (line.end) same = line.same;
      });
      this.say(files.length ? word("touched.wrote", { n: files.length, same }) : word("touched.wrote-none", { same }));
    } catch (error) {
      this.say(signal.aborted ? word("touched.accept-stopped", { n: files.length }) : word("touched.failed", { why: /** @type {Error} */ (error).message }));
    } finally {
      this.accepting = false;
      this.busy(false);
      $("touched-wrote").replaceChildren(...files.sort().map((f) => {
        const li = document.createElement("li");
        const code = document.createElement("code");
        code.textContent = f;
        li.append(code);
        return li;
      }));
      tell($("touched-said").textContent ?? "");
    }
  }
}
