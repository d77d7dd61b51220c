// Package scale puts numbers in their places: along a line, into areas, onto
// bands; it chooses the numbers that an axis names, and writes numbers as
// Chinese and English readers expect them.
//
// Guarantees
//   - Every scale is a small value that does not change. At, Invert and
//     AppendTicks are pure and allocate nothing, but for a dst that must grow.
//   - Scales are strictly monotone over their domain, and Invert undoes At.
//   - A length is proportional to its amount only on a linear ruler from zero;
//     an Area always begins at zero. A logarithmic ruler says that it is one,
//     and none is made over a domain that reaches zero.
//   - Ticks are exact decimals inside the domain, never floats that were nearly
//     round, in steps of 1, 2 or 5 times a power of ten.
//   - Append writes a decimal exactly or rounded by its style, never through a float.
//   - amd64 and WASM give the same bits: no function here has a machine's own form.
package scale
