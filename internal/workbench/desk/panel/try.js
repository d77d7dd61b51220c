// @ts-check
// The panel by itself: #scene/lang
import { open } from "./panel.js";

const root = /** @type {HTMLElement} */ (document.getElementById("panel"));
function go() {
  const [scene, lang] = location.hash.slice(1).split("/");
  document.documentElement.lang = lang || "zh";
  open(root, { scene: scene || "aluminium", beat: 1 }, () => (document.body.dataset.changed = String(Number(document.body.dataset.changed ?? 0) + 1)));
}
addEventListener("hashchange", go);
go();
