// Package still draws pictures of the story without a player and writes them as
// files: those that somebody orders one by one, and all of them to look through.
//
// It guarantees that
//   - a picture is that of the sources as they were when the book was opened;
//   - a file is there whole or not at all;
//   - the same order gives the same bytes.
package still
