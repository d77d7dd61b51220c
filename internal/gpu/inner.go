package gpu

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// inner is whether a picture within the picture is being painted. What it is made of
// is not kept: the picture as a whole is.
type inner struct {
	on     bool
	aside  bool // the scratch image is in use
	ground geom.Path
}

// picture paints a list that a sheet shows small, on its ground; `to` maps its
// coordinates to device pixels. Its marks see it as they see the window.
func (r *Renderer) picture(l *draw.List, to geom.Affine) {
	if r.inner.on {
		return // one in a picture that is shown small itself is too small to be seen
	}
	view, clip := r.view, r.clip
	r.inner.on, r.view, r.clipSeen = true, to, nil
	r.inner.ground.Reset()
	r.inner.ground.Rect(l.Area)
	r.paint(&draw.Mark{Kind: draw.KindShape, Alpha: 1, Path: &r.inner.ground, Paint: draw.Ink(l.Ground)}, to)
	r.marks(l.Marks, nil)
	r.inner.on, r.view, r.clip, r.clipSeen = false, view, clip, nil
}

// innerSheets paints the sheets of a picture within the picture from the one at i on,
// and returns the index of what comes after them.
func (r *Renderer) innerSheets(marks []draw.Mark, i int) int {
	for ; i < len(marks); i++ {
		m := &marks[i]
		if !shows(m) {
			continue
		}
		if m.Kind != draw.KindSheet {
			break
		}
		p, ok := r.placeOf(m)
		if !ok {
			continue
		}
		if r.clip = r.clipOf(m).meet(p.at); r.clip.empty() {
			continue
		}
		at := r.clip
		if m.Alpha >= 1 && m.Within == nil || r.inner.aside {
			r.sheetMarks(m.Sheet, p.to)
			continue
		}
		r.inner.aside = true
		before := r.aside(at)
		r.sheetMarks(m.Sheet, p.to)
		r.back(before)
		r.inner.aside = false
		r.lay(r.layers.scratch, at, at.x0, at.y0, m.Alpha, m.Within)
	}
	return i
}
