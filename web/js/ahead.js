// @ts-check
// A worker that tells whether the browser can draw and, where it can, fetches the file
// that its address names, while the page is laid out. See beside.js.
{
  const context = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("webgl2");
  postMessage({ draws: context !== null });
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (context && wanted) bring(wanted);
  else close();
}

/** @param {string} url */
async function bring(url) {
  try {
    const response = await fetch(url);
    const { status, headers, body } = response;
    postMessage({ status, headers: [...headers] });
    for (const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (body).getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      postMessage({ chunk: value }, /** @type {any} */ ([value.buffer]));
    }
    postMessage({ done: true });
  } catch (error) {
    postMessage({ error: String(error) });
  }
  close();
}
