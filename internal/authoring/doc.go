// Package authoring turns the TOML that people write in assets/ into the
// records of package story; the player in the page does not link it.
//
// Guarantees:
//
//   - [Load] reports every problem that it finds, not only the first, each
//     with file, line, cause and what to do. No input makes it panic.
//   - Where it reports no error, [Project.Bundle] is whole: each figure has an
//     exact value, both labels, a period and a paragraph of the page; each copy
//     has both languages and shows only known figures; each theme has every
//     colour at the contrast that its role asks for.
//   - Derived figures are computed with exact rationals, checked for their
//     units, and rounded only by the rule that the file states.
//   - Equal files give equal records, in the order of the files.
package authoring
