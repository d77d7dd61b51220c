// @ts-check
// What the dialog "share and save" offers of a scene.

/** What citation styles are called everywhere, by their data-style. */
const styles = { gbt7714: "GB/T 7714", english: "English" };

/** What stands in an element. @param {Element | null | undefined} it */
export const copyOf = (it) => [...(it?.childNodes ?? [])].map((n) => n.cloneNode(true));

/**
 * Offers a thing or does not, and hides a group in which nothing is offered.
 * @param {string} kind
 * @param {boolean} on
 * @param {string | null} [detail] said small beside it
 */
export function offer(kind, on, detail) {
  const button = /** @type {HTMLElement} */ (document.querySelector(`#take [data-take="${kind}"]`));
  button.hidden = !on;
  const small = button.querySelector("small");
  if (small) small.textContent = detail ?? "";
  const group = /** @type {HTMLElement} */ (button.closest("section"));
  group.hidden = !group.querySelector("[data-take]:not([hidden])");
}

/**
 * Shows the citations that stand in a scene's section of the article.
 * @param {HTMLElement | null} section
 */
export function cite(section) {
  const group = /** @type {HTMLElement} */ (document.getElementById("take-cite"));
  const one = /** @type {HTMLTemplateElement} */ (group.querySelector("template"));
  const cites = /** @type {HTMLElement[]} */ ([...(section?.querySelectorAll(".cite") ?? [])]);
  const rows = cites.map((it) => {
    const row = /** @type {DocumentFragment} */ (one.content.cloneNode(true));
    const [style, text, button] = /** @type {HTMLElement[]} */ ([...row.querySelectorAll("small, p, button")]);
    style.id = `take-cite-${it.dataset.style}`;
    style.textContent = Reflect.get(styles, it.dataset.style ?? "") ?? "";
    text.lang = it.lang;
    text.append(...copyOf(it));
    button.setAttribute("aria-describedby", style.id);
    return row;
  });
  group.hidden = rows.length === 0;
  /** @type {HTMLElement} */ (group.lastElementChild).replaceChildren(...rows);
}
