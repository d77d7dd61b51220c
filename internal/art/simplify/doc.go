// Package simplify takes out of drawings what nobody sees: points without which a
// line runs as before. A curve in several pieces becomes one piece where that is the
// same curve, a curve that is straight a line, and points on a line go. Then points
// move to the nearest of places that lie regularly, a tenth of a pixel apart.
//
// What is left runs within the tolerance of where it did, in the coordinates of the
// layers, whatever transforms the shapes have. Contours, their order, their ends and
// their corners stay, so that what is trimmed or dashed along a path is so as before.
package simplify

// Version counts what this package makes of the same drawings: with each change of that
// it goes up, so that packs are made anew.
const Version = 1
