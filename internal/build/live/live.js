// Follows the sources while they are edited; see the server's /events.
(() => {
  const events = new EventSource("/events");
  let build = null;
  let box = null;

  const hide = () => {
    box?.remove();
    box = null;
  };

  const show = (text) => {
    hide();
    box = document.createElement("pre");
    box.setAttribute("role", "alert");
    box.textContent = text;
    Object.assign(box.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", margin: "0", padding: "1rem",
      maxHeight: "60vh", overflow: "auto", whiteSpace: "pre-wrap",
      font: "14px/1.5 ui-monospace, monospace", color: "#fff", background: "#8c1d18",
    });
    document.body.append(box);
  };

  const reload = () => location.reload();

  events.addEventListener("hello", (e) => {
    if (build !== null && build !== e.data) reload();
    build = e.data;
  });
  events.addEventListener("story", async (e) => {
    build = e.data;
    hide();
    const answer = await fetch("/story.lh", { cache: "no-cache" });
    const detail = new Uint8Array(await answer.arrayBuffer());
    const swapped = new CustomEvent("lianhua:story", { detail, cancelable: true });
    if (!window.dispatchEvent(swapped)) return;
    const player = globalThis.lianhuaPlayer;
    if (!player?.story) return reload();
    const problem = player.story(detail);
    if (problem) show(problem);
  });
  events.addEventListener("art", async (e) => {
    const [hash, ...names] = e.data.split("\n");
    build = hash;
    hide();
    const player = globalThis.lianhuaPlayer;
    if (!player?.pack) return reload();
    const problems = await Promise.all(names.map(async (name) => {
      const answer = await fetch(`/${name}`, { cache: "no-cache" });
      if (!answer.ok) return reload(); // its drawings are gone
      return player.pack(name.replace(/^.*\/|\.\w+$/g, ""), new Uint8Array(await answer.arrayBuffer()));
    }));
    const problem = problems.filter(Boolean).join("\n");
    if (problem) show(problem);
  });
  events.addEventListener("reload", reload);
  events.addEventListener("problem", (e) => show(e.data));
  events.addEventListener("fixed", () => (document.title === "Not built yet" ? reload() : hide()));
  window.addEventListener("pagehide", () => events.close());
})();
