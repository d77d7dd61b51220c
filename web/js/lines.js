// @ts-check
// The words that the picture shows now, line by line, for readers who do not see
// it. What the article above says of the whole scene is left to it.

/** @typedef {import("./tree.js").Tree} Tree */
/** @typedef {{id: string, text: string, figures: string[]}} Line */

const words = new Set(["heading", "text", "figure", "picture", "cell", "item"]);

/** Marks that frame every picture; the article has their words. */
const framed = /^(chapter|title|deck|cite|hint|progress)\b/;

/** The numbers along a scale, which only the eye needs. */
const tick = /^[\d.,\s%]+$/;

/**
 * @param {Tree} tree
 * @returns {Map<string, Line>} by the id of the node that says it
 */
export function linesOf(tree) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  /** @type {Map<string, Line>} the lines by what they say, and where */
  const said = new Map();
  for (const node of tree.walk()) {
    const figures = node.figures ?? [];
    if (!words.has(node.role) || figures.length === 0 && framed.test(node.id)) continue;
    const of = node.in ? tree.nodes.get(node.in) : undefined;
    const detail = node.role === "figure" || node.role === "text" ? node.detail ?? "" : "";
    const text = [node.text ?? "", detail === node.text ? "" : detail].filter(Boolean).join(" ");
    if (!text || figures.length === 0 && (tick.test(text) || of?.text?.includes(text))) continue;
    const within = (/** @type {string} */ words) => `${node.in ?? ""} ${words}`;
    const before = said.get(within(text)) ?? said.get(within(node.text ?? ""));
    if (before) {
      before.figures.push(...figures.filter((f) => !before.figures.includes(f)));
      continue;
    }
    const line = { id: node.id, text, figures: [...figures] };
    lines.set(node.id, line);
    said.set(within(text), line);
    if (detail) said.set(within(detail), line);
  }
  return lines;
}
