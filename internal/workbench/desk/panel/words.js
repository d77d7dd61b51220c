// @ts-check
// The panel's words, in the language of the page that it stands in.

/** @type {Record<string, {zh: string, en: string}>} */
const all = /* words */ {};

/** @returns {"zh" | "en"} */
export const language = () => (document.documentElement.lang.startsWith("zh") ? "zh" : "en");

/**
 * A text, its {names} filled in.
 * @param {string} key
 * @param {Record<string, unknown>} [fill]
 */
export const word = (key, fill = {}) => (all[key]?.[language()] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(fill[name] ?? ""));
