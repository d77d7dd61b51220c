// A chain as a graph with places of its own. All links are equally wide: the
// story gives no amounts.
import { use } from "echarts/core";
import { GraphChart } from "echarts/charts";
import { colours } from "./data.json";

use([GraphChart]);

/** nodes: {name, label, card, x, y, colour, goal}; links: [from, to, planned] */
export function chain(nodes, links, place) {
  return {
    type: "graph", layout: "none", roam: false, nodeScaleRatio: 0, ...place,
    symbol: "roundRect", symbolSize: [92, 44],
    edgeSymbol: ["none", "arrow"], edgeSymbolSize: 9,
    data: nodes.map((n) => ({
      name: n.name, x: n.x, y: n.y, value: n.card,
      itemStyle: { color: n.goal ? colours.panel : colours[n.colour], borderColor: colours[n.colour], borderWidth: 2, borderType: n.goal ? "dashed" : "solid" },
      label: { formatter: n.label, color: n.goal ? colours.ink : colours.panel },
    })),
    links: links.map(([source, target, planned]) => ({ source, target, lineStyle: { type: planned ? "dashed" : "solid" } })),
    label: { show: true, fontSize: 13, fontWeight: 700, width: 84, overflow: "break", lineHeight: 16 },
    lineStyle: { color: colours.mute, width: 3, opacity: 1 },
    emphasis: { focus: "adjacency" },
    tooltip: { formatter: ({ dataType, data }) => (dataType === "node" ? data.value : "") },
  };
}
