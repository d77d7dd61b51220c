// @ts-check
// How a screen that nobody looks after tries again by itself: ever more slowly, until
// it has run well for a while. The count stands in the page's entry of the history,
// which a reload keeps, and which needs no storage.
import { change } from "./entry.js";

/** The first wait and the longest, in ms. */
const first = 1000;
const most = 60000;

/** After how long what runs counts as running well, in ms. */
const well = 600000;

let timer = 0;

/** Notes a trouble, and tells how long to wait after it, in ms. */
export function next() {
  clearTimeout(timer);
  const had = Number(history.state?.troubles) || 0;
  change({ ...history.state, troubles: had + 1 });
  return Math.min(first * 2 ** had, most);
}

/** It runs: if it goes on so, what was is forgotten. */
export function runs() {
  clearTimeout(timer);
  timer = setTimeout(() => change({ ...history.state, troubles: 0 }), well);
}
