// Package persons is the people of the scene about talents, who stand in a square: each a
// figure of many strokes, clothed and posed by its number, in the light of a low sun or
// grey in the mist.
//
// Guarantees
//   - Each of the people is drawn, and looks the same wherever their number is the same.
//   - In the mist and in the light they have the same outlines.
//   - A frame costs no more for a thousand of them than for one.
package persons
