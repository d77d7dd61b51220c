// Package geom holds points, rectangles, affine transforms and paths.
//
// Lengths are in device-independent pixels, y grows downwards, angles are in
// radians and grow clockwise on screen.
//
// Guarantees
//   - Every function is pure. The numeric work is plain float64 arithmetic in a
//     fixed order, so amd64 and WASM give the same bits.
//   - A Path is a slice-backed value that can be refilled without allocation.
//   - One path serves as picture, as hit area and as bounds, so the three cannot
//     differ.
package geom
