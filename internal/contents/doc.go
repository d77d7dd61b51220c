// Package contents draws the contents: all scenes as small pictures, mounted by act
// on the leaves of a folding screen, or on the folds of an album on upright screens.
//
// Guarantees
//   - Every scene has one place, in the story's order, that a finger can work; a
//     story with few scenes or many finds room in any window that shows pictures.
//   - The pictures are the scenes' own, as they come to rest, in the reader's language
//     and theme; one that is not made yet leaves its mount empty.
//   - The pictures stand still while the contents open, so that they are drawn once.
package contents
