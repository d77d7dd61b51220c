// @ts-check
// Pictures of many cells in one answer: each is shown as soon as it has come, and what is
// as it was is not sent. See the server's cells.go.

/** @typedef {{kind: "same"} | {kind: "picture", tag: string, png: Blob} | {kind: "refused", why: string}} Part */

const kinds = /** @type {const} */ (["same", "picture", "refused"]);
const tagSize = 16;
const headSize = 2 + 1 + tagSize + 4;

export class Sheaf {
  /** @type {AbortController | null} */
  #asking = null;

  /**
   * Asks for pictures in place of those that were asked for before.
   * @param {string} query of the moment
   * @param {string[]} cells each as the server has it, the most wanted first
   * @param {(i: number, part: Part) => void} came hears of each cell
   * @returns {Promise<boolean>} whether all have come: another question may have taken its place
   */
  async ask(query, cells, came) {
    this.stop();
    const mine = new AbortController();
    this.#asking = mine;
    try {
      const answer = await fetch(`cells?${query}${cells.map((c) => `&cell=${encodeURIComponent(c)}`).join("")}`, { signal: mine.signal });
      if (!answer.ok || !answer.body) throw new Error((await answer.text()).trim());
      await parts(answer.body, (i, part) => !mine.signal.aborted && came(i, part));
      return true;
    } catch (error) {
      if (mine.signal.aborted) return false;
      throw error;
    } finally {
      if (this.#asking === mine) this.#asking = null;
    }
  }

  stop() {
    this.#asking?.abort();
    this.#asking = null;
  }
}

/** @param {ReadableStream<Uint8Array>} body @param {(i: number, part: Part) => void} came */
async function parts(body, came) {
  const reader = body.getReader();
  let rest = new Uint8Array(0);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const all = new Uint8Array(rest.length + value.length);
    all.set(rest);
    all.set(value, rest.length);
    rest = all;
    for (;;) {
      if (rest.length < headSize) break;
      const head = new DataView(rest.buffer, rest.byteOffset, headSize);
      const size = head.getUint32(headSize - 4);
      if (rest.length < headSize + size) break;
      const text = (/** @type {Uint8Array<ArrayBuffer>} */ bytes) => new TextDecoder().decode(bytes);
      const content = rest.slice(headSize, headSize + size);
      const kind = kinds[head.getUint8(2)];
      const tag = text(rest.slice(3, 3 + tagSize));
      came(head.getUint16(0), kind === "picture" ? { kind, tag, png: new Blob([content], { type: "image/png" }) } : kind === "refused" ? { kind, why: text(content) } : { kind: "same" });
      rest = rest.subarray(headSize + size);
    }
  }
  if (rest.length > 0) throw new Error("the answer broke off");
}
