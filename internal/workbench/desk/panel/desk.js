// @ts-check
// What the panel knows of a scene's values, and how it has them changed.

/**
 * @typedef {{file: string, path: string[], line: number, text: string | null, own: string, head: string | null, kind: string,
 *   min?: number, max?: number, step?: number, of?: string[]}} Value
 * @typedef {{file: string, line: number, path: string[] | null, message: string, hint: string}} Problem
 * @typedef {{undo: number, redo: number, places: {file: string, path: string[]}[] | null}} Steps
 * @typedef {{status: number, error?: string, problems?: Problem[], conflict?: {file: string, path: string[], mine: string | null, theirs: string | null}} & Partial<Steps>} Answer
 * @typedef {{scene: string, writes: boolean, committed: boolean, steps: Steps, wrong: Problem[],
 *   beats: {name: string, move: Value, hold: Value}[],
 *   knobs: {name: string, unit: string, own: string, forms: {form: string, value: Value}[]}[],
 *   words: {key: string, zh: Value, en: Value}[],
 *   colors: {name: string, role: string, used: boolean, themes: {theme: string, value: Value, on: {name: string, contrast: number, least: number}[]}[]}[],
 *   tones: {name: string, themes: {theme: string, values: Value[]}[]}[],
 *   figures: {id: string, label: {zh: string, en: string}, unit: string, source: string, expr: string, value: Value}[],
 *   drawings: {file: string, form: string, slots: {id: string, places: Record<string, Value>, ways: Record<string, Value>}[]}[]}} All
 */

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

export class Desk {
  /** @type {All | null} */
  all = null;
  /** What takes each value as it is now, by keyOf. @type {Map<string, (value: Value) => void>} */
  takers = new Map();
  /** Which of the groups is read. */
  group = "beats";
  /** Is told that values were read. @type {(values: All) => void} */
  told = () => {};
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();
  #asked = 0;
  #timer = 0;

  /** @param {string} scene @param {() => void} changed is told of each change that was written */
  constructor(scene, changed) {
    this.scene = scene;
    this.changed = changed;
  }

  /** Reads the group's values; null where the answer came too late, or none did. @returns {Promise<Answer | null>} */
  async read() {
    const asked = ++this.#asked;
    const answer = await ask(`values?scene=${encodeURIComponent(this.scene)}&only=${this.group}`);
    if (asked !== this.#asked) return null;
    if (answer.status !== 200) return answer;
    this.all = answer;
    this.told(answer);
    return null;
  }

  /** Reads all values a moment later, once for whatever happened until then. */
  readSoon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.read(), 120);
  }

  /**
   * Has values written, after whatever is on its way.
   * @param {string} gesture
   * @param {{value: Value, text: string | null, old?: string | null}[]} changes
   * @param {{zh: string, en: string}} [reason]
   * @returns {Promise<Answer>}
   */
  change(gesture, changes, reason) {
    return this.#then(async () => {
      const sent = changes.map(({ value, text, old }) => ({ file: value.file, path: value.path, text, old: old === undefined ? value.text : old }));
      const answer = await ask("edit", { gesture, changes: sent, ...(reason && { reason }) });
      if (answer.status === 200) for (const { value, text } of changes) value.text = text;
      return this.#done(answer);
    });
  }

  /** @param {Value} value @returns {Promise<Answer>} */
  reset(value) {
    return this.#then(async () => this.#done(await ask("reset", { changes: [{ file: value.file, path: value.path, text: null, old: value.text }] })));
  }

  /** @param {"undo" | "redo"} way @param {boolean} [skip] @returns {Promise<Answer>} */
  turn(way, skip = false) {
    return this.#then(async () => this.#done(await ask(way, skip ? { skip } : {})));
  }

  /** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
  #then(act) {
    const next = this.#last.then(act);
    this.#last = next.catch(() => {});
    return next;
  }

  /** @param {Answer} answer */
  #done(answer) {
    if (answer.status === 200) {
      this.#asked++; // values that are on their way are older than this
      this.changed();
      this.readSoon();
    }
    return answer;
  }
}
