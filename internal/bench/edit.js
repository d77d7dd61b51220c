// Runs in the workbench: drags what the panel offers, and tells how long each step took
// to new pixels.
window.edit = (() => {
  const until = (what, holds) => new Promise((resolve, reject) => {
    const began = performance.now();
    const look = () => {
      let is = false;
      try { is = holds(); } catch { is = false; }
      if (is) resolve(true);
      else if (performance.now() - began > 120000) reject(new Error("waited in vain for " + what));
      else requestAnimationFrame(look);
    };
    look();
  });
  const $ = (of) => document.querySelector(of);
  const frames = () => $("#frame").contentWindow.lianhuaPlayer.frames();
  const cell = () => $(`[data-cell="laptop en day"] img`)?.dataset.of ?? "";
  const whole = () => { // all pictures of the matrix are of the story of the one on the stage
    const of = (/** @type {string} */ text) => new URLSearchParams(text.split("?").at(-1)).get("v");
    const now = of(cell());
    return [...document.querySelectorAll(".cell img")].every((img) => of(img.dataset.of ?? "") === now);
  };
  const quiet = async () => { // nothing is drawn any more on the stage
    for (let n = 0, last = -1; n < 20; n++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (frames() !== last) n = 0;
      last = frames();
    }
  };
  const tab = async (name) => {
    $("#panel-" + name).click();
    await until("the group " + name, () => $("#panel-body").getAttribute("aria-labelledby") === "panel-" + name);
  };
  const turns = {
    async knob() {
      await tab("knobs");
      const at = $(`#panel input[aria-label="ring"]`);
      at.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      return (n) => {
        at.value = String(0.75 + 0.05 * (n % 12)); // by its steps: between them nothing changes
        at.dispatchEvent(new Event("input", { bubbles: true }));
      };
    },
    async colour() {
      await tab("colors");
      document.querySelectorAll("#panel details").forEach((d) => (d.open = true));
      const at = $(`#panel input[type=color][aria-label="molten, Day"]`);
      at.focus();
      return (n) => {
        at.value = "#f0" + (0x70 + n).toString(16) + "2a";
        at.dispatchEvent(new Event("input", { bubbles: true }));
      };
    },
    async beat() {
      await tab("beats");
      const end = $("#panel .bar .end"), box = end.getBoundingClientRect();
      const go = (type, x) => end.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: x, clientY: box.y }));
      end.setPointerCapture = () => {};
      go("pointerdown", box.x);
      return (n) => go("pointermove", box.x + 3 * (n + 1));
    },
  };
  return {
    async ready() {
      await until("the workbench", () => document.body.classList.contains("ready"));
      await until("the player", () => frames() > 0);
      await until("the matrix", () => cell() !== "");
      await until("the panel", () => $("#panel-beats"));
      await quiet();
      return true;
    },
    async drag(what, times) {
      const turn = await turns[what]();
      const stage = [], matrix = [], all = [];
      for (let n = 0; n < times; n++) {
        await quiet();
        const drawn = frames(), shown = cell(), began = performance.now();
        turn(n);
        await until("the stage", () => frames() > drawn);
        stage.push(performance.now() - began);
        await until("the matrix", () => cell() !== shown);
        matrix.push(performance.now() - began);
        await until("all of the matrix", whole);
        all.push(performance.now() - began);
      }
      return [stage, matrix, all];
    },
  };
})();
