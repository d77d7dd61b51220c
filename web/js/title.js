// @ts-check
// The window's title: which scene it shows.
import { filled } from "./words.js";

/** Names the window after a scene. @param {string} headline in one line; without one it stays */
export function entitle(headline) {
  if (!headline) return;
  const own = document.querySelector("title")?.dataset;
  document.title = filled(own?.form ?? "", { headline, name: own?.name ?? "" });
}
