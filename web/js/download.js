// @ts-check
// One file of the player on its way. What has come stays: an attempt that breaks
// off is followed by another, which goes on from there, and whoever reads the
// file sees one stream. Nobody gets to the end of a file that is not the build's.

/** @typedef {"cut" | "missing" | "damaged" | "refused" | "no-webgl"} Kind of a failure: what would help differs */
/** @typedef {{bytes: number, integrity?: string}} Expected bytes 0: any number; integrity as in W3C SRI */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{failure: Failure | null, over: boolean}} Reading over: nobody reads on */

/** Kinds of what another attempt may mend. @type {Set<Kind>} */
const passing = new Set(["cut", "missing"]);
/** How long to wait before each further attempt, in ms. */
const delays = [500, 2000, 6000];
/** Bytes after which an attempt counts as having got on. */
const headway = 65536;
/** How long a host may send nothing, in ms. */
const silence = 20000;
/** How much smaller a file comes that is packed, where the host does not tell. */
const packing = 4;

export class Failure extends Error {
  /** @param {Kind} kind @param {string} text what happened to which file, and what to do */
  constructor(kind, text) {
    super(text);
    this.name = "Failure";
    this.kind = kind;
  }
}

/** Waits; no longer than until the network is back. @param {number} ms */
export function rest(ms) {
  return new Promise((/** @type {(_?: unknown) => void} */ done) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      done();
    };
    const timer = setTimeout(end, ms);
    addEventListener("online", end);
  });
}

/** @param {number} status of HTTP @param {string} url */
function refused(status, url) {
  const missing = status === 404 || status === 410;
  return new Failure(missing ? "missing" : "cut", `${url}: the host answers ${status}${missing ? "; upload the whole build, and keep the files of the one before for a day" : ""}`);
}

/**
 * Tries until it succeeds, with pauses; gives up where several attempts in a row got on nowhere.
 * @template T
 * @param {() => Promise<T>} attempt
 * @param {() => boolean} [gotOn] whether the last attempt did
 * @returns {Promise<T>}
 */
export async function persist(attempt, gotOn = () => false) {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (gotOn()) tries = 0;
      if (tries === delays.length || error instanceof Failure && !passing.has(error.kind)) throw error;
      console.info(`lianhua: ${error}; trying again in ${delays[tries] / 1000} s`);
      await rest(delays[tries]);
    }
  }
}

export class Download {
  /**
   * @param {string} url
   * @param {Expected} expected
   * @param {{cache?: RequestCache, type?: string, beside?: import("./beside.js").Beside, progress?: () => void}} [options]
   *   type: as what the host should send it; beside: who may have asked for it already
   */
  constructor(url, expected, { cache = "default", type = "", beside, progress = () => {} } = {}) {
    this.url = url;
    this.expected = expected;
    this.cache = cache;
    this.type = type;
    this.beside = beside;
    this.progress = progress;
    this.size = 0; // bytes that have come
    /** @type {Bytes[]} */
    this.parts = [];
    this.whole = false;
    this.ranges = true; // whether the host can go on in the middle, as far as is known
    this.anew = expected.bytes; // what the whole file would cost again, in bytes on the wire
    this.tag = ""; // the version of what has come, where it came unpacked
    this.stop = new AbortController();
  }

  /** All of it. */
  bytes() {
    return this.use(async (chunks) => {
      for await (const _ of chunks);
      return this.parts[0];
    });
  }

  /**
   * Compiled while it comes.
   * @returns {Promise<WebAssembly.Module>}
   */
  async module() {
    if (!WebAssembly.compileStreaming) return WebAssembly.compile(await this.bytes());
    const compiled = await this.use((chunks) => {
      const body = new ReadableStream({
        async pull(out) {
          const { done, value } = await chunks.next();
          if (done) out.close();
          else out.enqueue(value);
        },
      });
      return WebAssembly.compileStreaming(new Response(body, { headers: { "Content-Type": "application/wasm" } }));
    });
    this.parts = [];
    return compiled;
  }

  /** Breaks off what is under way: nobody wants it any more. @param {Failure} why */
  end(why) {
    this.stop.abort(why);
  }

  /** Drops what has come: it is not the file. */
  forget() {
    this.stop.abort(this.damage("it was dropped"));
    this.parts = [];
    this.size = 0;
    this.whole = false;
    this.tag = "";
    this.cache = "reload"; // what the browser keeps may be what is wrong
  }

  /**
   * Lets a reader have the file, once more from its beginning where it was damaged.
   * @template T
   * @param {(chunks: AsyncGenerator<Bytes>) => Promise<T>} read
   */
  async use(read) {
    for (let last = false; ; last = true) {
      /** @type {Reading} */
      const reading = { failure: null, over: false };
      try {
        return await read(this.chunks(reading));
      } catch (error) {
        reading.over = true;
        const failure = reading.failure ?? new Failure("damaged", `${this.url}: ${error}`);
        if (failure.kind === "damaged") this.forget();
        if (failure.kind !== "damaged" || last) throw failure;
        console.info(`lianhua: ${failure.message}; fetching it anew`);
      }
    }
  }

  /**
   * What has come and what comes, over as many attempts as it takes.
   * @param {Reading} reading
   */
  async *chunks(reading) {
    let given = 0;
    /** @type {AsyncGenerator<void> | null} */
    let attempt = null;
    let from = this.size;
    for (;;) {
      while (given < this.parts.length) yield this.parts[given++];
      if (this.whole) return;
      try {
        await persist(async () => {
          if (reading.over) throw this.damage("it is no longer read");
          if (!attempt) {
            attempt = this.attempt();
            from = this.size;
          }
          try {
            await attempt.next();
          } catch (error) {
            attempt = null;
            throw error;
          }
        }, () => this.size - from >= headway);
      } catch (error) {
        reading.failure = error instanceof Failure ? error : new Failure("cut", `${this.url}: ${error}`);
        throw reading.failure;
      }
    }
  }

  /** One request; it yields whenever something new has come. */
  async *attempt() {
    const stop = this.stop = new AbortController();
    /** @template T @param {Promise<T>} it @returns {Promise<T>} */
    const soon = async (it) => {
      const timer = setTimeout(() => stop.abort(new Failure("cut", `${this.url}: nothing came for ${silence / 1000} s`)), silence);
      try {
        return await it;
      } catch (error) {
        throw stop.signal.aborted ? stop.signal.reason : error;
      } finally {
        clearTimeout(timer);
      }
    };
    const from = this.size;
    const resumes = this.resumes();
    /** @type {Record<string, string>} */
    const headers = resumes ? { Range: `bytes=${from}-` } : {};
    if (resumes && this.tag) headers["If-Range"] = this.tag;
    let fruitless = false; // an answer to a range that nothing came of
    try {
      const response = await soon(this.come(stop.signal)) ?? await soon(fetch(this.url, { headers, cache: this.cache, signal: stop.signal }));
      fruitless = resumes && (response.ok || response.status === 416);
      if (!response.ok || !response.body) throw refused(response.status, this.url);
      let skip = this.begins(response, from, resumes);
      for (const reader = response.body.getReader(); ;) {
        const { done, value } = await soon(reader.read());
        if (done) break;
        const fresh = value.subarray(Math.min(skip, value.length));
        skip -= value.length - fresh.length;
        if (fresh.length === 0) continue;
        fruitless = false;
        this.take(fresh);
        yield;
      }
      await this.check(response);
    } finally {
      if (fruitless) this.ranges = false;
      stop.abort();
    }
  }

  /** The answer to who has asked before, once. @param {AbortSignal} signal */
  async come(signal) {
    const { beside } = this;
    this.beside = undefined;
    signal.addEventListener("abort", () => beside?.stop());
    return beside?.response;
  }

  /** Whether it is right, possible and cheaper to ask for the rest only. */
  resumes() {
    const sure = this.tag !== "" || this.verifiable;
    return this.size > 0 && this.ranges && sure && this.expected.bytes - this.size < this.anew;
  }

  /** Whether the digest is known and can be worked out, which takes HTTPS. */
  get verifiable() {
    return Boolean(this.expected.integrity && globalThis.crypto?.subtle);
  }

  /**
   * How many bytes of an answer have come before.
   * @param {Response} response
   * @param {number} from
   * @param {boolean} resumes
   */
  begins(response, from, resumes) {
    const told = (/** @type {string} */ name) => response.headers.get(name) ?? "";
    const packed = !["", "identity"].includes(told("Content-Encoding"));
    const { bytes } = this.expected;
    if (response.status === 206) {
      if (!resumes || packed || told("Content-Range") !== `bytes ${from}-${bytes - 1}/${bytes}`) {
        throw new Failure("cut", `${this.url}: the host sends ${told("Content-Range")} of ${told("Content-Encoding") || "the file"}, not what was asked for`);
      }
      return 0;
    }
    this.ranges &&= !resumes;
    this.tag = packed || told("ETag").startsWith("W/") ? "" : told("ETag");
    if (packed) this.anew = Number(told("Content-Length")) || bytes / packing;
    const type = told("Content-Type").split(";")[0];
    if (this.type && type !== this.type) console.warn(`lianhua: ${this.url} is sent as "${type}"; let the host send it as ${this.type}`);
    return from;
  }

  /** @param {Bytes} fresh */
  take(fresh) {
    this.parts.push(fresh);
    this.size += fresh.length;
    this.progress();
    if (this.expected.bytes > 0 && this.size > this.expected.bytes) throw this.damage(`it has more than its ${this.expected.bytes} bytes`);
  }

  /** Ends the file, if it is whole. @param {Response} response the last */
  async check(response) {
    const { bytes, integrity } = this.expected;
    if (this.size < bytes) {
      const text = `it ends after ${this.size} of ${bytes} bytes`;
      // A host that says how much it sends has sent all that it has.
      throw response.headers.has("Content-Length") ? this.damage(text) : new Failure("cut", `${this.url}: ${text}`);
    }
    const data = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.parts) {
      data.set(part, at);
      at += part.length;
    }
    if (this.verifiable) {
      const sum = new Uint8Array(await crypto.subtle.digest("SHA-384", data));
      if (integrity !== `sha384-${btoa(String.fromCharCode(...sum))}`) throw this.damage("its digest is another");
    }
    this.parts = [data];
    this.whole = true;
  }

  /** @param {string} text */
  damage(text) {
    return new Failure("damaged", `${this.url}: ${text}; it is not the file of this build: upload the whole build, and let nothing change files on their way`);
  }
}
