// @ts-check
// A beat's time as a number, asked for at its place in the time line.
import { tell, word } from "./words.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {{file: string, path: string[], text: string | null, own: string, min?: number, max?: number}} Value */
/** @typedef {{status: number, error?: string, problems?: {message: string, hint: string}[] | null, conflict?: {theirs: string | null} | null}} Answer */

/**
 * @typedef {object} Desk of the panel
 * @property {{writes: boolean, beats: {name: string, move: Value, hold: Value}[]} | null} all
 * @property {string} group
 * @property {() => Promise<Answer | null>} read
 * @property {(gesture: string, changes: () => {value: Value, text: string | null}[]) => Promise<Answer>} change
 * @property {() => void} close
 */

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
const $ = (id) => /** @type {T} */ (document.getElementById(id));

export class Seconds {
  /** @param {Place} place */
  constructor(place) {
    this.place = place;
    this.form = /** @type {HTMLFormElement} */ ($("seconds"));
    this.input = /** @type {HTMLInputElement} */ ($("seconds-number"));
    /** @type {Desk | null} */
    this.desk = null;
    /** What is asked for; null: nothing. @type {Value | null} */
    this.value = null;
    this.asked = 0;
    this.form.addEventListener("submit", (e) => {
      e.preventDefault();
      void this.write();
    });
    this.form.addEventListener("keydown", (e) => {
      if (e.key !== "Escape" && !(e.key === "Enter" && e.repeat)) return;
      e.preventDefault(); // a key that is still held down has asked, and does not answer
      if (e.key === "Escape") this.close(true);
    });
    this.form.addEventListener("focusout", (e) => {
      if (!this.form.contains(/** @type {Node | null} */ (e.relatedTarget))) this.close(false);
    });
  }

  /**
   * Asks for how long a beat moves or then rests.
   * @param {string} beat
   * @param {"move" | "hold"} which
   * @param {number} x where that ends along the line, in pixels
   */
  async ask(beat, which, x) {
    const asked = ++this.asked;
    const { scene } = this.place.state;
    this.desk?.close();
    const desk = await open(scene).catch(() => null);
    if (asked !== this.asked) return desk?.close();
    this.desk = desk;
    if (!desk) return tell(word("slots.no-desk"));
    await desk.read();
    const value = desk.all?.beats.find((b) => b.name === beat)?.[which];
    if (asked !== this.asked || !value) return;
    if (!desk.all?.writes) return tell(word("slots.read-only"));
    this.value = value;
    this.input.value = value.text ?? value.own;
    this.input.placeholder = value.own; // which is what it has again when it is emptied
    this.input.min = String(value.min ?? 0);
    this.input.max = String(value.max ?? "");
    $("seconds-of").textContent = word(`time.${which}-of`, { beat });
    this.say("");
    this.form.hidden = false;
    const line = $("line");
    const most = line.offsetLeft + line.offsetWidth - this.form.offsetWidth;
    this.form.style.left = `${Math.max(line.offsetLeft, Math.min(line.offsetLeft + x - this.form.offsetWidth / 2, most))}px`;
    this.form.style.bottom = `${/** @type {HTMLElement} */ (line.offsetParent).clientHeight - line.offsetTop + 4}px`;
    this.input.focus();
    this.input.select();
  }

  async write() {
    const { desk, value } = this;
    if (!desk || !value) return;
    const { badInput, rangeOverflow, rangeUnderflow } = this.input.validity;
    if (badInput || rangeOverflow || rangeUnderflow) return void this.input.reportValidity();
    const typed = this.input.value;
    const text = typed === "" || (value.text === null && Number(typed) === Number(value.own)) ? null : typed;
    const answer = await desk.change(crypto.randomUUID(), () => [{ value, text }]);
    if (value !== this.value) return;
    if (answer.status === 200) {
      tell(word("page.updated"));
      this.close(true);
    } else if (answer.conflict) {
      const { theirs } = answer.conflict;
      value.text = theirs;
      this.input.value = theirs ?? value.own;
      this.say(word("slots.conflict", { theirs: theirs ?? value.own }));
    } else {
      const first = answer.problems?.[0];
      this.say(first ? `${first.message} ${first.hint}` : (answer.error ?? String(answer.status)));
    }
  }

  /** @param {string} text */
  say(text) {
    $("seconds-said").textContent = text;
    this.input.setAttribute("aria-invalid", String(text !== ""));
  }

  /** @param {boolean} back whether the line has the focus again */
  close(back) {
    this.asked++;
    this.value = null;
    if (back) $("line").focus();
    this.form.hidden = true;
  }
}

/** @param {string} scene @returns {Promise<Desk>} */
async function open(scene) {
  const at = "./panel/desk.js"; // the development server's, which may have none
  const module = /** @type {{Desk: new (scene: string, changed: () => void) => Desk}} */ (await import(at));
  const desk = new module.Desk(scene, () => {});
  desk.group = "beats";
  return desk;
}
