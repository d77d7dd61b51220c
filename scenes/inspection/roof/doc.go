// Package roof is the roofs of the scene about inspections, which readers take tiles off.
//
// Guarantees
//   - A tile is one of what is counted, wherever it lies: on the roof or before the house.
//   - A tile that is off always lies in the same place, and none on the plate.
//   - The track of a finger passes the tiles in the order in which they are counted.
package roof
