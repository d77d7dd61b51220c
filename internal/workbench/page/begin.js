// @ts-check
// A scene that is begun: its files are written, and when the player was built with it,
// it is drawn.
import { doing } from "./work.js";
import { tell, word } from "./words.js";

/** @typedef {import("./place.js").Place} Place */

/** @param {string} id */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export class Beginning {
  /** @param {Place} place */
  constructor(place) {
    this.place = place;
    this.dialog = /** @type {HTMLDialogElement} */ ($("begin"));
    this.begun = ""; // the scene that waits for its player
    $("begin-form").addEventListener("submit", (e) => {
      e.preventDefault();
      void this.begin();
    });
  }

  open() {
    const act = /** @type {HTMLSelectElement} */ ($("begin-act"));
    const acts = this.place.story.acts ?? [];
    act.replaceChildren(...acts.map((a) => new Option(a.title[this.place.state.speak], a.name)));
    act.value = acts.find((a) => a.title.en === this.place.scene.act.en)?.name ?? acts.at(-1)?.name ?? "";
    this.dialog.showModal();
  }

  async begin() {
    const name = /** @type {HTMLInputElement} */ ($("begin-name")).value.trim();
    const act = /** @type {HTMLSelectElement} */ ($("begin-act")).value;
    const button = /** @type {HTMLButtonElement} */ ($("begin-go"));
    button.disabled = true;
    $("begin-said").textContent = "";
    $("begin-files").replaceChildren();
    try {
      const answer = await fetch("scene", doing({ name, act }));
      if (!answer.ok) throw new Error((await answer.text()).trim());
      const { files } = await answer.json();
      this.begun = name;
      $("begin-files").replaceChildren(...files.map((/** @type {string} */ f) => {
        const li = document.createElement("li");
        const code = document.createElement("code");
        code.textContent = f;
        li.append(code);
        return li;
      }));
      $("begin-said").textContent = word("begin.waits");
    } catch (error) {
      $("begin-said").textContent = /** @type {Error} */ (error).message;
    }
    button.disabled = false;
    tell($("begin-said").textContent ?? "");
  }

  /** The player was built anew: it draws what was begun. */
  built() {
    if (!this.begun) return;
    const frame = /** @type {HTMLIFrameElement} */ ($("begin-frame"));
    const link = `/#${this.begun}/2?lang=${this.place.state.lang}`;
    $("begin-drawn").hidden = false;
    frame.title = this.begun;
    frame.src = link;
    const a = document.createElement("a");
    a.href = link;
    a.target = "_blank";
    a.textContent = word("begin.there", { name: this.begun });
    $("begin-said").replaceChildren(a, ` ${word("begin.restart")}`);
    tell($("begin-said").textContent ?? "");
    this.begun = "";
  }
}
