// @ts-check
// A field of one value: what is typed is written a moment later, what is refused is
// said below it, and what was changed elsewhere meanwhile is shown beside it.

import { keyOf } from "./desk.js";
import { make } from "./elements.js";
import { word } from "./words.js";

/** @typedef {import("./desk.js").Value} Value @typedef {import("./desk.js").Answer} Answer */

/** How long nothing is typed before it is written, in milliseconds. */
const pause = 250;

let gestures = 0;
/** A name that no other gesture has, in no other window either. */
export const gesture = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${++gestures}`;

/**
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 * @typedef {object} Options
 * @property {string} name what the value is called, for those who do not see where it stands
 * @property {string} [tell] what of it changes the picture is told besides
 * @property {(text: string | null) => string} [show] what the control shows for a value
 * @property {(shown: string) => string | null} [mean] and what is meant by what it shows
 * @property {(value: Value) => void} [taken] is told of each value that the field takes
 */

/**
 * @param {import("./panel.js").Panel} panel
 * @param {Value} value
 * @param {Control} control
 * @param {Options} options
 * @returns {{element: HTMLElement, write: (text: string | null, as?: string) => Promise<void>, value: () => Value}}
 */
export function field(panel, value, control, options) {
  const show = options.show ?? ((text) => text ?? "");
  const mean = options.mean ?? ((shown) => shown);
  const said = make("div", { class: "said", id: `said-${++gestures}`, role: "alert" });
  const back = make("button", { type: "button", class: "back", click: () => void reset() }, "\u21ba");
  const element = make("div", { class: "field" }, control, back, said);
  let now = value;
  let begun = "";
  let timer = 0;
  let dirty = false; // something is shown that is not written yet
  let onTheirWay = 0; // how many are being written

  control.setAttribute("aria-label", options.name);
  control.setAttribute("aria-describedby", said.id);
  if (!panel.writes) control.setAttribute("aria-disabled", "true");

  function marks() {
    const other = panel.committed && now.text !== now.head;
    element.classList.toggle("other", other);
    back.hidden = !other || !panel.writes;
    back.title = now.head === null ? word("reset-none", { name: options.name }) : word("reset", { name: options.name, text: now.head });
    back.setAttribute("aria-label", back.title);
    control.title = word("place", { file: now.file, line: now.line });
  }

  /** @param {Value} next */
  function take(next) {
    if (dirty && next.text !== now.text) return; // what is typed here goes with what was seen: the desk tells both
    now = next;
    if (!dirty && control.value !== show(next.text)) control.value = show(next.text);
    marks();
    options.taken?.(next);
  }

  /** @param {string} text @param {...Node} more */
  function say(text, ...more) {
    control.toggleAttribute("aria-invalid", text !== "");
    if (text) control.setAttribute("aria-invalid", "true");
    said.replaceChildren(...(text ? [make("p", {}, text), ...more] : []));
  }

  /** @param {Answer} answer @param {string | null} text */
  function told(answer, text) {
    const { conflict, problems } = answer;
    if (answer.status === 200) {
      if (document.activeElement !== control) control.value = show(now.text); // it was written from elsewhere
      dirty = mean(control.value) !== now.text;
      say("");
      panel.tell(word("saved", { file: now.file, line: now.line }));
      options.taken?.(now);
    } else if (conflict) {
      const theirs = make("button", { type: "button", click: () => { dirty = false; say(""); take({ ...now, text: conflict.theirs }); control.focus(); } }, word("take-theirs"));
      const mine = make("button", { type: "button", click: () => { say(""); now.text = conflict.theirs; void write(text); control.focus(); } }, word("write-mine", { mine: text ?? word("nowhere") }));
      say(word("conflict", { theirs: conflict.theirs ?? word("nowhere") }), make("div", { class: "run" }, theirs, mine));
    } else if (problems) {
      const mine = problems.filter((p) => p.path && keyOf({ file: p.file, path: p.path }) === keyOf(now));
      const [first] = mine.length ? mine : problems;
      say(first.message, make("p", { class: "hint" }, first.hint));
    } else say(answer.status === 0 ? word("gone", { why: answer.error }) : (answer.error ?? String(answer.status)));
  }

  /** @param {string | null} text @param {string} [as] */
  async function write(text, as) {
    clearTimeout(timer);
    if (!panel.writes) return say(word("read-only"));
    if (text === now.text && onTheirWay === 0) {
      dirty = false;
      return say("");
    }
    begun ||= gesture();
    onTheirWay++;
    const answer = await panel.desk.change(as ?? begun, () => [{ value: now, text }]);
    onTheirWay--;
    told(answer, text);
    marks();
  }

  async function reset() {
    const answer = await panel.desk.reset(() => now);
    told(answer, now.head);
    control.focus();
  }

  control.addEventListener("focus", () => (begun = gesture()));
  control.addEventListener("input", () => {
    dirty = true;
    panel.typed = control;
    clearTimeout(timer);
    if (!control.validity.badInput) timer = window.setTimeout(() => void write(mean(control.value)), pause);
  });
  control.addEventListener("change", () => void (dirty && !control.validity.badInput && write(mean(control.value))));
  control.addEventListener("blur", () => {
    if (dirty && !control.validity.badInput) void write(mean(control.value));
    if (panel.typed === control) panel.typed = null;
  });
  control.addEventListener("keydown", (e) => {
    if (/** @type {KeyboardEvent} */ (e).key !== "Escape" || !dirty) return;
    clearTimeout(timer);
    dirty = false;
    say("");
    take(now);
    e.stopPropagation();
  });
  panel.desk.takers.set(keyOf(value), take);
  take(value);
  return { element, write, value: () => now };
}

/** A field of a number. @param {import("./panel.js").Panel} panel @param {Value} value @param {Options} options */
export function number(panel, value, options) {
  const control = make("input", { type: "number", inputmode: "decimal", min: value.min, max: value.max, step: value.step, placeholder: value.own });
  return field(panel, value, control, { mean: (shown) => (shown === "" ? null : shown), ...options });
}
