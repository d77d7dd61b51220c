// @ts-check
// Pictures and data as they come from the server: what matters more first, a few at
// once, and of each place only what was asked for last.

const atOnce = 3;
/** Ranks from here on wait while the matrix is drawn. */
const patient = 2;
let running = 0;
let held = 0;
/** @type {{rank: number, run: () => Promise<void>}[]} */
const waiting = [];

function next() {
  while (running < atOnce && waiting.length > 0) {
    let best = 0;
    for (let i = 1; i < waiting.length; i++) if (waiting[i].rank < waiting[best].rank) best = i;
    if (held > 0 && waiting[best].rank >= patient) return;
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

/** Lets what is less urgent wait for something. @template T @param {Promise<T>} done @returns {Promise<T>} */
export function before(done) {
  held++;
  return done.finally(() => {
    held--;
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
    const fresh = await answer.clone().blob();
    if (this.latest.url !== url) return null;
    await show(this.img, fresh);
    this.img.dataset.of = url;
    return answer;
  }

  stop() {
    this.latest.stop();
  }
}

/** Has an image show a picture; what it showed before stays until then. @param {HTMLImageElement} img @param {Blob} picture */
export async function show(img, picture) {
  const old = img.src;
  img.src = URL.createObjectURL(picture);
  await img.decode().catch(() => {});
  if (old.startsWith("blob:")) URL.revokeObjectURL(old);
}

/**
 * The same of a small picture, which is shown with the next frame once it is there: to have
 * it decoded beforehand waits for frames of whatever else is drawn.
 * @param {HTMLImageElement} img @param {Blob} picture
 */
export async function showSmall(img, picture) {
  const old = img.src;
  const heard = new AbortController();
  const there = new Promise((resolve) => {
    for (const what of ["load", "error"]) img.addEventListener(what, resolve, { signal: heard.signal });
  });
  img.decoding = "sync";
  img.src = URL.createObjectURL(picture);
  await there;
  heard.abort();
  if (old.startsWith("blob:")) URL.revokeObjectURL(old);
}

/** Pixels of the screen to one of the page's. */
export const ratio = () => Math.min(window.devicePixelRatio || 1, 3);
