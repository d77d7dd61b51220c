// Package slim prepares a copy of Ebitengine that is small enough for the web.
//
// A published Ebitengine carries code that a reader's browser never runs:
// screenshots, a debugger's call stacks, a protocol between virtual machines, keys
// and gamepads, and a compiler of shaders, which serves a handful of them once.
// Prepare copies the module out of the module cache and applies the patches of
// five tables, each with its reason: weight for bytes, parking for what a still
// picture must not cost, pixels for the canvas, repeating for what the graphics know
// already, starting for what the first frame need not wait for. Packages of the
// overlay stand in the place of some, whole. The shaders are compiled by the pinned compiler itself, run
// on the machine that builds, and found by a digest of their source.
//
// It guarantees that
//   - a patch applies exactly once or Prepare fails, naming the file, the
//     reason of the patch and what to do; nothing is skipped in silence;
//   - a package that is replaced is the one that its replacement was written for;
//   - a shader that does not compile fails the build by its name;
//   - another version of Ebitengine than [Version] is refused before any file
//     is written;
//   - a copy that exists was written whole: it is built aside and renamed;
//   - nothing but the module cache is read, so it works offline;
//   - native builds are not touched: only files of the js/wasm build change.
package slim
