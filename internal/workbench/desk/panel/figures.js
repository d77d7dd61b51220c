// @ts-check
// The figures that a scene draws. One is corrected with care: with the reason, which
// readers are told.

import { keyOf } from "./desk.js";
import { make } from "./elements.js";
import { gesture } from "./field.js";
import { language, word } from "./words.js";

/**
 * @param {import("./panel.js").Panel} panel
 * @param {import("./desk.js").All} all
 * @returns {Node[]}
 */
export function figures(panel, all) {
  panel.refresh = () => {};
  const rows = all.figures.map((f) => {
    const name = f.label[language()];
    const about = make("p", { class: "hint" }, `${f.id} · ${word("source", { source: f.source })} · ${word(f.english ? "counted-as" : "counted", f)}`);
    if (f.expr) return make("li", {}, make("h3", {}, name), make("p", {}, word("derived", { expr: f.expr })), about);
    let value = f.value;
    const number = make("input", { type: "text", inputmode: "decimal", value: value.text ?? "", "aria-label": word("figure-of", { label: name, unit: f.unit }) });
    const why = { zh: make("input", { type: "text", lang: "zh-CN", required: true }), en: make("input", { type: "text", lang: "en", required: true }) };
    const said = make("div", { class: "said", role: "alert" });
    const reasons = make("div", { class: "reasons", hidden: true },
      make("p", { class: "hint" }, word("why")), make("label", {}, word("why-zh"), why.zh), make("label", {}, word("why-en"), why.en),
      make("button", { type: "submit" }, word("correct")));
    const form = make("form", { submit: (/** @type {Event} */ e) => { e.preventDefault(); void correct(); } }, number, reasons, said);
    const opened = () => (reasons.hidden = !panel.writes || number.value.trim() === value.text);
    number.addEventListener("input", opened);
    async function correct() {
      const text = number.value.trim();
      const answer = await panel.desk.change(gesture(), () => [{ value, text }], { zh: why.zh.value, en: why.en.value });
      const [first] = answer.problems ?? [];
      const theirs = answer.conflict && word("conflict", { theirs: answer.conflict.theirs ?? word("nowhere") });
      said.replaceChildren(...(answer.status === 200 ? [] : [make("p", {}, first?.message ?? theirs ?? answer.error ?? ""), make("p", { class: "hint" }, first?.hint ?? "")]));
      if (answer.status !== 200) return;
      panel.tell(word("saved", { file: value.file, line: value.line }));
      for (const one of [why.zh, why.en]) one.value = "";
      opened();
      number.focus();
    }
    panel.desk.takers.set(keyOf(value), (next) => {
      const typed = number.value.trim() !== value.text;
      value = next;
      if (!typed) number.value = next.text ?? "";
      opened();
    });
    return make("li", { "data-key": f.id }, make("h3", {}, name), form, about);
  });
  return [make("ol", { class: "figures" }, ...rows)];
}
