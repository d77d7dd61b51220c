// @ts-check
// A promise that is kept, or broken, from outside.

/** As Promise.withResolvers, which browsers have since 2024. @returns {PromiseWithResolvers<object>} */
export function deferred() {
  const it = /** @type {PromiseWithResolvers<object>} */ ({});
  it.promise = new Promise((resolve, reject) => Object.assign(it, { resolve, reject }));
  return it;
}
