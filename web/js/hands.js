// @ts-check
// Pointers and keys over the picture. The page scrolls by itself; what is
// no scrolling is the player's.

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./scroller.js").Scroller} Scroller */
/** @typedef {import("./lens.js").Lens} Lens */

/** Keys that the player knows, by KeyboardEvent.key. */
const keys = new Set(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "PageDown", "PageUp", "Home", "End", " ", "Enter", "Escape", "+", "=", "-", "c"]);

/** Keys that a slider works by itself. */
const sliderKeys = new Set(["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "PageDown", "PageUp", "Home", "End"]);

/** Keys of a single sign, which readers who speak to their browser may type unawares: they count only in the story. */
const signs = new Set(["+", "=", "-", "c"]);

/** Keys that scroll what lies beyond the picture, and those that lead there from the last one. */
const scrollKeys = new Set(["ArrowUp", "ArrowDown", "PageDown", "PageUp", "End", " "]);
const onKeys = new Set(["ArrowDown", "PageDown", "End"]);

/** The number of a pointer: the mouse and a pen, which hover, are 0. @param {PointerEvent} e */
export function number(e) {
  return e.pointerType === "touch" ? e.pointerId + 1 : 0;
}

/**
 * @param {Player} player
 * @param {Scroller} scroller
 * @param {Lens} lens
 * @param {() => void} follow is called when the player may have gone elsewhere
 * @param {AbortSignal} signal ends it
 */
export function listen(player, scroller, lens, follow, signal) {
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  /** @type {Set<number>} */
  const down = new Set();

  /** @param {string} kind @param {PointerEvent} e */
  const tell = (kind, e) => player.pointer(kind, e.clientX, e.clientY, number(e));

  main.addEventListener("pointerdown", (e) => {
    if (e.button !== 0 || scroller.off) return;
    if (e.pointerType === "touch" && lens.enlarged && down.size > 0) {
      for (const id of down) player.pointer("cancel", 0, 0, id + 1);
      down.clear(); // the browser pinches by itself
      return;
    }
    down.add(e.pointerId);
    if (e.pointerType !== "touch") main.setPointerCapture(e.pointerId);
    tell("down", e);
  }, { signal });
  main.addEventListener("pointermove", (e) => {
    if (down.has(e.pointerId) || e.pointerType !== "touch" && !scroller.off) tell("move", e);
  }, { signal });
  main.addEventListener("pointerup", (e) => {
    if (!down.delete(e.pointerId)) return;
    tell("up", e);
    follow();
  }, { signal });
  main.addEventListener("pointercancel", (e) => {
    down.delete(e.pointerId);
    tell("cancel", e);
  }, { signal });
  main.addEventListener("pointerleave", (e) => tell("leave", e), { signal });
  main.addEventListener("contextmenu", (e) => {
    if (down.size > 0) e.preventDefault(); // a long press is the picture's
  }, { signal });

  /** Whether a key is for the picture. @param {KeyboardEvent} e */
  const ours = (e) => {
    if (scroller.off || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || !keys.has(e.key)) return false;
    const at = /** @type {HTMLElement} */ (e.target);
    if (at.closest("#bar, #table, #notice") || document.querySelector("dialog[open]")) return false;
    if (at.matches("button, a[href]") && (e.key === " " || e.key === "Enter")) return false;
    if (at.matches("input") && sliderKeys.has(e.key)) return false;
    if (signs.has(e.key) && !main.contains(at)) return false;
    if (document.documentElement.classList.contains("browsing")) return true;
    return !(scroller.beyond() && scrollKeys.has(e.key) || scroller.last() && onKeys.has(e.key));
  };
  document.addEventListener("keydown", (e) => {
    if (ours(e) && player.key(e.key, e.shiftKey)) {
      e.preventDefault();
      follow();
    }
  }, { signal });
  document.addEventListener("keypress", (e) => {
    if (e.key === " " && ours(e)) e.preventDefault(); // it would scroll
  }, { signal });
}
