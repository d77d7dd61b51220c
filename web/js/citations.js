// @ts-check
// The citations that stand in the article: the build writes what it knows, the
// page adds the reader's day and, where only the host knows it, the address.

/** The reader's own date, as ISO 8601 writes it. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

/** Completes the page's citations; their forms hold {} for what is added. */
export function fillCitations() {
  for (const it of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".cite [data-form]"))) {
    const added = it.matches(".accessed") ? today() : new URL(it.dataset.page ?? "", document.baseURI).href;
    it.textContent = (it.dataset.form ?? "").replace("{}", () => added);
  }
}
