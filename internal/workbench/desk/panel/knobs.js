// @ts-check
// The knobs of a scene: what its author offers to be tuned, in all forms or in one.

import { make } from "./elements.js";
import { follow } from "./drag.js";
import { field, gesture, number } from "./field.js";
import { word } from "./words.js";

/** @typedef {import("./desk.js").Value} Value @typedef {import("./desk.js").All["knobs"][number]} Knob */

const remembered = "workbench-knob-form";

/** @param {Value} value */
const holds = (value) => Number(value.text ?? value.own);

/** What is written for a number: nothing for what holds without it. @param {Value} value @param {string} shown */
const meant = (value, shown) => (shown === "" || Number(shown) === Number(value.own) ? null : String(Number(shown)));

/**
 * @param {import("./panel.js").Panel} panel
 * @param {import("./desk.js").All} all
 * @returns {Node[]}
 */
export function knobs(panel, all) {
  const list = make("ol", { class: "knobs" });
  const forms = all.knobs[0]?.forms.map((f) => f.form) ?? [];
  const form = make("select", { change: draw }, ...forms.map((f) => make("option", { value: f }, word(f || "all-forms"))));
  const last = sessionStorage.getItem(remembered);
  if (last && forms.includes(last)) form.value = last;
  /** @type {Map<string, HTMLElement>} */
  const others = new Map();
  function draw() {
    sessionStorage.setItem(remembered, form.value);
    panel.desk.takers.clear();
    others.clear();
    const now = panel.desk.all ?? all;
    for (const k of now.knobs) for (const f of k.forms) f.value.own = f.form ? (k.forms[0].value.text ?? k.own) : k.own;
    list.replaceChildren(...now.knobs.map((k) => {
      const elsewhere = make("p", { class: "hint" });
      others.set(k.name, elsewhere);
      return row(panel, k, form.value, elsewhere);
    }));
    panel.refresh(now);
  }
  panel.refresh = (now) => {
    for (const k of now.knobs) others.get(k.name)?.replaceChildren(k.forms.filter((f) => f.form !== form.value && f.value.text !== null).map((f) => `${word(f.form || "all-forms")} ${f.value.text}`).join(" · "));
  };
  draw();
  if (!forms.length) return [make("p", { class: "hint" }, word("no-knobs"))];
  return [make("label", { class: "named" }, word("knobs-in"), form), list, make("p", { class: "hint" }, word("own-knobs"))];
}

/**
 * A knob as a choice of eases, with the course of the one that holds.
 * @param {import("./panel.js").Panel} panel
 * @param {Knob} knob
 * @param {Value} value
 * @param {string} name
 * @param {HTMLElement} elsewhere
 */
function chosen(panel, knob, value, name, elsewhere) {
  const names = value.of ?? [];
  const told = (/** @type {string} */ ease) => `${word(`ease-${ease}`)} \u00b7 ${ease}`;
  const pick = make("select", {}, ...names.map((n) => make("option", { value: n }, told(n))));
  const course = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  course.setAttribute("viewBox", "0 0 76 28");
  course.setAttribute("aria-hidden", "true");
  course.append(line);
  const own = make("button", { type: "button", class: "own", click: () => void one.write(null, gesture()) });
  const one = field(panel, value, pick, {
    name,
    show: (text) => text ?? value.own,
    mean: (shown) => (shown === one.value().own ? null : shown),
    taken: show,
  });
  /** @param {Value} now */
  function show(now) {
    const holds = now.text ?? now.own;
    const ys = knob.courses?.[names.indexOf(holds)] ?? [];
    line.setAttribute("d", ys.map((y, i) => `${i ? "L" : "M"}${(2 + (72 * i) / (ys.length - 1)).toFixed(1)} ${(25 - 20 * y).toFixed(1)}`).join(""));
    own.hidden = now.text === null || !panel.writes;
    own.textContent = `= ${now.own}`;
    own.title = word("knob-own", { name, own: now.own });
    own.setAttribute("aria-label", own.title);
  }
  show(value);
  return make("li", {}, make("div", { class: "turned" }, make("h3", {}, knob.name, " ", make("small", {}, word("unit-ease"))), one.element, course, own), elsewhere);
}

/**
 * A knob as a slider and as a number.
 * @param {import("./panel.js").Panel} panel
 * @param {Knob} knob
 * @param {string} form
 * @param {HTMLElement} elsewhere where it is told what it is in other forms
 */
function row(panel, knob, form, elsewhere) {
  const value = /** @type {Knob["forms"][number]} */ (knob.forms.find((f) => f.form === form)).value;
  const name = form ? word("knob-of", { name: knob.name, form: word(form) }) : knob.name;
  if (value.of) return chosen(panel, knob, value, name, elsewhere);
  const unit = word(`unit-${knob.unit}`);
  const slider = make("input", { type: "range", min: value.min, max: value.max, step: "any", "aria-label": name });
  if (!panel.writes) slider.disabled = true;
  let moving = false; // the slider is held
  let begun = ""; // the gesture
  let wanted = NaN;
  const own = make("button", { type: "button", class: "own", click: () => void field.write(null, gesture()) });
  const written = follow({ write: (text, as) => field.write(text, as) }, () => moving || show(field.value()));
  const field = number(panel, value, {
    name: word("knob-typed", { name }),
    mean: (shown) => meant(field.value(), shown),
    taken: show,
  });

  /** @param {Value} now */
  function show(now) {
    if (!moving && !written.busy) slider.value = String(holds(now));
    slider.setAttribute("aria-valuetext", `${moving || written.busy ? wanted : holds(now)} ${unit}`);
    slider.classList.toggle("tuned", now.text !== null);
    own.hidden = now.text === null || !panel.writes;
    own.textContent = `= ${now.own}`;
    own.title = word("knob-own", { name, own: now.own });
    own.setAttribute("aria-label", own.title);
  }

  /** @param {number} to */
  function turn(to) {
    const [low, high, step] = [Number(value.min), Number(value.max), Number(value.step)];
    const places = (String(step).split(".")[1] ?? "").length;
    wanted = Math.min(high, Math.max(low, Number((low + Math.round((to - low) / step) * step).toFixed(Math.max(places, 3)))));
    void written.to(meant(field.value(), String(wanted)), begun);
  }
  slider.addEventListener("pointerdown", () => {
    begun = gesture();
    moving = true;
  });
  slider.addEventListener("input", () => turn(Number(slider.value)));
  slider.addEventListener("change", () => {
    moving = false;
    if (!written.busy) show(field.value());
  });
  slider.addEventListener("keydown", (e) => {
    const step = Number(value.step);
    const way = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step, PageUp: 5 * step, PageDown: -5 * step, Home: -Infinity, End: Infinity }[e.key];
    if (way === undefined || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    if (!e.repeat) begun = gesture();
    const from = written.busy ? wanted : holds(field.value());
    const to = Math.min(Number(value.max), Math.max(Number(value.min), from + way));
    slider.value = String(to);
    turn(to);
  });
  show(value);
  const head = make("h3", {}, knob.name, " ", make("small", {}, word("knob-range", { low: value.min, high: value.max, unit })));
  return make("li", {}, make("div", { class: "turned" }, head, slider, field.element, own), elsewhere);
}
