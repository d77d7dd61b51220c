// Package proof draws a story before anybody sees it: every beat of every scene,
// on each screen of the designs and in each language.
//
// Guarantees
//   - A story without faults can be drawn at those moments: nothing panics, every
//     list keeps its promises, and no word or figure that is to be shown is lacking.
//   - A scene that panics is a fault, not the end of the program.
package proof
