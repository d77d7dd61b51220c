// Package tally is the lamps of the scene about innovation: one for each firm that a
// figure counts, at places that the drawing says.
//
// Guarantees
//   - As many are lit as the figure counts, each once, and spread over all places.
//   - The sheets that a frame points to are made once for a drawing and a count.
package tally
