package gpu

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// sheet paints a sheet whose coordinates `to` maps to pixels: its shapes one by
// one, or, where it fades or is clipped as a whole, laid over each other first.
func (r *Renderer) sheet(m *draw.Mark, to geom.Affine) {
	at := r.clip.meet(holding(to.Bounds(m.Sheet.Bounds)))
	if at.empty() {
		return
	}
	r.clip = at
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
