// Runs in a page before anything of its own and only listens: what was painted
// when, what shifted, and what held the main thread.
(() => {
  const seen = { first: 0, largest: 0, shift: 0, tasks: [] };
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("paint", (e) => { if (e.name === "first-contentful-paint") seen.first = e.startTime; });
  watch("largest-contentful-paint", (e) => { seen.largest = e.startTime; });
  // Session windows are as long as the visit here: all shifts count but those that
  // a tap has brought about. The emulated window is no input, though Chromium takes
  // it for one.
  let tapped = Infinity;
  addEventListener("pointerdown", (e) => { tapped = Math.min(tapped, e.timeStamp); }, true);
  watch("layout-shift", (e) => { if (!e.hadRecentInput || e.startTime < tapped) seen.shift += e.value; });
  watch("longtask", (e) => seen.tasks.push([e.startTime, e.duration]));

  // until asks before each frame whether something has come about, and tells
  // when the frame that follows it began, in milliseconds since the navigation.
  const until = (holds) => new Promise((resolve) => {
    const look = () => {
      const value = holds();
      if (value) requestAnimationFrame(() => resolve([performance.now(), value]));
      else requestAnimationFrame(look);
    };
    look();
  });

  // sent is how many bytes of bodies had come by a time.
  const sent = (by) => performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"))
    .filter((e) => e.transferSize > 0 && e.responseEnd > 0 && e.responseEnd <= by).reduce((n, e) => n + e.encodedBodySize, 0);

  window.visit = {
    until,
    /** Waits until what has been decoded is painted and told of, three seconds at most. */
    async painted() {
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
      for (const end = performance.now() + 3000; !(seen.largest > 0) && performance.now() < end;) await new Promise((done) => setTimeout(done));
    },
    /** Everything that was seen until the chart had answered. A browser that is
     * held up tells of its paints late. */
    async result(answered) {
      for (let i = 0; i < 50 && !(seen.first > 0 && seen.largest > 0); i++) await new Promise((done) => setTimeout(done, 100));
      return { ...seen, answered, sent: sent(answered) };
    },
    /** The same, with what held the page until the player was there. */
    with: (told, played) => JSON.stringify({ ...told, tasks: seen.tasks, played }),
  };
  performance.setResourceTimingBufferSize(1000);
})();
