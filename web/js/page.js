// @ts-check
// The page: an article that becomes the layer over the player's canvas. This
// module joins the others; each of them knows one thing.
import { Address } from "./address.js";
import { Answers } from "./answers.js";
import { Bar } from "./bar.js";
import { Browsing } from "./browsing.js";
import { fillCitations } from "./citations.js";
import { deferred } from "./deferred.js";
import { change } from "./entry.js";
import { explain } from "./failure.js";
import { searchFigures } from "./figures.js";
import { Found } from "./found.js";
import { Frame } from "./frame.js";
import { alone, bring, followLinks, guest, layOut, leadOut } from "./guest.js";
import { Hall, inHall } from "./hall.js";
import { listen } from "./hands.js";
import { complete, keptFocus, speak, whole } from "./language.js";
import { later } from "./later.js";
import { Lens } from "./lens.js";
import { Marks } from "./marks.js";
import * as losses from "./losses.js";
import { retell, say } from "./notice.js";
import { keepOffline, keepShown, offerUpdate } from "./offline.js";
import { Packs } from "./packs.js";
import { arrive, goBelow, keepPlace, returns } from "./place.js";
import { Loader, mayRun, stateOf } from "./player.js";
import { Room } from "./room.js";
import { Scroller } from "./scroller.js";
import { Settings } from "./settings.js";
import { openWindow } from "./share.js";
import { Stops } from "./stops.js";
import { Take } from "./take.js";
import { entitle } from "./title.js";
import { Voice } from "./voice.js";

/** @typedef {import("./player.js").Player} Player */

const root = document.documentElement;
const settings = new Settings();
const address = new Address(settings);
const marks = new Marks();
const scroller = new Scroller();
const bar = new Bar(settings);
const browsing = new Browsing(address, bar, marks);
const take = new Take(settings, () => scroller.reading());
const loader = new Loader((bytes, of) => bar.progress(bytes, of));
const packs = new Packs(loader);
let place = arrive(); // where this page returns to, until it has
if (place) Object.assign(address, Address.at(location.hash));
const stops = new Stops();
const found = new Found();
const voice = new Voice();
const answers = new Answers(address, voice, loader);

/** @type {Player | null} */
let player = null;
/** @type {Lens | null} */
let lens = null;
let life = new AbortController(); // of what listens for the player
let latest = ""; // the link of the state in which the story last came to rest
let headline = ""; // of the scene, in one line
let departed = false; // for another page
/** @type {Document | null} */
let rest = null; // of the story, for a page with one scene

/** Of the present attempt to begin. */
let ready = deferred(keepOffline);

/** Inside another page. What its host wishes waits for the player. @type {Frame | null} */
const frame = guest ? new Frame((link) => ready.promise.then(() => go(link), () => go(link)), () => seen(), () => player && giveBack()) : null;
if (guest) followLinks((hash) => (address.native(hash) ? Address.lead(hash) : go(hash)));

const room = new Room();
/** Whether readers see the page, as far as is known. */
const sees = () => !document.hidden && (frame?.inSight ?? true);
let resting = false; // without its graphics, which it has given back

const now = () => stateOf(player);

/** Where the reader is; null while there is only the article. */
function here() {
  const state = now();
  return state && { link: address.short(state.link), below: scroller.below() };
}

// What embedders and tests may use.
const lianhua = Object.freeze({
  /** Kept when the story can be worked; broken when there is only the article, until the reader tries again. */
  get ready() {
    return ready.promise;
  },
  /** What the story shows, or null while there is only the article. */
  state: () => packs.told(now()),
  /** @param {string | Record<string, unknown>} to a link or some of what state() tells */
  goto: (to) => go(typeof to === "string" ? to : Address.of(to)),
  frames: () => player?.frames() ?? 0,
});

/** @param {string} link */
function go(link) {
  const other = alone && address.elsewhere(link);
  if (other) {
    depart(other);
    return true;
  }
  if (resting && place) place.link = link;
  else if (!player) {
    Address.lead(link);
    address.scroll();
    answers.arrive(link, true);
  }
  if (!player) return true;
  const led = player.goto(link) ?? false;
  const state = now();
  if (!state) {
    queueMicrotask(() => go(link)); // it has ended in this call: the article, which is left alone first, is led there
    return true;
  }
  // Where that is the state already, nobody else has the address tell it.
  if (state.link === latest) address.write(latest, true);
  follow();
  return led;
}

/** Goes to another page in place of this one. @param {string} url */
function depart(url) {
  departed = true;
  location.replace(url);
}

/** Tells a page around this one where the story stands. */
function report() {
  if (!frame || !latest) return;
  const { scene, beat } = Address.read(latest);
  frame.tell({ scene, beat, link: latest, title: headline });
  bar.leadOut(address.whole(latest));
}

/** Brings the scroller to where the player has gone. */
function follow() {
  const step = player?.step();
  if (step !== undefined) scroller.show(step);
  if (browsing.on) browsing.follow(now()?.focus);
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
    lens?.look();
    scroller.follow(player?.step() ?? 0);
    packs.at(now.scene);
    if (!scroller.beyond()) address.write(link, scroller.scrolled);
    marks.in(now.scene);
    report();
  },
  /** @param {number} step */
  step(step) {
    scroller.follow(step);
    if (found.sheet) found.keep(now()?.scene ?? "");
    packs.at(now()?.scene ?? "");
    voice.arrive(step);
    lens?.look();
  },
  /** @param {boolean} open */
  contents: (open) => browsing.turn(open, now()),
  /** @param {string} ops @param {string} scene @param {number} beat */
  tree(ops, scene, beat) {
    marks.in(scene);
    voice.answer(`${scene}/${beat}/${now()?.lang}`, marks.apply(JSON.parse(ops))); // the page's words may come later
    packs.standIn();
  },
  /** @param {string} title @param {string} scene */
  title(title, scene) {
    headline = title.replaceAll("\n", settings.lang === "zh" ? "" : " ");
    entitle(headline);
    if (Address.read(latest).scene === scene) report(); // else the story has yet to come to rest there
  },
  notice: say,
  /** @param {string} url */
  open: (url) => (guest ? leadOut : openWindow)(url.startsWith("#") ? address.whole(url) : url),
  /** @param {string} scene @param {string} text */
  refused: (scene, text) => packs.refused(scene, text),
  /** @param {string} text @param {string} [part] whose file is at fault */
  failed(text, part) {
    console.error(`lianhua: ${text}${part ? "; the player and its files belong together: upload the whole build" : ""}`);
    loader.halt();
    if (part) loader.doubt(part);
    stop(part ? "damaged" : player ? "crashed" : "failed");
  },
});

/** The canvas has its first frame: the article becomes the layer above it. */
function begin() {
  if (!player) return;
  const reading = scroller.reading();
  const held = answers.hand();
  history.scrollRestoration = "manual";
  // Laid out anew, the article counts as new and not as having shifted.
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  main.hidden = true;
  if (rest && root.dataset.scene) complete(rest);
  void main.offsetHeight;
  root.classList.remove("unplayed");
  root.classList.add("playing");
  layOut(); // should the article be alone again, it keeps its places
  fillCitations();
  main.hidden = false;
  scroller.start((step) => player?.scroll(step));
  bar.start(player, follow);
  marks.start(player);
  stops.start(attend, () => {
    if (scroller.beyond()) follow(); // the table lies over the marks
  });
  take.with(player);
  life = new AbortController();
  const { signal } = life;
  lens = new Lens(player, main, signal);
  listen(player, scroller, lens, follow, signal);
  found.listen(attend, signal);
  window.addEventListener("resize", () => player?.fit(document.body.clientHeight), { signal });
  room.listen(give, signal);
  address.follow(go);
  if (place && place.below !== null) goBelow(place.below);
  else if (address.native()) bring(document.getElementById(location.hash.slice(1)));
  else if (held === null && reading && (!location.hash || scroller.moved) && reading !== Address.read(location.hash).scene) go(`#${reading}`);
  else follow();
  if (held) marks.focus(held);
  place = null;
  packs.start(player, [...scroller.sections].map(({ id }) => id), now()?.scene ?? "");
  bar.loaded();
  give();
  seen();
  ready.resolve(lianhua);
}

/** Brings up the scene that the reader has come to in the words. @param {string} scene */
function attend(scene) {
  if (player && scene !== now()?.scene) player.goto(`#${scene}`);
  follow();
  scroller.scrolled = true; // as by scrolling: no place to come back to
}

document.addEventListener("visibilitychange", seen);
function seen() {
  if (resting && sees()) {
    resting = false;
    play();
  }
  player?.visible(sees() && room.matches);
}

/** Gives the window to the picture, or to the article where it is too small for the picture. */
function give() {
  if (!player || root.classList.contains("playing") === room.matches) return;
  const read = room.matches ? scroller.reading() : "";
  root.classList.toggle("playing", room.matches);
  seen();
  scroller.measure();
  if (read && read !== now()?.scene) go(`#${read}`);
  else follow();
}

/** Ends the player. */
function end() {
  player = null;
  lens = null;
  life.abort();
  loader.halt();
  browsing.stop();
  document.querySelector("body > canvas")?.remove();
  scroller.stop();
  marks.clear();
  stops.stop();
  packs.stop();
  bar.stop();
  take.with(null);
  frame?.turns.leave();
}

/** Gives a frame's graphics back until it is seen, and then goes on where it was: meanwhile the article's picture stands in. */
function giveBack() {
  const state = now();
  if (state) place = { href: location.href, link: address.short(state.link), below: scroller.below() };
  end();
  document.getElementById(state?.scene)?.classList.add("late");
  resting = true;
  seen();
}

/** Leaves the article alone on the page, where the reader is, and says why. @param {string} why */
function stop(why) {
  const scene = scroller.reading() || scroller.sections[0].id;
  const below = scroller.below();
  const played = root.classList.contains("playing");
  end();
  root.classList.remove("playing");
  root.classList.add("unplayed");
  fillCitations();
  if (played) {
    history.scrollRestoration = "auto";
    if (below === null) bring(document.getElementById(scene));
    else goBelow(below);
    ready = deferred(keepOffline);
    // It may have stopped on the way from one scene to another.
    if (below === null && Address.read(location.hash).scene !== scene) change(null, `#${scene}/1`);
    answers.arrive(location.hash, true);
  }
  ready.reject(new Error(why));
  explain(why, play);
}

/** Begins, or begins again with what has come. */
function play() {
  if (loader.tried) ready = deferred(keepOffline);
  const hash = place?.link ?? address.opening();
  const page = async () => root.dataset.scene && !alone && !rest && ((rest = await whole(settings.lang)) ?? new Promise(() => {}));
  const opens = Address.read(hash).scene || root.dataset.scene || scroller.sections[0].id;
  bar.awaits(true);
  (frame?.turns.turn() ?? Promise.resolve()).then(() => loader.start(() => ({
    lang: settings.lang, theme: settings.theme, reduced: settings.reduced, scene: alone ? root.dataset.scene ?? "" : "",
    // Where pictures of the article were touched meanwhile, it goes on there.
    opens: answers.scene || opens, hash: answers.link || hash, settled: place !== null || answers.scene !== "",
  }), (text) => shell.failed(text), page))
    .then((drawn) => drawn && packs.begun(drawn))
    .catch((error) => {
      console.error(`lianhua: ${error.kind ? error.message : error.stack ?? error}`);
      stop(error.kind ?? "failed");
    });
}

settings.onlang = async (lang) => {
  if (root.dataset.scene && !alone) {
    depart(/** @type {HTMLAnchorElement} */ (document.querySelector(`#bar [data-lang=${lang}]`)).href + location.hash.replace(/\blang=\w+/, `lang=${lang}`));
    return;
  }
  const focus = keptFocus();
  const spoke = await speak(lang).catch((error) => console.warn(`lianhua: ${error}; the article stays in its language`));
  if (spoke) {
    answers.renew();
    scroller.measure(); // before anything has the page laid out: shorter, it would scroll
    focus();
    stops.set();
    fillCitations();
    take.renew();
    keepShown();
    retell();
    lens?.look();
    marks.in(now()?.scene ?? "");
    bar.show();
    entitle(headline);
  }
  player?.set("lang", lang);
};
settings.ontheme = (theme) => player?.set("theme", theme);
settings.onreduced = (reduced) => player?.set("reduced", reduced);

// A studio that serves the page hands a saved story on.
window.addEventListener("lianhua:story", (e) => {
  if (player && player.story(/** @type {CustomEvent} */ (e).detail) === "") e.preventDefault();
});

keepPlace(here);

/** Opens the page for a reader. */
function open() {
  Object.defineProperty(globalThis, "lianhua", { value: lianhua });
  losses.listen(() => change(history.state, here()?.link), () => stop("lost"), sees, giveBack);
  offerUpdate();
  searchFigures();
  bar.show();
  settings.apply();
  const elsewhere = departed ? "" : address.elsewhere();
  if (elsewhere) depart(elsewhere);
  globalThis.lianhuaShell = shell;
  if (departed) return;
  // Until the story can be worked, the article is read where the address leads.
  const leads = !returns() || history.scrollRestoration === "manual";
  if (leads) address.scroll();
  answers.arrive(location.hash, leads);
  const why = mayRun();
  if (why) stop(why);
  else play();
}

if (inHall) new Hall().open();
else open();
root.classList.add("js"); // it has come this far: what needs it may be shown, see style.css
