// Package chart holds the marks that scenes share: the frame of a scene, the
// figure, prose with figures in it, units (one mark for each thing), ribbons,
// gauges, bars, axes and cards.
//
// Guarantees
//   - Figure and Prose are the only ways to draw a number; both tell the list
//     which figure the number is, so that every digit on screen has its source.
//   - A mark's amount is its length, its area or its count, never two of them.
//   - About, more-than and target figures never look like exact, achieved ones.
//   - In a steady frame nothing here allocates.
package chart
