// Package build turns the module's sources into the folder that a static host
// serves: the player's WASM, the page around it, the fonts and the story.
//
// It guarantees that
//   - the player is compiled again only when a file that it is made of, the
//     toolchain or the patches of Ebitengine changed; a changed word, colour or
//     curve never recompiles it;
//   - a folder is changed file by file, each file replaced whole, and only
//     files that an earlier build made are removed from it;
//   - the same sources give the same bytes;
//   - it reads the network only if a module is missing from the module cache.
package build
