// @ts-check
// What the reader is told when there is only the article, and what can be done.
// Nothing here begins again by itself, but for a network that is back.
import { forget } from "./losses.js";
import { quiet, tell } from "./notice.js";

/** Reasons that nothing can be done about. */
const final = new Set(["no-webgl", "no-wasm"]);
/** Reasons after which only a new page helps: its address has the state. */
const renewing = new Set(["missing", "crashed", "lost", "refused"]);

/** Ends the waiting for a network. */
let waiting = new AbortController();

/**
 * @param {string} why "cut", "missing" and "damaged" of a download; "failed" to
 *   begin, "crashed" later; "lost" graphics, "refused" ones that this window has
 *   had; "no-webgl", "no-wasm"
 * @param {() => void} again begins again in this page
 */
export function explain(why, again) {
  waiting.abort();
  waiting = new AbortController();
  const begin = () => {
    waiting.abort();
    quiet();
    again();
  };
  const renew = () => {
    forget();
    location.reload();
  };
  const offline = why === "cut" && !navigator.onLine;
  if (why === "cut") addEventListener("online", begin, { signal: waiting.signal });
  const act = renewing.has(why) ? renew : begin;
  tell(offline ? "offline" : why === "cut" ? "failed" : why, final.has(why) ? undefined : { label: "try-again", act });
}
