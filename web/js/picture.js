// @ts-check
// The picture that the reader sees, as pixels and as a document.

import { packed } from "./png.js";

/** @typedef {import("./player.js").Player} Player */

/** How many bytes of pixels are drawn at once; the page may answer in between. */
const breath = 1 << 22;

/** Pixels of a picture that is worth keeping: a phone's whole, at two to each of its own. */
const enough = 1e6;

/**
 * The picture from its top, in strips of whole rows.
 * @param {Player} player
 * @param {{width: number, height: number}} size
 */
async function* strips(player, { width, height }) {
  const rows = Math.max(1, Math.floor(breath / (4 * width)));
  for (let top = 0; top < height; top += rows) {
    if (top > 0) await new Promise((done) => setTimeout(done));
    const pixels = player.rows(top, rows);
    if (!pixels) throw new Error("the picture was not drawn");
    yield pixels;
  }
}

/** @param {Player} player @param {number} scale pixels to a CSS pixel */
function begin(player, scale) {
  const size = player.picture(scale);
  if (!size) throw new Error("there is no picture");
  return size;
}

/**
 * Draws the picture into a canvas.
 * @param {Player} player
 * @param {number} scale pixels to a CSS pixel
 * @param {HTMLCanvasElement} canvas
 */
export async function draw(player, scale, canvas) {
  const size = begin(player, scale);
  Object.assign(canvas, size);
  const to = canvas.getContext("2d");
  if (!to) throw new Error("there is no canvas");
  let top = 0;
  for await (const pixels of strips(player, size)) {
    const strip = new ImageData(pixels, size.width);
    to.putImageData(strip, 0, top);
    top += strip.height;
  }
}

/** @param {Player} player @param {number} scale pixels to a CSS pixel */
export async function png(player, scale) {
  const size = begin(player, scale);
  return packed(size, strips(player, size));
}

/**
 * The picture as an address that holds it, for an element of the page: a program
 * around the browser that keeps what is pressed for long cannot follow those which
 * only the page knows.
 * @param {Player} player
 * @param {{width: number, height: number}} size sharp
 * @param {number} sharp pixels to a CSS pixel, at most
 * @returns {Promise<string>}
 */
export async function kept(player, { width, height }, sharp) {
  const file = await png(player, sharp * Math.min(1, Math.sqrt(enough / (width * height))));
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
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
  if (!(image instanceof HTMLImageElement)) throw new Error("there is no picture");
  return fetched(image.currentSrc || image.src);
}
