// @ts-check
// Whether the browser gave this window graphics, and how often it took them away
// of late, so that a page that loses them again and again stops reloading.
import { guest } from "./guest.js";

/** A page that loses its graphics this often within a minute gives up. */
const most = 3;
/** Frames of one host lose theirs at once, and share the memory: each counts its own. */
const memory = guest ? `lianhua.lost ${location.pathname}` : "lianhua.lost";
const drawn = "lianhua.drawn";

/** @returns {number[]} when the graphics were lost in the last minute */
function times() {
  try {
    return JSON.parse(sessionStorage.getItem(memory) ?? "[]").filter((/** @type {number} */ t) => Date.now() - t < 60000);
  } catch {
    return [];
  }
}

/** Whether there were too many to begin. */
export const tooMany = () => times().length >= most;

/** Notes a loss; false where there were too many to begin again. */
function remember() {
  const all = [...times(), Date.now()];
  try {
    sessionStorage.setItem(memory, JSON.stringify(all));
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
 */
export function listen(note, end) {
  window.addEventListener("webglcontextlost", (e) => {
    note();
    if (!document.hidden && remember()) return;
    e.stopImmediatePropagation();
    if (document.hidden) document.addEventListener("visibilitychange", () => location.reload(), { once: true });
    else end();
  }, true);
}

/** The reader wants to try all the same. */
export function forget() {
  try {
    sessionStorage.removeItem(memory);
  } catch {
    // Then nothing was remembered.
  }
}
