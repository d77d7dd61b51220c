// @ts-check
// What is taken from other pages of the site: another language's article, buttons
// and table; and, on a page with one scene, the rest of the story.
import { alone, focusOn } from "./guest.js";

/** What another language replaces, by id. */
const ids = ["bar", "whole", "table", "notice", "take"];

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
    focusOn(next);
    if (document.activeElement !== next) focusOn(menu); // it is in the menu, which has shut
  };
}

/** The address of the page to take from: the whole story's, or this scene's where nothing else is shown. @param {string} lang */
function addressIn(lang) {
  const own = /** @type {HTMLAnchorElement | null} */ (alone ? document.querySelector(`#bar [data-lang=${lang}]`) : null);
  return own?.href ?? new URL((document.documentElement.dataset.root ?? "") + (lang === "zh" ? "" : `${lang}/`) + "index.html", document.baseURI);
}

/**
 * The page that has what this one shows in a language, its addresses made absolute.
 * @param {string} lang
 * @returns {Promise<Document | null>} null where the reader has chosen again meanwhile, or this page is about to be left
 */
export async function whole(lang) {
  const root = document.documentElement;
  wanted = lang;
  const response = await fetch(addressIn(lang));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (wanted !== lang) return null;
  // A host that answers with another language's page is not followed there: that
  // page would ask again.
  if (page.documentElement.lang !== lang) throw new Error(`${response.url} is not in ${lang}`);
  if (page.documentElement.dataset.build !== root.dataset.build) {
    // The host has a newer site by now: its words do not belong into this page.
    const hash = location.hash.replace(/\blang=\w+/, `lang=${lang}`) || (root.dataset.scene ? `#${root.dataset.scene}` : "");
    location.replace(new URL(hash, response.url));
    return null;
  }
  for (const it of page.querySelectorAll("[src], [srcset], [href], [data-page]")) {
    for (const name of ["src", "srcset", "href", "data-page"]) {
      const to = it.getAttribute(name);
      if (to && !to.startsWith("#")) it.setAttribute(name, new URL(to, response.url).href);
    }
  }
  return page;
}

/**
 * Gives the article another page's scenes. The style sheet among them stays where
 * it is: taken out and put in again it would be read anew, and the page be seen
 * without it.
 * @param {Document} page
 */
function refill(page) {
  const main = document.querySelector("main");
  const sheet = main?.querySelector(":scope > link");
  const [first, ...others] = page.querySelectorAll("main > :not(link)");
  for (const it of [...(main?.childNodes ?? [])]) if (it !== sheet) it.remove();
  sheet?.before(first);
  sheet?.after(...others);
}

/**
 * @param {string} lang
 * @returns {Promise<boolean>} whether the page now speaks it
 */
export async function speak(lang) {
  const root = document.documentElement;
  if (root.lang === lang) {
    wanted = lang;
    return false;
  }
  const page = await whole(lang);
  if (!page) return false;
  for (const id of ids) {
    const [old, next] = [document.getElementById(id), page.getElementById(id)];
    if (old && next) old.replaceWith(next);
  }
  refill(page);
  const skip = document.querySelector(".skip");
  if (skip) skip.textContent = page.querySelector(".skip")?.textContent ?? "";
  const title = document.querySelector("title");
  const named = page.querySelector("title");
  if (title && named) title.replaceWith(named);
  root.lang = lang;
  return true;
}

/**
 * Makes a page with one scene one with the whole story. Its address may then lead
 * to another scene, so those in it become absolute.
 * @param {Document} page from whole()
 */
export function complete(page) {
  const root = document.documentElement;
  const leads = "#bar a[href], #take a[href], link[rel=canonical], link[rel=alternate], link[rel=icon], link[rel=manifest]";
  for (const it of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(leads))) it.href = it.href;
  root.dataset.root = new URL(root.dataset.root ?? "", document.baseURI).href;
  root.dataset.scene = "";
  refill(page);
  const main = document.querySelector("main");
  const table = page.getElementById("table");
  if (table) main?.after(table);
}
