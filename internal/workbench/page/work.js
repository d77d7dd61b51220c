// @ts-check
// Long work of the server: how far it is, line by line, and that it can be stopped.

/** @typedef {Record<string, any>} Line */

/**
 * Asks for work; broken with the server's sentence where it refuses or fails.
 * @param {string} url
 * @param {RequestInit} init
 * @param {(line: Line) => void} told hears each line
 */
export async function work(url, init, told) {
  const answer = await fetch(url, init);
  if (!answer.ok || !answer.body) throw new Error((await answer.text()).trim());
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const text of lines) {
      if (text === "") continue;
      const line = JSON.parse(text);
      if (line.error) throw new Error(line.error);
      told(line);
    }
    if (done) return;
  }
}

/** A request by which something is done. @param {object} body @param {AbortSignal} [signal] @returns {RequestInit} */
export const doing = (body, signal) => ({ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal });

/** One piece of work at a time: another takes its place. */
export class Turn {
  /** @type {AbortController | null} */
  #now = null;

  /** Stops what is done, and gives what stops the next. */
  next() {
    this.stop();
    this.#now = new AbortController();
    return this.#now.signal;
  }

  stop() {
    this.#now?.abort();
    this.#now = null;
  }
}
