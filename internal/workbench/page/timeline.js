// @ts-check
// The scene's beats laid end to end, each with its rest: a strip of small pictures to
// scrub along, and playing it at leisure.
import { Latest, ratio } from "./pictures.js";
import { frame } from "./place.js";
import { word } from "./words.js";

/** @typedef {import("./place.js").Place} Place */

/** @param {string} id */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const stripRank = 3;
const most = 64; // pictures in a strip
const endReach = 8; // pixels from the end of a time that mean that end

export class Timeline {
  /** @param {Place} place */
  constructor(place) {
    this.place = place;
    this.line = $("line");
    this.beats = $("beats");
    this.head = $("head");
    this.playing = false;
    this.looped = false;
    this.speed = 1;
    this.at = 0; // where it is along the line, in seconds with rests
    /** @type {Latest[]} */
    this.strips = [];
    this.laid = "";
    this.held = false; // by the pointer
    /** Is told when it stops. @type {() => void} */
    this.ended = () => {};
    /** Is asked for a beat's time as a number. @type {(beat: string, which: "move" | "hold", x: number) => void} */
    this.asked = () => {};
    this.line.addEventListener("pointerdown", (e) => this.grab(e));
    this.line.addEventListener("dblclick", (e) => this.askAt(e.clientX - this.line.getBoundingClientRect().left));
    this.line.addEventListener("keydown", (e) => {
      if (e.key !== "Enter") return;
      e.preventDefault();
      this.ask(this.place.beatAt(), e.shiftKey ? "hold" : "move");
    });
    $("play").addEventListener("click", () => this.play(!this.playing));
    $("back").addEventListener("click", () => this.step(-1));
    $("on").addEventListener("click", () => this.step(1));
    $("loop").addEventListener("click", () => this.loop());
    $("speed").addEventListener("change", (e) => (this.speed = Number(/** @type {HTMLSelectElement} */ (e.target).value)));
    new ResizeObserver(() => this.film()).observe(this.line);
  }

  /** Beats with where each begins along the line, in seconds with rests. */
  get spans() {
    let from = 0;
    return this.place.scene.beats.map((b) => {
      const span = { beat: b, from, rest: from + b.end - b.start, to: from + b.end - b.start + b.hold };
      from = span.to;
      return span;
    });
  }

  get length() {
    return this.spans.at(-1)?.to ?? 0;
  }

  /** Where along the line a time of the scene is. @param {number} t */
  along(t) {
    const span = this.spans[this.place.beatAt(t)];
    return span.from + t - span.beat.start;
  }

  /** The time of the scene that is there along the line. @param {number} at */
  timeOf(at) {
    const span = this.spans.find((s) => at < s.to) ?? this.spans[this.spans.length - 1];
    return Math.min(span.beat.start + Math.max(at - span.from, 0), span.beat.end);
  }

  /** Lays the beats out anew. */
  lay() {
    const now = JSON.stringify([this.place.scene, document.documentElement.lang]);
    if (now === this.laid) {
      this.film(); // the pictures stay until others have come
      return;
    }
    this.laid = now;
    const all = this.length || 1;
    for (const s of this.strips) s.stop();
    /** @type {Map<string | undefined, HTMLElement>} */
    const old = new Map([.../** @type {NodeListOf<HTMLElement>} */ (this.beats.querySelectorAll(".strip"))].map((s) => [s.dataset.of, s]));
    this.beats.replaceChildren(...this.spans.map((s, i) => {
      const li = document.createElement("li");
      li.style.width = `${((s.to - s.from) / all) * 100}%`;
      li.title = word("time.beat", { beat: i + 1, name: s.beat.name, move: (s.rest - s.from).toFixed(1), hold: (s.to - s.rest).toFixed(1) });
      const name = document.createElement("b");
      name.textContent = `${i + 1} ${s.beat.name}`;
      const of = `${this.place.state.scene} ${s.beat.name}`;
      const strip = old.get(of) ?? document.createElement("span"); // with its pictures, in other words
      strip.className = "strip";
      strip.dataset.of = of;
      strip.style.width = `${((s.rest - s.from) / (s.to - s.from || 1)) * 100}%`;
      const rest = document.createElement("span");
      rest.className = "rest";
      const film = document.createElement("div");
      film.className = "film";
      film.append(strip, rest);
      li.append(name, film);
      return li;
    }));
    this.strips = this.spans.map(() => new Latest(stripRank));
    this.film();
    this.show();
  }

  /** Fills the beats with pictures of what is on the stage, when nothing more urgent is to be drawn. */
  film() {
    clearTimeout(this.filming);
    this.filming = setTimeout(() => this.strips.forEach((latest, i) => void this.filmBeat(latest, i)), 200);
  }

  /** @param {Latest} latest @param {number} i */
  async filmBeat(latest, i) {
    const strip = /** @type {HTMLElement | null} */ (this.beats.children[i]?.querySelector(".strip"));
    if (!strip) return;
    const { form, scene } = this.place;
    const cell = strip.clientHeight * (form.width / form.height);
    const n = Math.min(Math.max(Math.ceil(strip.clientWidth / cell), 1), most);
    if (strip.clientWidth < 8 || cell < 4) return;
    const query = this.place.query({ t: scene.beats[i].end }, { n, width: Math.max(Math.round(cell * ratio()), 8), crop: Math.max(Math.round((strip.clientWidth / n) * ratio()), 1) });
    try {
      const answer = await latest.ask(`strip.png?${query}`);
      if (!answer) return;
      const old = strip.dataset.picture;
      const fresh = URL.createObjectURL(await answer.blob());
      strip.style.backgroundImage = `url(${fresh})`;
      strip.dataset.picture = fresh;
      if (old) URL.revokeObjectURL(old);
    } catch {
      strip.style.backgroundImage = ""; // the stage says why
    }
  }

  /** Shows where it is. */
  show() {
    const { state, scene } = this.place;
    if (!this.playing && !this.held) this.at = this.along(state.t);
    const beat = this.place.beatAt();
    const text = word("time.at", { beat: beat + 1, name: scene.beats[beat].name, time: state.t.toFixed(3) });
    this.head.style.left = `${(this.at / (this.length || 1)) * 100}%`;
    $("clock").textContent = text;
    this.line.setAttribute("aria-valuemax", String(scene.beats[scene.beats.length - 1].end));
    this.line.setAttribute("aria-valuenow", String(state.t));
    this.line.setAttribute("aria-valuetext", text);
    [...this.beats.children].forEach((li, i) => li.classList.toggle("present", i === beat));
  }

  /** @param {PointerEvent} e */
  grab(e) {
    if (e.button !== 0) return;
    this.play(false);
    this.held = true;
    this.line.setPointerCapture(e.pointerId);
    const move = (/** @type {PointerEvent} */ p) => {
      const at = this.line.getBoundingClientRect();
      this.at = Math.min(Math.max((p.clientX - at.left) / at.width, 0), 1) * this.length;
      this.place.go({ t: this.timeOf(this.at) });
      this.show();
    };
    const end = () => {
      this.held = false;
      this.line.removeEventListener("pointermove", move);
      this.place.go({ t: this.timeOf(this.at) });
    };
    move(e);
    this.line.addEventListener("pointermove", move);
    this.line.addEventListener("lostpointercapture", end, { once: true });
  }

  /** Asks for the time whose end is there, or else for the one that is. @param {number} x in pixels along the line */
  askAt(x) {
    const perSecond = this.line.clientWidth / (this.length || 1);
    const ends = this.spans.flatMap((s, i) => /** @type {const} */ ([{ i, which: "move", from: s.from, to: s.rest }, { i, which: "hold", from: s.rest, to: s.to }]));
    const far = (/** @type {{to: number}} */ e) => Math.abs(e.to * perSecond - x);
    const near = ends.filter((e) => far(e) <= endReach).sort((a, b) => far(a) - far(b))[0];
    const at = near ?? ends.find((e) => x < e.to * perSecond);
    if (at) this.ask(at.i, at.which);
  }

  /** @param {number} i of the beat @param {"move" | "hold"} which */
  ask(i, which) {
    this.play(false);
    const span = this.spans[i];
    this.asked(span.beat.name, which, ((which === "move" ? span.rest : span.to) / (this.length || 1)) * this.line.clientWidth);
  }

  /** Goes by frames. @param {number} n */
  step(n) {
    this.play(false);
    this.place.go({ t: Math.round(this.place.state.t / frame + n) * frame });
  }

  /** Goes to the rest of another beat. @param {number} n */
  leap(n) {
    this.play(false);
    const { beats } = this.place.scene;
    const now = this.place.beatAt();
    const to = n < 0 || this.place.rests ? now + n : now;
    if (beats[to]) this.place.go({ t: beats[to].end });
  }

  loop() {
    this.looped = !this.looped;
    $("loop").setAttribute("aria-pressed", String(this.looped));
  }

  /** @param {boolean} on */
  play(on) {
    if (on === this.playing) return;
    this.playing = on;
    $("play").setAttribute("aria-pressed", String(on));
    $("play").title = word(on ? "time.pause" : "time.play");
    $("play").setAttribute("aria-label", $("play").title);
    if (!on) {
      this.place.go({ t: this.timeOf(this.at) });
      this.ended();
      return;
    }
    const beat = this.place.beatAt();
    this.at = this.along(this.place.state.t);
    if (this.looped && this.place.rests) this.at = this.spans[beat].from;
    else if (this.at >= this.spans[this.spans.length - 1].rest - 0.001) this.at = 0;
    let last = performance.now();
    const tick = (/** @type {number} */ now) => {
      if (!this.playing) return;
      const span = this.looped ? this.spans[Math.min(beat, this.spans.length - 1)] : null;
      this.at += (Math.max(now - last, 0) / 1000) * this.speed;
      last = now;
      if (span && this.at >= span.to) this.at = span.from;
      if (this.at >= this.length) {
        this.at = this.length;
        this.play(false);
        return;
      }
      this.place.go({ t: this.timeOf(this.at) });
      this.show();
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }
}
