// A line for each paragraph, a dot for each figure: drawn above, or on record only.
import { use } from "echarts/core";
import { ScatterChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { colours, sources } from "./data.json";

use([GridComponent, ScatterChart]);

export function option() {
  const { paragraphs, dots, drawn, kept } = sources;
  const series = (name, own, style) => ({
    name, type: "scatter", symbolSize: 11, itemStyle: style, data: dots.filter((d) => d.drawn === own).map((d) => ({ value: [d.at, d.paragraph], figure: d })),
    tooltip: { formatter: ({ data: { figure } }) => `<b>${figure.text}</b><br>${figure.label}<br><small>${figure.cite}</small>` },
  });
  return {
    grid: { left: 52, right: 16, top: 16, bottom: 16 },
    xAxis: { type: "value", min: 0, show: false },
    yAxis: { type: "category", data: paragraphs, inverse: true, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: colours.mute, fontSize: 12 }, splitLine: { show: true, lineStyle: { color: colours.rule } } },
    series: [series(drawn, true, { color: colours.accent }), series(kept, false, { color: colours.panel, borderColor: colours.accent, borderWidth: 1.5 })],
  };
}
