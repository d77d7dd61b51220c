// @ts-check
// Where the words of a scene appear: the steps, as far as any form has the words there,
// each of which leads to the picture.

import { make } from "./elements.js";
import { word } from "./words.js";

/**
 * @typedef {{beat: number, forms: string[], mark?: string, picked?: boolean, spoken?: boolean}} Appearance
 * @typedef {{scene: string, go?: (to: {beat: number, forms: string[], mark: string}) => void}} Place
 */

/** How many forms there are: words that all of them have are told without. */
const allForms = 4;

/**
 * Tells of each of a scene's texts where it appears, when that is known. A page that has
 * no pictures tells of none.
 * @param {Place} place
 * @param {{key: string, at: HTMLElement}[]} rows by the key within the scene
 */
export async function tellWhere({ scene, go }, rows) {
  if (!go) return;
  const answer = await fetch(`appearing.json?scene=${encodeURIComponent(scene)}`).catch(() => null);
  if (!answer?.ok) return; // the stage tells why nothing is drawn
  /** @type {{places: Record<string, Appearance[]>}} */
  const { places } = await answer.json();
  for (const { key, at } of rows) {
    const all = places[`${scene}.${key}`] ?? [];
    /** @type {Map<string, Appearance[]>} */
    const alike = new Map();
    for (const a of all) {
      const how = told(a);
      alike.set(how, [...(alike.get(how) ?? []), a]);
    }
    at.replaceChildren(...(all.length ? [...alike].map(([how, steps]) => ways(steps, how, key, go)) : [word("appears-nowhere")]));
  }
}

/** In which forms and how words appear; nothing: seen in all. @param {Appearance} a */
function told({ forms, picked, spoken }) {
  const some = forms.length < allForms ? forms.map((f) => word(f)).join(word("and")) : "";
  return [some, picked ? word("appears-picked") : spoken ? word("appears-spoken") : ""].filter(Boolean).join(" ");
}

/** @param {Appearance[]} steps @param {string} how @param {string} key @param {NonNullable<Place["go"]>} go */
function ways(steps, how, key, go) {
  const buttons = steps.map((a) => make("button", {
    type: "button", class: "way", "aria-label": word("appears-go", { key, beat: a.beat, how }),
    click: () => go({ beat: a.beat, forms: a.forms, mark: a.mark ?? "" }),
  }, String(a.beat)));
  return make("span", {}, word("appears-in"), ...buttons, how && ` ${how}`);
}
