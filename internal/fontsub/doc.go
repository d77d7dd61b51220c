// Package fontsub cuts TrueType fonts down to the characters that a story
// uses. It runs HarfBuzz's own subsetter, compiled to WebAssembly, in a
// sandbox without files, network or clock, so neither a C compiler nor a
// program to install is needed.
//
// Guarantees:
//
//   - The same font and the same characters give the same bytes, on any
//     machine, in whatever order the characters are named.
//   - A character that the font lacks is an error, not a gap in the text.
//   - Glyphs keep their outlines; hinting, vertical metrics and the layout
//     features that typeset does not use are dropped.
//
// harfbuzz-subset.wasm is dist/harfbuzz-subset.wasm of the npm package
// harfbuzzjs 1.6.4; its licence (MIT) is in LICENSE.harfbuzzjs, HarfBuzz's
// ("Old MIT") in LICENSE.harfbuzz.
package fontsub
