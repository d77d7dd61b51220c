// @ts-check
// What the panel knows of a scene's values, and how it has them changed.

/**
 * @typedef {{file: string, path: string[], line: number, text: string | null, own: string, head: string | null, kind: string,
 *   min?: number, max?: number, step?: number, of?: string[]}} Value
 * @typedef {{file: string, line: number, path: string[] | null, message: string, hint: string}} Problem
 * @typedef {{undo: number, redo: number, places: {file: string, path: string[], text: string | null}[] | null}} Steps
 * @typedef {{status: number, error?: string, problems?: Problem[], conflict?: {file: string, path: string[], mine: string | null, theirs: string | null}} & Partial<Steps>} Answer
 * @typedef {{scene: string, writes: boolean, committed: boolean, steps: Steps, wrong: Problem[],
 *   beats: {name: string, move: Value, hold: Value}[],
 *   knobs: {name: string, unit: string, own: string, courses?: number[][], forms: {form: string, value: Value}[]}[],
 *   words: {key: string, zh: Value, en: Value}[],
 *   colors: {name: string, role: string, used: boolean, themes: {theme: string, value: Value, on: {name: string, contrast: number, least: number}[]}[]}[],
 *   tones: {name: string, themes: {theme: string, values: Value[]}[]}[],
 *   figures: {id: string, label: {zh: string, en: string}, unit: string, english: string, source: string, expr: string, value: Value}[],
 *   drawings: {file: string, form: string, slots: {id: string, places: Record<string, Value>, ways: Record<string, Value>}[]}[]}} All
 */

/** @typedef {() => {value: Value, text: string | null}[]} Changes what is to be written, asked when its turn comes */

/** @param {{file: string, path: string[]}} at */
export const keyOf = (at) => `${at.file}#${at.path.join("/")}`;

const stored = "workbench-token";

/** The word by which another machine may write; it comes once in the address. */
function token() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token") ?? new URLSearchParams(location.search).get("token");
  if (given) sessionStorage.setItem(stored, given);
  return given ?? sessionStorage.getItem(stored);
}

/**
 * @param {string} path
 * @param {object} [body] of a change; none asks for values
 * @returns {Promise<any>}
 */
async function ask(path, body) {
  /** @type {Record<string, string>} */
  const headers = body ? { "Content-Type": "application/json" } : {};
  const word = token();
  if (word) headers["X-Workbench-Token"] = word;
  try {
    const answer = await fetch(`/workbench/api/${path}`, { method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body), cache: "no-store" });
    return { status: answer.status, ...(await answer.json()) };
  } catch (why) {
    return { status: 0, error: String(why) };
  }
}

/** @param {All} all */
export function* valuesOf(all) {
  for (const b of all.beats) yield* [b.move, b.hold];
  for (const k of all.knobs) for (const f of k.forms) yield f.value;
  for (const w of all.words) yield* [w.zh, w.en];
  for (const c of all.colors) for (const t of c.themes) yield t.value;
  for (const s of all.tones) for (const t of s.themes) yield* t.values;
  for (const f of all.figures) yield f.value;
  for (const d of all.drawings) for (const s of d.slots) yield* [...Object.values(s.places), ...Object.values(s.ways)];
}

export class Desk {
  /** Those of this page, of which each is told what another has written. @type {Set<Desk>} */
  static #open = new Set();
  /** What is asked for on this page is done in that order, by whichever desk. @type {Promise<unknown>} */
  static #last = Promise.resolve();
  /** The change at the end of that line, where it has not begun. @type {{desk: Desk, gesture: string, changes: Changes, answer: Promise<Answer>} | null} */
  static #waits = null;

  /** @type {All | null} */
  all = null;
  /** What takes each value as it is now, by keyOf. @type {Map<string, (value: Value) => void>} */
  takers = new Map();
  /** Which of the groups is read. */
  group = "beats";
  /** Is told that values were read. @type {(values: All) => void} */
  told = () => {};
  #asked = 0;
  #reads = 0;
  #of = ""; // the group that all is of
  #timer = 0;

  /** @param {string} scene @param {() => void} changed is told of each change that was written */
  constructor(scene, changed) {
    this.scene = scene;
    this.changed = changed;
    Desk.#open.add(this);
  }

  close() {
    Desk.#open.delete(this);
    clearTimeout(this.#timer);
    this.told = () => {};
  }

  /** Reads the group's values; null where the answer came too late, or none did. @returns {Promise<Answer | null>} */
  async read() {
    const asked = ++this.#asked;
    const { group } = this;
    this.#reads++;
    const answer = await ask(`values?scene=${encodeURIComponent(this.scene)}&only=${group}`);
    this.#reads--;
    if (asked !== this.#asked) return null;
    if (answer.status !== 200) return answer;
    this.all = answer;
    this.#of = group;
    this.told(answer);
    return null;
  }

  /** Has the system's editor open a drawing. @param {string} file @returns {Promise<Answer>} */
  open(file) {
    return ask("open", { file });
  }

  /** Reads all values a moment later, once for whatever happened until then. */
  readSoon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.read(), 120);
  }

  /**
   * Has values written, after whatever was asked for before, and before what is asked for
   * later. One that waits gives way to the next of its gesture, of which only the last
   * counts: a gesture changes the same values from its beginning to its end.
   * @param {string} gesture
   * @param {Changes} changes
   * @param {{zh: string, en: string}} [reason]
   * @returns {Promise<Answer>}
   */
  change(gesture, changes, reason) {
    const before = Desk.#waits;
    if (before && before.desk === this && before.gesture === gesture && !reason) {
      before.changes = changes;
      return before.answer;
    }
    /** @type {{desk: Desk, gesture: string, changes: Changes, answer: Promise<Answer>}} */
    const mine = { desk: this, gesture, changes, answer: this.#then(() => this.#write(mine.changes(), gesture, reason)) };
    Desk.#waits = mine;
    return mine.answer;
  }

  /**
   * @param {ReturnType<Changes>} changes
   * @param {string} gesture
   * @param {{zh: string, en: string}} [reason]
   * @returns {Promise<Answer>}
   */
  async #write(changes, gesture, reason) {
    const sent = changes.filter(({ value, text }) => text !== value.text).map(({ value, text }) => ({ file: value.file, path: value.path, text, old: value.text }));
    if (sent.length === 0) return { status: 200 };
    const answer = await ask("edit", { gesture, changes: sent, ...(reason && { reason }) });
    if (answer.status === 200) for (const { value, text } of changes) value.text = text;
    return this.#done(answer);
  }

  /** @param {() => Value} value @returns {Promise<Answer>} */
  reset(value) {
    return this.#then(async () => {
      const { file, path, text } = value();
      return this.#done(await ask("reset", { changes: [{ file, path, text: null, old: text }] }));
    });
  }

  /** @param {"undo" | "redo"} way @param {boolean} [skip] @returns {Promise<Answer>} */
  turn(way, skip = false) {
    return this.#then(async () => this.#done(await ask(way, skip ? { skip } : {})));
  }

  /** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
  #then(act) {
    Desk.#waits = null; // what comes after this is not to be done before it
    const next = Desk.#last.then(() => {
      Desk.#waits = Desk.#waits?.answer === next ? null : Desk.#waits;
      return act();
    });
    Desk.#last = next.catch(() => {});
    return next;
  }

  /** @param {Answer} answer */
  #done(answer) {
    if (answer.status === 200) {
      for (const desk of Desk.#open) desk.#take(answer);
      this.changed();
      this.readSoon();
    }
    return answer;
  }

  /** Has what was just written hold at once, before it is read again. @param {Answer} answer */
  #take({ undo = 0, redo = 0, places }) {
    if (this.#reads > 0) { // values that are on their way are older than this
      this.#asked++;
      this.readSoon();
    }
    if (!this.all) return;
    this.all.steps = { undo, redo, places: null };
    const now = new Map(places?.map((p) => [keyOf(p), p.text]));
    for (const value of valuesOf(this.all)) {
      const text = now.get(keyOf(value));
      if (text !== undefined) value.text = text;
    }
    if (this.#of === this.group) this.told(this.all);
  }
}
