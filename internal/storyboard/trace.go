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
// piece is which of the layer's it is, before how many shapes came before. The first
// has the ID that the sheet has when all is drawn: it stays, and the rest joins it.
func traced(l *draw.List, id draw.ID, piece, before int, sheet *draw.Sheet, s state) {
	for i := range sheet.Marks {
		m := &sheet.Marks[i]
		if m.Pen.Width > 0 && s.to <= 0 {
			continue // nothing of it is measured before it is seen
		}
		clips := pushClips(l, m.Within)
		l.Push(m.M, m.Alpha)
		part := id.SubN("shape", before+i+1)
		if i == 0 {
			part = sheetID(id, piece)
		}
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

// sheetID is the ID of a layer's piece where it is a sheet.
func sheetID(layer draw.ID, piece int) draw.ID { return layer.SubN("sheet", piece+1) }

// OfLayer reports whether a mark of a board is a layer's: its group, or shapes of it that
// are traced.
func OfLayer(m *draw.Mark, layer string) bool {
	id := draw.ParseID(layer)
	if m.ID.Name != id.Name || m.ID.N != id.N {
		return false
	}
	return m.Kind == draw.KindOpen && m.ID == id || m.ID.Part == "sheet" || m.ID.Part == "shape"
}
