// @ts-check
// Where a page that is left stood, so that a reload or the way back returns to
// just that: the address tells a state only once it has come to rest, and
// nothing of what lies below the story.
import { layOut } from "./guest.js";

const memory = "lianhua.place";

/** @typedef {{href: string, link: string, below: number | null}} Place link: of the state; below: where in the table, if that is being read, as Scroller.below tells it */

/**
 * Notes the place whenever the page may be left.
 * @param {() => Omit<Place, "href"> | null} here null: there is none to be noted
 */
export function keepPlace(here) {
  const note = () => {
    const place = here();
    try {
      if (place) sessionStorage.setItem(memory, JSON.stringify({ href: location.href, ...place }));
    } catch {
      // The address has most of it.
    }
  };
  window.addEventListener("pagehide", note);
  document.addEventListener("visibilitychange", () => document.hidden && note());
}

/** Whether the page was reloaded, or gone back to. */
export function returns() {
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return Boolean(navigation) && navigation.type !== "navigate";
}

/** The place that this page returns to; null where it was opened otherwise. @returns {Place | null} */
export function arrive() {
  if (!returns()) return null;
  try {
    const place = JSON.parse(sessionStorage.getItem(memory) ?? "null");
    return place?.href === location.href ? place : null;
  } catch {
    return null;
  }
}

/** Scrolls to a place in the table. @param {number} below */
export function goBelow(below) {
  layOut();
  const table = /** @type {HTMLElement} */ (document.getElementById("table"));
  scrollBy({ top: table.getBoundingClientRect().top + below, behavior: "instant" });
}
