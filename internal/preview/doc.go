// Package preview draws any moment of any scene without a player: what exports,
// contact sheets, goldens, checks and benchmarks share.
//
// Guarantees
//   - A moment gives the list that the player draws when it has settled there
//     with nothing touched.
//   - A Viewer belongs to one goroutine; Clone makes another over the same story
//     and fonts.
package preview
