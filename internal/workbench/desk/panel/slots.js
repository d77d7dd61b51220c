// @ts-check
// The slots of a scene's drawings: where words and marks stand, in pixels of the
// design.

import { make } from "./elements.js";
import { field, number } from "./field.js";
import { word } from "./words.js";

const remembered = "workbench-form";

/** The places of a slot, as people say them. */
const order = ["x", "y", "width", "height", "cx", "cy", "x1", "y1", "x2", "y2"];

/**
 * @param {import("./panel.js").Panel} panel
 * @param {import("./desk.js").All} all
 * @returns {Node[]}
 */
export function slots(panel, all) {
  panel.refresh = () => {};
  const list = make("ol", { class: "slots" });
  const form = make("select", { "aria-label": word("form"), change: draw }, ...all.drawings.map((d) => make("option", { value: d.form }, `${word(d.form)} · ${d.file.replace(/^art\//, "")}`)));
  const last = sessionStorage.getItem(remembered);
  if (all.drawings.some((d) => d.form === last)) form.value = last ?? "";
  const filter = make("input", { type: "search", "aria-label": word("filter-slots"), placeholder: word("filter-slots"), input: sift });
  function draw() {
    sessionStorage.setItem(remembered, form.value);
    panel.desk.takers.clear();
    const drawing = (panel.desk.all ?? all).drawings.find((d) => d.form === form.value);
    list.replaceChildren(...(drawing?.slots ?? []).map((s) => slot(panel, s)));
    sift();
  }
  function sift() {
    for (const row of /** @type {Iterable<HTMLElement>} */ (list.children)) row.hidden = !row.dataset.id?.includes(filter.value.trim().toLowerCase());
  }
  const said = make("p", { class: "said", role: "alert" });
  const open = make("button", { type: "button", title: word("open-about"), click: () => void opened() }, word("open"));
  async function opened() {
    const file = (panel.desk.all ?? all).drawings.find((d) => d.form === form.value)?.file ?? "";
    const answer = await panel.desk.open(file);
    said.textContent = answer.status === 200 ? "" : (answer.error ?? "");
    if (answer.status === 200) panel.tell(word("open-about"));
  }
  draw();
  return [make("div", { class: "drawing" }, form, panel.writes ? open : null), said, make("div", { class: "find" }, filter), list];
}

/** @param {import("./panel.js").Panel} panel @param {import("./desk.js").All["drawings"][number]["slots"][number]} s */
function slot(panel, s) {
  const name = (/** @type {string} */ key) => word("slot-of", { id: s.id, name: word(key) });
  const places = order.filter((key) => s.places[key]).map((key) =>
    make("div", { class: "named" }, make("span", { "aria-hidden": "true" }, word(key)), number(panel, s.places[key], { name: name(key) }).element));
  const ways = () => Object.entries(s.ways).map(([key, value]) => {
    const options = { name: name(key), mean: (/** @type {string} */ shown) => (shown === "" ? null : shown) };
    const one = value.of
      ? field(panel, value, make("select", {}, make("option", { value: "" }, word("unset")), ...value.of.map((of) => make("option", {}, of))), options)
      : number(panel, value, options);
    return make("div", { class: "named" }, make("span", { "aria-hidden": "true" }, word(key)), one.element);
  });
  const box = make("div", { class: "ways" });
  const more = make("details", { toggle: () => box.children.length || box.append(...ways()) }, make("summary", {}, word("ways")), box);
  return make("li", { "data-id": s.id.toLowerCase() }, make("h3", {}, s.id), make("div", { class: "places" }, ...places), more);
}
