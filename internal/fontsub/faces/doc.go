// Package faces makes the project's own fonts: each face cut down to the words of
// the story, from sources that hold what its authors may need.
//
// It guarantees that
//   - a font that would not change is left alone;
//   - a character that no source has is told with the place that uses it, and
//     nothing is written for that face.
package faces
