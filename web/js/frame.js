// @ts-check
// The page inside another's: what it and its host tell each other, and whether
// readers see it. The two send objects by postMessage, all with the protocol's
// number as "lianhua"; what has another number, or comes from elsewhere, is not
// for them. Lengths are CSS pixels.
//
// To the host:
//
//   {lianhua: 1, width, height, room}  the height that suits a frame of this width;
//                                      room as the host told it, else null
//   {lianhua: 1, state: {scene, beat, link, title}}
//                                      the story has come to rest there; beats count
//                                      from 1, the link is a fragment with its "#"
//
// To the frame:
//
//   {lianhua: 1, room}                 the height at which the reader can still see
//                                      the whole frame at once
//   {lianhua: 1, goto: "#aluminium/3"} show that; other words of the link, such as
//                                      theme=night or play=1, hold as well
//   {lianhua: 1}                       answered, as room is, by height and state
//
// What the story shows is no secret, so the frame tells it to any host, and takes
// wishes from its parent whoever that is.
import { Turns } from "./turns.js";

const protocol = 1;

/** The tallest upright picture, and the widest that is better upright, in px. */
const tallest = 720;
const widest = 700;

/** The least width and height in which pictures can be read, see "room" in page.js. */
const leastWide = 640;
const leastTall = 480;

/** How much wider than tall a narrow picture may be and still be upright: a little less than 4:3, for roundings. */
const squarest = 1.3;

/**
 * The height that suits a frame: type on upright pictures is larger, so narrow
 * columns have those where they fit into the reader's window.
 * web/embed.js knows the same rule, for the time before the first message.
 * @param {number} width
 * @param {number} room
 */
export function heightOf(width, room) {
  const upright = Math.min((width * 16) / 9, tallest, room);
  if (width < leastWide || width < widest && upright >= Math.max(leastTall, width / squarest)) return Math.round(upright);
  return Math.round(Math.min((width * 5) / 8, room));
}

/** @typedef {{scene: string, beat: number, link: string, title: string}} State */

export class Frame {
  /**
   * @param {(link: string) => void} go
   * @param {() => void} seen is called when the picture has come into the reader's sight, or has gone from it
   * @param {() => void} giveBack gives the graphics back, for others on the host's page
   */
  constructor(go, seen, giveBack) {
    /** Whether any of the picture is in the reader's sight, as far as is known. */
    this.inSight = true;
    this.width = 0;
    /** @type {number | null} */
    this.room = null;
    /** @type {State | null} */
    this.state = null;
    this.told = "";
    window.addEventListener("message", (e) => {
      if (e.source === window.parent && e.data?.lianhua === protocol) this.heard(e.data, go);
    });
    window.addEventListener("resize", () => innerWidth !== this.width && this.measure());
    this.turns = new Turns(giveBack);
    const sight = Object.assign(document.createElement("div"), { id: "sight" });
    document.body.append(sight);
    new IntersectionObserver((all) => {
      this.inSight = this.turns.seen = all[all.length - 1].isIntersecting;
      seen();
    }).observe(sight);
    this.measure();
  }

  /** @param {Record<string, unknown>} message @param {(link: string) => void} go */
  heard({ room, goto }, go) {
    if (typeof goto === "string") {
      if (goto.startsWith("#")) go(goto); // no other address on this site is the host's to open
      return;
    }
    if (typeof room === "number" && room > 0) this.room = room;
    this.measure();
    this.told = "";
    this.tell(this.state);
  }

  measure() {
    this.width = innerWidth;
    if (this.width > 0) this.post({ width: this.width, height: heightOf(this.width, this.room ?? Infinity), room: this.room });
  }

  /**
   * Tells the host where the story has come to rest: once, when all that is said
   * of it has been heard.
   * @param {State | null} state
   */
  tell(state) {
    this.state = state;
    queueMicrotask(() => {
      const text = JSON.stringify(this.state);
      if (!this.state || text === this.told) return;
      this.told = text;
      this.post({ state: this.state });
    });
  }

  /** @param {object} message */
  post(message) {
    window.parent.postMessage({ lianhua: protocol, ...message }, "*");
  }
}
