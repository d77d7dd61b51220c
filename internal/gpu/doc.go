// Package gpu draws a display list with Ebitengine.
//
// Shapes and glyphs become coverage masks in one atlas, kept for as long as
// they look the same; a frame is a buffer of quads, the ground first, that one shader
// paints in the list's order, so that a typical frame is one draw call, and two
// more around each field of marks or turned text. A field costs its mesh, not
// its marks.
//
// Guarantees
//   - Coverage is the exact area under each pixel; discs are sampled by their
//     distance. Text that is neither turned nor zoomed stands on the pixel grid
//     by draw.SnapGlyph; other text is drawn from a mask that is at least as
//     large, never rasterised for each frame.
//   - What later quads of a batch cover wholly is not painted.
//   - A shape clipped by paths is one mask, the product of their coverages; other
//     marks are drawn aside and laid through the clip's mask.
//   - A frame like the one before allocates nothing and uploads nothing.
//   - A sheet that stands still is a layer, drawn once: the pixels of its marks, laid
//     over the picture as they are. One that moves is drawn by its marks, those of few
//     to the quarter of a pixel until they come to rest.
//   - Memory is bounded: what a picture no longer uses makes room, the atlas never
//     grows beyond 16 MiB, and layers take no more than four pictures of the window
//     (of 390 by 844 at three pixels to one, 45 MiB), beside one of a picture's size
//     on which marks are laid over each other where they are clipped or fade.
//   - Nothing is drawn outside of Draw, and Draw is called only when a frame is
//     asked for: see Still and Wake.
//
// A field draws a mark whole where its Reach is at most draw.MaxReach: a pixel
// looks into the cells whose marks can reach it, as many as the mesh needs there.
// Near the edge of a mesh triangle a mark takes each side's own stretch. The lifted
// mark lies on top.
//
// A Renderer belongs to the goroutine that Ebitengine calls Draw on.
package gpu
