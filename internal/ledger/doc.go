// Package ledger tells what figures a picture shows, and what digits it shows
// that no figure stands behind.
//
// Guarantees
//   - Of lists each figure once, in the order in which the picture first names it.
//   - Unsourced finds every visible run with a digit of any script, a superscript
//     or a fraction that neither names its figure nor says what else it is. It
//     holds at any time, also while counters run.
//   - Mismatched finds every number that is drawn or read out for a figure and is
//     none of the figure's own. Counters that run draw other numbers on their
//     way, so it holds at the end of a beat.
package ledger
