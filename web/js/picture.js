// @ts-check
// The picture that the reader sees, as pixels and as a document.

/** @typedef {import("./player.js").Player} Player */

/** How many bytes of pixels are drawn at once; the page may answer in between. */
const breath = 1 << 22;

/**
 * Draws the picture into a canvas.
 * @param {Player} player
 * @param {number} scale pixels to a CSS pixel
 */
export async function draw(player, scale, canvas = document.createElement("canvas")) {
  const size = player.picture(scale);
  if (!size) throw new Error("there is no picture");
  Object.assign(canvas, size);
  const to = canvas.getContext("2d");
  if (!to) throw new Error("there is no canvas");
  const rows = Math.max(1, Math.floor(breath / (4 * size.width)));
  for (let top = 0; top < size.height; top += rows) {
    if (top > 0) await new Promise((done) => setTimeout(done));
    const pixels = player.rows(top, rows);
    if (!pixels) throw new Error("the picture was not drawn");
    to.putImageData(new ImageData(pixels, size.width), 0, top);
  }
  return canvas;
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
export function png(canvas) {
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the canvas gives no PNG"))), "image/png");
  });
}

/** @param {Player} player */
export function svg(player) {
  const text = player.svg();
  if (!text) throw new Error("there is no picture");
  return new Blob([text], { type: "image/svg+xml" });
}

/**
 * The picture that stands in the article.
 * @param {Element | null} section
 * @param {(url: string) => Promise<Blob>} fetched
 */
export function bakedSVG(section, fetched) {
  const image = section?.querySelector("figure img");
  if (image instanceof HTMLImageElement) return fetched(image.currentSrc || image.src);
  const drawn = section?.querySelector("figure svg");
  if (!drawn) throw new Error("there is no picture");
  return Promise.resolve(new Blob([new XMLSerializer().serializeToString(drawn)], { type: "image/svg+xml" }));
}
