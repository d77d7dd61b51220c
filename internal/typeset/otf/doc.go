// Package otf reads the TrueType fonts that "studio fonts" cuts, and shapes
// simplified Chinese and Latin text with them: characters to glyphs, ligatures
// and local forms (GSUB types 1 and 4), kerning (GPOS type 2), outlines.
//
// A whole HarfBuzz costs the player in the browser more than half a megabyte
// under brotli, nearly all of it for scripts and table formats that these fonts
// do not have. The tests hold this package to go-text's port of HarfBuzz, glyph
// for glyph and unit for unit.
//
// Guarantees:
//
//   - A font with a layout feature in use that the package does not implement is
//     refused, not set wrongly.
//   - Damaged input gives an error or a wrong glyph, never a panic or a loop.
//   - A Font does not change once parsed and is safe for concurrent use.
//
// Lengths are in font units, y upwards, as in the file. Tables are read as in
// ISO/IEC 14496-22 (OpenType).
package otf
