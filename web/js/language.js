// @ts-check
// Another language in the same page: the article, the buttons and the table are
// taken from that language's own page.

/** What is replaced, by id. */
const ids = ["bar", "whole", "table", "loading", "notice"];

/** @type {string} */
let wanted = "";

/**
 * Remembers which button has the keys.
 * @returns {() => void} gives them to the one that has taken its place
 */
export function keptFocus() {
  const at = /** @type {HTMLElement | null} */ (document.activeElement);
  const { lang, themeTo } = at?.dataset ?? {};
  const name = at?.id ? `#${at.id}` : lang ? `#bar [data-lang=${lang}]` : themeTo ? `#bar [data-theme-to=${themeTo}]` : "";
  return () => {
    const [next, menu] = /** @type {(HTMLElement | null)[]} */ ([name ? document.querySelector(name) : null, document.getElementById("menu")]);
    if (!next || next.isConnected && next === document.activeElement) return;
    next.focus({ preventScroll: true });
    if (document.activeElement !== next) menu?.focus({ preventScroll: true }); // it is in the menu, which has shut
  };
}

/**
 * @param {string} lang
 * @returns {Promise<boolean>} whether the page now speaks it
 */
export async function speak(lang) {
  const root = document.documentElement;
  wanted = lang;
  if (root.lang === lang) return false;
  const response = await fetch(new URL((root.dataset.root ?? "") + (lang === "zh" ? "" : `${lang}/`) + "index.html", document.baseURI));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (wanted !== lang) return false; // the reader has chosen again meanwhile
  // A host that answers with another language's page is not followed there: that
  // page would ask again.
  if (page.documentElement.lang !== lang) throw new Error(`${response.url} is not in ${lang}`);
  if (page.documentElement.dataset.build !== root.dataset.build) {
    // The host has a newer site by now: its words do not belong into this page.
    location.replace(new URL(location.hash.replace(/\blang=\w+/, `lang=${lang}`), response.url));
    return false;
  }
  for (const it of page.querySelectorAll("[src], [srcset], [href]")) {
    for (const name of ["src", "srcset", "href"]) {
      const to = it.getAttribute(name);
      if (to && !to.startsWith("#")) it.setAttribute(name, new URL(to, response.url).href);
    }
  }
  for (const id of ids) {
    const [old, next] = [document.getElementById(id), page.getElementById(id)];
    if (old && next) old.replaceWith(next);
  }
  document.querySelector("main")?.replaceChildren(...(page.querySelector("main")?.childNodes ?? []));
  const skip = document.querySelector(".skip");
  if (skip) skip.textContent = page.querySelector(".skip")?.textContent ?? "";
  const title = document.querySelector("title");
  const named = page.querySelector("title");
  if (title && named) title.replaceWith(named);
  root.lang = lang;
  return true;
}
