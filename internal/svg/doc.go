// Package svg writes a display list as an SVG document: the same picture as
// vectors, for print, for download and for the page without scripts.
//
// Guarantees
//   - The document is well-formed XML, stands alone, and equal lists give equal
//     bytes. Numbers carry hundredths of a pixel, finer where a group magnifies.
//   - Text is real text, each character where the house's fonts put it, or its
//     outlines where Options asks for them; then the text itself is kept as a label.
//   - Groups keep their ids, roles and labels.
//   - A field's marks are all drawn, or the document says how many are not.
//
// A field's marks are gathered by colour, so where marks of one field overlap,
// which of them lies on top may differ from the other backends.
package svg
