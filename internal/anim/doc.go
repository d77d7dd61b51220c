// Package anim gives values at a time. It knows no clock: the time is an
// argument, so any moment can be asked for, in any order, any number of times.
//
// A scene's time line is made of beats laid end to end. A beat is the time in
// which something moves; how long playback rests at its end is a matter of
// playback and takes no time of the scene's own.
//
// Guarantees
//   - Every function is pure and allocates nothing; a Timeline does not change.
//   - An ease begins at 0 and ends at 1, a reversed one the other way round; Clamp,
//     Span, Stagger and Progress never leave what their ease spans.
//   - Beats lie end to end without gaps: a beat's End is the next one's Start.
package anim
