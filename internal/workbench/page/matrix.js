// @ts-check
// The present moment in all forms, languages and themes: each a button that brings it
// to the stage, with what is wrong in it marked.
import { before, Latest, ratio, showSmall } from "./pictures.js";
import { Sheaf } from "./sheaf.js";
import { Tally } from "./tally.js";
import { word } from "./words.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {{kind: string, mark: string, words?: string, other?: string, box: number[], got: number, need: number, rune?: string}} Flaw */

const flawRank = 4;

class Cell {
  /** @param {Matrix} matrix @param {string} form @param {string} lang @param {string} theme */
  constructor(matrix, form, lang, theme) {
    this.matrix = matrix;
    this.view = { form, lang, theme };
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "cell";
    this.button.dataset.cell = `${form} ${lang} ${theme}`;
    this.img = document.createElement("img");
    this.img.alt = "";
    this.tag = ""; // of the picture that it shows
    this.spots = document.createElement("span");
    this.spots.className = "spots";
    this.count = document.createElement("span");
    this.count.className = "count";
    this.button.append(this.img, this.spots, this.count);
    this.button.addEventListener("click", () => matrix.place.go({ ...this.view, mark: "" }));
    this.latest = new Latest(flawRank);
    /** @type {Flaw[] | null | undefined} null: it moves; undefined: not known yet */
    this.flaws = undefined;
    this.why = "";
  }

  /** What it asks the server for; empty where it has no room. */
  get asks() {
    const width = Math.round(this.button.clientWidth * ratio());
    const { form, lang, theme } = this.view;
    return width < 8 ? "" : [form, lang, theme, width, this.tag].join();
  }

  /** Takes what has come of a moment. @param {import("./sheaf.js").Part} part @param {string} of the moment's query */
  async take(part, of) {
    const why = part.kind === "refused" ? part.why : "";
    if (part.kind === "picture") {
      this.tag = part.tag;
      await showSmall(this.img, part.png);
      if (this.tag !== part.tag) return; // another came meanwhile
    }
    if (part.kind !== "refused") this.img.dataset.of = of;
    if (why === this.why) return;
    this.why = why;
    this.name();
  }

  async examine() {
    const { place } = this.matrix;
    const { width, height } = place.formOf(this.view.form);
    try {
      const answer = await this.latest.ask(`flaws.json?${place.query({ ...this.view, vision: "full" })}`);
      if (!answer) return;
      const { rests, flaws } = await answer.json();
      this.flaws = rests ? flaws : null;
    } catch {
      this.flaws = undefined; // the picture says why
    }
    this.spots.replaceChildren(...(this.flaws ?? []).map((f) => {
      const spot = document.createElement("i");
      const [x, y, w, h] = f.box;
      Object.assign(spot.style, { left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%`, width: `${(w / width) * 100}%`, height: `${(h / height) * 100}%` });
      return spot;
    }));
    this.count.textContent = this.flaws?.length ? String(this.flaws.length) : "";
    this.name();
    this.matrix.examined(this);
  }

  /** Says what it is. */
  name() {
    const { form, lang, theme } = this.view;
    const n = this.flaws?.length ?? 0;
    const state = this.why ? word("matrix.failed", { why: this.why }) : this.flaws === undefined ? word("matrix.waiting") : this.flaws === null ? word("matrix.unchecked") : n === 0 ? word("matrix.clean") : n === 1 ? word("matrix.flaw-one") : word("matrix.flaws", { n });
    const what = word("matrix.cell", { form: word(`names.${form}`), lang: word(`names.${lang}`), theme: word(`names.${theme}`) });
    this.button.setAttribute("aria-label", `${what}: ${state}`);
    this.button.title = `${what}: ${state}`;
    this.button.classList.toggle("failed", this.why !== "");
  }
}

export class Matrix {
  /**
   * @param {Place} place
   * @param {HTMLElement} root
   * @param {(flaws: Flaw[] | null | undefined) => void} found is told what is wrong with what is on the stage
   */
  constructor(place, root, found) {
    this.place = place;
    this.root = root;
    this.found = found;
    /** @type {Cell[]} */
    this.cells = [];
    this.laid = "";
    this.sheaf = new Sheaf();
    this.tally = new Tally(/** @type {HTMLElement} */ (document.getElementById("tally")), (view, mark) => place.go({ ...view, mark, mode: "picture" }));
    root.addEventListener("keydown", (e) => this.key(e));
    new ResizeObserver(() => {
      this.bring();
      void this.draw();
    }).observe(root);
  }

  /** Lays the cells out anew: another language of the workbench, or another story. */
  lay() {
    const { forms, langs, themes } = this.place.story;
    const now = JSON.stringify([forms, langs, themes.map((th) => th.name), document.documentElement.lang]);
    if (now === this.laid) return; // the pictures stay until others have come
    this.laid = now;
    this.sheaf.stop();
    for (const c of this.cells) c.latest.stop();
    const old = new Map(this.cells.map((c) => [c.button.dataset.cell, c])); // with their pictures
    this.cells = [];
    const groups = langs.map((lang) => {
      const group = document.createElement("div");
      group.className = "tongue";
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", word(`names.${lang}`));
      const head = document.createElement("h3");
      head.textContent = word(`names.${lang}`);
      group.append(head, ...forms.map((f) => label("form", word(`names.${f.name}`))));
      for (const theme of themes) {
        group.append(label("theme", word(`names.${theme.name}`)));
        for (const form of forms) {
          const cell = old.get(`${form.name} ${lang} ${theme.name}`) ?? new Cell(this, form.name, lang, theme.name);
          cell.button.style.setProperty("--shape", String(form.width / form.height));
          this.cells.push(cell);
          group.append(cell.button);
        }
      }
      group.style.setProperty("--forms", forms.map((f) => `calc(var(--cell) * ${f.width / f.height})`).join(" "));
      return group;
    });
    this.root.replaceChildren(...groups);
    this.choose();
    this.sum();
  }

  /** Draws all again: what is on the stage or looked at first, then what is in sight, the nearest first. */
  async draw() {
    const { form, lang, theme } = this.place.state;
    const room = this.root.getBoundingClientRect();
    const far = (/** @type {Cell} */ c) => {
      const { top, bottom } = c.button.getBoundingClientRect();
      const seen = bottom > room.top && top < room.bottom;
      return (seen ? 0 : 8) + (c.button.matches(":hover, :focus-visible") ? 0 : Number(c.view.form !== form) + Number(c.view.lang !== lang) + Number(c.view.theme !== theme));
    };
    const order = new Map(this.cells.map((c) => [c, far(c)]));
    const near = [...this.cells].sort((a, b) => Number(order.get(a)) - Number(order.get(b)));
    const asked = near.filter((c) => c.asks !== "");
    if (asked.length === 0) return;
    for (const c of this.cells) c.latest.stop(); // what is wrong is looked for in what is there then
    const of = this.place.query();
    try {
      const came = (/** @type {number} */ i, /** @type {import("./sheaf.js").Part} */ part) => void asked[i].take(part, of);
      if (!(await before(this.sheaf.ask(of, asked.map((c) => c.asks), came)))) return;
    } catch (error) {
      const part = /** @type {const} */ ({ kind: "refused", why: String(/** @type {Error} */ (error).message) });
      for (const c of asked) void c.take(part, of);
      return;
    }
    if (of === this.place.query()) for (const c of near) void c.examine();
  }

  get chosen() {
    const { form, lang, theme } = this.place.state;
    return this.cells.find((c) => c.view.form === form && c.view.lang === lang && c.view.theme === theme);
  }

  /** Marks what is on the stage. */
  choose() {
    const chosen = this.chosen;
    for (const c of this.cells) {
      c.button.setAttribute("aria-pressed", String(c === chosen));
      c.button.tabIndex = c === chosen ? 0 : -1;
      c.name();
    }
    if (!chosen) return;
    this.found(chosen.flaws);
    this.bring();
  }

  /** Brings what is on the stage into sight, with the others of its language where there is room. */
  bring() {
    const button = this.chosen?.button;
    for (const it of [button?.parentElement, button]) it?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** @param {Cell} cell */
  examined(cell) {
    if (cell === this.chosen) this.found(cell.flaws);
    this.sum();
  }

  /** Tells what is wrong in any of them. */
  sum() {
    this.tally.tell(this.cells, this.place.story.themes.map((t) => t.name));
  }

  /** Arrows go from cell to cell. @param {KeyboardEvent} e */
  key(e) {
    const at = this.cells.findIndex((c) => c.button === document.activeElement);
    const across = this.place.story.forms.length;
    /** @type {Record<string, number>} */
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across };
    const step = steps[e.key];
    if (at < 0 || !step || e.shiftKey || e.ctrlKey || e.altKey || e.metaKey) return;
    e.preventDefault();
    e.stopPropagation();
    const to = this.cells[at + step];
    if (!to) return;
    this.cells[at].button.tabIndex = -1;
    to.button.tabIndex = 0;
    to.button.focus();
  }
}

/** @param {string} kind @param {string} text */
function label(kind, text) {
  const it = document.createElement("span");
  it.className = kind;
  it.textContent = text;
  it.setAttribute("aria-hidden", "true");
  return it;
}
