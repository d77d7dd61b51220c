// The player alone, without the page around it.
const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
const [story, sans, bold, serif] = await Promise.all(
  ["/story.lh", "/fonts/sans.ttf", "/fonts/bold.ttf", "/fonts/serif.ttf"].map(bytes));
window.lianhuaBoot = { story, sans, bold, serif, hash: location.hash, lang: "zh", theme: "", reduced: false };
window.lianhuaShell = { failed(text) { throw new Error(text); } };
const go = new Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch("/lianhua.wasm"), go.importObject);
go.run(instance);
