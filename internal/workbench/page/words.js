// @ts-check
// The workbench's own words, in the language that its user chose.

/** @type {Record<string, Record<string, Record<string, string>>>} */
let all = {};
let lang = "zh";

export async function fetchWords() {
  all = await (await fetch("words.json")).json();
}

/**
 * A text by "section.key", its {names} filled in.
 * @param {string} key
 * @param {Record<string, unknown>} [fill]
 */
export function word(key, fill = {}) {
  const at = key.indexOf(".");
  const text = all[key.slice(0, at)]?.[key.slice(at + 1)]?.[lang] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(fill[name] ?? ""));
}

/** Speaks a language from now on: all that is marked with words. @param {string} to */
export function speak(to) {
  lang = to;
  document.documentElement.lang = to;
  document.title = word("page.name");
  for (const it of document.querySelectorAll("[data-word]")) it.textContent = word(/** @type {HTMLElement} */ (it).dataset.word ?? "");
  for (const it of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-pairs]"))) {
    it.replaceChildren(...word(it.dataset.pairs ?? "").split("\n").flatMap((row) => row.split("\t").map((text, i) => {
      const part = document.createElement(i === 0 ? "dt" : "dd");
      part.textContent = text;
      return part;
    })));
  }
  for (const it of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-title]"))) {
    it.title = word(it.dataset.title ?? "");
    it.setAttribute("aria-label", it.title);
  }
  for (const it of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-label]"))) it.setAttribute("aria-label", word(it.dataset.label ?? ""));
}

/** Tells those who do not see it what has changed. @param {string} text */
export function tell(text) {
  const said = document.getElementById("said");
  if (said && said.textContent !== text) said.textContent = text;
}
