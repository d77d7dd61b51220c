// Package slim prepares a copy of Ebitengine that is small enough for the web.
//
// A published Ebitengine carries code that a reader's browser never runs:
// screenshots, a debugger's call stacks, a protocol between virtual machines,
// text templates. That code costs a third of the bytes. Prepare copies the
// module out of the module cache and applies the patches of one table, each
// with its reason.
//
// It guarantees that
//   - a patch applies exactly once or Prepare fails, naming the file, the
//     reason of the patch and what to do; nothing is skipped in silence;
//   - another version of Ebitengine than [Version] is refused before any file
//     is written;
//   - a copy that exists was written whole: it is built aside and renamed;
//   - nothing but the module cache is read, so it works offline;
//   - native builds are not touched: only files of the js/wasm build change.
package slim
