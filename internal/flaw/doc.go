// Package flaw finds what readers cannot make out or touch in a picture: words
// that overlap, leave the picture, are too small or too pale or lack a character,
// crowds that have no room, and targets without a place of their own.
//
// Lengths are in device-independent pixels, places in the picture's coordinates.
//
// Guarantees
//   - A list is left as it was.
//   - What is found is told in the order of the marks, the same each time.
//   - The rules are for pictures at rest: on their way words may cross.
package flaw
