// @ts-check
// What stands in the picture: boxes of its marks, rulers of its layout, outlines of
// what is wrong, and all about the mark that is clicked.
import { Origins } from "./origin.js";
import { Latest } from "./pictures.js";
import { tell, word } from "./words.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./matrix.js").Flaw} Flaw */

/**
 * @typedef {object} Mark
 * @property {string} id
 * @property {string} kind
 * @property {number[]} box x, y, width and height in the form's pixels
 * @property {number[]} [reach]
 * @property {string} role
 * @property {string} [label]
 * @property {string} [detail]
 * @property {string} [words]
 * @property {string[]} [keys]
 * @property {string} [type]
 * @property {{id: string, text: string, label: string, period: string, cite: string, place: string}} [figure]
 * @property {{name: string, color: string}[]} [colors]
 * @property {number} alpha
 * @property {number} [count]
 * @property {number} in
 */

export class Xray {
  /** @param {Place} place @param {HTMLElement} over the picture @param {HTMLElement} about */
  constructor(place, over, about) {
    this.place = place;
    this.over = over;
    this.about = about;
    this.latest = new Latest(2);
    this.origins = new Origins();
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {Record<string, number[]>} */
    this.layout = {};
    /** @type {Flaw[]} */
    this.flaws = [];
    /** Where it was clicked last, to look behind on the next click. */
    this.clicked = { x: -1, y: -1, depth: 0 };
    this.of = ""; // the query that the marks answer
    /** A click that waits for the marks of what is seen. @type {{x: number, y: number} | null} */
    this.waiting = null;
    /** Goes to where something is changed; there is none where nothing can be. @type {((group: string, key: string) => void) | undefined} */
    this.reveal = undefined;
    over.addEventListener("click", (e) => this.click(e));
  }

  async look() {
    const query = this.place.query({ vision: "full" });
    const answer = await this.latest.ask(`marks.json?${query}`).catch(() => null);
    if (!answer) return this.paint();
    const { marks, layout } = await answer.json();
    this.marks = marks;
    this.layout = layout;
    this.of = query;
    this.paint();
    if (this.waiting && this.of === this.place.query({ vision: "full" })) this.take(this.waiting);
  }

  /** Leaves the picture bare while it moves. */
  rest() {
    this.latest.stop();
    this.over.replaceChildren();
  }

  clear() {
    this.latest.stop();
    this.marks = [];
    this.over.replaceChildren();
    this.describe();
  }

  /** @param {number[]} box @param {string} kind @param {string} [text] */
  outline([x, y, w, h], kind, text = "") {
    const { width, height } = this.place.form;
    const it = document.createElement("i");
    it.className = kind;
    it.dataset.text = text;
    Object.assign(it.style, { left: `${(x / width) * 100}%`, top: `${(y / height) * 100}%`, width: `${(w / width) * 100}%`, height: `${(h / height) * 100}%` });
    return it;
  }

  paint() {
    const { state } = this.place;
    if (state.mode !== "picture") return;
    const all = [];
    if (state.rulers) for (const [name, box] of Object.entries(this.layout)) all.push(this.outline(box, "ruler", word(`stage.${name}`)));
    if (state.boxes) {
      for (const m of this.marks) if (m.kind !== "group" && (m.kind !== "shape" || m.role !== "none")) all.push(this.outline(m.box, `box ${m.kind}`));
      for (const m of this.marks) if (m.reach) all.push(this.outline(m.reach, "reach"));
    }
    this.flaws.forEach((f, i) => all.push(this.outline(f.box, "flaw", String(i + 1))));
    const chosen = this.chosen;
    if (chosen) all.push(this.outline(chosen.box, "chosen", chosen.id));
    this.over.replaceChildren(...all);
    this.describe();
  }

  get chosen() {
    return this.marks.find((m) => m.id === this.place.state.mark);
  }

  /** @param {MouseEvent} e */
  click(e) {
    if (this.place.state.mode !== "picture") return;
    const { width, height } = this.place.form;
    const at = this.over.getBoundingClientRect();
    const x = ((e.clientX - at.left) / at.width) * width;
    const y = ((e.clientY - at.top) / at.height) * height;
    if (this.of === this.place.query({ vision: "full" })) this.take({ x, y });
    else this.waiting = { x, y };
  }

  /** Takes the smallest mark at a point, and those behind it in turn. @param {{x: number, y: number}} point */
  take({ x, y }) {
    this.waiting = null;
    const under = this.marks.filter(({ box: [l, t, w, h] }) => x >= l && x < l + w && y >= t && y < t + h).sort((a, b) => a.box[2] * a.box[3] - b.box[2] * b.box[3]);
    const again = Math.hypot(x - this.clicked.x, y - this.clicked.y) < 6;
    this.clicked = { x, y, depth: again ? this.clicked.depth + 1 : 0 };
    this.place.go({ mark: under.length ? under[this.clicked.depth % under.length].id : "" });
  }

  /** Tells about the chosen mark. */
  describe() {
    const m = this.chosen;
    if (!m) {
      const hint = document.createElement("p");
      hint.className = "hint";
      hint.textContent = word("mark.hint");
      this.about.replaceChildren(hint, this.listing());
      return;
    }
    const list = document.createElement("dl");
    /** @param {string} key @param {(string | Node)[]} what */
    const row = (key, ...what) => {
      if (what.length === 0 || what[0] === "") return;
      const dt = document.createElement("dt");
      dt.textContent = word(`mark.${key}`);
      const dd = document.createElement("dd");
      dd.append(...what);
      list.append(dt, dd);
    };
    const within = this.marks[m.in];
    row("kind", m.count ? `${m.kind}, ${m.count}` : m.kind);
    row("role", m.role === "none" ? "" : m.role);
    row("words", m.words ?? "");
    const own = `${this.place.scene.name}.`;
    row("keys", ...(m.keys ?? []).flatMap((k, i) => [i ? " " : "", k.startsWith(own) ? this.way("words", k.slice(own.length), code(k)) : code(k)]).filter((k) => k !== ""));
    row("says", [m.label, m.detail].filter(Boolean).join(" / "));
    if (m.figure) {
      row("figure", this.way("figures", m.figure.id, code(m.figure.id)), ` ${m.figure.text} ${m.figure.label}, ${m.figure.period}`);
      row("source", code(m.figure.place), ` ${m.figure.cite}`);
    }
    row("type", m.type ?? "");
    row("place", m.box.join(" "));
    row("touch", m.reach ? m.reach.join(" ") : "");
    row("alpha", m.alpha < 1 ? String(m.alpha) : "");
    row("colors", ...(m.colors ?? []).map((c) => (c.name ? this.way("colors", c.name, swatch(c)) : swatch(c))));
    if (within) {
      const up = document.createElement("button");
      up.type = "button";
      up.className = "link";
      up.textContent = within.id;
      up.addEventListener("click", () => this.place.go({ mark: within.id }));
      row("group", up);
    }
    void this.origins.tell(this.of, m.id, row);
    const title = document.createElement("h3");
    title.append(code(m.id));
    this.about.replaceChildren(title, list, this.listing());
    tell(`${m.id}: ${m.words ?? m.label ?? m.kind}`);
  }

  /** What leads to where something is changed, where it can be. @param {string} group @param {string} key @param {HTMLElement} what */
  way(group, key, what) {
    const { reveal } = this;
    if (!reveal) return what;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.title = word("mark.change", { key });
    button.append(what);
    button.addEventListener("click", () => reveal(group, key));
    return button;
  }

  /** All marks by name, for who has no pointer. */
  listing() {
    const label = document.createElement("label");
    label.className = "named";
    const name = document.createElement("span");
    name.textContent = word("mark.all");
    const select = document.createElement("select");
    select.add(new Option("", ""));
    for (const m of this.marks) select.add(new Option(m.words ? `${m.id}  ${m.words}` : m.id, m.id));
    select.value = this.chosen?.id ?? "";
    select.addEventListener("change", () => {
      this.place.go({ mark: select.value });
      this.about.querySelector("select")?.focus();
    });
    label.append(name, select);
    return label;
  }
}

/** @param {string} text */
function code(text) {
  const it = document.createElement("code");
  it.textContent = text;
  return it;
}

/** @param {{name: string, color: string}} c */
function swatch({ name, color }) {
  const it = document.createElement("span");
  it.className = "swatch";
  const chip = document.createElement("i");
  chip.style.background = color;
  it.append(chip, name || `${word("mark.unnamed")} ${color}`);
  return it;
}
