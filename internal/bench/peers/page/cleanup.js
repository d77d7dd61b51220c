// A dot for each person: those who swept, and apart from them those in the
// contests. As many dots as people, so in the large mode.
import { use } from "echarts/core";
import { ScatterChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { cleanup, colours } from "./data.json";
import { legend } from "./chart.js";

use([GridComponent, ScatterChart]);

function block(n, columns, top) {
  const places = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    places[2 * i] = i % columns;
    places[2 * i + 1] = top + Math.floor(i / columns);
  }
  return places;
}

export function option(width) {
  const { sweepers, contestants } = cleanup;
  const columns = 400;
  const rows = Math.ceil(sweepers.value / columns), gap = 50;
  const all = gap + rows + gap + Math.ceil(contestants.value / columns);
  const crowd = (figure, colour, top) => ({
    name: figure.label, type: "scatter", large: true, largeThreshold: 2000, symbolSize: 1, silent: true,
    itemStyle: { color: colours[colour] }, dimensions: ["x", "y"], data: block(figure.value, columns, top),
  });
  const words = (figure, row) => ({
    type: "scatter", symbolSize: 0, silent: true, data: [[0, row]],
    label: { show: true, position: "right", offset: [0, -30], formatter: legend(figure), color: colours.text, rich: { figure: { fontSize: 22, fontWeight: 700, color: colours.ink, lineHeight: 30 } } },
  });
  // An unseen bar below each crowd answers to touch: one dot is too small.
  const touch = (figure, from, to) => ({
    type: "scatter", symbol: "rect", symbolSize: [width - 32, (to - from) * (528 / all)], itemStyle: { color: "transparent" },
    data: [[columns / 2, (from + to) / 2]], tooltip: { formatter: () => `<b>${figure.text}</b><br>${figure.label}` },
  });
  const end = gap + rows;
  return {
    grid: { left: 16, right: 16, top: 16, bottom: 16 },
    xAxis: { type: "value", min: 0, max: columns, show: false },
    yAxis: { type: "value", min: 0, max: all, inverse: true, show: false },
    series: [
      crowd(sweepers, "crowd", gap), words(sweepers, gap), touch(sweepers, gap, end),
      crowd(contestants, "leaf-dark", end + gap), words(contestants, end + gap), touch(contestants, end + gap, all),
    ],
  };
}
