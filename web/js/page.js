// @ts-check
// The page: an article that becomes the layer over the player's canvas. This
// module joins the others; each of them knows one thing.
import { Address } from "./address.js";
import { Bar } from "./bar.js";
import { searchFigures } from "./figures.js";
import { listen } from "./hands.js";
import { speak } from "./language.js";
import { Marks } from "./marks.js";
import { say } from "./notice.js";
import { keepOffline } from "./offline.js";
import { mayRun, rememberLoss, start } from "./player.js";
import { Scroller } from "./scroller.js";
import { Settings } from "./settings.js";

/** @typedef {import("./player.js").Player} Player */

const root = document.documentElement;
const settings = new Settings();
const address = new Address(settings);
const marks = new Marks();
const scroller = new Scroller();
const bar = new Bar(settings);

/** @type {Player | null} */
let player = null;
/** @type {string} */
let latest = ""; // the link of the state in which the story last came to rest
let headline = ""; // of the scene

/** @type {PromiseWithResolvers<object>} */
const ready = Promise.withResolvers ? Promise.withResolvers() : deferred();
ready.promise.then(keepOffline, keepOffline); // whoever else waits for it hears of a failure

function deferred() {
  const d = {};
  d.promise = new Promise((resolve, reject) => Object.assign(d, { resolve, reject }));
  return d;
}

// What embedders and tests may use.
const lianhua = Object.freeze({
  ready: ready.promise,
  /** What the story shows, or null while there is only the article. */
  state: () => (player ? JSON.parse(player.state()) : null),
  /** @param {string | Record<string, unknown>} to a link or some of what state() tells */
  goto: (to) => go(typeof to === "string" ? to : Address.of(to)),
  frames: () => (player ? player.frames() : 0),
});
Object.defineProperty(globalThis, "lianhua", { value: lianhua });

/** @param {string} link */
function go(link) {
  if (!player) {
    location.hash = link;
    return true;
  }
  const found = player.goto(link);
  follow();
  return found;
}

/** Names the window after the scene. */
function entitle() {
  if (!headline) return;
  const name = document.querySelector("title")?.dataset.name ?? "";
  document.title = `${headline.replaceAll("\n", settings.lang === "zh" ? "" : " ")} · ${name}`;
}

/** Brings the scroller to where the player has gone. */
function follow() {
  if (player) scroller.show(player.step());
}

// What the player calls; see cmd/lianhua/browser.go. It calls in the middle of a
// frame, so what it says is heard when the frame is done.
const shell = later({
  ready() {
    if (!player) {
      player = globalThis.lianhuaPlayer;
      begin();
    }
  },
  /** @param {string} link */
  changed(link) {
    const now = Address.read(link);
    latest = link;
    settings.heard(now);
    bar.playing(now.play);
    root.classList.toggle("zoomed", now.zoom);
    scroller.follow(player?.step() ?? 0);
    if (!scroller.beyond()) address.write(link, scroller.scrolled);
    marks.in(now.scene);
  },
  /** @param {number} step */
  step(step) {
    scroller.follow(step);
  },
  /** @param {string} ops */
  tree(ops) {
    marks.apply(JSON.parse(ops));
  },
  /** @param {string} title */
  title(title) {
    headline = title;
    entitle();
  },
  /** @param {string} text */
  notice(text) {
    say(text);
  },
  /** @param {string} url */
  open(url) {
    window.open(url, "_blank", "noopener");
  },
  /** @param {string} text */
  failed(text) {
    console.error(text);
    stop("failed");
    ready.reject(new Error(text));
  },
});

/**
 * @template {Record<string, (arg: any) => void>} T
 * @param {T} calls
 * @returns {T}
 */
function later(calls) {
  const each = Object.entries(calls).map(([name, call]) => [name, (/** @type {unknown} */ arg) => queueMicrotask(() => call(arg))]);
  return Object.fromEntries(each);
}

/** The canvas has its first frame: the article becomes the layer above it. */
function begin() {
  if (!player) return;
  const reading = scroller.reading();
  history.scrollRestoration = "manual";
  // Laid out anew, the article counts as new and not as having shifted.
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  main.hidden = true;
  void main.offsetHeight;
  root.classList.add("playing");
  main.hidden = false;
  scroller.start((step) => player?.scroll(step));
  bar.start(player, follow);
  marks.start(player);
  listen(player, scroller, follow);
  document.addEventListener("visibilitychange", () => player?.visible(!document.hidden));
  address.follow(go);
  if (address.native()) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  else if (!location.hash && reading) go(`#${reading}`);
  else follow();
  bar.loaded();
  ready.resolve(lianhua);
}

/** Leaves the article alone on the page, and says why. @param {string} why */
function stop(why) {
  player = null;
  root.classList.remove("playing", "zoomed");
  document.querySelector("canvas")?.remove();
  marks.clear();
  bar.stop();
  say(document.getElementById("notice")?.getAttribute(`data-${why}`) ?? "", true);
}

settings.onlang = async (lang) => {
  if (await speak(lang)) {
    scroller.measure();
    marks.in(Address.read(latest).scene);
    bar.show();
    entitle();
  }
  player?.set("lang", lang);
};
settings.ontheme = (theme) => player?.set("theme", theme);
settings.onreduced = (reduced) => player?.set("reduced", reduced);

// A studio that serves the page hands a saved story on.
window.addEventListener("lianhua:story", (e) => {
  if (player && player.story(/** @type {CustomEvent} */ (e).detail) === "") e.preventDefault();
});

// The browser took the graphics context away; Ebitengine reloads the page.
window.addEventListener("webglcontextlost", (e) => {
  if (player) history.replaceState(null, "", JSON.parse(player.state()).link);
  if (!rememberLoss()) {
    e.stopImmediatePropagation();
    stop("lost");
  }
}, true);

searchFigures();
bar.show();
root.classList.add("js");
settings.apply();

const why = mayRun();
if (why) {
  say(document.getElementById("notice")?.getAttribute(`data-${why}`) ?? "", true);
  address.scroll();
  ready.reject(new Error(why));
} else {
  globalThis.lianhuaShell = shell;
  start({ lang: settings.lang, theme: settings.theme, reduced: settings.reduced, hash: address.native() ? "" : location.hash }, bar)
    .catch((error) => shell.failed(String(error?.stack ?? error)));
}
