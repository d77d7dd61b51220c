// @ts-check
// The panel of the workbench: what can be changed of a scene, where one looks at it.

import { beats } from "./beats.js";
import { colors } from "./colors.js";
import { Desk, keyOf, valuesOf } from "./desk.js";
import { make } from "./elements.js";
import { figures } from "./figures.js";
import { knobs } from "./knobs.js";
import { slots } from "./slots.js";
import { word } from "./words.js";
import { words } from "./texts.js";

/**
 * @typedef {{scene: string, beat: number, go?: (to: {beat: number, forms: string[], mark: string}) => void}} Place where the page stands, and how it goes elsewhere
 * @typedef {import("./desk.js").All} All
 */

const groups = /** @type {const} */ (["beats", "knobs", "words", "colors", "figures", "slots"]);
const draws = { beats, knobs, words, colors, figures, slots };
const remembered = "workbench-panel";

/** The panel that is open, of which there is one. @type {Panel | null} */
let shown = null;

/**
 * Opens the panel in an element of the page.
 * @param {HTMLElement} root
 * @param {Place} place
 * @param {() => void} changed is told of each change that was written
 */
export function open(root, place, changed) {
  shown?.close();
  shown = new Panel(root, place, changed);
}

/**
 * Shows where something is changed, and goes there.
 * @param {typeof groups[number]} group
 * @param {string} key of words, a figure or a colour
 */
export function reveal(group, key) {
  shown?.reveal(group, key);
}

export class Panel {
  writes = true;
  committed = false;
  /** The field in which something was typed since it was entered. @type {Element | null} */
  typed = null;
  #group = /** @type {typeof groups[number]} */ (groups.find((g) => g === sessionStorage.getItem(remembered)) ?? "beats");
  #drawn = "";
  #sought = ""; // the row that is gone to when it is there
  #shut = new AbortController();
  #name = make("h2");
  #said = make("p", { class: "spoken", role: "status" });
  #note = make("div", { class: "note", role: "alert" });
  #body = make("div", { class: "body", role: "tabpanel", id: "panel-body", tabindex: "-1" }, word("loading"));
  #undo = make("button", { type: "button", class: "turn", click: () => void this.turn("undo") });
  #redo = make("button", { type: "button", class: "turn", click: () => void this.turn("redo") });
  #tabs = make("div", { class: "tabs", role: "tablist" });

  /** @param {HTMLElement} root @param {Place} place @param {() => void} changed */
  constructor(root, place, changed) {
    this.place = place;
    this.desk = new Desk(place.scene, changed);
    this.desk.told = (all) => this.#told(all);
    const signal = this.#shut.signal;
    if (!document.querySelector("link[data-panel]")) document.head.append(make("link", { rel: "stylesheet", href: "/workbench/panel.css", "data-panel": true }));
    root.replaceChildren(make("div", { class: "panel" }, make("div", { class: "top" }, make("div", {}, this.#name, make("div", { class: "run" }, this.#undo, this.#redo)), this.#tabs), this.#note, this.#body, this.#said));
    this.#label();
    this.#tabs.addEventListener("keydown", (e) => this.#step(e));
    document.addEventListener("keydown", (e) => this.#key(e), { signal });
    const heard = new MutationObserver(() => { this.#drawn = ""; this.#label(); if (this.desk.all) this.#told(this.desk.all); });
    heard.observe(document.documentElement, { attributeFilter: ["lang"] });
    const events = new EventSource("/events");
    for (const name of ["story", "art", "fixed", "problem", "hello"]) events.addEventListener(name, () => this.desk.readSoon());
    signal.addEventListener("abort", () => { heard.disconnect(); events.close(); });
    window.addEventListener("pagehide", () => events.close(), { signal });
    void this.#read();
  }

  async #read() {
    this.desk.group = this.#group;
    const wrong = await this.desk.read();
    if (wrong) this.#body.replaceChildren(wrong.status ? (wrong.error ?? "") : word("gone", { why: wrong.error }));
  }

  close() {
    this.#shut.abort();
    this.desk.close();
  }

  /** Tells those who do not see it what has changed. @param {string} text */
  tell(text) {
    this.#said.textContent = text;
  }

  #label() {
    this.#name.textContent = word("panel");
    this.#tabs.setAttribute("aria-label", word("panel"));
    this.#tabs.replaceChildren(...groups.map((g) => make("button", {
      type: "button", role: "tab", id: `panel-${g}`, "aria-controls": "panel-body", "aria-selected": String(g === this.#group), tabindex: g === this.#group ? "0" : "-1",
      click: () => this.#go(g),
    }, word(g))));
    for (const [button, key, sign] of /** @type {const} */ ([[this.#undo, "undo", "\u21b6"], [this.#redo, "redo", "\u21b7"]])) {
      button.textContent = sign;
      button.title = `${word(key)} (${key === "undo" ? "Ctrl+Z" : "Ctrl+Shift+Z"})`;
      button.setAttribute("aria-label", button.title);
    }
  }

  /** @param {typeof groups[number]} group */
  #go(group) {
    this.#group = group;
    sessionStorage.setItem(remembered, group);
    this.#drawn = "";
    this.#label();
    void this.#read();
  }

  /** @param {typeof groups[number]} group @param {string} key */
  reveal(group, key) {
    this.#sought = key;
    if (group === this.#group) this.#find();
    else this.#go(group);
  }

  #find() {
    if (!this.#sought) return;
    const rows = /** @type {HTMLElement[]} */ ([...this.#body.querySelectorAll("[data-key]")]);
    const scale = this.#sought.replace(/-\d+$/, ""); // a step of it, by its name
    const row = rows.find((it) => it.dataset.key === this.#sought) ?? rows.find((it) => it.dataset.key === scale);
    if (!row) return;
    this.#sought = "";
    row.hidden = false; // a filter may have left it out
    const folded = row.closest("details");
    if (folded) folded.open = true;
    row.scrollIntoView({ block: "center" });
    /** @type {HTMLElement | null} */ (row.querySelector("textarea, input"))?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} e */
  #step(e) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!way) return;
    e.preventDefault();
    this.#go(groups[(groups.indexOf(this.#group) + way + groups.length) % groups.length]);
    document.getElementById(`panel-${this.#group}`)?.focus();
  }

  /** What can be changed, as far as it decides which fields there are. @param {All} all */
  #shape(all) {
    const at = this.#group;
    const of = {
      beats: () => all.beats.map((b) => b.name), knobs: () => all.knobs.map((k) => [k.name, k.unit, k.own, k.forms[0].value.min, k.forms[0].value.max]), words: () => all.words.map((w) => w.key), figures: () => all.figures.map((f) => f.id + f.value.path),
      colors: () => [...all.colors.map((c) => c.name + c.used), ...all.tones.map((t) => t.name)],
      slots: () => all.drawings.map((d) => d.form + d.slots.map((s) => s.id)),
    };
    return JSON.stringify([at, all.writes, all.committed, of[at]()]);
  }

  /** @param {All} all */
  #told(all) {
    this.writes = all.writes;
    this.committed = all.committed;
    this.#undo.disabled = all.steps.undo === 0 || !all.writes;
    this.#redo.disabled = all.steps.redo === 0 || !all.writes;
    const wrong = all.wrong.map((p) => make("p", {}, `${word("place", { file: p.file, line: p.line })}: ${p.message}`, make("span", { class: "hint" }, ` ${p.hint}`)));
    this.#note.replaceChildren(...(all.writes ? [] : [make("p", {}, word("read-only"))]), ...wrong);
    const shape = this.#shape(all);
    if (shape !== this.#drawn) {
      this.#drawn = shape;
      this.desk.takers.clear();
      this.#body.setAttribute("aria-labelledby", `panel-${this.#group}`);
      this.#body.replaceChildren(...draws[this.#group](this, all));
      this.#find();
      return;
    }
    this.refresh(all);
    for (const value of valuesOf(all)) this.desk.takers.get(keyOf(value))?.(value);
  }

  /** What a group shows besides its fields, drawn anew with each answer. @type {(all: All) => void} */
  refresh = () => {};

  /** @param {KeyboardEvent} e */
  #key(e) {
    if (!(e.ctrlKey || e.metaKey) || e.altKey || e.key.toLowerCase() !== "z" && e.key.toLowerCase() !== "y") return;
    const at = e.target;
    // What was typed into a text is taken back there first.
    if (at === this.typed && (at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement && at.type === "text")) return;
    e.preventDefault();
    at?.dispatchEvent(new Event("change")); // what was just typed goes first
    void this.turn(e.shiftKey || e.key.toLowerCase() === "y" ? "redo" : "undo");
  }

  /** @param {"undo" | "redo"} way @param {boolean} [skip] */
  async turn(way, skip = false) {
    const answer = await this.desk.turn(way, skip);
    this.#note.replaceChildren();
    if (answer.status === 200) {
      const names = (answer.places ?? []).map((p) => p.path.join("."));
      if (!skip) this.tell(names.length ? word(way === "undo" ? "undone" : "redone", { places: names.join(", ") }) : word(way === "undo" ? "nothing-undone" : "nothing-redone"));
      return;
    }
    const { conflict } = answer;
    const text = conflict ? `${conflict.path.join(".")}: ${word("conflict", { theirs: conflict.theirs ?? word("nowhere") })}` : (answer.error ?? "");
    const skips = conflict && way === "undo" ? make("button", { type: "button", click: () => void this.turn("undo", true) }, word("skip")) : null;
    this.#note.replaceChildren(make("p", {}, answer.status ? text : word("gone", { why: answer.error })), ...(skips ? [skips] : []));
  }
}
