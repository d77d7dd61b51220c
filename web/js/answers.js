// @ts-check
// The article's pictures answer by themselves, before the player is there and where
// there is none. What can be touched lies over each as a link to its words further
// down, see article.targets; here the links become buttons, and the words a card
// beside what was touched. What is picked is the address, so the player goes on with it.
import { bare } from "./address.js";

/** @typedef {{scene: string, id: string}} Pick id: of a mark */

/** How near a card may come to the window's edges, in CSS pixels. */
const edge = 12;

/** What covers the window's top, in CSS pixels. */
const bar = 72;

const buttons = '.targets [href*="?"], .targets [data-in]';

/** @param {string} name @param {Record<string, string>} set @param {(Node | string)[]} kids */
function made(name, set, ...kids) {
  const it = document.createElement(name);
  for (const [key, value] of Object.entries(set)) it.setAttribute(key, value);
  it.append(...kids);
  return it;
}

/** What an entry among the parts tells. @param {Element} entry */
const told = (entry) => made("p", {}, ...[...(entry.querySelector("dd")?.childNodes ?? [])].map((n) => n.cloneNode(true)));

/** What a link over a picture asks of its scene, as in an address; of a slider, nothing. @param {Element} a */
const query = (a) => a.getAttribute("href")?.split("?")[1] ?? "";

/** The mark that is touched. @param {Element} a */
const idOf = (a) => a.getAttribute("data-in") ?? query(a).replace(/^\w+=|:.*/g, "");

export class Answers {
  /**
   * @param {import("./address.js").Address} address
   * @param {import("./voice.js").Voice} voice
   * @param {import("./player.js").Loader} loader
   */
  constructor(address, voice, loader) {
    this.address = address;
    this.voice = voice;
    this.loader = loader;
    /** @type {Pick | null} */
    this.picked = null;
    /** The scene in which the reader has worked anything. */
    this.scene = "";
    /** @type {Map<string, number>} what its sliders are set to, by mark */
    this.values = new Map();
    /** @type {HTMLElement | null} */
    this.card = null;
    this.sight = new IntersectionObserver((seen) => seen.some((it) => !it.isIntersecting) && this.close());
    document.addEventListener("click", (e) => this.clicked(e), true);
    document.addEventListener("keydown", (e) => this.key(e));
    document.addEventListener("keypress", (e) => {
      if (e.key === " " && /** @type {Element} */ (e.target).matches(buttons)) e.preventDefault(); // it would scroll
    });
    this.dress();
  }

  /** Makes buttons of what can be touched. */
  dress() {
    for (const a of document.querySelectorAll(buttons)) {
      a.setAttribute("role", "button");
      a.setAttribute("aria-pressed", "false");
    }
  }

  /** The page has other words. */
  renew() {
    this.dress();
    const { picked } = this;
    this.drop();
    if (picked && this.open(picked)) this.show(); // the page is of another height
  }

  /** The state in which the reader has left the pictures, as a link; empty where none was touched. */
  get link() {
    if (!this.scene) return "";
    const asked = this.picked && this.targetOf(this.picked);
    const told = asked && query(asked) ? [query(asked)] : [];
    if (this.values.size) told.push(`in=${[...this.values].map(([id, v]) => `${id}:${v}`)}`);
    return `#${this.scene}/${document.getElementById(this.scene)?.dataset.steps}${told.length ? `?${told.join("&")}` : ""}`;
  }

  /** What is touched for a pick. @param {Pick} pick */
  targetOf({ scene, id }) {
    return [...document.getElementById(scene)?.querySelectorAll(buttons) ?? []].find((a) => idOf(a) === id);
  }

  /** Opens what a link has picked. @param {string} link @param {boolean} bring whether the page scrolls there */
  arrive(link, bring) {
    const [, scene, id] = bare(bare(link)).match(/^#([\w-]+)[^]*[?&]pick=([\w.-]*\w)/) ?? [];
    if (scene && this.open({ scene, id }) && bring) this.show();
  }

  /** @param {MouseEvent} e */
  clicked(e) {
    if (document.documentElement.classList.contains("playing")) return;
    const at = /** @type {Element} */ (e.target);
    if (this.card?.contains(at)) {
      if (at.closest("button")) this.leave();
      return;
    }
    const a = at.closest?.(buttons);
    if (!a) {
      if (at.closest?.("main")) this.close();
      return;
    }
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    const pick = { scene: /** @type {Element} */ (a.closest(".scene")).id, id: idOf(a) };
    if (this.picked?.id === pick.id && this.picked.scene === pick.scene) {
      this.close();
      return;
    }
    if (this.scene !== pick.scene) this.values.clear();
    this.scene = pick.scene;
    if (!this.open(pick)) return;
    this.show();
    this.write();
    const slider = this.card?.querySelector("input");
    if (slider) slider.focus({ preventScroll: true });
    else this.voice.say(this.words());
    this.loader.foresee(pick.scene);
  }

  /** @param {KeyboardEvent} e */
  key(e) {
    const at = /** @type {Element} */ (e.target);
    if (e.key === "Escape" && this.card && !e.defaultPrevented) {
      this.leave();
      e.preventDefault();
    } else if (e.key === " " && at.matches(buttons)) {
      e.preventDefault();
      at.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  }

  /** What the card says, in one breath. */
  words() {
    return [...(this.card?.querySelectorAll("b, p") ?? [])].map((it) => it.textContent).join(" ");
  }

  /** Opens the card of a pick; false where there is none. @param {Pick} pick */
  open(pick) {
    this.drop();
    const a = this.targetOf(pick);
    const figure = a?.closest("figure");
    if (!a || !figure) return false;
    const entry = a.hasAttribute("data-in") ? null : document.getElementById(a.getAttribute("href")?.slice(1) ?? "");
    const name = entry?.querySelector("dt")?.textContent ?? a.getAttribute("aria-label") ?? "";
    const close = made("button", { type: "button", "aria-label": document.getElementById("notice")?.dataset.close ?? "" }, "×");
    const card = this.card = made("div", { class: "answer", role: "group", "aria-label": name }, made("b", {}, name), ...(entry ? [told(entry)] : this.slider(a, name)), close);
    const [x, y] = (a.getAttribute("data-at") ?? "50 50").split(" ");
    figure.append(card);
    figure.closest(".scene")?.classList.add("asked");
    this.picked = pick;
    a.setAttribute("aria-pressed", "true");
    card.style.setProperty("--x", `${x}%`);
    const high = /** @type {Element} */ (a.parentNode).clientHeight;
    card.style.setProperty("--y", `${Math.max(0, Math.min(Number(y) / 100 * high, high - card.offsetHeight))}px`);
    this.sight.observe(figure);
    return true;
  }

  /** A slider with what it reads, and the mean of it and those beside it where the picture tells that. @param {Element} a @param {string} name */
  slider(a, name) {
    const all = [...(a.parentElement?.querySelectorAll("[data-range]") ?? [])];
    const [full, min, max, step] = (a.getAttribute("data-range") ?? "").split(" ");
    const says = (a.getAttribute("data-says") ?? "").split("|").map((one) => one.split(/ (.*)/));
    const now = String(this.values.get(idOf(a)) ?? full);
    const input = /** @type {HTMLInputElement} */ (made("input", { type: "range", min, max, step, "aria-label": name, value: now }));
    const own = made("output", {});
    const means = a.parentElement?.getAttribute("data-mean");
    const mean = made("output", {});
    const work = () => {
      const words = says.filter(([from]) => Number(from) <= Number(input.value)).at(-1)?.[1];
      own.textContent = words || input.value;
      if (words) input.setAttribute("aria-valuetext", words);
      const sum = all.reduce((n, it) => n + (this.values.get(idOf(it)) ?? parseFloat(it.getAttribute("data-range") ?? "")), 0);
      mean.textContent = (sum / all.length).toFixed(1);
    };
    input.addEventListener("input", () => {
      this.values.set(idOf(a), Number(input.value));
      work();
    });
    input.addEventListener("change", () => {
      this.write();
      if (means) this.voice.say(`${means} ${mean.textContent}`);
    });
    work();
    return [made("label", {}, input, own), ...(means ? [made("p", {}, `${means} `, mean)] : [])];
  }

  /** Scrolls until the card is seen, and beside it what was touched. */
  show() {
    if (!this.card || !this.picked) return;
    const box = this.card.getBoundingClientRect();
    const mark = /** @type {Element} */ (this.targetOf(this.picked)).getBoundingClientRect();
    const sheet = getComputedStyle(this.card).position === "fixed";
    const foot = sheet ? box.top - edge : innerHeight - edge;
    const [top, bottom] = sheet ? [mark.top, mark.bottom] : [box.top, box.bottom];
    let by = Math.max(0, bottom - foot);
    if (top - by < bar) by = top - bar;
    if (by > 0 || top < bar) window.scrollBy({ top: by, behavior: "instant" });
  }

  /** Has the address tell the state, unless the reader has gone on to the table. */
  write() {
    if (!this.address.native()) this.address.write(this.link, true);
  }

  /** Closes the card, and gives the keys back. */
  leave() {
    const a = this.picked && this.targetOf(this.picked);
    this.close();
    /** @type {SVGElement | null | undefined} */ (a)?.focus({ preventScroll: true });
  }

  /** Closes the card as the reader does. */
  close() {
    if (!this.card) return;
    this.scene ||= this.picked?.scene ?? "";
    this.drop();
    this.write();
  }

  /** Takes the card away. */
  drop() {
    if (this.picked) this.targetOf(this.picked)?.setAttribute("aria-pressed", "false");
    document.querySelector(".asked")?.classList.remove("asked");
    this.picked = null;
    this.sight.disconnect();
    this.card?.remove();
    this.card = null;
  }

  /**
   * The player goes on with what was picked.
   * @returns {string | null} the mark that has the keys, empty where none has them; null
   *   where nothing is picked
   */
  hand() {
    const at = document.activeElement;
    const id = at?.matches(buttons) ? idOf(at) : this.card?.contains(at) && this.picked ? this.picked.id : "";
    const picked = this.card !== null;
    if (this.scene) this.voice.know(this.scene, this.words());
    this.drop();
    this.scene = "";
    this.values.clear();
    return picked ? id : null;
  }
}
