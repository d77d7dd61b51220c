// @ts-check
// What is wrong in any of the matrix' pictures, below them: each once, with all pictures
// in which it is, and leading to the first.
import { word } from "./words.js";

/** @typedef {import("./matrix.js").Flaw} Flaw */
/** @typedef {{form: string, lang: string, theme: string}} View */
/** @typedef {{view: View, flaws: Flaw[] | null | undefined}} Checked null: it moves; undefined: not known yet */

/** What flaws are the same in other themes, and in other languages where the mark is. @param {Flaw} f */
const same = (f) => [f.kind, f.mark, f.words, f.other, f.rune].join("\n");

/** @param {Checked[]} cells @returns {{flaw: Flaw, views: View[]}[]} in the order of the cells */
export function gather(cells) {
  /** @type {Map<string, {flaw: Flaw, views: View[]}>} */
  const all = new Map();
  for (const { view, flaws } of cells) {
    for (const flaw of flaws ?? []) {
      const had = all.get(same(flaw));
      if (!had) all.set(same(flaw), { flaw, views: [view] });
      else if (!had.views.includes(view)) had.views.push(view);
    }
  }
  return [...all.values()];
}

/** In which pictures, in few words. @param {View[]} views @param {string[]} themes all that there are */
function where(views, themes) {
  const names = (/** @type {keyof View} */ of) => [...new Set(views.map((v) => v[of]))];
  const said = (/** @type {string[]} */ all) => all.map((name) => word(`names.${name}`)).join(word("tally.and"));
  const each = [names("form"), names("lang"), names("theme")];
  if (each[2].length === themes.length) each.pop(); // in all themes
  return each.map(said).join(" · ");
}

export class Tally {
  /** @param {HTMLElement} root @param {(view: View, mark: string) => void} go */
  constructor(root, go) {
    this.root = root;
    this.go = go;
    this.told = "";
    this.lang = "";
  }

  /** @param {Checked[]} cells @param {string[]} themes all that there are */
  tell(cells, themes) {
    const all = gather(cells);
    const rows = all.map(({ flaw, views }) => ({ text: word(`flaw.${flaw.kind}`, { ...flaw, words: flaw.words || flaw.mark }), at: where(views, themes), view: views[0], mark: flaw.mark }));
    const unknown = cells.some((c) => c.flaws === undefined), moving = cells.some((c) => c.flaws === null);
    const sum = unknown ? word("flaw.looking") : moving ? word("flaw.moving") : rows.length === 0 ? word("tally.clean", { n: cells.length }) : "";
    const { lang } = document.documentElement;
    if (unknown && this.told && lang === this.lang) return; // what was found stays until all are known
    const now = JSON.stringify([sum, rows]);
    if (now === this.told) return;
    this.told = now;
    this.lang = lang;
    const parts = [];
    if (sum) {
      const p = document.createElement("p");
      p.className = "hint";
      p.textContent = sum;
      parts.push(p);
    }
    if (rows.length) {
      const ul = document.createElement("ul");
      ul.append(...rows.map((row) => {
        const li = document.createElement("li"), to = document.createElement("button"), at = document.createElement("small");
        to.type = "button";
        to.className = "link";
        to.textContent = row.text;
        to.addEventListener("click", () => this.go(row.view, row.mark));
        at.textContent = row.at;
        li.append(to, " ", at);
        return li;
      }));
      parts.push(ul);
    }
    this.root.replaceChildren(...parts);
  }
}
