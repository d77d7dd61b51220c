// Package stage says what a scene is and all that a picture may depend on.
//
// A Scene is pure: Draw appends to a list what its View asks for and remembers
// nothing. A View is a value; two equal views give equal lists. A Deck is the
// scenes in their order, each with its time line as the story's timing sets it.
//
// Scenes are composed for four forms, not stretched from one: a phone, a laptop,
// a kiosk standing upright, and a wall, which is a laptop's composition at the
// size of a hall. Layout gives each form's margins and type sizes.
package stage
