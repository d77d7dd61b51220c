// Package overlap finds words that a text shares with another, of which only a
// digest is kept.
//
// Guarantees
//   - A digest holds a number for each run of [Run] letters and digits of the
//     other text, in no order of the text: neither its sentences nor their parts
//     can be read from it.
//   - Every shared run of that length is found, whatever punctuation, spaces,
//     case and width of digits stand between. Beside a text of four thousand
//     runs, one in a million that is not shared is taken for one.
package overlap
