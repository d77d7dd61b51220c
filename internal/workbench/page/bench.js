// @ts-check
// The workbench: joins its parts to the place where it stands, to the keyboard and to
// what the server tells of saved files.
import { Beginning } from "./begin.js";
import { Give } from "./give.js";
import { Matrix } from "./matrix.js";
import { Place } from "./place.js";
import { Seconds } from "./seconds.js";
import { Stage } from "./stage.js";
import { Timeline } from "./timeline.js";
import { Touched } from "./touched.js";
import { fetchWords, speak, tell, word } from "./words.js";

/** @typedef {import("./place.js").State} State */
/** @typedef {import("./matrix.js").Flaw} Flaw */

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
const $ = (id) => /** @type {T} */ (document.getElementById(id));

/** How long after a change the matrix is drawn, in milliseconds: the stage has the processor first, and a drag is followed on the way. */
const calm = 90;

const fetchStory = async () => (await fetch("story.json")).json();

await fetchWords();
speak(new URLSearchParams(location.search).get("speak") ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
const story = await fetchStory(); // a server that has just begun compiles it first
const place = new Place(story);
const stage = new Stage(place);
const matrix = new Matrix(place, $("cells"), found);
const timeline = new Timeline(place);
const touched = new Touched(place);
const give = new Give(place);
const beginning = new Beginning(place);
const seconds = new Seconds(place);

/** @param {HTMLSelectElement} select @param {[string, string][]} all values with their words @param {string} value */
function fill(select, all, value) {
  select.replaceChildren(...all.map(([v, text]) => new Option(text, v)));
  select.value = value;
}

/** Puts the page's own words and choices right. */
function dress() {
  const { state, story } = place;
  speak(state.speak);
  fill($("scene"), story.scenes.map((s, i) => [s.name, `${i + 1}  ${s.title[state.speak]}`]), state.scene);
  fill($("vision"), story.visions.map((v) => [v, word(`names.${v}`)]), state.vision);
  const theme = story.themes.find((t) => t.dark === (state.look === "dark")) ?? story.themes[0];
  for (const [name, color] of Object.entries(theme.colors)) document.documentElement.style.setProperty(`--${name}`, color);
  document.documentElement.dataset.look = state.look;
  $("begin-open").hidden = !story.acts?.length;
  note();
}

/** Presses what stands for the state. */
function press() {
  const { state } = place;
  /** @type {[string, string][]} */
  const pressed = [["mode", state.mode], ["how", state.how], ["look", state.look], ["speak", state.speak]];
  for (const [name, value] of pressed) {
    for (const b of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[data-${name}]`))) {
      if (b.tagName === "BUTTON") b.setAttribute("aria-pressed", String(b.dataset[name] === value));
    }
  }
  $("boxes").setAttribute("aria-pressed", String(state.boxes));
  $("rulers").setAttribute("aria-pressed", String(state.rulers));
  $("slotted").setAttribute("aria-pressed", String(state.slots));
  $("larger").setAttribute("aria-pressed", String(state.matrix));
  $("larger").textContent = word(state.matrix ? "matrix.smaller" : "matrix.larger");
  document.body.classList.toggle("matrix", state.matrix);
  document.body.dataset.how = state.how;
  /** @type {[string, string][]} */
  const selected = [["scene", state.scene], ["vision", state.vision], ["zoom", state.zoom]];
  for (const [id, value] of selected) /** @type {HTMLSelectElement} */ ($(id)).value = value;
  $("story").setAttribute("href", `/#${state.scene}/${place.beatAt() + 1}?lang=${state.lang}&theme=${state.theme}`);
}

/** What the maker should know. @param {string} [text] */
function note(text = place.story.wrong ? word("page.wrong", { what: place.story.wrong }) : place.story.stale ? word("page.stale") : "") {
  const it = $("note");
  it.hidden = text === "";
  if (it.textContent !== text) it.textContent = text;
}

/** Lists what is wrong with what is on the stage. @param {Flaw[] | null | undefined} flaws */
function found(flaws) {
  const list = document.querySelector("#wrong > div");
  if (!list) return;
  stage.xray.flaws = flaws ?? [];
  if (!flaws?.length) {
    const p = document.createElement("p");
    p.className = "hint";
    p.textContent = word(flaws ? "flaw.none" : flaws === null ? "flaw.moving" : "flaw.looking");
    list.replaceChildren(p);
  } else {
    const ol = document.createElement("ol");
    ol.append(...flaws.map((f) => {
      const li = document.createElement("li");
      const b = document.createElement("button");
      b.type = "button";
      b.className = "link";
      b.textContent = word(`flaw.${f.kind}`, { ...f, words: f.words || f.mark });
      b.addEventListener("click", () => place.go({ mode: "picture", mark: f.mark }));
      li.append(b);
      return li;
    }));
    list.replaceChildren(ol);
  }
  stage.xray.paint();
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;
function drawMatrix() {
  if (timeline.playing || stage.slots.held) {
    clearTimeout(soon);
    soon = undefined;
    return;
  }
  soon ??= setTimeout(() => {
    soon = undefined;
    void matrix.draw();
  }, calm);
}
timeline.asked = seconds.ask.bind(seconds);
timeline.ended = () => {
  stage.draw();
  drawMatrix();
};
stage.slots.moved = (/** @type {boolean} */ hurried) => stage.draw(hurried);
stage.slots.ended = () => {
  stage.draw();
  drawMatrix();
};

const drawn = ["scene", "t", "vision", "story"];
const viewed = ["form", "lang", "theme"];
place.follow((_, changed) => {
  const has = (/** @type {string[]} */ ...names) => names.some((n) => changed.has(n));
  if (has("speak", "look", "story")) dress();
  if (has("speak", "story")) matrix.lay();
  press();
  if (has("mark", "boxes", "rulers")) stage.xray.paint();
  if (has("scene", "story", "speak")) timeline.lay();
  else if (has(...viewed, "vision")) timeline.film();
  timeline.show();
  if (has(...drawn, ...viewed, "zoom", "mode", "how", "speak")) stage.draw(changed.has("t") && !changed.has("scene") && (timeline.playing || timeline.held) || stage.slots.held, changed.size === 1 && changed.has("story"));
  if (has("slots", "mode", "scene", "form", "lang", "story", "speak")) void stage.slots.look();
  else if (has("slot")) stage.slots.paint();
  if (has(...viewed)) matrix.choose();
  if (has(...drawn, "matrix", "speak")) drawMatrix();
  if (has("scene", "lang")) openPanel();
  if (has("story")) touched.follow();
  if (has("scene")) tell(place.scene.title[place.state.speak]);
  else if (has("t") && !timeline.playing && !timeline.held) tell($("clock").textContent ?? "");
});

/** @param {number} n */
function leapScene(n) {
  const { scenes } = place.story;
  const to = scenes[scenes.indexOf(place.scene) + n];
  if (to) {
    timeline.play(false);
    place.go({ scene: to.name });
  }
}

/** @param {"form" | "lang" | "theme"} what @param {string[]} all */
function turn(what, all) {
  place.go({ [what]: all[(all.indexOf(place.state[what]) + 1) % all.length] });
  tell(word("matrix.cell", { form: word(`names.${place.state.form}`), lang: word(`names.${place.state.lang}`), theme: word(`names.${place.state.theme}`) }));
}

/** @type {Record<string, () => void>} */
const keys = {
  ArrowLeft: () => timeline.step(-1),
  ArrowRight: () => timeline.step(1),
  "Shift+ArrowLeft": () => timeline.leap(-1),
  "Shift+ArrowRight": () => timeline.leap(1),
  PageUp: () => leapScene(-1),
  PageDown: () => leapScene(1),
  " ": () => timeline.play(!timeline.playing),
  l: () => timeline.loop(),
  m: () => place.go({ matrix: !place.state.matrix }),
  1: () => place.go({ mode: "player" }),
  2: () => place.go({ mode: "picture" }),
  3: () => place.go({ mode: "compare" }),
  b: () => (place.state.mode === "compare" && place.state.how === "blink" ? stage.compare.swap() : place.go({ mode: "compare", how: "blink" })),
  x: () => place.go({ boxes: !place.state.boxes }),
  r: () => place.go({ rulers: !place.state.rulers }),
  s: () => place.go({ slots: !place.state.slots, mode: "picture" }),
  f: () => turn("form", place.story.forms.map((f) => f.name)),
  g: () => turn("lang", place.story.langs),
  t: () => turn("theme", place.story.themes.map((t) => t.name)),
  c: () => touched.open(),
  o: () => give.open(),
};
document.addEventListener("keydown", (e) => {
  const at = /** @type {Element} */ (e.target);
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || at.closest("#panel, dialog, input, select, textarea, summary")) return;
  if (e.key === " " && at.closest("button, a")) return;
  const act = keys[(e.shiftKey && e.key.length > 1 ? "Shift+" : "") + (e.key.length === 1 ? e.key.toLowerCase() : e.key)];
  if (!act) return;
  e.preventDefault();
  act();
});

for (const name of /** @type {const} */ (["mode", "how", "look", "speak"])) {
  $(name).addEventListener("click", (e) => {
    const value = /** @type {HTMLElement | null} */ (/** @type {Element} */ (e.target).closest("button"))?.dataset[name];
    if (value) place.go({ [name]: value });
  });
}
for (const name of /** @type {const} */ (["boxes", "rulers"])) $(name).addEventListener("click", () => place.go({ [name]: !place.state[name] }));
for (const name of /** @type {const} */ (["scene", "vision", "zoom"])) $(name).addEventListener("change", (e) => place.go({ [name]: /** @type {HTMLSelectElement} */ (e.target).value }));
$("slotted").addEventListener("click", () => place.go({ slots: !place.state.slots }));
$("larger").addEventListener("click", () => place.go({ matrix: !place.state.matrix }));
$("scene-before").addEventListener("click", () => leapScene(-1));
$("scene-next").addEventListener("click", () => leapScene(1));

$("touched-open").addEventListener("click", () => touched.open());
$("give-open").addEventListener("click", () => give.open());
$("begin-open").addEventListener("click", () => beginning.open());
for (const b of document.querySelectorAll("[data-close]")) b.addEventListener("click", () => b.closest("dialog")?.close());

/** Goes to a step at rest, in one of the forms, and looks at a mark there. @param {{beat: number, forms: string[], mark: string}} to */
function go({ beat, forms, mark }) {
  timeline.play(false);
  const { form } = place.state;
  place.go({ t: place.scene.beats[beat - 1].end, form: forms.includes(form) ? form : forms[0], mode: "picture", mark });
}

let panelOf = "";
/** Opens the panel of what can be changed here, where the server has one. */
async function openPanel() {
  const { scene } = place.state;
  const panel = $("panel");
  if (scene === panelOf) return; // another language it takes by itself
  panelOf = scene;
  const module = /** @type {{open?: (root: HTMLElement, place: object, changed: () => void) => void, reveal?: (group: string, key: string) => void}} */ (await import("./panel.js"));
  if (!module.open || scene !== panelOf) return;
  stage.xray.reveal = module.reveal;
  stage.xray.describe();
  panel.hidden = false;
  panel.replaceChildren();
  module.open(panel, { scene, beat: place.beatAt() + 1, go }, () => void refresh());
}

/** Takes what was saved. */
async function refresh() {
  const story = await fetchStory().catch(() => null);
  if (!story) return;
  const other = story.revision !== place.story.revision;
  if (other) place.retell(story);
  else Object.assign(place.story, story);
  note();
  if (other && document.activeElement?.id !== "slots") tell(word("page.updated")); // there the place is told
}

const events = new EventSource("/events");
events.addEventListener("compiled", () => void refresh());
events.addEventListener("hello", () => void refresh());
events.addEventListener("reload", () => beginning.built());
events.addEventListener("problem", (e) => note(word("page.wrong", { what: e.data })));
events.addEventListener("fixed", () => note());
events.addEventListener("error", () => note(word("page.lost")));
window.addEventListener("pagehide", () => events.close());

dress();
press();
matrix.lay();
timeline.lay();
stage.draw();
void stage.slots.look();
place.write();
openPanel();
void matrix.draw();
document.body.classList.add("ready");
