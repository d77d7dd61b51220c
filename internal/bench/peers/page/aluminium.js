// The aluminium chain, and below it the counts, each by itself.
import { use } from "echarts/core";
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { aluminium, colours } from "./data.json";
import { label } from "./chart.js";
import { chain } from "./chain.js";

use([BarChart, GridComponent]);

export function option(width) {
  const narrow = width < 600;
  const { nodes, counts } = aluminium;
  const steps = nodes.slice(0, 3), uses = nodes.slice(3);
  const placed = narrow
    ? [...steps.map((n, i) => ({ ...n, x: 0, y: i * 90 + 45 })), ...uses.map((n, i) => ({ ...n, x: 190, y: i * 70 }))]
    : [...steps.map((n, i) => ({ ...n, x: i * 220, y: 120 })), ...uses.map((n, i) => ({ ...n, x: 660, y: i * 80 }))];
  const links = [...steps.slice(1).map((n, i) => [steps[i].name, n.name]), ...uses.map((n) => [steps.at(-1).name, n.name])];
  const bars = counts.toReversed();
  return {
    grid: { left: 16, right: 90, bottom: 16, height: 210 },
    xAxis: { type: "value", show: false },
    yAxis: { type: "category", data: bars.map((b) => b.label), axisTick: { show: false }, axisLine: { show: false }, ...label },
    series: [
      chain(placed, links, narrow ? { left: 70, right: 70, top: 40, height: 250 } : { left: 80, right: 80, top: 36, height: 190 }),
      {
        type: "bar", barWidth: 12, data: bars.map((b) => ({ value: b.value, itemStyle: { color: colours.steel, borderRadius: 2 } })),
        label: { show: true, position: "right", formatter: ({ dataIndex }) => bars[dataIndex].text, color: colours.ink, fontWeight: 700 },
        tooltip: { formatter: ({ dataIndex }) => `<b>${bars[dataIndex].text}</b><br>${bars[dataIndex].label}` },
      },
    ],
  };
}
