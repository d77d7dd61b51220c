// @ts-check
// Whether the browser gave this window graphics, and how often it took them away
// of late, so that a page that loses them again and again stops reloading.
import { guest } from "./guest.js";

/** A page that loses its graphics this often within a minute gives up. */
const most = 3;
const memory = "lianhua.lost";
const drawn = "lianhua.drawn";

/** A frame begins again in its page, and counts its own: those of one host share the memory. @type {number[]} */
let own = [];

/** @returns {number[]} when the graphics were lost in the last minute */
function times() {
  const late = (/** @type {number} */ t) => Date.now() - t < 60000;
  if (guest) return own.filter(late);
  try {
    return JSON.parse(sessionStorage.getItem(memory) ?? "[]").filter(late);
  } catch {
    return [];
  }
}

/** Whether there were too many to begin. */
export const tooMany = () => times().length >= most;

/** Notes a loss; false where there were too many to begin again. */
function remember() {
  const all = own = [...times(), Date.now()];
  try {
    if (!guest) sessionStorage.setItem(memory, JSON.stringify(all));
  } catch {
    return false; // without a memory, a reload could go on for ever
  }
  return all.length < most;
}

/** Remembers that there were graphics: what a browser refuses later, after a crash, it may give again. */
export function had() {
  try {
    sessionStorage.setItem(drawn, "1");
  } catch {
    // Then a refusal counts as the browser's last word.
  }
}

/** Whether this window has had graphics before. */
export function hasHad() {
  try {
    return sessionStorage.getItem(drawn) !== null;
  } catch {
    return false;
  }
}

/**
 * Has the page begin anew when the browser takes its graphics away: Ebitengine loads
 * it. Out of sight they would be taken away again: that waits for the reader.
 * @param {() => void} note keeps the state in the address
 * @param {() => void} end leaves the article alone
 * @param {() => boolean} sees whether readers see the page
 * @param {() => void} renew has a frame begin anew in its page, when it is seen
 */
export function listen(note, end, sees, renew) {
  window.addEventListener("webglcontextlost", (e) => {
    note();
    const again = !sees() || remember();
    if (!guest && again && !document.hidden) return;
    e.stopImmediatePropagation();
    if (!again) end();
    else if (guest) renew();
    else document.addEventListener("visibilitychange", () => location.reload(), { once: true });
  }, true);
}

/** The reader wants to try all the same. */
export function forget() {
  own = [];
  try {
    sessionStorage.removeItem(memory);
  } catch {
    // Then nothing was remembered.
  }
}
