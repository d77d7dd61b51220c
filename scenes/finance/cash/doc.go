// Package cash is how the coins of the scene about money move: they fall as a stream,
// come to lie in a book or between two sides, hang on strings, and are dealt out evenly
// into stacks and rings.
//
// Guarantees
//   - A crowd is as many marks as it counts, wherever it is on its way.
//   - A stream that has come to rest is the lattice that it was from the beginning.
//   - What is dealt out is equal, as an average makes it, and a part is drawn as a part.
package cash
