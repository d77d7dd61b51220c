// @ts-check
// The moment against that of the last commit: behind a curtain, in turn, or where the
// two differ.
import { Latest, Picture } from "./pictures.js";
import { tell, word } from "./words.js";

/** @typedef {import("./place.js").Place} Place */

/** @param {string} id */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export class Compare {
  /** @param {Place} place @param {HTMLImageElement} now */
  constructor(place, now) {
    this.place = place;
    this.now = now;
    this.was = /** @type {HTMLImageElement} */ ($("was"));
    this.old = new Picture(this.was, 0);
    this.latest = new Latest(0);
    this.edge = /** @type {HTMLInputElement} */ ($("edge"));
    this.older = false; // in turn, the older is seen
    this.commit = "";
    /** @type {string[]} */
    this.about = [];
    this.edge.addEventListener("input", () => this.hang());
    $("swap").addEventListener("click", () => this.swap());
  }

  /** Shows the other of the two. */
  swap() {
    this.older = !this.older;
    this.hang();
    tell(word(this.older ? "compare.then" : "compare.now"));
  }

  /** @param {Picture} picture of now @param {number} width in pixels */
  async show(picture, width) {
    const { how } = this.place.state;
    document.body.dataset.how = how;
    await this.read();
    const query = this.place.query({}, { width });
    const before = this.place.query({}, { width, v: `${this.place.story.revision}-${this.commit}` });
    if (how === "difference") {
      this.was.hidden = true;
      const answer = await picture.show(`difference.png?${before}`);
      if (answer) this.say(word("compare.pixels", { n: answer.headers.get("Lianhua-Differs") }));
    } else {
      this.was.hidden = false;
      await Promise.all([this.old.show(`before.png?${before}`), picture.show(`picture.png?${query}`)]);
    }
    this.hang();
  }

  /** Reads what the last commit is. */
  async read() {
    if (!this.commit) this.say(word("compare.reading"));
    try {
      const answer = await this.latest.ask(`before.json?${this.place.query()}`);
      if (!answer) return;
      const { commit, subject, code, differs } = await answer.json();
      this.commit = commit;
      this.about = [word("compare.commit", { commit: commit.slice(0, 7), subject }), word(differs ? "compare.differs" : "compare.same"), code ? word("compare.code") : ""].filter(Boolean);
      this.say("");
    } catch (error) {
      this.about = [];
      this.say(word("compare.none", { why: /** @type {Error} */ (error).message }));
      throw error;
    }
  }

  /** @param {string} more */
  say(more) {
    $("commit").replaceChildren(...[...this.about, more].filter(Boolean).map((text) => {
      const line = document.createElement("span");
      line.textContent = text;
      line.title = text;
      return line;
    }));
  }

  /** Puts the curtain where it hangs: the older is to its left. */
  hang() {
    const { how, mode } = this.place.state;
    const paired = mode === "compare" && how !== "difference";
    this.now.style.clipPath = !paired ? "" : how === "slider" ? `inset(0 0 0 ${this.edge.value}%)` : this.older ? "inset(0 0 0 100%)" : "";
    $("over").dataset.then = paired && how === "slider" ? "1" : "";
    $("over").dataset.was = word("compare.then");
    $("over").style.setProperty("--edge", `${this.edge.value}%`);
    $("swap").textContent = word(how === "blink" ? (this.older ? "compare.then" : "compare.now") : "compare.swap");
  }

  stop() {
    this.was.hidden = true;
    this.old.stop();
    this.latest.stop();
    this.hang();
  }
}
