// @ts-check
// The line that publishers paste to have a picture in their own page.

/** @typedef {import("./settings.js").Settings} Settings */

/** What the line tells in words of its own, or leaves to the reader's system. */
const told = /([?&])(?:lang|theme|play)=[^&]*(?:&|$)/;

/**
 * @param {string} link of the state
 * @param {Settings} settings
 * @returns {string} empty where the page itself is not on the web
 */
export function lineFor(link, { lang, chosenTheme }) {
  if (!location.protocol.startsWith("http")) return "";
  let bare = link;
  while (told.test(bare)) bare = bare.replace(told, "$1");
  const script = new URL((document.documentElement.dataset.root ?? "") + "embed.js", document.baseURI);
  const words = { src: script.href, "data-link": bare.replace(/[?&]$/, ""), "data-lang": lang, "data-theme": chosenTheme };
  const written = Object.entries(words).flatMap(([name, value]) => (value ? [`${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`] : []));
  return `<script async ${written.join(" ")}></script>`;
}
