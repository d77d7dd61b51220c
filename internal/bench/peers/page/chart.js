// What all charts share.
import { init, use } from "echarts/core";
import { TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { colours } from "./data.json";

use([TooltipComponent, CanvasRenderer]);

export const font = '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

export const tooltip = {
  trigger: "item", triggerOn: "mousemove|click", confine: true,
  backgroundColor: colours.panel, borderColor: colours.rule, extraCssText: "max-width: 300px; white-space: normal",
  textStyle: { color: colours.text, fontSize: 14 },
};

/** Begins a chart and returns it with its first rendering done. */
export function begin(element, { option }) {
  const chart = init(element);
  const rendered = new Promise((done) => chart.on("rendered", () => done(chart)));
  const lay = () => chart.setOption({ textStyle: { fontFamily: font, color: colours.text }, tooltip, ...option(element.clientWidth) });
  lay();
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    chart.resize();
    lay();
  }).observe(element);
  return rendered;
}

/** A number as the story writes it, above its label. */
export const legend = (figure) => `{figure|${figure.text}}\n${figure.label}`;

/** A category's name above its bar instead of beside it: phones are narrow. */
export const label = {
  z: 10, axisLabel: { inside: true, verticalAlign: "bottom", margin: 0, padding: [0, 0, 8, 0], color: colours.text, fontSize: 13 },
};
