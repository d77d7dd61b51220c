// @ts-check
// One sentence at the foot of the page: what the story has to say for a while,
// or else what stands until it is closed, with what the reader can do about it.

/** @typedef {{label: string, act: () => void}} Deed label: the name of its words, as of a sentence */

/** What stands. @type {{name: string, deed?: Deed, address?: string} | null} */
let standing = null;

/** The words of that name, in the page's language. @param {string} name */
const words = (name) => document.getElementById("notice")?.getAttribute(`data-${name}`) ?? "";

/** @param {string} name of its words @param {() => void} act */
function button(name, act) {
  const b = document.createElement("button");
  b.type = "button";
  b.textContent = words(name);
  b.addEventListener("click", () => {
    if (b.contains(document.activeElement)) document.getElementById("story")?.focus({ preventScroll: true });
    act();
  });
  return b;
}

/** @param {string} passing */
function show(passing) {
  const notice = document.getElementById("notice");
  if (!notice) return;
  notice.replaceChildren();
  if (passing) notice.append(passing);
  else if (standing) {
    const { name, deed, address } = standing;
    notice.append(...(address ? addressed(name, address) : [words(name)]));
    if (deed) notice.append(button(deed.label, deed.act));
    notice.append(button("close", quiet));
  }
}

/** For a while. @param {string} text empty when that is over */
export function say(text) {
  show(text);
}

/**
 * Words with an address to be followed, or to be taken by hand where a frame may
 * open nothing.
 * @param {string} name of the words
 * @param {string} url
 */
export function addressed(name, url) {
  const a = Object.assign(document.createElement("a"), { href: url, target: "_blank", className: "elsewhere" });
  a.append(url);
  const [before, after = ""] = words(name).split("<address>");
  return [before, a, after];
}

/**
 * Until the reader closes it.
 * @param {string} name of its words
 * @param {Deed} [deed] what the reader can do
 * @param {string} [address] that the words name
 */
export function tell(name, deed, address) {
  standing = { name, deed, address };
  show("");
}

/** Tells what stands in the language that the page has now. */
export function retell() {
  if (standing) show("");
}

/** Takes away what stands. */
export function quiet() {
  standing = null;
  show("");
}

/** Whether something stands that the reader can do something about. */
const asks = () => Boolean(standing?.deed);

/** Offers a newer version once it has come whole. */
export function offerUpdates() {
  let offered = false;
  window.addEventListener("lianhua:update", (e) => {
    if (offered || asks()) return;
    offered = true;
    tell("update", { label: "update-show", act: /** @type {CustomEvent} */ (e).detail });
  });
}
