// @ts-check
// Frames of one page share its graphics, of which a browser gives a page 16 contexts, or
// 8: for one more it takes the oldest away. So a frame that nobody sees gives its own
// back once some others have begun, and waits with its beginning where they have.

/** How many others may have begun while a frame is out of sight. */
const patience = 4;

/** What a frame that has graphics holds, and tells when it begins. */
const name = "lianhua.graphics";

/** How long it may take until a browser tells whether a frame is seen, in ms. */
const overdue = 1000;

/** By which the frames of a site on one page hear of each other; none where they may not. */
function channel() {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/**
 * Takes a place among those that have graphics, where the browser counts them.
 * @returns {Promise<() => void>} gives it up
 */
function place() {
  return new Promise((taken) => {
    const none = () => taken(() => {});
    const held = () => new Promise((/** @type {(_?: unknown) => void} */ done) => taken(done));
    if (navigator.locks) navigator.locks.request(name, { mode: "shared" }, held).catch(none);
    else none();
  });
}

/** How many places are taken. */
async function places() {
  const all = await navigator.locks?.query().catch(() => null);
  return all?.held?.filter((it) => it.name === name).length ?? 0;
}

export class Turns {
  /** @param {() => void} giveBack gives the graphics back */
  constructor(giveBack) {
    this.others = 0; // that have begun since this one was seen last
    this.inSight = false;
    /** @type {() => void} gives the place up */
    this.leave = () => {};
    /** @type {() => void} */
    this.told = () => {};
    this.known = new Promise((/** @type {(_?: unknown) => void} */ done) => {
      this.told = done;
      setTimeout(done, overdue);
    });
    /** @type {() => void} ends the waiting */
    this.comes = () => {};
    /** @type {BroadcastChannel | null} */
    this.channel = null;
    const listen = () => {
      this.channel = channel();
      this.channel?.addEventListener("message", () => {
        if (!this.inSight && ++this.others >= patience) giveBack();
      });
    };
    listen();
    // A host's page that is left is kept by the browser only where nothing in it listens or holds.
    addEventListener("pagehide", () => {
      this.leave();
      this.channel?.close();
    });
    addEventListener("pageshow", ({ persisted }) => persisted && listen());
  }

  /** Whether readers see the frame. @param {boolean} on */
  set seen(on) {
    this.inSight = on;
    this.told();
    if (!on) return;
    this.others = 0;
    this.comes();
  }

  /** Waits until the frame may begin, and tells the others. */
  async turn() {
    await this.known;
    this.leave();
    this.leave = await place();
    if (!this.inSight) this.others = Math.max(this.others, await places() - 1);
    if (!this.inSight && this.others >= patience) {
      this.leave();
      await new Promise((/** @type {(_?: unknown) => void} */ done) => (this.comes = done));
      this.leave = await place();
    }
    this.channel?.postMessage("begins");
  }
}
