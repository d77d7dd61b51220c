// Package storyboard shows a scene's drawing over time: which layer appears, moves,
// turns, is drawn or filled in which beat, which parts Go draws in which slot, and
// where the words stand.
//
// A Board is a value that a scene keeps; Draw is pure. Coordinates of cues and parts
// are the drawing's, in pixels of its design; words are set in the window's, so that
// they stand on its pixels. What is shown of a drawing in a window of another shape
// is worked out by Place.
//
// Guarantees
//   - The same view gives the same list, in whatever order times are asked for.
//   - A layer whose shapes are as the drawing has them is a sheet of the list, moved,
//     turned and faded as a whole; only what is trimmed comes as shapes.
//   - Check finds every name that a drawing of any form lacks; a board that passed
//     draws nothing else than what it names.
//   - A steady frame allocates nothing.
package storyboard
