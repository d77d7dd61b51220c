// @ts-check
// Writes the site's own address into what is to be pasted, and marks the page's
// language among those that there are.
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  for (const it of document.querySelectorAll(".site")) it.textContent = new URL("..", script.src).href;
  for (const a of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("nav a"))) {
    if (a.hreflang === document.documentElement.lang) a.setAttribute("aria-current", "true");
  }
}
