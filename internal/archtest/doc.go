// Package archtest holds the house's rules to the code: who may import whom,
// how large a file may grow, and that no scene types a number.
//
// Guarantees, where its tests pass
//   - A pure layer reads no clock, disk, network or chance, and sees no layer
//     above it; only internal/gpu and cmd/lianhua know Ebitengine.
//   - The player in the browser links none of the studio's tools.
//   - No file of code is longer than a reader's patience.
//   - No scene holds a digit that could be set as text.
package archtest
