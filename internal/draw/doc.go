// Package draw is the display list: what a scene draws, as data.
//
// A scene appends marks to a List; backends read them. A List holds no pixels,
// knows no device and asks no clock. Coordinates are device-independent pixels.
//
// Guarantees
//   - Equal calls give equal lists: AppendText writes the same bytes, and Hash
//     the same number, on every architecture (values are rounded to thousandths).
//   - Reset keeps memory: refilling a list with as much as it held allocates nothing.
//   - A mark's shape is its hit area: Hit asks the same path, run, dots or field
//     that the backends draw.
//   - A list is only read by backends, so several may read one at a time.
//
// What scenes call in some hundred places, here and in the packages that they share,
// is compiled once (go:noinline): inlined, it takes 300 KB of the player, and no
// frame comes sooner.
package draw
