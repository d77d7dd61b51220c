// @ts-check
// The picture as elements of the page: the marks that can be worked as real
// controls over them, the words that it shows as lines between them, both for
// keys and assistive technology. Pointers pass through the layer to the player,
// which finds by itself what they touch.
import { focusOn } from "./guest.js";
import { linesOf } from "./lines.js";
import { Stops } from "./stops.js";
import { Tree } from "./tree.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./tree.js").Node} Node */
/** @typedef {import("./lines.js").Line} Line */

const controls = new Set(["button", "toggle", "slider", "link"]);

/** How near a control may come to the window's edge, so that its focus is seen, in CSS pixels. */
const edge = 8;

/** What a finger needs, in CSS pixels. */
const finger = 44;

/**
 * Where a control begins and how long it is, off a window's edges: cut, but never to
 * less than a finger needs.
 * @param {number} from @param {number} length @param {number} window
 */
function within(from, length, window) {
  const begin = Math.max(from, edge);
  const end = Math.min(from + length, window - edge);
  const least = Math.min(length, finger);
  if (end - begin >= least) return [begin, end - begin];
  return [Math.max(edge, Math.min(begin, window - edge - least)), least];
}

/** Whether a mark is a link to an act, see chrome.Acts. @param {string} id */
const isAct = (id) => id.startsWith("act.");

export class Marks {
  constructor() {
    /** @type {Player | null} */
    this.player = null;
    this.tree = new Tree();
    /** @type {Map<string, HTMLElement>} controls and lines, by id */
    this.boxes = new Map();
    this.wanted = ""; // the control that is to get the keys when it comes
    this.layer = document.createElement("div");
    this.layer.id = "marks";
    this.layer.setAttribute("role", "group");
    this.layer.addEventListener("input", (e) => this.slid(e));
    // The links to the acts stand in every picture, and are a stop of the keys once.
    this.acts = document.createElement("nav");
    this.acts.id = "acts";
    for (const layer of [this.layer, this.acts]) {
      layer.addEventListener("click", (e) => this.clicked(e));
      layer.addEventListener("focusin", (e) => {
        const at = /** @type {HTMLElement} */ (e.target);
        if (at.matches(":focus-visible")) this.player?.focus(this.idOf(at));
      });
      layer.addEventListener("focusout", () => this.player?.focus(""));
    }
  }

  /** @param {Player} player */
  start(player) {
    this.player = player;
  }

  clear() {
    for (const layer of [this.layer, this.acts]) {
      layer.remove();
      layer.replaceChildren();
    }
    this.boxes.clear();
    this.tree = new Tree();
  }

  /** Puts the picture's marks into the section of a scene. @param {string} scene */
  in(scene) {
    const section = document.getElementById(scene);
    if (!section?.matches(".scene")) return;
    this.layer.setAttribute("aria-label", document.getElementById("bar")?.dataset.picture ?? "");
    this.acts.setAttribute("aria-label", document.getElementById("bar")?.dataset.acts ?? "");
    if (!this.acts.isConnected) document.querySelector("main")?.after(this.acts);
    if (this.layer.parentElement === section) return;
    const held = this.layer.contains(document.activeElement) || document.activeElement?.matches("main :is(h1, h2)");
    section.append(this.layer);
    if (held) Stops.focus(section);
  }

  /** @param {import("./tree.js").Op[]} ops @returns {string[]} the words that have come */
  apply(ops) {
    const fresh = this.tree.apply(ops);
    const lines = linesOf(this.tree);
    this.draw(lines);
    if (this.wanted) this.focus(this.wanted);
    return [...lines.values()].filter((line) => fresh.has(line.id)).map((line) => line.text);
  }

  /** @param {Map<string, Line>} lines */
  draw(lines) {
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    /** @type {Element | null} */
    let next = this.layer.firstElementChild;
    const seen = new Set();
    for (const node of this.tree.walk()) {
      const line = lines.get(node.id);
      const box = line ? this.line(line) : controls.has(node.role) && node.at ? this.box(node) : null;
      if (!box) continue;
      seen.add(node.id);
      if (isAct(node.id)) {
        if (box.parentElement !== this.acts) this.acts.append(box);
      } else if (box === next) next = next.nextElementSibling;
      else this.layer.insertBefore(box, next);
    }
    // What is put elsewhere loses the keys.
    if (held !== document.activeElement && held?.isConnected && this.layer.contains(held)) held.focus({ preventScroll: true });
    for (const [id, box] of this.boxes) {
      if (seen.has(id)) continue;
      const held = box.contains(document.activeElement);
      box.remove();
      this.boxes.delete(id);
      if (held) Stops.focus(this.layer.parentElement);
    }
  }

  /** @param {Line} line */
  line(line) {
    const p = this.boxes.get(line.id) ?? document.createElement("p");
    this.boxes.set(line.id, p);
    p.className = "spoken";
    p.dataset.figures = line.figures.join(" ");
    if (p.textContent !== line.text) p.textContent = line.text;
    return p;
  }

  /** @param {Node} node */
  box(node) {
    let box = this.boxes.get(node.id);
    if (box && box.dataset.role !== node.role) {
      box.remove();
      box = undefined;
    }
    if (!box) {
      box = document.createElement("span");
      if (!isAct(node.id)) box.className = "mark";
      box.dataset.role = node.role;
      box.dataset.id = node.id;
      box.append(document.createElement(node.role === "slider" ? "input" : node.role === "link" ? "a" : "button"));
      this.boxes.set(node.id, box);
    }
    const [x, y, w, h] = node.at ?? [0, 0, 0, 0];
    const [left, width] = within(x, w, innerWidth);
    const [top, height] = within(y, h, innerHeight);
    Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    // A finger on a small upright slider moves it, not the page.
    box.classList.toggle("slides", node.role === "slider" && h > w && h < innerHeight * 0.4);
    this.describe(/** @type {HTMLElement} */ (box.firstElementChild), node);
    return box;
  }

  /** @param {HTMLElement} it @param {Node} node */
  describe(it, node) {
    const set = (/** @type {string} */ name, /** @type {string | undefined} */ value) => {
      if (value) it.setAttribute(name, value);
      else it.removeAttribute(name);
    };
    set("aria-label", node.text || node.detail || node.id);
    // What a button answers, the picture says when it is picked.
    set("aria-description", node.text && node.role !== "button" ? node.detail : "");
    switch (node.role) {
      case "button":
        it.setAttribute("type", "button");
        it.setAttribute("aria-pressed", String(node.on === true));
        break;
      case "toggle":
        it.setAttribute("type", "button");
        it.setAttribute("role", "switch");
        it.setAttribute("aria-checked", String(node.on === true || (node.range?.[0] ?? 0) !== 0));
        break;
      case "link":
        it.setAttribute("href", /^(https?|mailto):/.test(node.target ?? "") ? node.target ?? "" : `#${(node.target ?? "").replace(/^#/, "")}`);
        break;
      case "slider": {
        const input = /** @type {HTMLInputElement} */ (it);
        const [now, min, max, step] = node.range ?? [0, 0, 1, 0];
        input.type = "range";
        input.min = String(min);
        input.max = String(max);
        input.step = step > 0 ? String(step) : String((max - min) / 20);
        input.value = String(now);
        set("aria-valuetext", node.value);
      }
    }
  }

  /** Gives the keys to a control, once it is there. @param {string} id */
  focus(id) {
    const it = /** @type {HTMLElement | null | undefined} */ (this.boxes.get(id)?.firstElementChild);
    this.wanted = it ? "" : id;
    if (it && it !== document.activeElement) focusOn(it);
  }

  /** Gives the keys back to a scene. @param {string} scene */
  rest(scene) {
    this.wanted = "";
    Stops.focus(document.getElementById(scene));
  }

  /** @param {HTMLElement} at */
  idOf(at) {
    return /** @type {HTMLElement | null} */ (at.closest("[data-id]"))?.dataset.id ?? "";
  }

  /** Enter, Space and assistive technology; a pointer's click is the player's. @param {MouseEvent} e */
  clicked(e) {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if (e.detail === 0) this.player?.activate(this.idOf(/** @type {HTMLElement} */ (e.target)));
  }

  /** A slider was moved by keys or by assistive technology. @param {Event} e */
  slid(e) {
    const input = /** @type {HTMLInputElement} */ (e.target);
    this.player?.setValue(this.idOf(input), Number(input.value));
  }
}
