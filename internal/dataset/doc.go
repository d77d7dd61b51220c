// Package dataset writes the story's figures as files that other programs read:
// tables as CSV (RFC 4180), records as JSON, and all of them with their schema
// as one Data Package (Frictionless Data, datapackage.org, profile of version 1).
//
// Guarantees
//   - A value is the exact decimal that the page states; nothing is rounded.
//   - Every row names the paragraph of the newspaper page that states the figure,
//     or the sum that it follows from.
//   - Equal stories give equal bytes: files bear no date and no build.
package dataset
