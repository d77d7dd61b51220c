// Package article bakes a story into the pages that read, print and are found
// by search without scripts: for each scene its headline, its words, its figures
// with their places on the newspaper page, and its picture as SVG; at the end
// the table of all figures.
//
// Guarantees
//   - Equal stories, fonts, scenes and templates give equal bytes.
//   - All that is written comes from the story or from what the scenes draw with
//     it; text is escaped.
//   - A picture that shows a sample of a crowd says so, and how large it is.
//   - A template that asks for words which the story lacks is an error.
package article
