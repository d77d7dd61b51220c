// Package march is the crowds of the scene about the clean-up: people who come out of
// their doors on a hillside and go along with a front, and the fields of other hills, in
// which they are counted.
//
// Guarantees
//   - A crowd is as many marks as it counts, and each is drawn whole, wherever it is on its
//     way.
//   - Nobody overtakes anybody.
//   - A field holds as many as it is for; the last one is lit as far as it is taken.
package march
