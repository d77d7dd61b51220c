// Package sewer is the pipe of the scene about water: equal lengths along a line that is
// folded to fit, laid one after the other, with water that comes through them.
//
// Guarantees
//   - A pipe is as long as it counts: its last length may be a part of one, drawn as a part.
//   - What lies stays as it is when the next length comes.
//   - A line that is folded keeps its length.
package sewer
