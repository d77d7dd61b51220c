// @ts-check
// The words of a scene, both languages side by side.

import { tellWhere } from "./appears.js";
import { make } from "./elements.js";
import { field } from "./field.js";
import { word } from "./words.js";

/**
 * @param {import("./panel.js").Panel} panel
 * @param {import("./desk.js").All} all
 * @returns {Node[]}
 */
export function words(panel, all) {
  panel.refresh = () => {};
  const rows = all.words.map((w) => {
    const sides = /** @type {const} */ (["zh", "en"]).map((lang) => {
      const control = make("textarea", { lang: lang === "zh" ? "zh-CN" : "en", rows: "1", spellcheck: lang === "en" ? "true" : "false" });
      return field(panel, w[lang], control, { name: word(`${lang}-of`, { key: w.key }) });
    });
    const at = make("p", { class: "where" });
    return { w, at, sides, element: make("li", { "data-key": w.key }, make("h3", {}, w.key), make("div", { class: "pair" }, ...sides.map((s) => s.element)), at) };
  });
  const count = make("span", { class: "hint", role: "status" });
  const filter = make("input", { type: "search", "aria-label": word("filter-words"), placeholder: word("filter-words"), input: sift });
  function sift() {
    const sought = filter.value.toLowerCase();
    let n = 0;
    for (const r of rows) {
      const text = `${r.w.key}\n${r.sides.map((s) => s.value().text).join("\n")}`.toLowerCase();
      r.element.hidden = !text.includes(sought);
      if (!r.element.hidden) n++;
    }
    count.textContent = word("found", { n });
  }
  sift();
  void tellWhere(panel.place, rows.map((r) => ({ key: r.w.key, at: r.at })));
  return [make("div", { class: "find" }, filter, count), make("ol", { class: "texts" }, ...rows.map((r) => r.element))];
}
