// Package story is the story's data as the player and the scenes read it:
// figures with their provenance and corrections, words in two languages, colours,
// timing, and how the scenes' knobs are turned.
//
// People write TOML; the studio checks it and compiles it into one story file
// ([Encode]); the player reads that file ([Decode]) and nothing else. The
// package therefore knows no TOML, no files and no clock.
//
// Guarantees:
//
//   - A [Bundle] never changes after it is made, so any goroutine may read it.
//   - [Story.Figure], [Story.Copy] and [Story.Words] take constant time and
//     allocate nothing for a key that exists: every text is formatted once,
//     when the bundle is made.
//   - A figure's Value is the decimal that the page states, in the unit that
//     the page uses; Shown is the same amount in the unit of the reader's
//     language. Both are exact.
//   - Every figure carries where it comes from. A figure that the page does
//     not state is Derived and carries the expression that made it.
//   - [Encode] is deterministic, and Decode(Encode(b)) equals b. Damaged bytes
//     give an error that wraps [ErrCorrupt]; no input makes Decode panic.
package story
