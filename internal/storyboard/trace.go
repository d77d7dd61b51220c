package storyboard

import (
	"math"

	"lianhua/internal/draw"
)

// Trace draws a layer's strokes along their paths; its fills stand.
type Trace struct{}

func (Trace) slot() string { return "" }
func (Trace) apply(s state, t float64, _ Place) state {
	s.to = min(s.to, t)
	return s
}

// Dashes draws a layer's dashed strokes dash by dash, each at once and whole; what has
// no dashes is traced.
type Dashes struct{}

func (Dashes) slot() string { return "" }
func (Dashes) apply(s state, t float64, _ Place) state {
	s.to, s.dashes = min(s.to, t), true
	return s
}

// traced draws a sheet's shapes one by one, its strokes as far as they have come;
// before is how many shapes of the layer came before.
func traced(l *draw.List, id draw.ID, before int, sheet *draw.Sheet, s state) {
	for i := range sheet.Marks {
		m := &sheet.Marks[i]
		if m.Pen.Width > 0 && s.to <= 0 {
			continue // nothing of it is measured before it is seen
		}
		clips := pushClips(l, m.Within)
		l.Push(m.M, m.Alpha)
		part := id.SubN("shape", before+i+1)
		if m.Pen.Width > 0 {
			path := l.NewPath()
			m.Path.Trim(path, 0, reached(m, s))
			if !path.Empty() {
				l.Stroke(part, path, m.Pen, m.Paint, draw.Decor())
			}
		} else {
			l.Fill(part, m.Path, m.Paint, draw.Decor())
		}
		l.Pop()
		for range clips {
			l.Pop()
		}
	}
}

// reached is how much of a stroke's length is drawn.
func reached(m *draw.Mark, s state) float64 {
	length := m.Path.Length() * s.to
	if period := m.Pen.Dash + m.Pen.Gap; s.dashes && m.Pen.Dash > 0 && period > 0 {
		// The dash at the start may have begun before it.
		phase := math.Mod(m.Pen.Phase, period)
		if phase < 0 {
			phase += period
		}
		length = math.Floor((length+phase)/period)*period - phase
	}
	return max(length, 0)
}
