// @ts-check
// Calls that come in the middle of a frame, heard when the frame is done.

/**
 * @template {Record<string, (...args: any[]) => void>} T
 * @param {T} calls
 * @returns {T}
 */
export function later(calls) {
  const each = Object.entries(calls).map(([name, call]) => [name, (/** @type {unknown[]} */ ...args) => queueMicrotask(() => call(...args))]);
  return Object.fromEntries(each);
}
