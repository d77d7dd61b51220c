// @ts-check
// The contents lie over the picture: the page holds still below them, the way back
// closes them, and the keys go in and come back.

const root = document.documentElement;

export class Browsing {
  /**
   * @param {import("./address.js").Address} address
   * @param {import("./bar.js").Bar} bar
   * @param {import("./marks.js").Marks} marks
   */
  constructor(address, bar, marks) {
    this.address = address;
    this.bar = bar;
    this.marks = marks;
  }

  /** Whether the contents are open. */
  get on() {
    return root.classList.contains("browsing");
  }

  /** They have opened, or closed. @param {boolean} open @param {{scene: string, link: string} | null} state */
  turn(open, state) {
    if (open === this.on) return;
    root.classList.toggle("barred", open && innerWidth > root.clientWidth); // the page keeps its width
    root.classList.toggle("browsing", open);
    this.bar.browses(open);
    if (!state) return;
    this.address.contents(open, state.link);
    const at = document.activeElement;
    if (open && at?.matches("#to-contents:focus-visible, main *")) this.marks.focus(`contents/${state.scene}`);
    else if (!open && at?.matches("body, .mark *")) this.marks.rest(state.scene);
  }

  /** Keys have moved within them. @param {string | undefined} id the mark that has the keys */
  follow(id) {
    if (this.on && id) this.marks.focus(id);
  }

  /** The player has ended. */
  stop() {
    root.classList.remove("browsing", "barred");
  }
}
