// @ts-check
// Where the workbench stands, all of which its address tells: whoever opens it sees
// the same.

/**
 * @typedef {object} Beat
 * @property {string} name
 * @property {Record<string, string>} tells
 * @property {number} start seconds of the scene
 * @property {number} end
 * @property {number} hold
 *
 * @typedef {object} Scene
 * @property {string} name
 * @property {Record<string, string>} title
 * @property {Record<string, string>} act
 * @property {Beat[]} beats
 *
 * @typedef {object} Story what story.json tells
 * @property {string} revision
 * @property {boolean} stale
 * @property {string} wrong
 * @property {Scene[]} scenes
 * @property {{name: string, width: number, height: number}[]} forms
 * @property {string[]} langs
 * @property {{name: string, dark: boolean, colors: Record<string, string>}[]} themes
 * @property {string[]} visions
 * @property {{name: string, title: Record<string, string>}[] | null} [acts] in which scenes may be begun
 *
 * @typedef {object} State
 * @property {string} scene
 * @property {number} t seconds of the scene, in thousandths
 * @property {string} form
 * @property {string} lang
 * @property {string} theme
 * @property {string} vision
 * @property {string} zoom "fit", or pixels to a device-independent one
 * @property {string} mode "player", "picture" or "compare"
 * @property {string} how two pictures are compared: "slider", "blink" or "difference"
 * @property {boolean} matrix it is large
 * @property {boolean} boxes
 * @property {boolean} rulers
 * @property {string} mark the id of the one that is looked at
 * @property {boolean} slots those of the drawing are shown
 * @property {string} slot the id of the one that is chosen
 * @property {string} speak the workbench's own language
 * @property {string} look "light" or "dark"
 */

/** How long a frame of a display of 60 Hz is, in seconds. */
export const frame = 1 / 60;

/** @param {number} t */
export const thousandths = (t) => Math.round(t * 1000) / 1000;

export class Place {
  /** @param {Story} story */
  constructor(story) {
    this.story = story;
    /** @type {((state: State, changed: Set<string>) => void)[]} */
    this.followers = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.writing = undefined;
    this.state = this.read(new URLSearchParams(location.search));
  }

  /** @param {URLSearchParams} q @returns {State} */
  read(q) {
    const { scenes, forms, langs, themes, visions } = this.story;
    /** @param {string} name @param {string[]} all @param {string} [first] */
    const one = (name, all, first = all[0]) => (all.includes(q.get(name) ?? "") ? /** @type {string} */ (q.get(name)) : first);
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const scene = one("scene", scenes.map((s) => s.name));
    const beats = /** @type {Scene} */ (scenes.find((s) => s.name === scene)).beats;
    const beat = Math.min(Math.max(Number(q.get("beat")) || beats.length, 1), beats.length);
    const asked = q.get("t");
    const t = asked !== null && Number(asked) >= 0 ? Number(asked) : beats[beat - 1].end;
    return {
      scene,
      t: thousandths(Math.min(t, beats[beats.length - 1].end)),
      form: one("form", forms.map((f) => f.name), "laptop"),
      lang: one("lang", langs),
      theme: one("theme", themes.map((th) => th.name)),
      vision: one("vision", visions),
      zoom: one("zoom", ["fit", "0.5", "1", "2"]),
      mode: one("mode", ["player", "picture", "compare"], "picture"),
      how: one("how", ["slider", "blink", "difference"]),
      matrix: q.get("matrix") === "1",
      boxes: q.get("boxes") === "1",
      rulers: q.get("rulers") === "1",
      mark: q.get("mark") ?? "",
      slots: q.get("slots") === "1",
      slot: q.get("slot") ?? "",
      speak: one("speak", ["zh", "en"], navigator.language.startsWith("zh") ? "zh" : "en"),
      look: one("look", ["light", "dark"], system),
    };
  }

  get scene() {
    return /** @type {Scene} */ (this.story.scenes.find((s) => s.name === this.state.scene));
  }

  get form() {
    return this.formOf(this.state.form);
  }

  /** @param {string} name */
  formOf(name) {
    return this.story.forms.find((f) => f.name === name) ?? this.story.forms[0];
  }

  /** The beat that moves or has just come to rest, from 0. @param {number} [t] */
  beatAt(t = this.state.t) {
    const { beats } = this.scene;
    const i = beats.findIndex((b) => t <= b.end + 0.0005);
    return i < 0 ? beats.length - 1 : i;
  }

  get rests() {
    return Math.abs(this.state.t - this.scene.beats[this.beatAt()].end) < 0.0015;
  }

  /** @param {(state: State, changed: Set<string>) => void} f */
  follow(f) {
    this.followers.push(f);
  }

  /** Goes elsewhere, and tells who follows what has changed. @param {Partial<State>} to */
  go(to) {
    if (to.scene && to.scene !== this.state.scene && to.t === undefined) {
      const next = this.story.scenes.find((s) => s.name === to.scene);
      if (!next) return;
      to = { ...to, t: next.beats[next.beats.length - 1].end, mark: to.mark ?? "", slot: to.slot ?? "" };
    }
    if (to.t !== undefined) {
      const scene = this.story.scenes.find((s) => s.name === (to.scene ?? this.state.scene)) ?? this.scene;
      to.t = thousandths(Math.min(Math.max(to.t, 0), scene.beats[scene.beats.length - 1].end));
    }
    const next = { ...this.state, ...to };
    const names = /** @type {(keyof State)[]} */ (Object.keys(next));
    const changed = new Set(names.filter((k) => next[k] !== this.state[k]).map(String));
    if (changed.size === 0) return;
    this.state = next;
    this.write();
    for (const f of this.followers) f(next, changed);
  }

  /** Puts the address right, some times a second at most: browsers refuse more. */
  write() {
    this.writing ??= setTimeout(() => {
      this.writing = undefined;
      const q = new URLSearchParams();
      for (const [k, v] of Object.entries(this.state)) q.set(k, typeof v === "boolean" ? String(Number(v)) : String(v));
      q.set("beat", String(this.beatAt() + 1));
      history.replaceState(null, "", `?${q}`);
    }, 150);
  }

  /** Another story has come: what it lacks is left. @param {Story} story */
  retell(story) {
    const { rests, state } = this;
    const beat = this.scene.beats[this.beatAt()];
    this.story = story;
    const now = story.scenes.find((s) => s.name === state.scene)?.beats.find((b) => b.name === beat.name);
    // Where beats take other times, the place is the same way into its beat, or its rest.
    if (now) this.state = { ...state, t: thousandths(rests ? now.end : Math.min(now.start + state.t - beat.start, now.end)) };
    const q = new URLSearchParams(Object.entries(this.state).map(([k, v]) => [k, typeof v === "boolean" ? String(Number(v)) : String(v)]));
    this.state = this.read(q);
    this.write();
    for (const f of this.followers) f(this.state, new Set(["story"]));
  }

  /** The query of a moment. @param {Partial<State>} [other] @param {Record<string, string | number>} [more] */
  query(other = {}, more = {}) {
    const { scene, t, form, lang, theme, vision } = { ...this.state, ...other };
    const q = new URLSearchParams({ scene, t: String(t), form, lang, theme, vision, v: this.story.revision });
    for (const [k, v] of Object.entries(more)) q.set(k, String(v));
    return String(q);
  }
}
