// Package soak runs the real player for hours, as fast as it goes, with visitors who come
// and go, stories that are replaced and looks that are asked for, and tells its memory by
// the minute.
//
// Guarantees:
//
//   - It ends in an error where the player ends, draws no more, fails to draw a picture
//     or answers no more, and where its memory grows: see [Judge].
//   - Visitors act on the display that they are given, so it should be nobody's.
package soak
