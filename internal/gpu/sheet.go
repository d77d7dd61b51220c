package gpu

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// sheets paints the sheet at i and those that follow it with nothing between, and
// returns the index of what comes after them.
func (r *Renderer) sheets(marks []draw.Mark, i int) int {
	if r.inner.on {
		return r.innerSheets(marks, i)
	}
	run := &r.layers.run
	*run = (*run)[:0]
	for ; i < len(marks); i++ {
		m := &marks[i]
		if !shows(m) {
			continue
		}
		if m.Kind != draw.KindSheet {
			break
		}
		p, ok := r.placeOf(m)
		age, moved, shrinks := r.layers.stand(p, m.Alpha, r.frame)
		if !ok && moved == 0 {
			continue
		}
		next := member{m, p, moved, shrinks}
		joins := m.Clip.Empty() && (moved > 0 && (m.Alpha >= 1 || m.Sheet.Apart) || age >= joinAfter)
		if n := len(*run); n > 0 && (!joins || (*run)[0].moved > 0 != (moved > 0) || !sameClip((*run)[0].m.Within, m.Within)) {
			r.painted()
		}
		if joins {
			*run = append(*run, next)
			continue
		}
		r.carry(append(*run, next))
	}
	r.painted()
	return i
}

// still paints marks that are still by a sheet that looks like them; it reports false
// where they fade or are clipped, which a sheet is as a whole, and where it finds no room.
func (r *Renderer) still(s *draw.Still) bool {
	m := &s.Mark
	if m.Alpha < 1 || !m.Clip.Empty() || m.Within != nil {
		return false
	}
	p, ok := r.placeOf(m)
	_, moved, shrinks := r.layers.stand(p, m.Alpha, r.frame)
	switch {
	case !ok && moved == 0:
		return true
	case moved > 0:
		r.carry(append(r.layers.run[:0], member{m, p, moved, shrinks}))
		return true
	}
	// Of few marks, too: one of them may be a whole row of things.
	img := r.keep(m, p, false, true)
	if img == nil {
		return false
	}
	r.clip = p.at
	r.stats.Laid++
	r.lay(img, p.at, 0, 0, 1, nil)
	return true
}

// painted paints the run of neighbours that has been gathered, and empties it.
func (r *Renderer) painted() {
	run := r.layers.run
	r.layers.run = run[:0]
	if len(run) == 0 {
		return
	}
	if run[0].moved > 0 {
		r.carry(run)
		return
	}
	r.join(run)
}

// sheet paints a sheet within a clip: from its layer, where one is kept, by its
// shapes, or, where it fades or is clipped as a whole, by its shapes laid over each
// other first.
func (r *Renderer) sheet(m *draw.Mark, p place, moved bool, c *draw.Clip) {
	r.clip = p.at
	if c == m.Within {
		r.clip = r.clipOf(m).meet(p.at)
	}
	if r.clip.empty() {
		return
	}
	at := r.clip
	whole := c != nil || m.Alpha < 1 && !m.Sheet.Apart
	if img := r.keep(m, p, moved, whole); img != nil {
		r.stats.Laid++
		r.lay(img, at, at.x0-p.at.x0, at.y0-p.at.y0, m.Alpha, c)
		return
	}
	if !whole {
		r.fade = m.Alpha
	}
	var before target
	if whole {
		before = r.aside(at)
		r.inner.aside = true
	}
	// The masks of what moves are of no use to the next frame, but where it is little.
	switch {
	case moved && m.Sheet.Len() >= fewMarks:
		r.once(m.Sheet, p.to)
	case moved:
		r.stats.Carried++
		r.sheetMarks(m.Sheet, stepped(p.to, m.Sheet.Bounds))
	default:
		r.sheetMarks(m.Sheet, p.to)
	}
	r.fade = 1
	if whole {
		r.inner.aside = false
		r.back(before)
		r.lay(r.layers.scratch, at, at.x0, at.y0, m.Alpha, c)
	}
}

// movingPhases is how many places within a pixel, across and down, a sheet of few marks
// takes while it moves: its masks serve again when it comes to the same place of another
// pixel, and nobody sees an eighth of one.
const movingPhases = 4

// stepped is how a sheet that moves is painted: at one of these places, and where it turns
// or grows by steps, too, of which none takes an edge further than another eighth.
func stepped(to geom.Affine, b geom.Rect) geom.Affine {
	mid := b.Center()
	at := to.At(mid)
	if reach := b.W + b.H; reach > 0 {
		// A power of two, so that sheets which grow alike take the same steps.
		by := math.Exp2(math.Ceil(math.Log2(movingPhases / 2 * reach)))
		to.A, to.B = math.Round(to.A*by)/by, math.Round(to.B*by)/by
		to.C, to.D = math.Round(to.C*by)/by, math.Round(to.D*by)/by
	}
	to.E, to.F = 0, 0
	off := at.Sub(to.At(mid))
	to.E = math.Round(off.X*movingPhases) / movingPhases
	to.F = math.Round(off.Y*movingPhases) / movingPhases
	return to
}

// sheetMarks paints the marks of a sheet.
func (r *Renderer) sheetMarks(s *draw.Sheet, to geom.Affine) {
	if s.Picture != nil {
		r.picture(s.Picture, to)
		return
	}
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

// beyond reports whether a shape lies wholly outside of the clip, as far as its
// points tell, its handles among them: drawings bleed beyond what a window shows.
func (r *Renderer) beyond(m *draw.Mark, to geom.Affine) bool {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, q := range m.Path.Pts {
		if q.X < x0 {
			x0 = q.X
		}
		if q.X > x1 {
			x1 = q.X
		}
		if q.Y < y0 {
			y0 = q.Y
		}
		if q.Y > y1 {
			y1 = q.Y
		}
	}
	b := geom.R(x0, y0, x1-x0, y1-y0).Inset(-2 * m.Pen.Width) // as far as a mitre reaches
	return holding(to.Bounds(b)).meet(r.clip).empty()
}
