// @ts-check
// What the picture says, as lines of text to be copied: a canvas has none that can be
// selected.
import { joined, wordsOf } from "./words.js";

/** @param {string} selector @param {ParentNode} within */
const all = (selector, within) => [...within.querySelectorAll(selector)];

/** What is a sentence: of the picture's other words some are parts of a line only. */
const sentence = /\p{Sentence_Terminal}$/u;

/**
 * What a scene says at a beat: its headline, the beat's sentence, those that are drawn,
 * the figures that are, with what they mean, and where they are from. Of the scene in
 * the article it is all its figures.
 * @param {HTMLElement | null} section
 * @param {number} beat from 1
 * @param {boolean} played whether the picture's own words are known
 * @returns {string[]}
 */
export function quoteOf(section, beat, played) {
  if (!section) return [];
  const now = all(".beats li", section).filter((li) => Number(li.getAttribute("data-beat")) <= beat).at(-1);
  const drawn = played ? all("#marks > .spoken", section) : [];
  const shown = new Set(drawn.flatMap((it) => (it.getAttribute("data-figures") ?? "").split(" ")));
  const figures = all(".figures tr[data-figure]", section).filter((row) => !played || shown.has(row.getAttribute("data-figure") ?? ""));
  const rows = figures.map((row) => all("td, th", row).slice(0, 3).map(wordsOf).filter(Boolean).reduce((before, next) => joined("spokenList", { before, next })));
  const lines = [...all(":scope > .text > :is(h1, h2, .deck)", section).map(wordsOf), wordsOf(now), ...drawn.map(wordsOf).filter((line) => sentence.test(line)), ...rows, ...all(".source", section).map(wordsOf)];
  return [...new Set(lines)].filter(Boolean);
}

/** Shows the lines in the dialog. @param {string[]} lines */
export function quote(lines) {
  const it = /** @type {HTMLElement} */ (document.getElementById("take-quote"));
  it.replaceChildren(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  /** @type {HTMLElement} */ (it.closest("section")).hidden = lines.length === 0;
}

/**
 * Has the browser's own copying take the picture's lines where nothing is selected.
 * @param {() => string[]} lines none where the browser shall copy
 * @param {() => void} copied
 */
export function copyPicture(lines, copied) {
  document.addEventListener("copy", (e) => {
    const taken = getSelection()?.isCollapsed === false || e.target instanceof HTMLInputElement ? [] : lines();
    if (taken.length === 0) return;
    e.clipboardData?.setData("text/plain", taken.join("\n"));
    e.preventDefault();
    copied();
  });
}
