package gpu

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// sheet paints a sheet whose coordinates `to` maps to pixels: from its layer, where
// one is kept, by its shapes, or, where it fades or is clipped as a whole, by its
// shapes laid over each other first.
func (r *Renderer) sheet(m *draw.Mark, to geom.Affine) {
	p := r.placeOf(m)
	r.clip = r.clip.meet(p.at)
	if !(r.clip.x0 < r.clip.x1 && r.clip.y0 < r.clip.y1) {
		return // nor what is not a number
	}
	_, moved := r.layers.stand(p, r.frame)
	at := r.clip
	if img := r.keep(m, p, moved); img != nil {
		r.stats.Laid++
		r.lay(img, at, at.x0-p.at.x0, at.y0-p.at.y0, m.Alpha, m.Within)
		return
	}
	if m.Alpha >= 1 && m.Within == nil {
		r.sheetMarks(m.Sheet, to)
		return
	}
	before := r.aside(at)
	r.sheetMarks(m.Sheet, to)
	r.back(before)
	r.lay(r.layers.scratch, at, at.x0, at.y0, m.Alpha, m.Within)
}

// sheetMarks paints the marks of a sheet.
func (r *Renderer) sheetMarks(s *draw.Sheet, to geom.Affine) {
	for i := range s.Marks {
		m := &s.Marks[i]
		own := m.M.Then(to)
		if d := own.Det(); m.Alpha <= 0 || d == 0 || math.IsNaN(d) || r.beyond(m, own) {
			continue
		}
		r.within = within{m.Within, to}
		r.paint(m, own)
	}
	r.within = within{}
}

// beyond reports whether a shape lies wholly outside of the clip: drawings bleed
// beyond what a window shows of them.
func (r *Renderer) beyond(m *draw.Mark, to geom.Affine) bool {
	b := m.Path.Bounds()
	if m.Pen.Width > 0 {
		b = b.Inset(-2 * m.Pen.Width) // as far as a mitre reaches
	}
	return holding(to.Bounds(b)).meet(r.clip).empty()
}
