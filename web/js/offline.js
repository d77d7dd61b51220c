// @ts-check
// Lets a published page open without a network on the next visit, and show a
// newer version at once when the reader wants it.
import { guest } from "./guest.js";
import { asks, tell } from "./notice.js";

let kept = false;

/** The worker of this page's version, once it is known. @type {ServiceWorker | null} */
let keeper = null;

/** What the worker is to keep besides what is shown, by address. @type {Set<string>} */
const also = new Set();

/** How long a new version may take to take over, in ms. */
const patience = 3000;

/** Whether the reader has asked the browser to save data (Network Information API, Save Data). */
export function savesData() {
  const connection = /** @type {{saveData?: boolean} | undefined} */ (Reflect.get(navigator, "connection"));
  return Boolean(connection?.saveData);
}

/**
 * Registers the service worker of the build that made the page; the studio's own
 * pages name none, and what another's page shows is not kept for visits of its own.
 * The window hears "lianhua:update" when a newer version has come whole: the next
 * visit opens with it, and detail() opens it now.
 */
export async function keepOffline() {
  const { build, root } = document.documentElement.dataset;
  if (kept || guest || !build || !isSecureContext || savesData()) return;
  kept = true;
  try {
    const registration = await navigator.serviceWorker.register(new URL(`${root ?? ""}sw.js`, document.baseURI), { updateViaCache: "none" });
    keeper = navigator.serviceWorker.controller ?? registration.installing ?? registration.active;
    keepAll();
    // A version that takes over in the middle of a visit has not heard of what the page shows.
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      keeper = navigator.serviceWorker.controller;
      keepAll();
    });
    const shape = document.querySelector("main picture source")?.getAttribute("media");
    if (shape) matchMedia(shape).addEventListener("change", keepShown);
    const tell = () => window.dispatchEvent(new CustomEvent("lianhua:update", { detail: () => renew(registration) }));
    const follow = (/** @type {ServiceWorker | null} */ next) => next?.addEventListener("statechange", () => {
      if (next.state === "installed" && registration.active) tell();
    });
    if (registration.waiting) tell();
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
  } catch (error) {
    kept = false;
    // In a frame without storage, or where files are changed on their way.
    console.info("not kept for visits without a network:", String(error));
  }
}

/**
 * Has the worker keep the pictures that this window's reader may come to see: those
 * in its language and shape. Others are kept once they are seen.
 */
export function keepShown() {
  const pictures = [...document.querySelectorAll("main picture")].map((picture) => {
    const source = [...picture.querySelectorAll("source")].find(({ media }) => matchMedia(media).matches);
    return source?.srcset ?? picture.querySelector("img")?.getAttribute("src") ?? "";
  });
  keeper?.postMessage({ keep: pictures.map((name) => new URL(name, document.baseURI).href) });
}

function keepAll() {
  keepShown();
  keeper?.postMessage({ keep: [...also] });
}

/** Has the worker keep a file that came just now. @param {string} url */
export function keepAlso(url) {
  also.add(url);
  keeper?.postMessage({ keep: [url] });
}

/** Offers the newer version once it has come whole. */
export function offerUpdate() {
  let offered = false;
  window.addEventListener("lianhua:update", (e) => {
    if (offered || asks()) return;
    offered = true;
    tell("update", { label: "update-show", act: /** @type {CustomEvent} */ (e).detail });
  });
}

/**
 * Opens the newer version here. Other windows stay with what they have loaded.
 * @param {ServiceWorkerRegistration} registration
 */
function renew({ waiting }) {
  const reload = () => location.reload();
  if (!waiting) return reload();
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated" || waiting.state === "redundant") reload();
  });
  setTimeout(reload, patience);
  waiting.postMessage("take over");
}
