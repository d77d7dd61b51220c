// @ts-check
// The page's entry in the browser's history, which tells the story's state. A browser
// may refuse to write it: for a while, after many, or for good, in a place without an
// address. Nothing else waits for it: what is not told now is told with the next state.

/** @param {"pushState" | "replaceState"} how @param {unknown} state @param {string} url */
function write(how, state, url) {
  try {
    history[how](state, "", url);
  } catch (error) {
    console.info("the address is not written:", String(error));
  }
}

/** Changes the entry. @param {unknown} state @param {string} [url] without one, its own */
export const change = (state, url = location.href) => write("replaceState", state, url);

/** Adds one, which the way back leaves. @param {unknown} state @param {string} url */
export const add = (state, url) => write("pushState", state, url);
