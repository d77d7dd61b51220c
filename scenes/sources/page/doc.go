// Package page is the newspaper page of the scene about sources: paragraphs that answer to
// touch, dots where their numbers stand, the reading glass that goes along, and the
// questions that are held against the page.
//
// Guarantees
//   - A figure that was added since the page was drawn has its dot, too.
//   - What a finger holds under the glass is read while it holds it, and picked when it
//     lets go.
//   - No sentence of the page is set: grey lines stand for its words.
package page
