// @ts-check

/**
 * An element with attributes and what is in it; properties that are functions are
 * listeners. What is null is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null)} inside
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(name, attributes = {}, ...inside) {
  const it = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") it.addEventListener(key, /** @type {EventListener} */ (value));
    else if (value === true) it.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) it.setAttribute(key, String(value));
  }
  it.append(.../** @type {(Node | string)[]} */ (inside.filter((one) => one !== null)));
  return it;
}
