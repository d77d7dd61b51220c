// @ts-check
// Pictures and data as they come from the server: what matters more first, a few at
// once, and of each place only what was asked for last.

const atOnce = 3;
let running = 0;
/** @type {{rank: number, run: () => Promise<void>}[]} */
const waiting = [];

function next() {
  while (running < atOnce && waiting.length > 0) {
    let best = 0;
    for (let i = 1; i < waiting.length; i++) if (waiting[i].rank < waiting[best].rank) best = i;
    const [job] = waiting.splice(best, 1);
    running++;
    job.run().finally(() => {
      running--;
      next();
    });
  }
}

/**
 * Fetches in its turn.
 * @param {string} url
 * @param {number} rank lower ones are sooner
 * @param {AbortSignal} signal
 * @returns {Promise<Response>} broken with the server's sentence where it refuses
 */
function fetchInTurn(url, rank, signal) {
  return new Promise((resolve, reject) => {
    const job = {
      rank,
      run: async () => {
        try {
          signal.throwIfAborted();
          const answer = await fetch(url, { signal });
          if (!answer.ok) throw new Error((await answer.text()).trim());
          resolve(new Response(await answer.blob(), { headers: answer.headers })); // whole: nothing that reads it breaks off
        } catch (error) {
          reject(error);
        }
      },
    };
    signal.addEventListener("abort", () => {
      const at = waiting.indexOf(job);
      if (at >= 0) waiting.splice(at, 1);
      reject(signal.reason);
    });
    waiting.push(job);
    next();
  });
}

/** One place for what was asked for last. */
export class Latest {
  /** @param {number} rank */
  constructor(rank) {
    this.rank = rank;
    this.url = "";
    /** @type {AbortController | null} */
    this.asking = null;
  }

  /**
   * Asks for another; null where a later one took its place, or where it is there already.
   * @param {string} url
   * @returns {Promise<Response | null>}
   */
  async ask(url) {
    if (url === this.url) return null;
    this.asking?.abort();
    const mine = new AbortController();
    this.asking = mine;
    this.url = url;
    try {
      return await fetchInTurn(url, this.rank, mine.signal);
    } catch (error) {
      if (mine.signal.aborted) return null;
      this.url = "";
      throw error;
    }
  }

  stop() {
    this.asking?.abort();
    this.url = "";
  }
}

/** A picture that stays until the next has come. */
export class Picture {
  /** @param {HTMLImageElement} img @param {number} rank */
  constructor(img, rank) {
    this.img = img;
    this.latest = new Latest(rank);
  }

  /**
   * Shows a picture.
   * @param {string} url
   * @returns {Promise<Response | null>} what came with it; null where nothing did
   */
  async show(url) {
    const answer = await this.latest.ask(url);
    if (!answer) return null;
    const old = this.img.src;
    const fresh = URL.createObjectURL(await answer.clone().blob());
    if (this.latest.url !== url) {
      URL.revokeObjectURL(fresh);
      return null;
    }
    this.img.src = fresh;
    await this.img.decode().catch(() => {});
    if (old.startsWith("blob:")) URL.revokeObjectURL(old);
    this.img.dataset.of = url;
    return answer;
  }

  stop() {
    this.latest.stop();
  }
}

/** Pixels of the screen to one of the page's. */
export const ratio = () => Math.min(window.devicePixelRatio || 1, 3);
