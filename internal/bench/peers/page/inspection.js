// A month as a ring of what is done when, and inside it the teams, each with the
// towns that it visits.
import { use } from "echarts/core";
import { BarChart, ScatterChart } from "echarts/charts";
import { PolarComponent } from "echarts/components";
import { colours, inspection } from "./data.json";

use([BarChart, PolarComponent, ScatterChart]);

export function option() {
  const { phases, days, teams, each, towns } = inspection;
  const angle = (i, of) => (i + 0.5) * days / of;
  return {
    polar: { center: ["50%", "50%"], radius: [0, "86%"] },
    angleAxis: { type: "value", min: 0, max: days, startAngle: 90, interval: 5, axisLabel: { color: colours.mute, formatter: (v) => (v === 0 ? "" : v) }, splitLine: { show: false }, axisLine: { lineStyle: { color: colours.rule } } },
    radiusAxis: { type: "category", data: ["0", "1", "2", "3"], show: false, z: 1 },
    series: [
      ...phases.map((p) => ({
        type: "bar", coordinateSystem: "polar", stack: "month", name: p.label, barWidth: "70%",
        data: [0, 0, 0, p.to - p.from], itemStyle: { color: colours[p.colour] },
        tooltip: { formatter: () => `<b>${p.label}</b><br>${p.text}` },
      })),
      {
        type: "scatter", coordinateSystem: "polar", symbolSize: 12, itemStyle: { color: colours.steel },
        data: Array.from({ length: teams.value }, (_, i) => [1, angle(i, teams.value)]),
        tooltip: { formatter: () => `<b>${teams.text}</b><br>${teams.label}<br>${each.text} ${each.label}` },
      },
      {
        type: "scatter", coordinateSystem: "polar", symbol: "circle", symbolSize: 9, itemStyle: { color: colours.leaf },
        data: Array.from({ length: towns.value }, (_, i) => [2, angle(i, towns.value)]),
        tooltip: { formatter: () => `<b>${towns.text}</b><br>${towns.label}` },
      },
    ],
  };
}
