// @ts-check
// A promise that is kept, or broken, from outside.

/**
 * As Promise.withResolvers, which browsers have since 2024.
 * @param {() => void} [end] is called when it is kept or broken: whoever else waits for it hears of a failure
 * @returns {PromiseWithResolvers<object>}
 */
export function deferred(end) {
  const it = /** @type {PromiseWithResolvers<object>} */ ({});
  it.promise = new Promise((resolve, reject) => Object.assign(it, { resolve, reject }));
  if (end) it.promise.then(end, end);
  return it;
}
