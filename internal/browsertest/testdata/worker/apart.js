// @ts-check
/// <reference lib="webworker" />
// The worker as readers have it from before there was a cache for all versions: each
// keeps all its files in a cache of its own. Tests update from it; it is never changed.
//
// Keeps one version of the site for visits without a network. The build writes
// its hash and its files here, so another build is another worker.
//
// A new worker waits until all its files have come, each checked by its digest,
// and until the next navigation that finds no other window of the old version.
// A file that is not listed is never touched. The player with its drawings, which some
// browsers cannot run, and pictures, of which a reader of one language and shape of
// window sees a quarter, are kept once they are seen, or a page asks for them.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const version = "{{version}}";
const published = !version.startsWith("{");
/** @typedef {{digest: string, first: boolean}} File first: kept before the worker takes over */
/** @type {[address: string, digest: string, first: boolean][]} the address below the scope */
const list = published ? JSON.parse('{{files}}') : [];
/** @type {Map<string, File>} */
const files = new Map(list.map(([name, digest, first]) => [name, { digest, first }]));

/** How long a browser may take to know of the room that was made, in ms. */
const pauses = [300, 1500, 5000];

const scope = new URL(worker.registration.scope);
const ours = `lianhua ${scope.pathname} `;
const own = ours + version;
/** A name that bears the hash of its content: whoever has it has the right one. */
const lasting = /\.[0-9a-f]{16}\.\w+$/;

/** @param {string} name */
const address = (name) => new URL(name, scope).href;

worker.addEventListener("install", (e) => e.waitUntil(published ? fill() : worker.skipWaiting()));
worker.addEventListener("activate", (e) => e.waitUntil(published ? clear(own) : leave()));
worker.addEventListener("message", (e) => {
  if (Array.isArray(e.data?.keep)) e.waitUntil(keepNamed(e.data.keep));
  if (e.data !== "take over") return;
  e.ports[0]?.postMessage(own);
  e.waitUntil(worker.skipWaiting());
});
worker.addEventListener("fetch", (e) => {
  const name = nameOf(e.request);
  if (name !== null) e.respondWith(answer(e, name));
});

/** What has come stays when something fails, and the next attempt goes on from there. */
async function fill() {
  const cache = await caches.open(own);
  const had = await kinds();
  const due = [...files].filter(([name, { first }]) => first || had.has(kind(name)));
  for (const pause of [...pauses, 0]) {
    const results = await Promise.allSettled(due.map(([name]) => keep(cache, name)));
    const failed = results.flatMap((it) => (it.status === "rejected" ? [it.reason] : []));
    if (failed.length === 0) return;
    if (pause === 0 || failed.some(({ name }) => name !== "QuotaExceededError")) throw failed[0];
    // There is no room for two versions. Windows of the old one have the network.
    await empty();
    await clear(own);
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** A file's name in every version. @param {string} name */
const kind = (name) => name.replace(/\.[0-9a-f]{16}(?=\.\w+$)/, "");

/** What other versions have kept: this one keeps it too. */
async function kinds() {
  const others = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== own);
  const kept = await Promise.all(others.map(async (name) => (await caches.open(name)).keys()));
  return new Set(kept.flat().map(({ url }) => kind(url.slice(scope.href.length))));
}

/** This version's cache; null where a newer version has taken over and cleared it: a page may still ask this worker, which must not make it again. */
const mine = async () => (worker.serviceWorker?.state === "redundant" ? null : caches.open(own));

/** @param {string[]} urls what a page asks for: where one does not come, the others do */
async function keepNamed(urls) {
  const cache = await mine();
  if (!cache) return;
  const names = urls.map((url) => url.slice(scope.href.length)).filter((name) => files.has(name));
  await Promise.allSettled(names.map((name) => keep(cache, name)));
}

/**
 * @param {Cache} cache
 * @param {string} name
 */
async function keep(cache, name) {
  const url = address(name);
  if (await cache.match(url)) return;
  let response = lasting.test(name) ? await caches.match(url, { ignoreVary: true }) : undefined;
  if (!response) {
    response = await fetch(url, { integrity: files.get(name)?.digest, cache: lasting.test(name) ? "default" : "no-cache" });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
  }
  // A host may have led to another address; a page may not be answered with that.
  if (response.redirected) response = new Response(response.body, { headers: response.headers });
  await cache.put(url, response);
}

/** @param {string} [except] */
async function clear(except) {
  const old = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== except);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Empties what other versions have kept: a cache that is deleted takes room for as long as somebody may look into it. */
async function empty() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(ours) || name === own) continue;
    const cache = await caches.open(name);
    await Promise.all((await cache.keys()).map((request) => cache.delete(request)));
  }
}

/** The studio serves this file as it is: a worker that is not published ends. */
async function leave() {
  await clear();
  await worker.registration.unregister();
}

/**
 * The name by which the worker has the file, or null.
 * @param {Request} request
 */
function nameOf(request) {
  const url = new URL(request.url);
  if (!published || request.method !== "GET" || request.headers.has("range")) return null;
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  const name = url.pathname.slice(scope.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  return files.has(name) || lasting.test(name) ? name : null;
}

/**
 * @param {FetchEvent} e
 * @param {string} name
 */
async function answer(e, name) {
  try {
    const cacheName = e.request.mode === "navigate" ? await newest() : own;
    const found = await caches.match(address(name), lasting.test(name) ? { ignoreVary: true } : { ignoreVary: true, cacheName });
    if (found) return found;
    if (files.has(name)) e.waitUntil(mine().then((cache) => cache && keep(cache, name)).catch(() => {}));
  } catch {
    // What is kept cannot be read: the network has it.
  }
  return fetch(e.request);
}

/** The cache of the version that a window opens with; one that waits takes over. */
async function newest() {
  const next = worker.registration.waiting;
  if (!next || (await worker.clients.matchAll({ type: "window" })).length > 1) return own;
  return new Promise((/** @type {(cacheName: string) => void} */ done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (e) => done(e.data);
    setTimeout(done, 1000, own);
    next.postMessage("take over", [port2]);
  });
}
