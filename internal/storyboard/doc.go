// Package storyboard shows a scene's drawing over time: which layer appears, moves,
// turns, is drawn or filled in which beat, which parts Go draws in which slot, and
// where the words stand.
//
// A Board is a value that a scene keeps; Draw is pure. Coordinates of cues and parts
// are the drawing's, in pixels of its design; words are set in the window's, so that
// they stand on its pixels. What is shown of a drawing in a window of another shape
// is worked out by Place.
//
// Most scenes are one value, a Scene, made by New: its beats, its Storyboard, and a
// function for what stands over the picture. A board has
//
//   - Cues: a layer changes in a part of a beat (Appear, Vanish, Fade, Move, Shift, Along,
//     Turn, Scale, Fill, Sweep, Above, Trace, Dashes); several cues of a layer work
//     one on another;
//   - Parts: what Go draws over a layer, in a slot; Lettering is such a part, and
//     so are Stamps, a mark for each of what a figure counts; others are put together
//     from a Line, an Edge, a Crowd and a Pattern, which read the drawing and draw on it;
//   - Texts, Statements: the story's words and figures in slots;
//   - Carried layers, which the reader moves;
//   - Cards of layers that answer to touch, which the drawing gives a role;
//   - knobs of the story's kind, by which cues begin, end and reach, and layers are sized
//     and dimmed: what one does to layers it says itself (story.Effect);
//   - a Chain: stages with a name, layers and a card each, of which one is picked.
//
// Guarantees
//   - The same view gives the same list, in whatever order times are asked for.
//   - A layer whose shapes are as the drawing has them is a sheet of the list, moved,
//     turned and faded as a whole; only what is trimmed comes as shapes.
//   - Check finds every name that a drawing of any form lacks; a board that passed
//     draws nothing else than what it names.
//   - A steady frame allocates nothing.
package storyboard
