// @ts-check
// The slots of the drawing on the stage: taken by the pointer or by keys, moved, sized
// and aligned, and written into the drawing as they go.
import { Latest } from "./pictures.js";
import { keep, moved, whole } from "./snap.js";
import { tell, word } from "./words.js";

/** @typedef {import("./place.js").Place} Place */
/** @typedef {import("./snap.js").Box} Box */
/** @typedef {import("./snap.js").Edges} Edges */
/** @typedef {{file: string, path: string[], text: string | null}} Value */
/** @typedef {{status: number, error?: string, problems?: {message: string, hint: string}[], conflict?: {theirs: string | null}}} Answer */
/**
 * @typedef {object} Desk what has values read and written, of the panel
 * @property {string} group
 * @property {{writes: boolean, drawings: {file: string, slots: {id: string, places: Record<string, Value>, ways: Record<string, Value>}[]}[]} | null} all
 * @property {(all: object) => void} told
 * @property {() => Promise<Answer | null>} read
 * @property {(gesture: string, changes: () => {value: Value, text: string | null}[]) => Promise<Answer>} change
 * @property {() => void} close
 */
/** @typedef {{id: string, box: number[], at: number[]}} Laid */

/** @param {string} id */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** How near the pointer brings an edge to another that it then keeps to, in pixels of the page. */
const near = 6;
/** How long the pointer is still before what it holds is written on the way, in milliseconds. */
const rest = 150;
/** A slot has all its handles from this width and height on, in pixels of the page. */
const roomy = 40;
const handles = ["nw", "n", "ne", "e", "se", "s", "sw", "w"];
const aligns = /** @type {const} */ (["start", "middle", "end"]);
const axes = /** @type {const} */ (["across", "down"]);
/** What an alignment looks like, across. */
const signs = { start: '<path d="M4 4v16M8 9h12M8 15h7"/>', middle: '<path d="M12 4v16M6 9h12M8 15h8"/>', end: '<path d="M20 4v16M4 9h12M9 15h7"/>' };

export class Slots {
  /** @param {Place} place */
  constructor(place) {
    this.place = place;
    this.layer = $("slots");
    this.latest = new Latest(2);
    /** @type {Desk | null} */
    this.desk = null;
    this.deskOf = "";
    /** @type {{file: string, design: number[], scale: number, slots: Laid[]} | null} */
    this.laid = null;
    /** What is moved, as it is shown before it is written. @type {{id: string, box: Box} | null} */
    this.draft = null;
    /** @type {import("./snap.js").Guide[]} */
    this.guides = [];
    this.held = false; // by the pointer
    this.gesture = "";
    this.kind = ""; // of the keys' gesture
    this.onTheirWay = 0; // changes
    /** Which were moved here. @type {Set<string>} */
    this.touched = new Set();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    /** Is told when the picture has to follow, and whether more comes at once. @type {(hurried: boolean) => void} */
    this.moved = () => {};
    /** Is told when the pointer lets go. @type {() => void} */
    this.ended = () => {};
    this.layer.addEventListener("pointerdown", (e) => this.grab(e));
    this.layer.addEventListener("keydown", (e) => this.key(e));
    this.layer.addEventListener("focus", () => {
      this.begin("");
      if (!this.chosen && !this.held) this.step(1);
    });
    $("align").append(...axes.flatMap((axis) => aligns.map((at) => {
      const b = document.createElement("button");
      b.type = "button";
      b.dataset[axis] = at;
      b.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><g${axis === "down" ? ' transform="matrix(0 1 1 0 0 0)"' : ""}>${signs[at]}</g></svg>`;
      return b;
    })));
    $("slot").addEventListener("change", () => this.choose(/** @type {HTMLSelectElement} */ ($("slot")).value));
    $("align").addEventListener("click", (e) => this.align(/** @type {HTMLElement | null} */ (/** @type {Element} */ (e.target).closest("button"))?.dataset));
  }

  get shown() {
    return this.place.state.mode === "picture" && this.place.state.slots;
  }

  /** Reads where the slots of what is on the stage lie. */
  async look() {
    if (!this.shown) {
      this.latest.stop();
      this.layer.replaceChildren();
      this.paint();
      return;
    }
    const { scene } = this.place.state;
    const asked = this.latest.ask(`slots.json?${this.place.query({ theme: this.place.story.themes[0].name, vision: "full" })}`).catch(() => null);
    if (this.deskOf !== scene) {
      this.desk?.close();
      this.desk = await open(scene, () => this.paint());
      this.deskOf = this.desk ? scene : "";
    }
    const read = !this.held && this.onTheirWay === 0 ? this.desk?.read() : null;
    const answer = await asked;
    if (answer) this.laid = await answer.json();
    await read;
    this.paint();
    if (answer && this.touched.size) this.moved(this.held);
  }

  /** The chosen slot as the picture is to show it: what is drawn of the files lags behind. @returns {Record<string, string>} */
  get ahead() {
    const chosen = this.shown ? this.chosen : null;
    if (!chosen || !this.touched.has(chosen.laid.id)) return {};
    const { x, y, w, h } = chosen.box;
    const now = [x, y, w, h];
    return now.every((n, i) => Math.abs(n - chosen.laid.box[i]) < 0.15) ? {} : { slot: chosen.laid.id, box: now.map(number).join() };
  }

  /** What stands in the file of a slot. @param {string} id */
  written(id) {
    return this.desk?.all?.drawings.find((d) => d.file === this.laid?.file)?.slots.find((s) => s.id === id) ?? null;
  }

  /** A slot's box by what stands in the file; null: it has none that can be moved. @param {string} id @returns {Box | null} */
  boxOf(id) {
    if (this.draft?.id === id) return this.draft.box;
    const places = this.written(id)?.places;
    const n = (/** @type {string} */ key) => Number(places?.[key]?.text ?? NaN);
    const box = places?.cx ? { x: n("cx"), y: n("cy"), w: 0, h: 0 } : { x: n("x"), y: n("y"), w: n("width"), h: n("height") };
    return Object.values(box).every(Number.isFinite) ? box : null;
  }

  /** The slots that can be moved, the largest first. */
  get all() {
    return (this.laid?.slots ?? []).flatMap((laid) => {
      const box = this.boxOf(laid.id);
      return box ? [{ laid, box }] : [];
    }).sort((a, b) => b.box.w * b.box.h - a.box.w * a.box.h);
  }

  get chosen() {
    const { slot } = this.place.state;
    const laid = this.laid?.slots.find((s) => s.id === slot);
    const box = laid && this.boxOf(slot);
    return laid && box ? { laid, box } : null;
  }

  /** @param {string} id */
  choose(id) {
    this.begin("");
    this.place.go({ slot: id });
    this.say();
  }

  /** Goes to the next slot in the order of the file. @param {number} by */
  step(by) {
    const ids = (this.laid?.slots ?? []).map((s) => s.id).filter((id) => this.boxOf(id));
    if (ids.length) this.choose(ids[(ids.indexOf(this.place.state.slot) + by + ids.length) % ids.length]);
  }

  paint() {
    $("placing").classList.toggle("shut", !this.shown);
    if (!this.shown || !this.laid) return;
    const { width, height } = this.place.form;
    const { scale } = this.laid;
    const part = (/** @type {number} */ v, /** @type {number} */ of) => `${(v / of) * 100}%`;
    const chosen = this.chosen;
    const nodes = this.all.map(({ laid, box }) => {
      const it = document.createElement("div");
      it.className = `slot${box.w || box.h ? "" : " point"}${laid.id === chosen?.laid.id ? " chosen" : ""}`;
      it.dataset.slot = laid.id;
      Object.assign(it.style, { left: part(laid.at[0] + box.x * scale, width), top: part(laid.at[1] + box.y * scale, height), width: part(box.w * scale, width), height: part(box.h * scale, height) });
      if (laid.id === chosen?.laid.id) {
        it.dataset.tells = `${laid.id}  ${numbers(box).join(" ")}`;
        const [wide, tall] = [box.w, box.h].map((n) => ((n * scale) / width) * this.layer.clientWidth);
        // Handles leave room to take the slot itself.
        const some = [...(wide < roomy ? [] : ["w"]), ...(tall < roomy ? [] : ["n"]), "se"];
        it.classList.toggle("small", some.length === 1);
        if (box.w || box.h) it.append(...(some.length === 3 ? handles : some).map((h) => Object.assign(document.createElement("i"), { className: `handle ${h}` })));
      }
      return it;
    });
    for (const g of chosen ? this.guides : []) {
      const it = document.createElement("div");
      it.className = `guide ${g.across ? "across" : "down"}`;
      const at = chosen?.laid.at ?? [0, 0];
      Object.assign(it.style, g.across
        ? { top: part(at[1] + g.at * scale, height), left: part(at[0] + g.from * scale, width), width: part((g.to - g.from) * scale, width) }
        : { left: part(at[0] + g.at * scale, width), top: part(at[1] + g.from * scale, height), height: part((g.to - g.from) * scale, height) });
      nodes.push(it);
    }
    this.layer.replaceChildren(...nodes);
    this.describe();
  }

  /** Fills the row below the stage. */
  describe() {
    const select = /** @type {HTMLSelectElement} */ ($("slot"));
    const ids = this.all.map((s) => s.laid.id).sort();
    const now = JSON.stringify([ids, document.documentElement.lang]);
    if (select.dataset.of !== now) {
      select.dataset.of = now;
      select.replaceChildren(new Option(word("slots.none"), ""), ...ids.map((id) => new Option(id, id)));
    }
    const chosen = this.chosen;
    select.value = chosen?.laid.id ?? "";
    const writes = this.desk?.all?.writes ?? false;
    $("slot-at").textContent = !this.desk ? word("slots.no-desk") : !writes ? word("slots.read-only") : chosen ? numbers(chosen.box).map((n, i) => `${word(`slots.${["x", "y", "w", "h"][i]}`)} ${n}`).join("   ") : this.laid?.file ? word("slots.hint") : word("slots.no-drawing");
    const align = chosen && this.written(chosen.laid.id)?.ways.align;
    $("align").hidden = !align || !chosen?.box.w;
    const [across, down] = this.alignOf(align);
    for (const b of /** @type {Iterable<HTMLElement>} */ ($("align").children)) {
      b.title = word(b.dataset.across ? `slots.${b.dataset.across}-x` : `slots.${b.dataset.down}-y`);
      b.setAttribute("aria-label", b.title);
      b.setAttribute("aria-pressed", String(b.dataset.across === across || b.dataset.down === down));
      b.toggleAttribute("disabled", !writes);
    }
  }

  /** How a slot is aligned, across and down. @param {Value | null | undefined} value */
  alignOf(value) {
    const [across, down] = (value?.text ?? "start start").split(" ");
    return [across, down];
  }

  /** Begins another gesture, where it is of another kind than the last. @param {string} kind of the keys' */
  begin(kind) {
    if (kind && kind === this.kind) return;
    this.kind = kind;
    this.gesture = `slot-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  }

  /** @param {PointerEvent} e */
  grab(e) {
    const at = /** @type {HTMLElement} */ (e.target);
    const id = /** @type {HTMLElement | null} */ (at.closest(".slot"))?.dataset.slot;
    if (e.button !== 0 || !id) return;
    e.preventDefault();
    this.choose(id);
    this.layer.focus({ preventScroll: true });
    const chosen = this.chosen;
    if (!chosen || !this.laid || !this.desk?.all?.writes) return;
    const side = at.classList.contains("handle") ? at.classList[1] : "";
    /** @type {Edges} */
    const edges = side ? { left: side.includes("w"), right: side.includes("e"), top: side.includes("n"), bottom: side.includes("s") } : whole;
    const from = { ...chosen.box };
    const perPixel = this.place.form.width / this.layer.getBoundingClientRect().width / this.laid.scale;
    const shift = chosen.laid.at;
    // Others keep to other edges of the window: what counts is where they are seen.
    const others = [{ x: -shift[0] / this.laid.scale, y: -shift[1] / this.laid.scale, w: this.place.form.width / this.laid.scale, h: this.place.form.height / this.laid.scale }, ...this.all.filter((s) => s.laid.id !== id).map(({ laid, box }) => ({
      ...box, x: box.x + (laid.at[0] - shift[0]) / (this.laid?.scale ?? 1), y: box.y + (laid.at[1] - shift[1]) / (this.laid?.scale ?? 1),
    }))];
    this.held = true;
    this.layer.setPointerCapture(e.pointerId);
    const leave = new AbortController();
    /** @param {Box} box */
    const to = (box) => {
      this.draft = { id, box };
      this.touched.add(id);
      this.paint();
      this.moved(true);
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.write(id, box), rest);
    };
    this.layer.addEventListener("pointermove", (p) => {
      const dx = (p.clientX - e.clientX) * perPixel, dy = (p.clientY - e.clientY) * perPixel;
      if (!this.draft && Math.hypot(p.clientX - e.clientX, p.clientY - e.clientY) < 3) return; // a click moves nothing
      const { box, guides } = keep(from, edges, dx, dy, others, p.altKey ? 0 : near * perPixel);
      this.guides = guides;
      to(box);
    }, { signal: leave.signal });
    document.addEventListener("keydown", (k) => {
      if (k.key !== "Escape") return;
      k.stopPropagation();
      to(from);
      this.layer.releasePointerCapture(e.pointerId);
    }, { signal: leave.signal, capture: true });
    this.layer.addEventListener("lostpointercapture", () => {
      leave.abort();
      this.held = false;
      this.guides = [];
      clearTimeout(this.resting);
      if (this.draft) this.write(id, this.draft.box);
      this.paint();
      this.say();
      this.ended();
    }, { once: true });
  }

  /** @param {KeyboardEvent} e */
  key(e) {
    const page = { PageDown: 1, PageUp: -1 }[e.key];
    if (page && !e.ctrlKey && !e.altKey && !e.metaKey) {
      e.preventDefault();
      this.step(page);
      return;
    }
    if (e.key === "Escape" && this.place.state.slot) {
      e.preventDefault();
      this.choose("");
      return;
    }
    const way = /** @type {Record<string, number[]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] })[e.key];
    if (!way || e.altKey || e.metaKey) return;
    e.preventDefault();
    const chosen = this.chosen;
    if (!chosen || this.held || !this.desk?.all?.writes || (e.ctrlKey && !chosen.box.w && !chosen.box.h)) return;
    this.begin(e.ctrlKey ? "size" : "move");
    const by = e.shiftKey ? 10 : 1;
    const edges = e.ctrlKey ? { left: false, right: way[0] !== 0, top: false, bottom: way[1] !== 0 } : whole;
    const id = chosen.laid.id;
    this.draft = { id, box: moved(chosen.box, edges, way[0] * by, way[1] * by) };
    this.touched.add(id);
    this.paint();
    this.moved(true);
    this.say();
    this.write(id, this.draft.box);
  }

  /** Says where the chosen slot is. */
  say() {
    const chosen = this.chosen;
    if (chosen) tell(word(chosen.box.w || chosen.box.h ? "slots.at" : "slots.point-at", { id: chosen.laid.id, ...Object.fromEntries(numbers(chosen.box).map((n, i) => ["xywh"[i], n])) }));
  }

  /** Has a slot's box written. @param {string} id @param {Box} box */
  write(id, box) {
    this.send(() => {
      const places = this.written(id)?.places ?? {};
      const to = /** @type {Record<string, number>} */ (places.cx ? { cx: box.x, cy: box.y } : { x: box.x, y: box.y, width: box.w, height: box.h });
      return Object.entries(to).map(([key, n]) => ({ value: places[key], text: number(n) })).filter((c) => Number(c.value.text) !== Number(c.text));
    });
  }

  /** Aligns what stands in the chosen slot, on one axis. @param {DOMStringMap} [to] */
  align(to) {
    const value = this.chosen && this.written(this.chosen.laid.id)?.ways.align;
    if (!to || !value) return;
    const [across, down] = this.alignOf(value);
    const next = [to.across ?? across, to.down ?? down];
    this.begin("");
    this.send(() => (value.text === next.join(" ") ? [] : [{ value, text: next.join(" ") }]));
    tell(word("slots.aligned", { across: word(`slots.${next[0]}-x`), down: word(`slots.${next[1]}-y`) }));
  }

  /**
   * Has changes made, one after the other: of those of a gesture that come meanwhile the
   * last, which is never lost.
   * @param {() => {value: Value, text: string | null}[]} changes
   */
  async send(changes) {
    const { desk } = this;
    if (!desk) return;
    this.onTheirWay++;
    const answer = await desk.change(this.gesture, changes);
    if (answer.status === 200) this.refuse("");
    else {
      this.refuse(answer.conflict ? word("slots.conflict", { theirs: answer.conflict.theirs ?? "" }) : answer.problems ? `${answer.problems[0].message} ${answer.problems[0].hint}` : (answer.error ?? ""));
      await desk.read();
    }
    this.onTheirWay--;
    if (this.onTheirWay === 0 && !this.held) {
      this.draft = null;
      this.paint();
    }
  }

  /** @param {string} why */
  refuse(why) {
    $("slot-refused").textContent = why;
  }
}

/** @param {string} scene @param {() => void} told */
async function open(scene, told) {
  try {
    const at = "./panel/desk.js"; // the development server's, which may have none
    const module = /** @type {{Desk: new (scene: string, changed: () => void) => Desk}} */ (await import(at));
    const desk = new module.Desk(scene, () => {});
    desk.group = "slots";
    desk.told = told;
    return desk;
  } catch {
    return null;
  }
}

/** A length as a person would write it. @param {number} n */
const number = (n) => String(Math.round(n * 1000) / 1000);

/** @param {Box} box */
const numbers = (box) => (box.w || box.h ? [box.x, box.y, box.w, box.h] : [box.x, box.y]).map(number);
