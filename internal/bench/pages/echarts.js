import { height, move, places, size, watch, width } from "/bench/crowd.js";

const chart = echarts.init(document.querySelector("#chart"), null, { renderer: "canvas", devicePixelRatio: 1, width, height });
const axis = (max) => ({ type: "value", min: 0, max, show: false });
// Large mode and one array of numbers: its fastest setting for a moving crowd.
chart.setOption({
  animation: false,
  grid: { left: 0, top: 0, right: 0, bottom: 0 },
  xAxis: axis(width),
  yAxis: { ...axis(height), inverse: true },
  series: [{
    id: "crowd", type: "scatter", large: true, largeThreshold: 0, progressive: 0, silent: true,
    symbolSize: size, itemStyle: { color: "#8a6420" }, dimensions: ["x", "y"], data: places,
  }],
});
const frame = () => {
  move();
  chart.setOption({ series: [{ id: "crowd", data: places }] }, { silent: true });
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
window.moved = watch((i) => chart.getModel().getSeriesByIndex(0).getData().get(i % 2 === 0 ? "x" : "y", i >> 1));
window.version = echarts.version;
