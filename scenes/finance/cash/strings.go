package cash

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// Strings is a crowd that hangs on so many strings from a point, in mid-air.
type Strings struct {
	Name    string // of its mark; the strings' is its part
	Box     geom.Rect
	Strings int
	Symbol  draw.Symbol
	Radius  float64 // in parts of the box's width
	Let     float64 // how far it has been let down, 0 to 1
}

// At is a place on the strings: c from -1 at the left to 1, t from the top down.
func (s *Strings) At(c, t float64) geom.Pt {
	r := s.Box
	wide := 1.16*anim.SineInOut(0.5+0.5*anim.Clamp(t*1.7)) - 0.16
	return geom.P(r.Center().X+c*r.W/2*wide, r.Y+r.H*(0.94*t+0.05*(1-t)*c*c-0.05*c*c*t))
}

// Draw appends n marks and, as far as they are to be seen, the strings. Dealt out, the
// marks go to another place.
func (s *Strings) Draw(l *draw.List, n int, inks [4]draw.Color, line draw.Color, d *Dealing, place geom.Rect, scale float64) {
	const down = 16
	if n <= 0 || s.Let <= 0 || !d.Loose {
		return
	}
	id, cols := draw.Name(s.Name), float64(s.Strings)
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Radius = n, s.Strings, s.Symbol, s.Box.W*s.Radius*anim.Lerp(0.5, 1, s.Let)
	f.Inks = inks
	rows := float64(f.Rows())
	for i := range lines {
		f.Mesh.U = append(f.Mesh.U, cols*across(i, 1/cols))
	}
	for j := 0; j <= down; j++ {
		t := anim.Lerp(-1/rows, 1+1/rows, float64(j)/down)
		f.Mesh.V = append(f.Mesh.V, t*rows)
		for i := range lines {
			c := across(i, 1/cols)
			f.Mesh.P = append(f.Mesh.P, s.At(2*c-1, t*s.Let).Lerp(place.At(c, t), d.Rise))
			f.Mesh.Level = append(f.Mesh.Level, float32(d.Left(t)))
		}
	}
	strings := l.NewPath()
	for k := range s.Strings {
		c := 2*(float64(k)+0.5)/cols - 1
		strings.Move(s.Box.Center().X, s.Box.Y-s.Box.H*0.01)
		for j := range 6 {
			p := s.At(c, float64(j)/5*(1-0.5/rows)*s.Let)
			strings.Line(p.X, p.Y)
		}
	}
	l.Push(geom.Identity(), min(1, s.Let*4)*(1-anim.Span(d.T, 0, 0.3, anim.Linear)))
	l.Stroke(id.Sub("strings"), strings, geom.Pen{Width: s.Box.W * 0.005, Join: geom.JoinRound}, draw.Ink(line), draw.Decor())
	l.Pop()
	l.Push(geom.Identity(), anim.Span(s.Let, 0.15, 0.45, anim.Linear)*d.Seen())
	storyboard.Crowd(l, id, f, scale)
	l.Pop()
}

// Threads appends the way from the strings to a place, which nothing says has been gone:
// dotted.
func (s *Strings) Threads(l *draw.List, id draw.ID, to geom.Rect, c draw.Color, show float64) {
	if show <= 0 {
		return
	}
	way := l.NewPath()
	for k := range 6 {
		c := -1 + 0.4*float64(k)
		a := s.At(c, 1.06)
		b := to.At(0.5+0.38*c, 0.4)
		way.Move(a.X, a.Y).Quad(a.X, anim.Lerp(a.Y, b.Y, 0.6), b.X, b.Y)
	}
	pen := geom.Pen{Width: s.Box.W * 0.013, Cap: geom.CapRound, Dash: 0.01, Gap: s.Box.W * 0.06}
	l.Push(geom.Identity(), show)
	l.Stroke(id, way, pen, draw.Ink(c), draw.Decor())
	l.Pop()
}
