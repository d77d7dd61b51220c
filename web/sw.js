// @ts-check
/// <reference lib="webworker" />
// Keeps one version of the site for visits without a network. The build writes
// its hash and its files here, so another build is another worker.
//
// A new worker waits until all its files have come, each checked by its digest,
// and until the next navigation that finds no other window of the old version.
// What has its hash in its name lies in one cache for all versions, so a newer one brings
// only what is new; the rest, pages above all, each version has in a cache of its own.
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
const shared = ours + "files";
/** A name that bears the hash of its content: whoever has it has the right one. */
const lasting = /\.[0-9a-f]{16}\.\w+$/;

/** @param {string} name */
const address = (name) => new URL(name, scope).href;

/** Bears the names of a version's files in its own cache, once they have come. */
const listing = address("?files");

worker.addEventListener("install", (e) => e.waitUntil(published ? alone(coming, fill) : worker.skipWaiting()));
worker.addEventListener("activate", (e) => e.waitUntil(published ? settle() : leave()));
worker.addEventListener("message", (e) => {
  // A browser may end a worker that takes over before it has cleared up.
  if (Array.isArray(e.data?.keep)) e.waitUntil(keepNamed(e.data.keep).then(settle));
  if (e.data !== "take over") return;
  e.ports[0]?.postMessage(own);
  e.waitUntil(worker.skipWaiting());
});
worker.addEventListener("fetch", (e) => {
  const name = nameOf(e.request);
  if (name !== null) e.respondWith(answer(e, name));
});

/** Locks: nothing may go that a version which comes has counted on. */
const coming = ours;
const clearing = ours + "clears up";

/**
 * Does the work while nobody else has the lock.
 * @param {string} name
 * @param {() => Promise<void>} work
 * @param {LockOptions} [options]
 */
async function alone(name, work, options = {}) {
  const { locks } = /** @type {{locks?: LockManager}} */ (worker.navigator);
  await (locks ? locks.request(name, options, async (lock) => lock && work()) : work());
}

async function fill() {
  await collect(await complete());
  const had = new Set((await stock()).flatMap(({ names }) => names.map(kind)));
  const due = [...files].flatMap(([name, { first }]) => (first || had.has(kind(name)) ? [name] : []));
  for (const pause of [...pauses, 0]) {
    const failed = await bring(due);
    if (failed.length === 0) return;
    if (pause === 0 || failed.some(({ name }) => name !== "QuotaExceededError")) throw failed[0];
    // There is no room for what is new besides what was. Windows of the old version have the network.
    await collect();
    await new Promise((done) => setTimeout(done, pause));
  }
}

/**
 * Keeps files and, once all have come, their list. What has come stays when something
 * fails, and the next attempt goes on from there.
 * @param {string[]} names
 * @returns {Promise<Error[]>} what has failed
 */
async function bring(names) {
  const results = await Promise.allSettled(names.map(keep));
  const failed = results.flatMap((it) => (it.status === "rejected" ? [it.reason] : []));
  if (failed.length > 0) return failed;
  const cache = await caches.open(own);
  return cache.put(listing, new Response(JSON.stringify([...files.keys()]))).then(() => [], (error) => [error]);
}

/** Whether a newer version has taken over and cleared up: a page may still ask this one. */
const over = () => worker.serviceWorker?.state === "redundant";

/**
 * Forgets other versions; where a newer one comes or waits, it does so in its turn. It
 * waits for a version that clears up, soon done, and not for one that comes: until then
 * a worker that takes over would answer nothing.
 */
async function settle() {
  await alone(clearing, () => alone(coming, async () => {
    const { installing, waiting } = worker.registration;
    // A registration may still have among those that wait the one that takes over.
    const newer = [installing, waiting].some((it) => it && it !== worker.serviceWorker);
    if (!newer && !over()) await collect();
  }, { ifAvailable: true }));
}

/** A file's name in every version. @param {string} name */
const kind = (name) => name.replace(/\.[0-9a-f]{16}(?=\.\w+$)/, "");

/** @returns {Promise<string[]>} the caches of this site's versions */
const caching = async () => (await caches.keys()).filter((name) => name.startsWith(ours));

/** The caches of this site's versions with what they have kept, by name below the scope. */
async function stock() {
  return Promise.all((await caching()).map(async (cacheName) => {
    const cache = await caches.open(cacheName);
    const names = (await cache.keys()).map(({ url }) => url.slice(scope.href.length));
    return { cacheName, cache, names };
  }));
}

/**
 * The versions that have come whole, by their cache, with the names of their files. Those
 * before there was a cache for all have files of both sorts in their own, and no list.
 */
async function complete() {
  /** @type {Map<string, string[]>} */
  const whole = new Map();
  for (const { cacheName, cache, names } of await stock()) {
    const list = await cache.match(listing);
    if (list) whole.set(cacheName, await list.json());
    else if (cacheName !== shared && names.some((name) => lasting.test(name))) whole.set(cacheName, names);
  }
  return whole;
}

/**
 * Removes what neither this version nor one that is to be spared has.
 * @param {Map<string, string[]>} [spared]
 */
async function collect(spared = new Map()) {
  const needed = new Set([...files.keys(), ...[...spared.values()].flat()].filter((name) => lasting.test(name)));
  for (const { cacheName, cache, names } of await stock()) {
    if (cacheName === own || spared.has(cacheName)) continue;
    const gone = names.filter((name) => !needed.has(name));
    // One by one: a cache that is deleted takes room for as long as somebody may look into it.
    await Promise.all(gone.map((name) => cache.delete(address(name), { ignoreVary: true })));
    if (gone.length === names.length && cacheName !== shared) await caches.delete(cacheName);
  }
}

/** @param {string[]} urls what a page asks for: where one does not come, the others do */
async function keepNamed(urls) {
  const names = urls.map((url) => url.slice(scope.href.length)).filter((name) => files.has(name));
  await Promise.allSettled(names.map(keep));
}

/**
 * Where a file is looked for: what has its hash in its name, in all caches.
 * @param {string} name
 * @param {string} [cacheName] of the version, if not this one
 */
const where = (name, cacheName = own) => (lasting.test(name) ? { ignoreVary: true } : { ignoreVary: true, cacheName });

/** @param {string} name */
async function keep(name) {
  const url = address(name);
  const found = await caches.match(url, where(name));
  if (found) return found.body?.cancel();
  let response = await fetch(url, { integrity: files.get(name)?.digest, cache: lasting.test(name) ? "default" : "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // A host may have led to another address; a page may not be answered with that.
  if (response.redirected) response = new Response(response.body, { headers: response.headers });
  if (over()) return;
  const cache = await caches.open(lasting.test(name) ? shared : own);
  await cache.put(url, response);
}

/** The studio serves this file as it is: a worker that is not published ends. */
async function leave() {
  await Promise.all((await caching()).map((name) => caches.delete(name)));
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
    const found = await caches.match(address(name), where(name, cacheName));
    if (found) return found;
    if (files.has(name)) e.waitUntil(keep(name).catch(() => {}));
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
