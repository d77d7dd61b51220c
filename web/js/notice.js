// @ts-check
// One sentence at the foot of the page, for a while or until it is closed.

/**
 * @param {string} text empty takes the sentence away
 * @param {boolean} [stays] until the reader closes it
 */
export function say(text, stays = false) {
  const notice = document.getElementById("notice");
  if (!notice) return;
  notice.replaceChildren();
  if (!text) return;
  notice.append(text);
  if (stays) {
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = notice.dataset.close ?? "×";
    close.addEventListener("click", () => say(""));
    notice.append(close);
  }
}
