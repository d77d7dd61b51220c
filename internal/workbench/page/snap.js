// @ts-check
// Slots keep to the edges and middles of one another, as they are moved and sized.

/** @typedef {{x: number, y: number, w: number, h: number}} Box in pixels of the design */
/** @typedef {{across: boolean, at: number, from: number, to: number}} Guide a line: across lies level */

/** @typedef {{left: boolean, right: boolean, top: boolean, bottom: boolean}} Edges those that move; all four: the whole box */

export const whole = { left: true, right: true, top: true, bottom: true };

/**
 * A box with its edges moved, no smaller than a pixel.
 * @param {Box} from
 * @param {Edges} edges
 * @param {number} dx
 * @param {number} dy
 * @returns {Box}
 */
export function moved(from, edges, dx, dy) {
  if (edges.left && edges.right && edges.top && edges.bottom) return { ...from, x: from.x + dx, y: from.y + dy };
  const box = { ...from };
  if (edges.left) [box.x, box.w] = pull(from.x, from.w, dx);
  if (edges.right) box.w = Math.max(from.w + dx, 1);
  if (edges.top) [box.y, box.h] = pull(from.y, from.h, dy);
  if (edges.bottom) box.h = Math.max(from.h + dy, 1);
  return box;
}

/** Moves the near end of a length, the far one stays. @param {number} at @param {number} length @param {number} by @returns {[number, number]} */
function pull(at, length, by) {
  const d = Math.min(by, length - 1);
  return [at + d, length - d];
}

/**
 * Where a box comes to lie when it keeps to what is near: to whole pixels else.
 * @param {Box} from before it was moved
 * @param {Edges} edges
 * @param {number} dx
 * @param {number} dy
 * @param {Box[]} others
 * @param {number} reach how near an edge is kept to; 0: none is
 * @returns {{box: Box, guides: Guide[]}}
 */
export function keep(from, edges, dx, dy, others, reach) {
  const free = moved(from, edges, dx, dy);
  const x = nearest(linesOf(free.x, free.w, edges.left, edges.right), others.map((o) => linesOf(o.x, o.w, true, true)), reach);
  const y = nearest(linesOf(free.y, free.h, edges.top, edges.bottom), others.map((o) => linesOf(o.y, o.h, true, true)), reach);
  const round = (/** @type {number} */ at, /** @type {number} */ by) => Math.round(at + by) - at;
  const lead = (/** @type {boolean} */ near, /** @type {number} */ at, /** @type {number} */ length) => (near ? at : at + length);
  const box = moved(from, edges,
    x ? dx + x.by : round(lead(edges.left, from.x, from.w), dx),
    y ? dy + y.by : round(lead(edges.top, from.y, from.h), dy));
  /** @type {Guide[]} */
  const guides = [];
  for (const o of others) {
    if (x && lies(o.x, o.w, x)) guides.push({ across: false, at: x.at, from: Math.min(o.y, box.y), to: Math.max(o.y + o.h, box.y + box.h) });
    if (y && lies(o.y, o.h, y)) guides.push({ across: true, at: y.at, from: Math.min(o.x, box.x), to: Math.max(o.x + o.w, box.x + box.w) });
  }
  return { box, guides };
}

/** @typedef {{at: number, middle: boolean}} Line an edge or the middle of a length */

/**
 * The ends of a length that move; where both do, its middle as well.
 * @param {number} at
 * @param {number} length
 * @param {boolean} near
 * @param {boolean} far
 * @returns {Line[]}
 */
function linesOf(at, length, near, far) {
  return [
    ...(near ? [{ at, middle: false }] : []),
    ...(far ? [{ at: at + length, middle: false }] : []),
    ...(near && far ? [{ at: at + length / 2, middle: true }] : []),
  ];
}

/** @param {number} at @param {number} length @param {Line} line */
const lies = (at, length, line) => linesOf(at, length, true, true).some((l) => l.middle === line.middle && Math.abs(l.at - line.at) < 0.01);

/**
 * The smallest step by which an edge comes to lie on another, or a middle on a middle.
 * @param {Line[]} own
 * @param {Line[][]} others
 * @param {number} reach
 * @returns {(Line & {by: number}) | null}
 */
function nearest(own, others, reach) {
  /** @type {(Line & {by: number}) | null} */
  let best = null;
  for (const line of own) for (const other of others.flat()) {
    const by = other.at - line.at;
    if (reach > 0 && other.middle === line.middle && Math.abs(by) <= reach && (!best || Math.abs(by) < Math.abs(best.by))) best = { ...other, by };
  }
  return best;
}
