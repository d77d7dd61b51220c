// @ts-check
// Colours by name, in all themes at once, with how they are seen on their grounds.

import { keyOf } from "./desk.js";
import { make } from "./elements.js";
import { follow } from "./drag.js";
import { field } from "./field.js";
import { word } from "./words.js";

/**
 * @typedef {import("./panel.js").Panel} Panel
 * @typedef {import("./desk.js").All} All
 * @typedef {All["colors"][number]} Color
 */

/**
 * @param {Panel} panel
 * @param {All} all
 * @returns {Node[]}
 */
export function colors(panel, all) {
  /** @type {Map<string, HTMLElement>} */
  const grounds = new Map();
  const row = (/** @type {Color} */ c) => make("li", { "data-key": c.name }, make("h3", {}, c.name, " ", make("small", {}, word(`role-${c.role.split(" ")[0]}`))), make("div", { class: "themes" }, ...c.themes.map((t) => {
    const seen = make("ul", { class: "seen" });
    grounds.set(keyOf(t.value), seen);
    return make("div", {}, make("span", { class: "theme", "aria-hidden": "true" }, word(t.theme)), swatch(panel, t.value, word("color-of", { name: c.name, theme: word(t.theme) }), word("code-of", { name: c.name, theme: word(t.theme) })), seen);
  })));
  const tones = all.tones.map((s) => make("li", { "data-key": s.name }, make("h3", {}, s.name), ...s.themes.map((t) => make("div", { class: "scale" },
    make("span", { class: "theme", "aria-hidden": "true" }, word(t.theme)),
    ...t.values.map((v, i) => swatch(panel, v, word("tone-of", { name: s.name, n: i + 1, theme: word(t.theme) }), null))))));
  panel.refresh = (now) => {
    for (const c of now.colors) for (const t of c.themes) grounds.get(keyOf(t.value))?.replaceChildren(...seenOn(t.on));
  };
  const used = all.colors.filter((c) => c.used).map(row);
  const others = all.colors.filter((c) => !c.used).map(row);
  panel.refresh(all);
  return [
    ...(used.length ? [make("h3", { class: "over" }, word("used")), make("ol", { class: "colors" }, ...used)] : []),
    ...(tones.length ? [make("details", { open: !used.length }, make("summary", {}, word("tones")), make("ol", { class: "tones" }, ...tones))] : []),
    make("details", {}, make("summary", {}, word("others")), make("ol", { class: "colors" }, ...others)),
  ];
}

/** @param {{name: string, contrast: number, least: number}[]} on */
const seenOn = (on) => on.map((s) => make("li", { class: s.contrast < s.least * 1.1 ? "near" : null, title: word("on", { name: s.name, contrast: s.contrast.toFixed(2), least: s.least }) }, `${s.contrast.toFixed(1)} `, make("small", {}, s.name)));

/**
 * A colour as a swatch, and as its code where there is room for it.
 * @param {Panel} panel
 * @param {import("./desk.js").Value} value
 * @param {string} name
 * @param {string | null} code what the field of its code is called; null: there is none
 */
function swatch(panel, value, name, code) {
  const typed = code ? make("input", { type: "text", class: "code", size: "9", spellcheck: "false", autocomplete: "off", "aria-label": code, value: value.text ?? "" }) : null;
  const pick = make("input", { type: "color" });
  /** An opacity behind the colour stays. */
  let tail = value.text?.slice(7) ?? "";
  const picked = field(panel, value, pick, {
    name,
    show: (text) => (text ?? "#000000").slice(0, 7).toLowerCase(),
    mean: (shown) => shown.toUpperCase() + tail,
    taken: (v) => {
      tail = v.text?.slice(7) ?? "";
      if (typed && document.activeElement !== typed) typed.value = v.text ?? "";
    },
  });
  // The system's own picker is dragged in, too: what passes is written as it goes.
  const { to } = follow(picked);
  pick.addEventListener("input", () => void to(pick.value.toUpperCase() + tail));
  typed?.addEventListener("input", () => (panel.typed = typed));
  typed?.addEventListener("change", () => void picked.write(typed.value.trim()));
  typed?.addEventListener("blur", () => panel.typed === typed && (panel.typed = null));
  if (typed) pick.after(typed);
  return picked.element;
}
