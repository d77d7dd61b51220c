// @ts-check
// What readers take away from a scene: its link, picture, figures and citation,
// in one dialog. The picture is held while it is open.
import { Address } from "./address.js";
import { figureFor, lineFor } from "./embedding.js";
import { focusOn, guest, mayFocus } from "./guest.js";
import { addressed, say } from "./notice.js";
import { cite, copyOf, offer } from "./offer.js";
import { bakedSVG, draw, kept, png, svg } from "./picture.js";
import { stateOf } from "./player.js";
import { copyPicture, quote, quoteOf } from "./quote.js";
import { copy, save, share } from "./share.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./settings.js").Settings} Settings */

/** Pixels of a PNG to a CSS pixel. */
const sharp = 2;

/** How long it is said that the picture's words were copied, in ms. */
const said = 3000;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

export class Take {
  /**
   * @param {Settings} settings
   * @param {() => string} reading the scene that is being read in the article
   */
  constructor(settings, reading) {
    this.settings = settings;
    this.reading = reading;
    /** @type {Player | null} */
    this.player = null;
    /** @type {Element | null} */
    this.before = null; // what had the focus
    this.busy = false;
    /** @type {Promise<unknown>} */
    this.drawing = Promise.resolve(); // of the player's pixels, of which it has one picture at a time
    this.here = ""; // the scene whose own button was pressed, in the article
    /** @type {EventTarget | null} */
    this.pressed = null;
    document.addEventListener("pointerdown", (e) => (this.pressed = e.target));
    document.addEventListener("click", (e) => this.clicked(e));
    // It does not bubble, and comes so late that the dialog may be open again by then.
    document.addEventListener("close", (e) => e.target === this.dialog && this.closed(), true);
    window.addEventListener("resize", () => this.dialog.open && this.fill()); // another picture by now
    copyPicture(() => (this.player && !this.dialog.open && document.documentElement.matches(".playing:not(.beyond)") ? this.quoted() : []), () => {
      say(this.dialog.dataset.copied ?? "");
      setTimeout(say, said, "");
    });
  }

  /** The player runs, or is there no more: null. @param {Player | null} player */
  with(player) {
    this.player = player;
    if (!this.dialog.open) return;
    player?.hold(true);
    this.fill();
  }

  get dialog() {
    return /** @type {HTMLDialogElement} */ (byId("take"));
  }

  get field() {
    return /** @type {HTMLInputElement} */ (byId("take-link"));
  }

  get line() {
    return /** @type {HTMLInputElement} */ (byId("take-line"));
  }

  get picture() {
    return /** @type {HTMLInputElement} */ (byId("take-static"));
  }

  /** Where the reader is; beat 0 is the whole scene, in the article. */
  get place() {
    const { lang, theme } = this.settings;
    const link = String(stateOf(this.player)?.link ?? "");
    if (link) {
      return { link, scene: Address.read(link).scene, beat: Address.read(link).beat };
    }
    const scene = this.here || this.reading() || (document.querySelector("main > .scene")?.id ?? "");
    return { link: `#${scene}?${new URLSearchParams({ lang, theme })}`, scene, beat: 0 };
  }

  /** The address of what is seen. */
  get address() {
    const { link, scene } = this.place;
    // The scene's own page, whose preview is of this scene.
    const page = /** @type {HTMLElement | null} */ (document.getElementById(scene)?.querySelector(`.cite[lang=${this.settings.lang}] .address`))?.dataset.page;
    const url = new URL(page ?? "", location.href);
    url.search = "";
    url.hash = link;
    return url.href;
  }

  /** @param {MouseEvent} e */
  clicked(e) {
    const at = /** @type {Element} */ (e.target);
    const opener = at.closest?.("#take-open, .take-here");
    if (opener) {
      this.here = opener.closest(".scene")?.id ?? "";
      this.open();
    } else if (at === this.dialog && this.pressed === at) this.close(); // beside the card
    else {
      const button = /** @type {HTMLElement | null} */ (at.closest?.("#take [data-take]"));
      if (button) void this.give(button);
    }
  }

  open() {
    const dialog = this.dialog;
    if (dialog.open || !dialog.showModal) return;
    this.closed(); // what is yet to be told of the last time
    this.player?.hold(true);
    this.before = document.activeElement;
    const root = document.documentElement;
    root.classList.toggle("barred", innerWidth > root.clientWidth); // the page keeps its width
    root.classList.add("taking");
    byId("take-title").autofocus = true; // in the page already, it would ask for the focus of a page around it
    dialog.showModal();
    byId("take-title").focus(); // as an attribute it would ask for the keys whenever a language brings another dialog
    this.fill();
    dialog.scrollTop = 0;
  }

  close() {
    if (this.dialog.open) this.dialog.close();
  }

  /** The page has another language, and another dialog. */
  renew() {
    if (this.closed() && mayFocus()) this.open(); // a dialog takes the focus
  }

  /** Leaves the page as it was before the dialog, if that is still to be done. */
  closed() {
    const root = document.documentElement;
    if (this.dialog.open || !root.classList.contains("taking")) return false;
    root.classList.remove("taking");
    byId("take-look").replaceChildren();
    this.player?.hold(false);
    const before = /** @type {HTMLElement | null} */ (this.before);
    focusOn(before?.isConnected && before !== document.body ? before : byId("take-open"));
    return true;
  }

  /** Puts what there is of the present scene into the dialog. */
  fill() {
    const { link, scene } = this.place;
    const section = document.getElementById(scene);
    this.field.value = this.address;
    this.line.value = lineFor(link, this.settings);
    this.picture.value = figureFor(section, this.address, this.settings.lang);
    byId("take-title").replaceChildren(...copyOf(section?.querySelector("h1, h2")));
    this.say("");
    const size = this.player?.picture(sharp) ?? null;
    const drawn = section?.querySelector("figure picture") ?? null;
    offer("share", Boolean(navigator.share));
    offer("line", this.line.value !== "");
    offer("static", this.picture.value !== "");
    offer("png", Boolean(size), size && `${size.width} × ${size.height}`);
    offer("svg", Boolean(size || drawn), size && `${Math.round(size.width / sharp)} × ${Math.round(size.height / sharp)}`);
    offer("csv", Boolean(this.file("csv")));
    offer("json", Boolean(this.file("json")));
    cite(section);
    quote(this.quoted());
    const look = byId("take-look");
    look.classList.toggle("paper", !size);
    look.replaceChildren(...(!size && drawn ? [drawn.cloneNode(true)] : []));
    if (size) this.preview(look, size, section?.querySelector(".alt")?.textContent ?? "");
  }

  /** What the present picture says, line by line, and where it is. */
  quoted() {
    const { scene, beat } = this.place;
    return [...quoteOf(document.getElementById(scene), beat, this.player !== null), this.address];
  }

  /**
   * Shows the player's picture small: its place at once, itself when the dialog
   * has been painted. It is a file, which a long press or a drag can keep: chat
   * programs download nothing.
   * @param {HTMLElement} look
   * @param {{width: number, height: number}} size sharp
   * @param {string} alt
   */
  preview(look, size, alt) {
    const canvas = Object.assign(document.createElement("canvas"), size);
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", alt);
    look.append(canvas);
    requestAnimationFrame(() => setTimeout(() => this.draws(async () => {
      const { player } = this;
      if (!this.dialog.open || !player || !canvas.isConnected) return;
      const image = Object.assign(new Image(), { alt, src: await kept(player, size, sharp) });
      // A host's own policy may allow no such picture.
      await image.decode().then(() => canvas.replaceWith(image), () => draw(player, (look.clientWidth * sharp) / size.width, canvas));
    }).catch((error) => console.info("no preview:", String(error)))));
  }

  /**
   * Waits until the player's pixels are free, and takes them.
   * @template T
   * @param {() => Promise<T>} make
   * @returns {Promise<T>}
   */
  draws(make) {
    const made = this.drawing.then(make);
    this.drawing = made.catch(() => {});
    return made;
  }

  /** The address of the scene's figures, or nothing. @param {string} kind */
  file(kind) {
    const a = document.getElementById(this.place.scene)?.querySelector(`.take a[href$=".${kind}"]`);
    return /** @type {HTMLAnchorElement | null} */ (a)?.href ?? "";
  }

  /** @param {HTMLElement} button */
  async give(button) {
    const kind = button.dataset.take ?? "";
    const { scene, beat } = this.place;
    const name = ["lianhua", scene, ...(beat && (kind === "png" || kind === "svg") ? [beat] : []), this.settings.lang].join("-") + `.${kind}`;
    switch (kind) {
      case "close":
        return this.close();
      case "copy":
        return this.copied(await copy(this.field));
      case "line":
        return this.copied(await copy(this.line));
      case "static":
        return this.copied(await copy(this.picture));
      case "cite":
        return this.copied(await copy(/** @type {HTMLElement} */ (button.parentElement?.querySelector("p"))));
      case "words":
        return this.copied(await copy(byId("take-quote")));
      case "share":
        if (!(await share(document.title, this.field.value))) this.copied(await copy(this.field));
        return;
      case "csv":
      case "json":
        return this.download(name, "noFile", () => fetched(this.file(kind)));
      default: {
        const player = this.player;
        const section = document.getElementById(scene);
        if (kind === "png" && player) return this.download(name, "noPicture", () => this.draws(() => png(player, sharp)));
        return this.download(name, player ? "noPicture" : "noFile", async () => (player ? svg(player) : bakedSVG(section, fetched)));
      }
    }
  }

  /** @param {boolean} done */
  copied(done) {
    this.say(this.dialog.dataset[done ? "copied" : "select"] ?? "");
  }

  /**
   * @param {string} name
   * @param {string} sorry what is said where it fails
   * @param {() => Promise<Blob>} make
   */
  async download(name, sorry, make) {
    if (this.busy) return;
    this.busy = true;
    const words = this.dialog.dataset;
    this.say(words.making ?? "");
    // The sentence is painted before drawing takes the page.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    try {
      save(await make(), name);
      this.say(`${words.saved}${name}`);
      if (guest) byId("take-said").append(" ", ...addressed("framed-file", this.field.value));
    } catch (error) {
      console.info(name, String(error));
      this.say(words[sorry] ?? "");
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} text */
  say(text) {
    byId("take-said").replaceChildren(text);
  }
}

/** @param {string} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.blob();
}
