// @ts-check
// Says to readers who do not see the picture what has changed in it: once, in a
// sentence, when it has come to rest.

import { joined, wordsOf } from "./words.js";

/** How long the reader stays at a step before it is told, in ms: those who hurry on hear only where they stop. */
const pause = 300;

/** The longest that is said at once, in characters. */
const breath = 400;

const one = (/** @type {string} */ selector, /** @type {ParentNode} */ within = document) => within.querySelector(selector);

/** @param {string} text however its lines were joined */
const tight = (text) => text.replace(/\s/g, "");

/** What a beat shows, in a sentence. @param {Element} section @param {number} beat from 1 */
function sentenceOf(section, beat) {
  const beats = [...section.querySelectorAll(".beats li")].filter((li) => Number(li.getAttribute("data-beat")) <= beat);
  return wordsOf(beats.at(-1) ?? one(".alt", section));
}

export class Voice {
  constructor() {
    this.scene = "";
    this.sentence = ""; // that was said last
    this.told = ""; // where the picture stood when it was last listened to
    this.known = ""; // words that the player will have in its picture, and the article has said
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.held = false; // a key, by which the reader hurries on
    for (const kind of /** @type {const} */ (["keydown", "keyup"])) document.addEventListener(kind, (e) => (this.held = e.repeat), { capture: true });
  }

  /** @param {string} text */
  say(text) {
    const spoken = document.getElementById("spoken");
    if (spoken && text) spoken.textContent = text;
  }

  /**
   * The reader has come to a step: of another scene its headline is said, unless
   * the focus has brought it up, and what the beat shows.
   * @param {number} step
   */
  arrive(step) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.held) return this.arrive(step);
      let first = 0;
      for (const section of document.querySelectorAll("main > .scene")) {
        const steps = Number(section.getAttribute("data-steps"));
        if (step < first + steps) {
          this.tell(section, step - first + 1);
          return;
        }
        first += steps;
      }
    }, pause);
  }

  /**
   * The reader knows a scene at its end: its picture has been read and worked.
   * @param {string} scene
   * @param {string} words that it has answered with
   */
  know(scene, words) {
    this.scene = scene;
    this.known = tight(words);
    const section = document.getElementById(scene);
    if (section) this.sentence = sentenceOf(section, Infinity);
  }

  /** @param {Element} section @param {number} beat from 1 */
  tell(section, beat) {
    const heading = one("h1, h2", section);
    const headline = section.id === this.scene || heading === document.activeElement ? "" : wordsOf(heading);
    this.scene = section.id;
    const before = this.sentence;
    const sentence = this.sentence = sentenceOf(section, beat);
    if (!headline && sentence === before) return; // it is still true
    this.say(headline && sentence ? joined("spokenScene", { headline, sentence }) : headline + sentence);
  }

  /**
   * What the picture has come to say where the reader stays: the answer to a
   * touch.
   * @param {string} place the scene, its beat and the language
   * @param {string[]} lines
   */
  answer(place, lines) {
    const moved = place !== this.told;
    if (this.told === "") this.scene = place.split("/")[0]; // the page itself has been read
    this.told = place;
    if (moved) return;
    const known = lines.filter((line) => this.known.includes(tight(line)));
    if (known.length > 0) this.known = "";
    let text = "";
    for (const line of lines) {
      if (known.includes(line)) continue;
      const more = text ? joined("spokenList", { before: text, next: line }) : line;
      if (text && more.length > breath) break;
      text = more;
    }
    this.say(text);
  }
}
