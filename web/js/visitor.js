// @ts-check
// What a visitor of a hall does: every finger, the mouse and every key is the
// player's, and nothing leads out of the page.
import { number } from "./hands.js";

/** @typedef {import("./player.js").Player} Player */

/** Keys that stay the browser's: those by which whoever sets the screen up loads the page again, and has the whole screen. */
const setUp = new Set(["F5", "F11"]);

/** How long a touch pad's swing of the wheel lasts, which counts as one step, in ms. */
const swing = 350;

/** How far a notch turns the wheel, in px, at least. */
const notch = 50;

/** What a browser would do by itself with what visitors do. */
const deeds = ["contextmenu", "selectstart", "dragstart", "dragover", "drop", "gesturestart", "auxclick", "touchmove"];

/**
 * @param {Player} player
 * @param {AbortSignal} signal ends it
 */
export function attend(player, signal) {
  const page = document.documentElement;
  /** @type {Set<number>} */
  const down = new Set();
  /** @param {string} kind @param {PointerEvent} e */
  const tell = (kind, e) => player.pointer(kind, e.clientX, e.clientY, number(e));

  page.addEventListener("pointerdown", (e) => {
    if (e.button !== 0) return;
    down.add(e.pointerId);
    page.setPointerCapture(e.pointerId);
    tell("down", e);
  }, { signal });
  page.addEventListener("pointermove", (e) => {
    if (down.has(e.pointerId) || e.pointerType !== "touch") tell("move", e);
  }, { signal });
  page.addEventListener("pointerup", (e) => {
    if (down.delete(e.pointerId)) tell("up", e);
  }, { signal });
  page.addEventListener("pointercancel", (e) => {
    down.delete(e.pointerId);
    tell("cancel", e);
  }, { signal });
  page.addEventListener("pointerleave", (e) => tell("leave", e), { signal });

  let turned = -swing; // when the wheel last went a step
  page.addEventListener("wheel", (e) => {
    e.preventDefault();
    const by = e.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? e.deltaY : e.deltaY * notch;
    if (player.wheel(e.clientX, e.clientY, e.deltaX, by, e.ctrlKey || e.metaKey)) return;
    if (Math.abs(by) < notch || e.timeStamp - turned < swing) return;
    turned = e.timeStamp;
    player.set("step", Math.sign(by));
  }, { passive: false, signal });

  document.addEventListener("keydown", (e) => {
    if (setUp.has(e.key)) return;
    e.preventDefault();
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    player.key(e.key, e.shiftKey, e.repeat);
  }, { signal });
}

/** Has the page do nothing by itself, whether the story can be worked or not. */
export function hold() {
  for (const kind of deeds) document.addEventListener(kind, (e) => e.cancelable && e.preventDefault(), { passive: false });
}
