// @ts-check
// Words come with the page, from assets/copy: none is typed in a script.

/**
 * A text with values put in for the names that it holds in angle brackets, as
 * story.AppendFilled does.
 * @param {string} text @param {Record<string, string>} values
 */
export const filled = (text, values) => text.replace(/<([^<>]*)>/g, (whole, name) => values[name] ?? whole);

/** Joins texts as the page's language does. @param {"spokenScene" | "spokenList"} form @param {Record<string, string>} values */
export const joined = (form, values) => filled(document.getElementById("bar")?.dataset[form] ?? "", values);

const chinese = () => document.documentElement.lang === "zh";

/** The words of an element, its lines joined as the page's language joins them. @param {Element | null | undefined} it */
export const wordsOf = (it) => [...(it?.childNodes ?? [])].map((n) => (n.nodeName === "BR" ? (chinese() ? "" : " ") : n.textContent)).join("");
