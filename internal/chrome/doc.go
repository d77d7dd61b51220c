// Package chrome draws the player's own controls and its notice over a scene,
// where no page around the picture has them: in a window and in a hall.
//
// Guarantees
//   - A control is a link: the player follows it as it follows every other, and
//     what is not offered leaves its place empty, so that no button moves.
//   - No control is smaller than a finger needs.
//   - In a steady frame nothing here allocates.
package chrome
