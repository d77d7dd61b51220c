// Package typeset turns text into placed glyphs: shaping by the fonts' own
// layout tables (package otf, held to HarfBuzz), fallback across the three
// faces, line breaking by UAX #14 (go-text) with the rules of Chinese
// composition, and glyph outlines. Text is in Unicode's form NFC.
//
// Guarantees:
//
//   - Setting is pure: the text, the Style, the width and the language decide
//     everything. Sizes scale linearly; nothing is hinted or rounded to pixels.
//   - Every rune of a text belongs to exactly one line of its block, and a line
//     is no wider than asked unless the rules let it break nowhere.
//   - No line begins with a closing mark or a stop (，。、；：！？）》」』”’…),
//     none ends with an opening one (（《「『“‘); —— and …… stay whole; a number
//     stays with its unit.
//   - Han and Latin letters or digits stand [HanLatinGap] apart. Full-width
//     marks are squeezed at line edges and next to one another.
//   - A Setter's second answer to the same question allocates nothing.
//
// Lengths are in device-independent pixels with y downwards; outlines are in
// ems. Animate the size of text with a transform, not with Style.Size: each
// size is another entry in the cache.
//
// The rules follow W3C's "Requirements for Chinese Text Layout" (clreq) and
// GB/T 15834-2011 for punctuation.
package typeset
