// Package coverage turns paths into coverage masks that are only stored where they
// are neither empty nor full: after the sparse strips of Raph Levien's Vello
// hybrid, on the accumulation buffer of his font-rs.
//
// A raster cuts the picture into strips some pixels high. In each strip it works
// out the tiles that an edge touches; what lies between them is either outside
// or inside and becomes a span without pixels. The cost follows the length of
// the outline and not the area.
//
// Guarantees
//   - Coverage is the exact area of the polygon under each pixel, rounded to the
//     nearest of 256 levels; the winding is cut off at one, so contours that wind
//     the same way unite.
//   - Spans do not overlap, and what they leave out is not covered.
//   - Outside of the window nothing is produced, and what lies left of it still counts.
//   - A Raster that has grown to its work allocates nothing.
package coverage
