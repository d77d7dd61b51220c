// @ts-check
// The marks of the picture that can be worked, as real controls over them: for
// keys and assistive technology. Pointers pass through the layer to the player,
// which finds by itself what they touch. And the words that the picture has come
// to show, said once.

/** @typedef {import("./player.js").Player} Player */
/**
 * @typedef {object} Node what dom.AppendOps tells of a mark
 * @property {string} id
 * @property {string} role
 * @property {string} [text]
 * @property {string} [detail]
 * @property {string} [target]
 * @property {string} [value]
 * @property {boolean} [on]
 * @property {number[]} [range] now, min, max, step
 * @property {number[] | null} [at] x, y, width, height
 * @property {string} [in]
 */
/** @typedef {Node & {op: string, after?: string}} Op */

const controls = new Set(["button", "toggle", "slider", "link"]);
const words = new Set(["heading", "text", "figure", "picture", "source"]);

/** The longest that is said at once, in characters. */
const breath = 400;

export class Marks {
  constructor() {
    /** @type {Player | null} */
    this.player = null;
    /** @type {Map<string, Node>} */
    this.nodes = new Map();
    /** @type {Map<string, string[]>} */
    this.kids = new Map();
    /** @type {Map<string, HTMLElement>} */
    this.boxes = new Map();
    this.layer = document.createElement("div");
    this.layer.id = "marks";
    this.layer.setAttribute("role", "group");
    this.heard = false;
    this.layer.addEventListener("click", (e) => this.clicked(e));
    this.layer.addEventListener("input", (e) => this.slid(e));
    this.layer.addEventListener("focusin", (e) => {
      const at = /** @type {HTMLElement} */ (e.target);
      if (at.matches(":focus-visible")) this.player?.focus(this.idOf(at));
    });
    this.layer.addEventListener("focusout", () => this.player?.focus(""));
  }

  /** @param {Player} player */
  start(player) {
    this.player = player;
  }

  clear() {
    this.layer.remove();
  }

  /** Puts the controls into the section of a scene. @param {string} scene */
  in(scene) {
    const section = document.getElementById(scene);
    if (!section?.matches(".scene") || this.layer.parentElement === section) return;
    this.layer.setAttribute("aria-labelledby", `${scene}-title`);
    section.append(this.layer);
  }

  /** @param {Op[]} ops */
  apply(ops) {
    /** @type {Set<string>} */
    const fresh = new Set();
    let scene = false;
    for (const op of ops) {
      if (op.op !== "set") this.unlink(op.id);
      if (op.op === "remove") {
        this.nodes.delete(op.id);
        continue;
      }
      const { op: kind, after, ...told } = op;
      const node = Object.assign(this.nodes.get(op.id) ?? {}, told);
      this.nodes.set(op.id, node);
      if (kind === "insert" || kind === "move") this.link(op.id, op.in ?? "", after ?? "");
      if (words.has(node.role) && (kind === "insert" || kind === "set" && (op.text !== undefined || op.detail !== undefined))) {
        fresh.add(op.id);
        scene ||= node.role === "heading";
      }
    }
    this.draw();
    if (this.heard) this.speak(fresh, scene);
    this.heard = true;
  }

  /** @param {string} id */
  unlink(id) {
    const node = this.nodes.get(id);
    const kids = node && this.kids.get(node.in ?? "");
    if (kids?.includes(id)) kids.splice(kids.indexOf(id), 1);
  }

  /** @param {string} id @param {string} parent @param {string} after */
  link(id, parent, after) {
    const kids = this.kids.get(parent) ?? [];
    this.kids.set(parent, kids);
    kids.splice(after === "" ? 0 : kids.indexOf(after) + 1, 0, id);
  }

  /** @param {string} parent @returns {Generator<Node>} */
  *walk(parent = "") {
    for (const id of this.kids.get(parent) ?? []) {
      const node = this.nodes.get(id);
      if (!node) continue;
      yield node;
      yield* this.walk(id);
    }
  }

  draw() {
    /** @type {Element | null} */
    let next = this.layer.firstElementChild;
    const seen = new Set();
    for (const node of this.walk()) {
      if (!controls.has(node.role) || !node.at) continue;
      seen.add(node.id);
      const box = this.box(node);
      if (box === next) next = next.nextElementSibling;
      else this.layer.insertBefore(box, next);
    }
    for (const [id, box] of this.boxes) {
      if (!seen.has(id)) {
        box.remove();
        this.boxes.delete(id);
      }
    }
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
      box.className = "mark";
      box.dataset.role = node.role;
      box.dataset.id = node.id;
      box.append(document.createElement(node.role === "slider" ? "input" : node.role === "link" ? "a" : "button"));
      this.boxes.set(node.id, box);
    }
    const [x, y, w, h] = node.at ?? [0, 0, 0, 0];
    Object.assign(box.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
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
    set("aria-description", node.text ? node.detail : "");
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
        input.dataset.now = input.value;
        set("aria-valuetext", node.value);
      }
    }
  }

  /** @param {HTMLElement} at */
  idOf(at) {
    return /** @type {HTMLElement | null} */ (at.closest(".mark"))?.dataset.id ?? "";
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
    const player = this.player;
    if (!player) return;
    player.focus(this.idOf(input));
    const steps = Math.round((Number(input.value) - Number(input.dataset.now)) / Number(input.step));
    if (input.value === input.max) player.key("End", false);
    else if (input.value === input.min) player.key("Home", false);
    else for (let i = 0; i < Math.abs(steps); i++) player.key(steps > 0 ? "ArrowRight" : "ArrowLeft", false);
    input.dataset.now = input.value;
  }

  /**
   * Says what is new in the picture: of another scene its headline, else the
   * words that have come.
   * @param {Set<string>} fresh
   * @param {boolean} scene
   */
  speak(fresh, scene) {
    /** @type {string[]} */
    const said = [];
    for (const node of this.walk()) {
      if (!fresh.has(node.id) || scene && node.role !== "heading" && node.id !== "deck" && node.role !== "picture") continue;
      const line = [node.text, node.role === "figure" ? node.detail : ""].filter(Boolean).join(" ");
      if (line && !said.includes(line)) said.push(line);
    }
    const spoken = document.getElementById("spoken");
    if (said.length > 0 && spoken) spoken.textContent = said.join(document.documentElement.lang === "zh" ? "；" : "; ").slice(0, breath);
  }
}
