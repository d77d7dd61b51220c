// @ts-check
// What the workbench gives: a still, a contact sheet, a zip for social media.
import { doing, Turn, work } from "./work.js";
import { tell, word } from "./words.js";

/** @typedef {import("./place.js").Place} Place */

/** @param {string} id */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const widest = 7680;

export class Give {
  /** @param {Place} place */
  constructor(place) {
    this.place = place;
    this.dialog = /** @type {HTMLDialogElement} */ ($("give"));
    this.turn = new Turn();
    for (const b of /** @type {NodeListOf<HTMLElement>} */ (this.dialog.querySelectorAll("[data-give]"))) {
      b.addEventListener("click", () => void this.make(b.dataset.give ?? ""));
    }
    $("give-stop").addEventListener("click", () => this.turn.stop());
    this.dialog.addEventListener("close", () => this.turn.stop());
  }

  open() {
    const { state, form } = this.place;
    $("give-what").textContent = word("stage.alt", { scene: this.place.scene.title[state.speak], beat: this.place.beatAt() + 1, form: word(`names.${state.form}`), lang: word(`names.${state.lang}`), theme: word(`names.${state.theme}`), time: state.t.toFixed(2) });
    const size = /** @type {HTMLSelectElement} */ ($("give-size"));
    const sizes = [1, 2, 3].filter((k) => form.width * k <= widest);
    size.replaceChildren(...sizes.map((k) => new Option(`${form.width * k} × ${form.height * k}`, String(form.width * k))));
    size.value = String(form.width * (sizes.includes(2) && form.width < 2000 ? 2 : 1));
    this.say("");
    this.dialog.showModal();
  }

  /** @param {string} text */
  say(text) {
    $("give-said").textContent = text;
    if (text) tell(text);
  }

  /** @param {string} kind */
  async make(kind) {
    const signal = this.turn.next();
    const bar = /** @type {HTMLProgressElement} */ ($("give-progress"));
    const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (this.dialog.querySelectorAll("[data-give]"));
    const busy = (/** @type {boolean} */ on) => {
      bar.hidden = !on;
      $("give-stop").hidden = !on;
      for (const b of buttons) b.disabled = on;
    };
    busy(true);
    bar.removeAttribute("value");
    this.say(word("give.begun"));
    $("give-stop").focus();
    try {
      /** @type {import("./work.js").Line | null} */
      let file = null;
      /** @type {Record<string, string>} */
      const more = kind === "still" ? { kind, width: /** @type {HTMLSelectElement} */ ($("give-size")).value } : { kind };
      await work(`give?${this.place.query({}, more)}`, doing({}, signal), (line) => {
        if (line.of) {
          bar.max = line.of;
          bar.value = line.done;
          $("give-said").textContent = word("give.progress", line);
        }
        if (line.address) file = line;
      });
      if (!file) return;
      const { name, address, bytes } = /** @type {import("./work.js").Line} */ (file);
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      link.textContent = name;
      link.click();
      this.say("");
      $("give-said").replaceChildren(link, ` ${bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`}`);
      tell(word("give.given", { name }));
    } catch (error) {
      this.say(signal.aborted ? word("give.stopped") : word("give.failed", { why: /** @type {Error} */ (error).message }));
    } finally {
      busy(false);
      if (this.dialog.open) buttons.forEach((b) => b.dataset.give === kind && b.focus());
    }
  }
}
