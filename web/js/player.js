// @ts-check
// Fetches the player with its story and fonts, counts what has come, and starts it.

/**
 * @typedef {object} Player what cmd/lianhua/browser.go gives the page
 * @property {(kind: string, x: number, y: number, id: number) => void} pointer
 * @property {(x: number, y: number, dx: number, dy: number, ctrl: boolean) => boolean} wheel
 * @property {(name: string, shift: boolean) => boolean} key
 * @property {(step: number) => void} scroll
 * @property {(link: string) => boolean} goto
 * @property {(name: string, value: string | number | boolean) => void} set
 * @property {(bytes: Uint8Array) => string} story
 * @property {() => string} state
 * @property {() => number} step
 * @property {() => number} frames
 * @property {(on: boolean) => void} visible
 * @property {(id: string) => boolean} focus
 * @property {(id: string) => boolean} activate
 */
/** @typedef {{files: Record<string, {bytes: number, hash: string, path?: string}>}} Manifest */
/** @typedef {{lang: string, theme: string, reduced: boolean, hash: string}} Wishes */

const names = { story: "story.lh", sans: "fonts/sans.ttf", bold: "fonts/bold.ttf", serif: "fonts/serif.ttf" };
const program = "lianhua.wasm";
const runtime = "wasm_exec.js";

/** A page that loses its graphics more often than this within a minute gives up. */
const losses = 3;
const memory = "lianhua.lost";

/** @returns {number[]} when the graphics were lost in the last minute */
function lost() {
  try {
    return JSON.parse(sessionStorage.getItem(memory) ?? "[]").filter((/** @type {number} */ t) => Date.now() - t < 60000);
  } catch {
    return [];
  }
}

/** Notes a loss; false where there were too many to begin again. */
export function rememberLoss() {
  const times = [...lost(), Date.now()];
  try {
    sessionStorage.setItem(memory, JSON.stringify(times));
  } catch {
    return false; // without a memory, a reload could go on for ever
  }
  return times.length < losses;
}

/** Why the player cannot run here, or the empty string. */
export function mayRun() {
  if (lost().length >= losses) return "lost";
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiateStreaming !== "function") return "no-wasm";
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) return "no-webgl";
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return "";
}

/**
 * What there is to fetch: a published page says so itself, so that it asks for
 * the files of its own build even when the host has a newer one by now.
 * @param {(name: string) => string} to
 * @returns {Promise<Manifest>}
 */
async function manifest(to) {
  const own = document.getElementById("files");
  if (own) return JSON.parse(own.textContent ?? "");
  const answer = await fetch(to("manifest.json"), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.json();
}

/**
 * @param {Wishes} wishes
 * @param {{progress: (bytes: number, of: number) => void}} bar
 */
export async function start(wishes, bar) {
  const root = document.documentElement.dataset.root ?? "";
  const to = (/** @type {string} */ name) => new URL(root + name, document.baseURI).href;
  const { files } = await manifest(to);
  const wanted = [program, ...Object.values(names)];
  const all = wanted.reduce((sum, name) => sum + (files[name]?.bytes ?? 0), 0);
  let come = 0;
  let asked = false;
  const count = (/** @type {number} */ bytes) => {
    come += bytes;
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      bar.progress(Math.min(come, all), all);
    });
  };
  const address = (/** @type {string} */ name) => {
    const { path, hash } = files[name];
    return path ? to(path) : `${to(name)}?v=${hash}`;
  };
  // The style sheet has asked for the fonts at the same addresses.
  const load = async (/** @type {string} */ name) => {
    const response = await fetch(address(name), { cache: name.endsWith(".ttf") ? "force-cache" : "default" });
    if (!response.ok || !response.body) throw new Error(`${response.url}: ${response.status}`);
    return new Response(response.body.pipeThrough(counter(count)), { headers: { "Content-Type": name === program ? "application/wasm" : "application/octet-stream" } });
  };
  const bytes = async (/** @type {string} */ name) => new Uint8Array(await (await load(name)).arrayBuffer());
  const runs = (async () => {
    await import(address(runtime));
    const go = new globalThis.Go();
    return { go, instance: (await WebAssembly.instantiateStreaming(load(program), go.importObject)).instance };
  })();
  const [{ go, instance }, ...data] = await Promise.all([runs, ...Object.values(names).map(bytes)]);
  const parts = Object.fromEntries(Object.keys(names).map((key, i) => [key, data[i]]));
  globalThis.lianhuaBoot = { ...parts, ...wishes };
  keepFocus();
  go.run(instance).then(() => globalThis.lianhuaShell.failed("the player has ended"));
}

/** Ebitengine focuses its canvas and swallows the keys that come to it. */
function keepFocus() {
  const before = document.activeElement;
  new MutationObserver((_, observer) => {
    const canvas = document.querySelector("body > canvas");
    if (!canvas) return;
    observer.disconnect();
    canvas.setAttribute("inert", "");
    if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
  }).observe(document.body, { childList: true });
}

/** @param {(bytes: number) => void} count */
function counter(count) {
  return new TransformStream({
    transform(chunk, out) {
      count(chunk.byteLength);
      out.enqueue(chunk);
    },
  });
}
