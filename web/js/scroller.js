// @ts-check
// The page's own scrolling, as steps of the story: each step is one stride of
// the transparent layer. Strides are parts of the small viewport, so a phone's
// address bar that comes and goes changes no step.

/** For how long after a scroll the page belongs to the reader's hand, in ms. */
const hold = 250;

export class Scroller {
  constructor() {
    this.stride = 0;
    this.steps = 0;
    this.now = 0; // the step that the player shows
    this.scrolled = false; // whether the reader came there by scrolling
    this.expected = -1; // where the page itself has scrolled to
    this.touched = -Infinity; // when the reader last scrolled
    this.asked = false;
    this.stopped = new AbortController();
    /** @type {(step: number) => void} */
    this.tell = () => {};
  }

  get sections() {
    return /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main > .scene"));
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

  /** @param {(step: number) => void} tell is called with where the reader has scrolled */
  start(tell) {
    this.tell = tell;
    this.measure();
    this.stopped = new AbortController();
    const { signal } = this.stopped;
    window.addEventListener("scroll", () => this.heard(), { passive: true, signal });
    window.addEventListener("resize", () => this.resized(), { signal });
  }

  /** Leaves the scrolling to the reader alone. */
  stop() {
    this.stopped.abort();
    this.stride = 0;
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
    const first = this.sections[0];
    if (first) this.stride = first.getBoundingClientRect().height / Number(first.dataset.steps);
  }

  resized() {
    const before = this.stride;
    const beyond = this.beyond();
    this.measure();
    if (this.stride !== before && !beyond) this.move();
  }

  /** Where the page is scrolled to, in steps. */
  get place() {
    return this.stride > 0 ? window.scrollY / this.stride : 0;
  }

  /** Whether the page is scrolled on from the last picture. */
  beyond() {
    return this.stride > 0 && this.place > this.steps - 0.7;
  }

  /** Where in the table the page is scrolled to, from its top, in CSS pixels; null where the pictures are shown. */
  below() {
    const table = document.getElementById("table");
    return table && this.beyond() ? -table.getBoundingClientRect().top : null;
  }

  heard() {
    document.documentElement.classList.toggle("beyond", this.beyond());
    if (Math.abs(window.scrollY - this.expected) <= 1) return;
    this.expected = -1;
    this.touched = performance.now();
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.scrolled = true;
      this.tell(Math.min(this.place, this.steps - 1));
    });
  }

  /** Shows a step that the reader did not scroll to. @param {number} step */
  show(step) {
    this.now = step;
    this.scrolled = false;
    this.touched = -Infinity;
    this.move();
  }

  /** Keeps up with a step that the player tells of. @param {number} step */
  follow(step) {
    if (step !== this.now && performance.now() - this.touched > hold) this.scrolled = false;
    this.now = step;
    const near = Math.min(Math.round(this.place), this.steps - 1);
    if (near !== step && performance.now() - this.touched > hold) this.move();
  }

  move() {
    const top = Math.round(this.now * this.stride);
    if (Math.abs(window.scrollY - top) < 1) return;
    this.expected = top;
    window.scrollTo({ top, behavior: "instant" });
  }
}
