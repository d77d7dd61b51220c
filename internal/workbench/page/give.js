// @ts-check
// What the workbench gives: a still, a contact sheet, a zip for social media; and a
// scene that is begun.
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
    frame.hidden = false;
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
