// Package stage says what a scene is and all that a picture may depend on.
//
// A Scene is pure: Draw appends to a list what its View asks for and remembers
// nothing. A View is a value; two equal views give equal lists. A Deck is the
// scenes in their order, each with its time line as the story's timing sets it.
// A Production joins a story to them, and is where every View begins.
//
// Guarantees
//   - View and Inputs are values: With and the deck's timing make new ones, and
//     nothing that a scene is given changes while it draws.
//   - Hovered, Pick, Beat, Ease and Span stay between 0 and 1 and are continuous
//     in time, so that a touch never makes a picture jump.
//   - A Theme has every colour that it names, or is refused with all that lack.
//   - Every area has a form and a layout, and no type in it is smaller than Small.
//   - A citation names only paragraphs that the story has.
//
// Scenes are composed for four forms, not stretched from one: a phone, a laptop,
// a kiosk standing upright, and a wall, which is a laptop's composition at the
// size of a hall. Layout gives each form's margins and type sizes.
package stage
