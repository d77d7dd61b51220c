// Package chart holds the marks that scenes share: the frame of a scene, the figure,
// prose with figures in it, numbers that are none of the page's, cards, listings,
// legends, switches, and things in rows, on wires, in heaps and along pipes.
//
// Guarantees
//   - Figure and Prose are the only ways to draw a number; both tell the list
//     which figure the number is, so that every digit on screen has its source.
//   - A mark's amount is its length or its count, never both.
//   - About, more-than and target figures never look like exact, achieved ones.
//   - In a steady frame nothing here allocates.
package chart
