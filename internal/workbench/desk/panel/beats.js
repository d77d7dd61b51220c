// @ts-check
// The beats of a scene, one below the other: how long each moves, and then rests.

import { make } from "./elements.js";
import { follow } from "./drag.js";
import { gesture, number } from "./field.js";
import { word } from "./words.js";

/** @typedef {import("./desk.js").Value} Value */

/** @param {Value} value */
const seconds = (value) => Number(value.text ?? value.own) || 0;

/** To tenths, as a person would write it. @param {number} s */
const written = (s) => String(Math.round(Math.max(0, Math.min(600, s)) * 10) / 10);

/**
 * @param {import("./panel.js").Panel} panel
 * @param {import("./desk.js").All} all
 * @returns {Node[]}
 */
export function beats(panel, all) {
  const total = make("p", { class: "hint" });
  /** @type {{fields: {move: {value: () => Value}, hold: {value: () => Value}}, moved: HTMLElement, held: HTMLElement, element: HTMLElement}[]} */
  let rows = [];
  rows = all.beats.map((beat) => {
    const bar = make("div", { class: "bar", "aria-hidden": "true" });
    const moved = make("span", { class: "moved" });
    const held = make("span", { class: "held" });
    const ends = { move: make("span", { class: "end" }), hold: make("span", { class: "end" }) };
    bar.append(moved, ends.move, held, ends.hold);
    const options = { taken: () => scale() };
    const fields = {
      move: number(panel, beat.move, { name: word("move-of", { beat: beat.name }), ...options }),
      hold: number(panel, beat.hold, { name: word("hold-of", { beat: beat.name }), ...options }),
    };
    for (const which of /** @type {const} */ (["move", "hold"])) drag(panel, ends[which], bar, fields[which]);
    return {
      fields, moved, held,
      element: make("li", {}, make("h3", {}, beat.name), make("div", { class: "pair" },
        make("div", { class: "named" }, make("span", { "aria-hidden": "true" }, word("moves")), fields.move.element),
        make("div", { class: "named" }, make("span", { "aria-hidden": "true" }, word("rests")), fields.hold.element)), bar),
    };
  });

  /** Draws all bars to one scale, that of the longest beat. */
  function scale() {
    const times = rows.map((r) => [seconds(r.fields.move.value()), seconds(r.fields.hold.value())]);
    const longest = Math.max(1, ...times.map(([a, b]) => a + b)) * 1.15;
    rows.forEach((r, i) => {
      r.moved.style.width = `${(100 * times[i][0]) / longest}%`;
      r.held.style.width = `${(100 * times[i][1]) / longest}%`;
      /** @type {HTMLElement} */ (r.moved.parentElement).dataset.longest = String(longest);
    });
    total.textContent = word("total", { seconds: written(times.flat().reduce((a, b) => a + b, 0)) });
  }
  panel.refresh = scale;
  scale();
  return [make("ol", { class: "beats" }, ...rows.map((r) => r.element)), total, make("p", { class: "hint" }, word("own-times"))];
}

/**
 * Has the end of a bar dragged: written as it goes, one gesture from down to up.
 * @param {import("./panel.js").Panel} panel
 * @param {HTMLElement} end
 * @param {HTMLElement} bar
 * @param {{write: (text: string | null, as?: string) => Promise<void>, value: () => Value}} field
 */
function drag(panel, end, bar, field) {
  end.addEventListener("pointerdown", (down) => {
    if (!panel.writes || down.button !== 0) return;
    down.preventDefault();
    end.setPointerCapture(down.pointerId);
    const from = seconds(field.value());
    const perPixel = Number(bar.dataset.longest) / bar.getBoundingClientRect().width;
    const name = gesture();
    const { to } = follow(field);
    /** @param {PointerEvent} e */
    const move = (e) => void to(written(from + (e.clientX - down.clientX) * perPixel), name);
    end.addEventListener("pointermove", move);
    end.addEventListener("lostpointercapture", () => end.removeEventListener("pointermove", move), { once: true });
  });
}
