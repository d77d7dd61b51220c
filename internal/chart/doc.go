// Package chart holds the marks that scenes share: the frame of a scene, the
// figure, prose with figures in it, units and grids (one mark for each thing),
// bars (lengths), blocks (areas), gauges, axes, chronologies, ribbons, callouts
// and cards.
//
// Guarantees
//   - Figure and Prose are the only ways to draw a number; both tell the list
//     which figure the number is, so that every digit on screen has its source.
//   - A mark's amount is its length, its area or its count, never two of them.
//   - Bars and Blocks take figures by id and begin at zero; figures of several
//     units on one scale are refused in sight, and so are counts without things
//     and chronologies without dates.
//   - A logarithmic axis says that it is one. A date takes the whole of the year
//     or the day that the story states, and nothing is drawn between dates.
//   - About, more-than and target figures never look like exact, achieved ones.
//   - In a steady frame nothing here allocates.
package chart
