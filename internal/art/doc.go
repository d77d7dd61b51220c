// Package art holds drawings as data: what a vector editor drew, by layers, with
// its colours by name and the slots where words, figures and counted marks stand.
//
// Lengths are pixels of the drawing's design, which its Width and Height give; y
// runs down. A drawing may reach beyond its design on every side: that is its
// bleed, seen where a window has another shape. A Drawing is a value that nobody
// changes once it is read, so it may be shared.
package art
