// @ts-check
// The lines that publishers paste to have a picture in their own page.
import { wordsOf } from "./words.js";

/** @typedef {import("./settings.js").Settings} Settings */

/** What the line tells in words of its own, or leaves to the reader's system. */
const told = /([?&])(?:lang|theme|play)=[^&]*(?:&|$)/;

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** An absolute address of the site. @param {string} name */
const site = (name) => new URL((document.documentElement.dataset.root ?? "") + name, document.baseURI).href;

/**
 * The same for systems that strip scripts and frames: the scene's picture with its words,
 * both of which lead to it. The picture's address stays the same in later builds.
 * @param {HTMLElement | null} section of the scene
 * @param {string} address of what is seen
 * @param {string} lang
 * @returns {string} empty where the page itself is not on the web
 */
export function figureFor(section, address, lang) {
  if (!section || !location.protocol.startsWith("http")) return "";
  const said = (/** @type {string} */ selector) => escaped(wordsOf(section.querySelector(selector)).trim());
  const to = `<a href="${escaped(address)}">`;
  const image = `<img src="${escaped(site(`cards/${section.id}.${lang}.png`))}" width="1200" height="630" alt="${said(".alt")}" style="width: 100%; height: auto">`;
  return `<figure data-static="${section.id}" lang="${lang}" style="margin: 0">${to}${image}</a><figcaption>${to}<strong>${said("h1, h2")}</strong></a> ${said(".deck")} <small>${said(".source")}</small></figcaption></figure>`;
}

/**
 * @param {string} link of the state
 * @param {Settings} settings
 * @returns {string} empty where the page itself is not on the web
 */
export function lineFor(link, { lang, chosenTheme }) {
  if (!location.protocol.startsWith("http")) return "";
  let bare = link;
  while (told.test(bare)) bare = bare.replace(told, "$1");
  const words = { src: site("embed.js"), "data-link": bare.replace(/[?&]$/, ""), "data-lang": lang, "data-theme": chosenTheme };
  const written = Object.entries(words).flatMap(([name, value]) => (value ? [`${name}="${escaped(value)}"`] : []));
  return `<script async ${written.join(" ")}></script>`;
}
