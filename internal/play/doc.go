// Package play is the player without a screen: where in the story the reader
// is, what is playing, what is touched, and how all of it moves on.
//
// A [Machine] is told what happens (a tick, a pointer, a key, a scroll, a link)
// and draws the picture that follows into a list. It reads no clock and does no
// input or output: the same calls give the same pictures.
//
// Guarantees
//   - Now, the drawn scene's own time, is all that playback changes: a moment
//     gives the same picture however it was reached.
//   - Tick returns false and Due returns +Inf when nothing moves: a still
//     picture needs no frame and no timer.
//   - No event and no link makes a Machine panic; what it does not understand
//     leaves it as it is. Of a link what can be read is read; one to a scene that
//     the story lacks goes to the first with a notice.
//   - Only one scene is drawn at a time: another scene fades in when the last
//     has faded out; from one act to another a passage closes and opens. Where two
//     scenes of an act share a place, one opens there into the other, and both are
//     still until it has.
//   - [Link.String] and [ParseLink] are inverse to each other, to thousandths.
package play
