// @ts-check
// The page's own scrolling, as steps of the story: each step is one stride of
// the transparent layer. Strides are parts of the small viewport, so a phone's
// address bar that comes and goes changes no step.
import { bring } from "./guest.js";

/** How far a hand scrolls from a step until the next begins: in strides, and at most in px. */
const enough = 0.12;
const most = 80;

/** How far it scrolls back until that is a turn and no trembling, in strides. */
const turn = 0.06;

/** After how long without a scroll it is at rest, in ms: soon where the browser does not tell. */
const rest = "onscrollend" in window ? 1000 : 150;

/** How long after a turn of the wheel the next may come, in ms, and belong to the same. */
const turning = 150;

/** Where in the window what is read in the table is looked for, in px from the top. */
const line = 80;

export class Scroller {
  constructor() {
    this.stride = 0;
    this.width = 0; // of the window, in CSS pixels, as the stride is its height
    this.steps = 0;
    this.now = 0; // the step that the player shows
    this.scrolled = false; // whether the reader came there by scrolling
    this.moved = false; // whether they have scrolled on since the page was opened
    for (const kind of ["wheel", "touchmove", "keydown"]) addEventListener(kind, () => (this.moved = true), { once: true, passive: true });
    this.expected = -1; // where the page itself has scrolled to
    this.asked = this.late = false;
    this.moving = false; // the page scrolls, and not by itself
    this.hand = false; // by a wheel or a finger, which mean on or back
    this.fingers = 0;
    this.pinched = false; // by two fingers, which mean the page and not the story
    this.way = 0; // 1 on, -1 back
    this.edge = 0; // the farthest that way, in steps
    this.timer = 0;
    /** @type {number | null} where the page was scrolled to when it was left, until it is there again */
    this.left = null;
    this.turned = 0; // when the wheel was turned last
    /** @type {{element: Element, top: number} | null} what is read in the table */
    this.read = null;
    this.stopped = new AbortController();
    /** @type {EventListener} the same for all, so that an element has it once */
    this.lost = (e) => {
      if (!(/** @type {Element} */ (e.currentTarget).isConnected)) this.touched(/** @type {TouchEvent} */ (e));
    };
    /** @type {(step: number) => void} */
    this.tell = () => {};
    document.addEventListener("keydown", (e) => this.leaf(e));
  }

  get sections() {
    return /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main > .scene"));
  }

  /** Whether the article is read instead of the picture: then the page scrolls as any. */
  get off() {
    return !document.documentElement.classList.contains("playing");
  }

  /** The scene that is being read in the article; empty at its beginning. */
  reading() {
    if (window.scrollY < window.innerHeight / 2) return "";
    let name = "";
    for (const s of this.sections) {
      if (s.getBoundingClientRect().top < window.innerHeight / 2) name = s.id;
    }
    return name;
  }

  /** Leads from scene to scene by the keys that lead from step to step in the player. @param {KeyboardEvent} e */
  leaf(e) {
    const by = ["ArrowLeft", "", "ArrowRight"].indexOf(e.key) - 1;
    const others = e.ctrlKey || e.metaKey || e.altKey || e.shiftKey || e.defaultPrevented;
    if (Math.abs(by) !== 1 || !this.off || others || /** @type {Element} */ (e.target).closest("input, dialog, #bar")) return;
    const all = [...this.sections];
    bring(all[Math.max(0, all.findIndex(({ id }) => id === this.reading())) + by]);
  }

  /** @param {(step: number) => void} tell is called with the step to which the reader has scrolled */
  start(tell) {
    this.tell = tell;
    this.measure();
    this.stopped = new AbortController();
    const { signal } = this.stopped;
    const passive = { passive: true, signal };
    window.addEventListener("scroll", () => this.heard(), passive);
    window.addEventListener("scrollend", () => this.rested(), passive);
    window.addEventListener("resize", () => this.resized(), { signal });
    window.addEventListener("pagehide", () => (this.left = window.scrollY), { signal });
    window.addEventListener("pageshow", () => this.returned(), { signal });
    window.addEventListener("wheel", (e) => {
      this.hand ||= !e.ctrlKey && e.deltaY !== 0;
      this.turned = performance.now();
    }, passive);
    for (const kind of ["touchstart", "touchmove", "touchend", "touchcancel"]) {
      window.addEventListener(kind, (e) => this.touched(/** @type {TouchEvent} */ (e)), passive);
    }
  }

  /** Leaves the scrolling to the reader alone. */
  stop() {
    this.stopped.abort();
    this.left = null;
    document.documentElement.classList.remove("beyond");
    clearTimeout(this.timer);
    this.moving = this.hand = this.pinched = false;
    this.fingers = this.way = this.stride = 0;
    this.tell = () => {};
  }

  /** Gives every section the height of its steps. */
  measure() {
    this.steps = 0;
    for (const s of this.sections) {
      const n = Number(s.dataset.steps);
      s.style.setProperty("--steps", String(n));
      this.steps += n;
    }
    this.width = window.innerWidth;
    if (!this.off) this.stride = this.long();
  }

  /** How long a stride is in the window that there is, in CSS pixels. */
  long() {
    const first = this.sections[0];
    return first ? first.getBoundingClientRect().height / Number(first.dataset.steps) : 0;
  }

  resized() {
    if (this.off) return;
    const { stride, width, read } = this;
    this.measure();
    if (this.stride === stride && (this.width === width || !read)) return;
    if (read?.element.isConnected) {
      const top = window.scrollY + read.element.getBoundingClientRect().top - read.top;
      this.expected = Math.round(top);
      window.scrollTo({ top: this.expected, behavior: "instant" });
    } else this.move();
  }

  /** Where the page is scrolled to, in steps. */
  get place() {
    return this.stride > 0 ? window.scrollY / this.stride : 0;
  }

  /** Whether the page is scrolled on from the last picture. */
  beyond() {
    return this.stride > 0 && !this.off && this.place > this.steps - 0.7;
  }

  /** Whether the last picture is there, so that scrolling on leads to the table. */
  last() {
    return this.now === this.steps - 1 && this.place > this.steps - 1.1;
  }

  /** @param {TouchEvent} e */
  touched(e) {
    if (e.type === "touchstart") this.keepTouch(/** @type {Element} */ (e.target));
    const before = this.fingers;
    this.fingers = e.touches.length;
    // The first finger is alone, whatever was told of those before it.
    if (before === 0 || e.type === "touchstart" && this.fingers === 1) this.pinched = false;
    // While it scrolls, a browser tells of few moves, or of none. A tap is shown.
    if (this.fingers > 0) this.hand = true;
    if (this.fingers > 1) this.pinched = true;
    else if (this.moving) this.wait();
  }

  /**
   * Hears of fingers on an element that is gone before they are, as a mark goes
   * with its scene: what is told of them is told to it alone.
   * @param {Element} element
   */
  keepTouch(element) {
    const { signal } = this.stopped;
    for (const kind of ["touchend", "touchcancel"]) element.addEventListener(kind, this.lost, { passive: true, signal });
  }

  /** Where in the table the page is scrolled to, from its top, in CSS pixels; null where the pictures are shown. */
  below() {
    const table = document.getElementById("table");
    return table && this.beyond() ? -table.getBoundingClientRect().top : null;
  }

  /** The way back has led to the page as it was left; WebKit has scrolled it to its top, and is still to tell. */
  returned() {
    if (this.left === null) return;
    const top = this.left;
    window.scrollTo({ top, behavior: "instant" });
    requestAnimationFrame(() => requestAnimationFrame(() => {
      this.expected = Math.round(top);
      window.scrollTo({ top, behavior: "instant" });
      this.left = null;
    }));
  }

  heard() {
    if (this.left !== null) return;
    document.documentElement.classList.toggle("beyond", this.beyond());
    if (this.off || Math.abs(window.scrollY - this.expected) <= 1) return;
    this.expected = -1;
    this.moving = true;
    this.wait();
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.keep();
      if (!this.moving) return; // the page has gone elsewhere since
      if (!this.pinched) {
        this.scrolled = true;
        this.now = this.meant();
        this.tell(this.now);
      }
      if (this.late) this.rested();
    });
  }

  /**
   * The step that the reader means by scrolling here. A hand need not scroll half
   * a stride until something happens; a scrollbar, a search or a link means the
   * nearest step.
   */
  meant() {
    const { place } = this;
    const within = Math.min(enough, most / this.stride);
    if (this.way === 0) [this.way, this.edge] = [Math.sign(place - this.now), place];
    const on = (place - this.edge) * this.way;
    if (on > 0) this.edge = place;
    else if (on < -turn) [this.way, this.edge] = [-this.way, place];
    let step = Math.round(place);
    if (this.hand) step = this.way > 0 ? Math.ceil(this.edge - within) : Math.floor(this.edge + within);
    return Math.max(0, Math.min(step, this.steps - 1));
  }

  wait(ms = rest) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rested(), ms);
  }

  /**
   * Scrolling has come to rest: the page takes the place of the step that it
   * shows, so that the next stroke is as long as any. Nothing is seen of it, for
   * the picture does not scroll; on the way to the table nothing is done.
   */
  rested() {
    if (this.off) return;
    this.keep();
    this.late = this.asked; // the last of the scrolling is still to be heard
    if (!this.moving || this.fingers > 0 || this.asked) return;
    const more = this.turned + turning - performance.now();
    if (more > 0) return this.wait(more); // to scroll now would swallow what is still to come
    this.moving = this.hand = this.pinched = false;
    this.way = 0;
    if (this.place < this.steps - 1) this.move();
  }

  /** Remembers what is read in the table: not where a new size of the window has moved it to, of which it is still to be told. */
  keep() {
    if (this.width !== window.innerWidth || this.stride !== this.long()) return;
    const element = this.beyond() ? document.elementFromPoint(window.innerWidth / 2, line)?.closest("#table :is(tr, p, li, h2, h3)") : null;
    this.read = element ? { element, top: element.getBoundingClientRect().top } : null;
  }

  /** Shows a step that the reader did not scroll to. @param {number} step */
  show(step) {
    // A finger that has just left may have swiped: a busy page hears of the scrolling later.
    if (step === this.now && this.hand && !this.moving) return;
    this.now = step;
    this.scrolled = this.moving = this.hand = this.pinched = false;
    this.way = 0;
    this.move();
  }

  /** Keeps up with a step that the player tells of. @param {number} step */
  follow(step) {
    if (this.moving) return;
    const before = this.now;
    if (step !== before) this.scrolled = false;
    this.now = step;
    if (this.off) {
      if (step !== before) this.open();
      return;
    }
    const near = Math.min(Math.round(this.place), this.steps - 1);
    if (near !== step) this.move();
  }

  move() {
    if (this.off) {
      this.open();
      return;
    }
    const top = Math.round(this.now * this.stride);
    if (Math.abs(window.scrollY - top) < 1) return;
    this.expected = top;
    this.read = null;
    window.scrollTo({ top, behavior: "instant" });
  }

  /** Opens the article at the scene of the present step. */
  open() {
    let left = this.now;
    for (const s of this.sections) {
      left -= Number(s.dataset.steps);
      if (left >= 0) continue;
      if (s.id !== this.reading()) bring(s);
      return;
    }
  }
}
