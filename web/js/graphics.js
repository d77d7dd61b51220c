// @ts-check
// Whether the browser can draw. To ask it starts its graphics, which holds up whoever
// asks: the page does when the article is on the screen.
import { Failure } from "./download.js";
import { had, hasHad } from "./losses.js";

/** How long the article may take to the screen, in ms; some browsers do not tell when it is there. */
const overdue = 1500;

/** The article's first picture. */
export const picture = () => /** @type {HTMLImageElement | null} */ (document.querySelector(".first img"));

/** Fails where the page gets no graphics. */
export async function mayDraw() {
  await painted();
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) throw new Failure(hasHad() ? "refused" : "no-webgl", "this browser gives no WebGL 2 context");
  had();
  context.getExtension("WEBGL_lose_context")?.loseContext();
}

/** Waits until the article is on the screen, with its first picture. One out of sight is not painted. */
function painted() {
  return new Promise((/** @type {(_?: unknown) => void} */ done) => {
    if (document.hidden) return done();
    document.addEventListener("visibilitychange", done, { once: true });
    setTimeout(done, overdue);
    firstPaint().then(() => Promise.allSettled([picture()?.decode()]))
      .then(() => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** The words; the picture comes after them. What has been is known at once, and not after the layout that follows. */
export async function firstPaint() {
  if (performance.getEntriesByName("first-contentful-paint").length > 0) return;
  await new Promise((done) => new PerformanceObserver(done).observe({ type: "paint", buffered: true }));
}
