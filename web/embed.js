// @ts-check
// Puts the story, or a scene of it, into a publisher's page, by one line:
//
//   <script async src="https://HOST/PATH/embed.js" data-scene="aluminium" data-lang="en"></script>
//
// The line is replaced by a frame that is as wide as its place. On the line:
//
//   data-scene   a scene's name; without it, the whole story
//   data-link    a state instead, as the story's own address has it: #aluminium/2?pick=stage.3
//   data-lang    zh or en; without it, the page's own language, else English
//   data-theme   day, night or contrast; without it, what the reader's system asks for
//   data-height  the frame's height in CSS pixels, instead of one that suits its width
//
// The frame tells where the story stands by "lianhua:state" events, whose detail
// has scene, beat, link and title; they bubble. To lead the story, a page sends
//
//   frame.contentWindow.postMessage({ lianhua: 1, goto: "#aluminium/3" }, "*");
//
// All that is sent is described in web/js/frame.js.
(() => {
  const protocol = 1;

  /** How much of the reader's window a frame takes at most: the rest shows where the page goes on. */
  const share = 0.88;

  /** By how much the window's height must change to be another: less is a phone's bar that comes or goes. */
  const another = 0.25;

  /** By how much two windows round a width otherwise, in px. */
  const rounding = 1;

  const titles = { zh: "链画：互动图文", en: "Lianhua, an interactive graphic" };

  // Read at once; where the line was put in by a module, there is no current script.
  const current = document.currentScript;
  const lines = current instanceof HTMLScriptElement ? [current] : document.querySelectorAll(
    ["scene", "link"].map((name) => `script[src*="/embed.js"][data-${name}]`).join());
  for (const line of /** @type {Iterable<HTMLScriptElement>} */ (lines)) embed(line);

  /**
   * The height that suits a frame, as heightOf in web/js/frame.js knows it: the
   * page has its layout before the first message.
   * @param {number} width
   * @param {number} room
   */
  function heightOf(width, room) {
    const upright = Math.min((width * 16) / 9, 720, room);
    if (width < 640 || width < 700 && upright >= Math.max(480, width / 1.3)) return Math.round(upright);
    return Math.round(Math.min((width * 5) / 8, room));
  }

  /** @param {HTMLScriptElement} line @param {string} lang */
  function addressOf({ src, dataset }, lang) {
    const link = dataset.link ?? (dataset.scene ? `#${dataset.scene}` : "");
    const [path, query = ""] = link.replace(/^#/, "").split("?");
    const [scene, beat = "1"] = path.split("/");
    const words = [query, !/\blang=/.test(query) && `lang=${lang}`, dataset.theme && !/\btheme=/.test(query) && `theme=${encodeURIComponent(dataset.theme)}`];
    // A scene alone would be the name of a place in the page, to which a browser
    // scrolls with all that is around it.
    const state = `#${scene && `${scene}/${beat}`}?${words.filter(Boolean).join("&")}`;
    // The first scene is the whole story's.
    const folder = (lang === "zh" ? "" : `${lang}/`) + (scene && scene !== "cover" ? `${scene}/` : "");
    return new URL(folder + state, new URL(".", src));
  }

  /** @param {HTMLScriptElement} line */
  function embed(line) {
    if (!line.isConnected) return; // another copy of this script was here first
    const wish = /\blang=(\w+)/.exec(line.dataset.link ?? "")?.[1] ?? line.dataset.lang ?? document.documentElement.lang;
    const lang = /^zh\b/i.test(wish) ? "zh" : "en";
    const address = addressOf(line, lang);
    const fixed = Number(line.dataset.height) || 0;
    const frame = document.createElement("iframe");
    frame.loading = "lazy";
    // A browser that shares nothing would complain of the word.
    frame.allow = `clipboard-write; fullscreen${"share" in navigator ? "; web-share" : ""}`;
    frame.title = titles[lang];
    frame.lang = lang;
    Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
    frame.src = address.href;
    line.replaceWith(frame);

    let [width, height, room] = [0, 0, 0];
    let reader = { width: 0, height: 0 }; // their window, when the room was last taken
    let speaks = false; // the frame has told something, so it listens as well

    /** @param {object} message */
    const post = (message) => frame.contentWindow?.postMessage({ lianhua: protocol, ...message }, address.origin);

    /** @param {number} wanted */
    function become(wanted) {
      height = fixed || Math.min(wanted, room);
      frame.style.height = `${height}px`;
    }

    function measure() {
      const [wide, before] = [frame.offsetWidth, room];
      if (innerWidth !== reader.width || Math.abs(innerHeight - reader.height) > another * reader.height) {
        reader = { width: innerWidth, height: innerHeight };
        room = Math.round(innerHeight * share);
      }
      if (wide === 0 || wide === width && room === before) return;
      width = wide;
      become(heightOf(width, room));
      if (speaks && room !== before) post({ room });
    }

    measure();
    new ResizeObserver(measure).observe(frame);
    addEventListener("resize", measure);
    addEventListener("message", (e) => {
      if (e.source !== frame.contentWindow || e.origin !== address.origin || e.data?.lianhua !== protocol) return;
      const { height: wanted, width: of, room: known, state } = e.data;
      if (!speaks || wanted > 0 && known !== room) {
        speaks = true;
        post({ room });
      } else if (wanted > 0 && Math.abs(of - width) <= rounding && Math.abs(wanted - height) > 2 * rounding) become(wanted);
      if (state) frame.dispatchEvent(new CustomEvent("lianhua:state", { detail: state, bubbles: true }));
    });
  }
})();
