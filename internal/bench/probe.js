// Runs in a page before anything of its own: times every animation frame's
// callbacks, counts what is drawn, and can leave the drawing itself out.
(() => {
  const now = performance.now.bind(performance);
  const ask = window.requestAnimationFrame.bind(window);
  let recording = null;
  let frame = null; // the present one
  let draws = 0;
  let vertices = 0;

  const close = () => {
    if (frame === null) return;
    const f = frame;
    frame = null;
    if (recording === null || (f.draws === 0 && !recording.all)) return;
    recording.quiet = now();
    if (recording.skip > 0) { recording.skip--; return; }
    recording.frames.push(f);
    if (recording.frames.length >= recording.count) recording.finish();
  };

  window.requestAnimationFrame = (callback) => ask((stamp) => {
    if (frame !== null && frame.stamp !== stamp) close();
    if (frame === null) frame = { stamp, ms: 0, draws: 0, vertices: 0 };
    const drawn = draws, sent = vertices, began = now();
    try {
      callback(stamp);
    } finally {
      frame.ms += now() - began;
      frame.draws += draws - drawn;
      frame.vertices += vertices - sent;
    }
  });

  const bench = window.bench = { undrawn: false };

  for (const type of [window.WebGL2RenderingContext, window.WebGLRenderingContext]) {
    if (type === undefined) continue;
    const wrap = (name, at) => {
      const draw = type.prototype[name];
      if (draw === undefined) return;
      type.prototype[name] = function (a, b, c, d, e, f) {
        if (at >= 0) { draws++; vertices += at === 1 ? b : c; }
        if (!bench.undrawn) draw.call(this, a, b, c, d, e, f);
      };
    };
    wrap("drawElements", 1);
    wrap("drawElementsInstanced", 1);
    wrap("drawArrays", 2);
    wrap("drawArraysInstanced", 2);
    wrap("clear", -1);
  }

  // A GPU in software may take seconds for a frame: only the player knows
  // whether another will come.
  const resting = () => {
    if (window.lianhuaPlayer === undefined || JSON.parse(window.lianhuaPlayer.state()).moving) {
      recording.quiet = now();
      return false;
    }
    return true;
  };

  // record collects up to count frames, after skip others, for at most ms
  // milliseconds, and less where the picture rests for still milliseconds.
  bench.record = ({ count = 1e9, ms = 4000, still = 0, skip = 0, all = false }) => new Promise((resolve) => {
    const began = now();
    const timer = setInterval(() => {
      const t = now();
      if (t - began > ms || (still > 0 && t - recording.quiet > still && resting())) recording.finish();
    }, 20);
    recording = {
      frames: [], count, skip, all, quiet: began,
      finish() {
        clearInterval(timer);
        const frames = recording.frames;
        recording = null;
        resolve({
          ms: frames.map((f) => f.ms),
          draws: frames.map((f) => f.draws),
          vertices: frames.map((f) => f.vertices),
          seconds: (now() - began) / 1000,
        });
      },
    };
  });

  // player waits until the player has drawn, and tells when, in milliseconds
  // since the page was asked for.
  bench.player = () => new Promise((resolve) => {
    const look = () => {
      if (window.lianhuaPlayer !== undefined && window.lianhuaPlayer.frames() > 0) resolve(now());
      else ask(look);
    };
    look();
  });
  bench.first = bench.player();

  // take fetches a scene's pack, read reads it so often, and hang shows it: how many
  // milliseconds until the scripts of the first frame with it were over. None draws.
  let pack = null;
  bench.take = async (scene, url) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    bench.undrawn = true;
    pack = () => {
      const began = now();
      const wrong = window.lianhuaPlayer.pack(scene, bytes);
      if (wrong !== "") throw new Error(wrong);
      return began;
    };
    return bytes.length;
  };
  bench.read = (times) => Array.from({ length: times }, () => -(pack() - now()));
  bench.hang = () => new Promise((resolve) => ask(() => {
    const frames = window.lianhuaPlayer.frames();
    const began = pack();
    const look = () => {
      if (window.lianhuaPlayer.frames() > frames) resolve(now() - began);
      else ask(look);
    };
    ask(look);
  }));
})();
