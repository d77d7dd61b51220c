// @ts-check
// A worker's view of what the page is to find out: whether the browser can draw, and
// the program, which the worker asks for at once if it can. A page that is being laid
// out hears of answers late; the worker does not wait for it.

/**
 * @typedef {object} Beside
 * @property {Promise<boolean>} draws false where there is no worker that could tell
 * @property {Promise<Response | null>} response as fetch would give it; null where the worker fetches nothing
 * @property {() => void} stop
 */

/** Where there is no worker. @type {Beside} */
export const nobody = { draws: Promise.resolve(false), response: Promise.resolve(null), stop() {} };

/**
 * @param {string} script the address of ahead.js
 * @param {string} file what it is to fetch; empty: nothing
 * @returns {Beside}
 */
export function ask(script, file) {
  /** @type {Worker} */
  let worker;
  try {
    worker = new Worker(`${script}#${encodeURIComponent(file)}`);
  } catch {
    return nobody; // in a sandbox
  }
  /** @type {(yes: boolean) => void} */
  let tells = () => {};
  /** @type {(response: Response | null) => void} */
  let answers = () => {};
  /** @type {ReadableStreamDefaultController<Uint8Array>} */
  let out;
  const body = new ReadableStream({ start: (it) => void (out = it) });
  const draws = new Promise((/** @type {(yes: boolean) => void} */ done) => (tells = done));
  const response = new Promise((/** @type {(_: Response | null) => void} */ done) => (answers = done));
  const fails = (/** @type {string} */ why) => {
    tells(false);
    answers(null); // what comes no further, the page asks for itself
    try {
      out.error(new TypeError(why));
    } catch {
      // It has ended.
    }
  };
  worker.onerror = () => fails("the worker failed");
  worker.onmessage = ({ data }) => {
    if (data.chunk) out.enqueue(data.chunk);
    else if (data.done) out.close();
    else if (data.error) fails(data.error);
    else if (data.status) answers(new Response(body, data));
    else {
      tells(data.draws);
      if (!data.draws || !file) answers(null);
    }
  };
  const stop = () => {
    worker.terminate();
    fails("it was stopped");
  };
  return { draws, response, stop };
}
