// Package svgfile reads drawings that a vector editor wrote: SVG in, art.Drawing
// out.
//
// It takes the part of SVG that a display list can show just as a browser does,
// with colours by class (fill-ink, stroke-steel-40, stop-sky-80), layers, and slots
// by their ids; assets/art/README.md tells it to those who draw.
//
// Guarantees
//   - Nothing is dropped in silence: what is not taken is refused with file, line,
//     element and what to do, all of a file at once.
//   - What is taken looks as the file does in a browser.
//   - The same file and palette give the same drawing; no file panics, and none
//     costs more than its size and the limits of this package.
package svgfile
