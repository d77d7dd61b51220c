// The rebuilt toilets, a roof for each hundred, and apart from them the coverage.
import { use } from "echarts/core";
import { GaugeChart, ScatterChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { colours, households } from "./data.json";
import { legend } from "./chart.js";

use([GaugeChart, GridComponent, ScatterChart]);

const roof = "path://M0 6L6 0L12 6H10.5V12H1.5V6Z";

export function option(width) {
  const { rebuilt, coverage, each } = households;
  const units = Math.round(rebuilt.value / each);
  const columns = width < 600 ? 26 : 52;
  const rows = Math.ceil(units / columns);
  const step = (width - 32) / columns;
  return {
    grid: { left: 16, right: 16, top: 64, height: rows * step },
    xAxis: { type: "value", min: 0, max: columns, show: false },
    yAxis: { type: "value", min: 0, max: rows, inverse: true, show: false },
    series: [
      {
        type: "scatter", symbol: roof, symbolSize: step * 0.74, itemStyle: { color: colours.clay },
        data: Array.from({ length: units }, (_, i) => [(i % columns) + 0.5, Math.floor(i / columns) + 0.5]),
        tooltip: { formatter: () => `${rebuilt.text}<br>${rebuilt.label}` },
      },
      {
        type: "scatter", symbolSize: 0, silent: true, data: [[0, 0]],
        label: { show: true, position: "right", offset: [0, -30], formatter: legend(rebuilt), color: colours.text, rich: { figure: { fontSize: 22, fontWeight: 700, color: colours.ink, lineHeight: 30 } } },
      },
      {
        type: "gauge", center: ["50%", 560 - 96], radius: 78, min: 0, max: 100, splitNumber: 4,
        progress: { show: true, width: 10, itemStyle: { color: colours.leaf } }, axisLine: { lineStyle: { width: 10, color: [[1, colours.rule]] } },
        axisTick: { show: false }, splitLine: { show: false }, axisLabel: { distance: -26, color: colours.mute, fontSize: 11 }, pointer: { show: false },
        title: { offsetCenter: [0, "92%"], color: colours.text, fontSize: 13 },
        detail: { offsetCenter: [0, 0], fontSize: 20, fontWeight: 700, color: colours.ink, formatter: () => coverage.text },
        data: [{ value: coverage.value, name: coverage.label }],
      },
    ],
  };
}
