// Package raster draws a display list into an image on the CPU: no display, no
// GPU, no state between pictures but caches.
//
// Guarantees
//   - The same list at the same scale gives the same bytes: on amd64 and on
//     WASM, in whatever order pictures are made, however many Renderers work.
//   - Coverage is exact area sampling (golang.org/x/image/vector, held to its
//     fixed-point half by masks of at most 512 pixels a side), discs and roofs
//     are sampled by their distance as the GPU backend samples them.
//   - Compositing is source-over on premultiplied 8-bit pixels, rounded once for
//     each mark and to the nearest.
//   - A Renderer belongs to one goroutine; several may draw the same list at once.
package raster
