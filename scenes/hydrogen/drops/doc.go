// Package drops is the gas of the scene about hydrogen: bubbles that rise in a basin, and
// pearls that run through tubes, drop behind drop.
//
// Guarantees
//   - Nothing of a flow runs ahead of it.
//   - No bubble leaves its basin.
//   - A steady frame allocates nothing.
package drops
