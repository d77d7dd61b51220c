// @ts-check
// The search in the table of figures: rows that hold every word asked for, in
// their own words, in those of their paragraph, district and city, or in those of
// the scene that draws them.

/** What readers ask for, and the table, made comparable. */
class Terms {
  /** @param {HTMLElement} find */
  constructor({ dataset }) {
    /** @type {Map<string, string>} simplified signs by traditional ones */
    this.signs = new Map((dataset.traditional?.match(/../gu) ?? []).map((pair) => [pair[0], pair[1]]));
    /** @type {Map<string, number>} what Chinese counts in, by its sign */
    this.sizes = new Map(dataset.magnitudes?.split(" ").map((it) => [it[0], Number(it.slice(1))]));
    this.counted = new RegExp(`^(\\d+(?:\\.(\\d+))?)([${[...this.sizes.keys()].join("")}])`);
  }

  /** Without what has no meaning in a search: width, case, thousands' commas and, as far as the story's signs go, the script. @param {string | null | undefined} text */
  plain(text) {
    const plain = (text ?? "").normalize("NFKC").toLowerCase().replaceAll(",", "");
    return plain.replace(/\p{Script=Han}/gu, (sign) => this.signs.get(sign) ?? sign);
  }

  /**
   * Whether a row says a word. A number that is counted in something is said where
   * the row's comes to it when it is rounded, or cut off, as far.
   * @param {string} word
   * @param {string} text of the row
   * @param {number} amount that it states
   */
  say(word, text, amount) {
    if (text.includes(word)) return true;
    const [all, number, decimals = "", size] = word.match(this.counted) ?? [];
    if (!all || !text.includes(word.slice(all.length))) return false;
    const fine = 10 ** decimals.length;
    const scaled = (amount / (this.sizes.get(size) ?? 1)) * fine;
    const asked = Math.round(Number(number) * fine);
    return asked > 0 && (Math.round(scaled) === asked || Math.floor(scaled + 1e-9) === asked);
  }
}

/** The words of the scene that draws a row. @param {Element} row */
function drawn(row) {
  const scene = row.querySelector("a[href^='#']")?.getAttribute("href")?.slice(1) ?? "";
  return [...(document.getElementById(scene)?.querySelectorAll(".chapter, h1, h2, .deck") ?? [])].map((it) => it.textContent).join(" ");
}

/** @param {HTMLInputElement} find */
function search(find) {
  const terms = new Terms(find);
  const asked = terms.plain(find.value).split(/\s+/).filter(Boolean);
  let found = 0;
  let around = "";
  /** @type {HTMLElement | null} */
  let name = null; // of the article whose places follow
  for (const body of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#table tbody"))) {
    if (body.matches(".name")) {
      name = body;
      name.hidden = true;
      around = `${body.textContent} ${body.dataset.words}`;
      continue;
    }
    const place = `${around} ${body.querySelector("th")?.textContent}`;
    let any = asked.length === 0;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (body.querySelectorAll("tr[id]"))) {
      const text = terms.plain(`${row.textContent} ${row.id} ${place} ${drawn(row)}`);
      row.hidden = !asked.every((word) => terms.say(word, text, Number(row.dataset.amount)));
      if (row.hidden) continue;
      any = true;
      found++;
    }
    body.hidden = !any;
    if (any && name) name.hidden = false;
  }
  const out = document.querySelector("output[for=find]");
  if (!(out instanceof HTMLElement)) return;
  const text = asked.length === 0 ? "" : found > 0 ? `${out.dataset.found}${found}` : out.dataset.none ?? "";
  if (text !== out.textContent) out.textContent = text; // else it would be spoken again
}

export function searchFigures() {
  // What an input method composes is not yet what is asked for; some browsers end
  // it after the last input, some before.
  for (const kind of ["input", "compositionend"]) {
    document.addEventListener(kind, (e) => {
      const find = /** @type {HTMLInputElement} */ (e.target);
      if (find.id === "find" && !(/** @type {InputEvent} */ (e).isComposing)) search(find);
    });
  }
}
