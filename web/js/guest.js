// @ts-check
// How the page behaves inside another's: it scrolls itself and never its host,
// takes no focus that the host has, and leaves the host's history as it is.

import { tell } from "./notice.js";
import { openWindow } from "./share.js";

const root = document.documentElement;

/** Whether the page is inside another's. */
export const guest = window.parent !== window;

/**
 * Whether it is a scene's page there: then it stays that scene's, so that readers
 * who scroll past it are through in a few strokes.
 */
export const alone = guest && Boolean(root.dataset.scene);

root.classList.toggle("guest", guest);

/** Whether taking the focus takes it from nobody else. */
export const mayFocus = () => !guest || document.hasFocus();

/** Gives the keys to an element. @param {HTMLElement | null | undefined} it */
export function focusOn(it) {
  if (mayFocus()) it?.focus({ preventScroll: true });
}

/** Gives all of the article its height: what gets it only near the window would move what is below. */
export const layOut = () => root.classList.add("laid");

/** Scrolls to an element. The element's own method would scroll the host as well. @param {Element | null} it */
export function bring(it) {
  if (!it) return;
  if (it.previousElementSibling) layOut(); // nothing above the first scene could move it
  if (!guest) {
    it.scrollIntoView({ behavior: "instant" });
    return;
  }
  const free = (parseFloat(getComputedStyle(root).scrollPaddingTop) || 0) + (parseFloat(getComputedStyle(it).scrollMarginTop) || 0);
  window.scrollTo({ top: window.scrollY + it.getBoundingClientRect().top - free, behavior: "instant" });
}

/** Opens a window, or tells where it would have led: a frame may be let open none. @param {string} url */
export function leadOut(url) {
  if (!openWindow(url)) tell("framed-window", undefined, url);
}

/** This page's address outside of the frame. */
export const ownAddress = () => new URL(location.hash, location.href.split(/[?#]/)[0]).href;

/**
 * Has links do as they should in a frame: within the page without the browser's
 * own way there, out of it in a window of their own. A frame may be let download
 * nothing and is not told so: the reader hears where the file is to be had.
 * @param {(hash: string) => void} go
 */
export function followLinks(go) {
  document.addEventListener("click", (e) => {
    const a = /** @type {Element} */ (e.target).closest?.("a[href]"); // of a picture, SVG's
    if (!a || e.defaultPrevented) return;
    if (a.hasAttribute("download")) {
      if (a.isConnected) tell("framed-file", undefined, ownAddress()); // else a file that is handed over
      return;
    }
    const to = new URL(a.getAttribute("href") ?? "", location.href);
    const within = to.hash && new URL(to.hash, location.href).href === to.href;
    if (!within) a.setAttribute("target", "_blank");
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if (within) go(to.hash);
    else leadOut(to.href);
  });
}
