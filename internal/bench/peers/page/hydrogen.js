// The hydrogen chain with the goal at its end.
import { hydrogen } from "./data.json";
import { chain } from "./chain.js";

export function option(width) {
  const { nodes } = hydrogen;
  const narrow = width < 600;
  const placed = nodes.map((n, i) => ({ ...n, x: narrow ? (i % 2) * 150 : i * 180, y: narrow ? i * 66 : (i % 2) * 90 }));
  const links = nodes.slice(1).map((n, i) => [nodes[i].name, n.name, n.goal]);
  return { series: [chain(placed, links, { left: 70, right: 70, top: 40, bottom: 40 })] };
}
