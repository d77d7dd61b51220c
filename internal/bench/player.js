// Runs in a page before anything of its own and only listens: when the player
// began to be compiled and was, and when it had read its story and the drawings of its first scene.
(() => {
  const parts = {};
  const { compileStreaming } = WebAssembly;
  WebAssembly.compileStreaming = (source) => {
    parts.asked ??= performance.now();
    return compileStreaming(source);
  };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (...given) => {
    parts.compiled ??= performance.now();
    return instantiate(...given);
  };
  let player;
  Object.defineProperty(window, "lianhuaPlayer", {
    configurable: true,
    get: () => player,
    set(it) {
      parts.read ??= performance.now();
      player = it;
    },
  });

  /** The moments of a start, in milliseconds since the navigation, once the first frame is there. */
  window.started = async () => {
    while (window.lianhua === undefined) await new Promise(requestAnimationFrame);
    await lianhua.ready;
    const frame = performance.now();
    const seen = JSON.parse(visit.with(await visit.result(frame), frame));
    return JSON.stringify({ ...seen, ...parts });
  };
})();
