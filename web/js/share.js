// @ts-check
// Gives what a page has to the reader's system: the clipboard, the share sheet,
// the downloads.

/**
 * Copies the text that an element shows. Where the browser refuses, it stays
 * selected for the reader to copy.
 * @param {HTMLElement} it
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copy(it) {
  const field = it instanceof HTMLInputElement ? it : null;
  try {
    await navigator.clipboard.writeText(field ? field.value : textsOf(it).join("\n"));
    return true;
  } catch {
    // Not allowed, or a page without HTTPS, which has no clipboard.
  }
  if (field) {
    field.focus();
    field.select();
  } else getSelection()?.selectAllChildren(it);
  return document.execCommand("copy");
}

/** What an element says, in one line. @param {Element} it */
const textOf = (it) => (it.textContent ?? "").replace(/\s+/g, " ").trim();

/** What an element says, paragraph by paragraph where it holds some. @param {Element} it */
function textsOf(it) {
  const all = [...it.querySelectorAll("p")];
  return (all.length > 0 ? all : [it]).map(textOf);
}

/**
 * Hands an address to the system's sheet.
 * @param {string} title
 * @param {string} url
 * @returns {Promise<boolean>} whether there is one; a reader who closes it wants nothing else
 */
export async function share(title, url) {
  if (!navigator.share) return false;
  try {
    await navigator.share({ title, url });
    return true;
  } catch (error) {
    return /** @type {Error} */ (error).name === "AbortError";
  }
}

/**
 * Opens an address in a window of its own.
 * @param {string} url
 * @returns {boolean} whether the browser, and a page around this one, let it
 */
export function openWindow(url) {
  const other = window.open(url, "_blank");
  if (other) other.opener = null;
  return other !== null;
}

/**
 * Hands a file to the browser's downloads.
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(blob);
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60_000); // some begin to read late
}
