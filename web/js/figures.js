// @ts-check
// The search in the table of figures: rows whose words hold every word asked for.

/** @param {string} s */
const plain = (s) => s.normalize("NFKC").toLowerCase().replaceAll(",", "");

export function searchFigures() {
  document.addEventListener("input", (e) => {
    const find = /** @type {HTMLInputElement} */ (e.target);
    if (find.id !== "find") return;
    const asked = plain(find.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const place of document.querySelectorAll("#table .place")) {
      const name = plain(place.querySelector("th")?.textContent ?? "");
      let any = false;
      for (const row of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("tr[id]"))) {
        const text = `${name} ${plain(row.textContent ?? "")}`;
        row.hidden = !asked.every((w) => text.includes(w));
        if (!row.hidden) {
          any = true;
          found++;
        }
      }
      /** @type {HTMLElement} */ (place).hidden = !any && asked.length > 0;
    }
    for (const name of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#table .name"))) {
      let next = /** @type {HTMLElement | null} */ (name.nextElementSibling);
      let any = false;
      for (; next && !next.matches(".name"); next = /** @type {HTMLElement | null} */ (next.nextElementSibling)) any ||= !next.hidden;
      name.hidden = !any;
    }
    const out = document.querySelector("output[for=find]");
    if (out instanceof HTMLElement) out.textContent = asked.length === 0 ? "" : found > 0 ? `${out.dataset.found}${found}` : out.dataset.none ?? "";
  });
}
