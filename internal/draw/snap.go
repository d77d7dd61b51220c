package draw

import (
	"math"

	"lianhua/internal/geom"
)

// Device maps the picture's coordinates to device pixels: the corner of Area to
// (0, 0), scale device pixels to a device-independent one.
func (l *List) Device(scale float64) geom.Affine {
	return geom.Affine{A: scale, D: scale, E: -l.Area.X * scale, F: -l.Area.Y * scale}
}

// GlyphPhases is how many places within a pixel a snapped glyph may take across.
const GlyphPhases = 4

// snapTolerance is how far from 1 a transform's scale may lie for its text to
// count as settled: an error below a thousandth of a pixel over a long line.
const snapTolerance = 1e-6

// SnapGlyph puts a glyph on the grid of device pixels, by the one rule that all
// backends with pixels follow. device maps the mark's coordinates to device
// pixels (m.M.Then(l.Device(scale))), and (x, y) is the glyph's origin in the
// mark's coordinates.
//
// The rule: text is snapped only where device is upright and scales by exactly
// scale, that is, where the mark is neither turned nor zoomed. Its origin then
// moves to the nearest quarter of a pixel across and the nearest whole pixel
// down, halves going up: with X = ⌊4·x' + ½⌋ for the mapped x', px = ⌊X/4⌋ and
// phase = X mod 4 (0 to 3), and py = ⌊y' + ½⌋. The glyph's outline at the size
// Run.Style.Size × scale, moved right by phase/4, is drawn from the pixel corner
// (px, py). Where snapped is false the outline is drawn where device puts it.
func SnapGlyph(device geom.Affine, scale, x, y float64) (px, py, phase int, snapped bool) {
	if !device.Upright() || math.Abs(device.A-scale) > snapTolerance*scale {
		return 0, 0, 0, false
	}
	q := int(math.Floor((device.A*x+device.E)*GlyphPhases + 0.5))
	phase = q & (GlyphPhases - 1)
	return (q - phase) / GlyphPhases, int(math.Floor(device.D*y + device.F + 0.5)), phase, true
}

// SnapClip is the clip c, in the picture's coordinates, as whole device pixels:
// from (x0, y0) up to and not with (x1, y1), each edge at its nearest pixel
// corner, so that a clip has no soft edges.
func SnapClip(device geom.Affine, c geom.Rect) (x0, y0, x1, y1 int) {
	near := func(v float64) int { return int(math.Floor(v + 0.5)) }
	b := device.Bounds(c)
	return near(b.X), near(b.Y), near(b.Right()), near(b.Bottom())
}
