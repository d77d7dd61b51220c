// The page's charts, each begun when it comes near the screen. The first one is
// on the screen at once, so its code comes with the page; the others' on demand.
import * as cover from "./cover.js";
import { begin } from "./chart.js";

const others = {
  aluminium: () => import("./aluminium.js"),
  hydrogen: () => import("./hydrogen.js"),
  households: () => import("./households.js"),
  cleanup: () => import("./cleanup.js"),
  inspection: () => import("./inspection.js"),
  sources: () => import("./sources.js"),
};

const first = document.querySelector(".chart.cover");
const drawn = { cover: begin(first, cover) };

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    const name = target.classList[1];
    drawn[name] = others[name]().then((module) => begin(target, module));
  }
}, { rootMargin: "300px" });
for (const name of Object.keys(others)) near.observe(document.querySelector(`.chart.${name}`));

// The benchmark asks here for the charts.
window.page = { drawn };
