// The two districts: the counts that the charts below draw one by one.
import { use } from "echarts/core";
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { colours, cover } from "./data.json";
import { label } from "./chart.js";

use([BarChart, GridComponent]);

export function option() {
  const bars = cover.bars.toReversed();
  return {
    grid: { left: 16, right: 96, top: 12, bottom: 44 },
    xAxis: {
      type: "log", min: 1, name: cover.axis, nameLocation: "middle", nameGap: 26, nameTextStyle: { color: colours.mute },
      splitLine: { lineStyle: { color: colours.rule } }, axisLabel: { color: colours.mute, hideOverlap: true, formatter: (v) => v.toLocaleString("zh") },
    },
    yAxis: { type: "category", data: bars.map((b) => b.label), axisTick: { show: false }, axisLine: { show: false }, ...label },
    series: [{
      type: "bar", barWidth: 14,
      data: bars.map((b) => ({ value: b.value, itemStyle: { color: colours[b.colour], borderRadius: 3 } })),
      label: { show: true, position: "right", formatter: ({ dataIndex }) => bars[dataIndex].text, color: colours.ink, fontWeight: 700 },
    }],
    tooltip: { formatter: ({ dataIndex }) => `<b>${bars[dataIndex].text}</b><br>${bars[dataIndex].label}<br><small>${bars[dataIndex].cite}</small>` },
  };
}
