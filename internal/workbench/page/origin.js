// @ts-check
// The lines of Go and of the drawing that a mark comes from, to be copied.
import { Latest } from "./pictures.js";
import { tell, word } from "./words.js";

/** @typedef {{mark: string, drawn: string[], named?: string[], drawing?: string}} Origin */
/** @typedef {(key: string, ...what: (string | Node)[]) => void} Row */

const rank = 2;

export class Origins {
  constructor() {
    this.latest = new Latest(rank);
    this.of = ""; // what is known, or being asked
    /** @type {Origin | null} */
    this.known = null;
    /** @type {Row} */
    this.row = () => {};
  }

  /**
   * Adds rows to what is told of a mark, at once or when they are known.
   * @param {string} query of the moment
   * @param {string} mark
   * @param {Row} row
   */
  async tell(query, mark, row) {
    const of = `${query}&mark=${encodeURIComponent(mark)}`;
    this.row = row; // what is told of the mark may be put together anew meanwhile
    if (of === this.of) {
      if (this.known) this.rows(this.known);
      return;
    }
    this.of = of;
    this.known = null;
    const answer = await this.latest.ask(`origin.json?${of}`).catch(() => null); // a mark that has just gone has none
    if (!answer || of !== this.of) return;
    this.known = await answer.json();
    if (this.known && of === this.of) this.rows(this.known);
  }

  /** @param {Origin} origin */
  rows({ drawn, named, drawing }) {
    this.row("drawn", ...lines(drawn));
    this.row("named", ...lines(named ?? []));
    this.row("drawing", ...lines(drawing ? [drawing] : []));
  }
}

/** Places, one below the other. @param {string[]} places */
const lines = (places) => places.flatMap((p, i) => (i ? [document.createElement("br"), copied(p)] : [copied(p)]));

/** A place that is copied where it is chosen. @param {string} place */
function copied(place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link from";
  button.title = word("mark.copy", { place });
  const it = document.createElement("code");
  it.append(...place.split(/(?<=\/)/).flatMap((part, i) => (i ? [document.createElement("wbr"), part] : [part])));
  button.append(it);
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(place).then(() => tell(word("mark.copied", { place })), () => getSelection()?.selectAllChildren(it));
  });
  return button;
}
