// Package plan is how a hall's screen shows the story, whether a file says so or the
// address of a page: the settings, their names and bounds, and what stands without
// them. The player in the page links it, so it reads no files.
//
// Guarantees:
//
//   - [FromAddress] never fails: what is wrong is told by its name, with what to do,
//     and what would stand without it is taken.
package plan
