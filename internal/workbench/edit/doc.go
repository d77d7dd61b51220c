// Package edit changes single values in the files of assets/ as a careful person
// would: in TOML the value of a key, in SVG an attribute of the element with an id.
//
// Guarantees
//   - Only the bytes of the value change: comments, order, quotes, alignment and line
//     ends stay, and so does a last line without an end.
//   - A value that stood nowhere is written where it belongs; removing it gives the
//     file back byte for byte.
//   - What is written is read again before it is given back: the value is what was
//     asked for and all others are what they were, or the change is refused.
//   - A file that cannot be changed so is refused as an [Refusal] with its line, what
//     is wrong and what to do; no input panics.
//
// It reads and writes no disk, and knows nothing of what values mean.
package edit
