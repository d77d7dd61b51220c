// Package golden keeps what pictures look like in little room, and shows what
// has changed in them.
//
// Guarantees
//   - An outline holds a line for each mark of a picture that is not as in the
//     picture it is kept against, and a digest of the whole: a changed mark, a
//     mark that came or went, and another order are all seen.
//   - Changes shows the marks that changed in full as they are now, each under
//     the picture in which it first differs.
//   - Compare counts every pixel that differs and shows where they are.
package golden
