// Package history writes changed values into a folder's files and takes them back:
// one gesture is one step, over all files that it touches.
//
// Guarantees
//   - Steps that are all taken back leave every file byte for byte.
//   - What was changed on the disk meanwhile stays: a value that is no longer what
//     whoever changes it saw is a [Conflict] with both, and nothing is written; what
//     else was saved in the same file is kept, in undoing too.
//   - A step is written in all its files or in none, each whole or not at all, and only
//     where the check lets the files pass as they would be.
//   - No file outside the folder is read or written, by links neither.
package history
