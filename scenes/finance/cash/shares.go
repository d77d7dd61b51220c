package cash

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// RingShares is how rings are dealt out evenly: to each share one and a part of one.
type RingShares struct {
	Name string // of its marks
	Ink  draw.Color
	// Shares are as many, and Part is what each has of a second ring.
	Shares int
	Part   float64
}

// Draw appends them in a place, as far as they have settled, one beside the other.
func (s *RingShares) Draw(l *draw.List, d *Dealing, r geom.Rect, scale float64) {
	if s.Shares <= 0 || r.Empty() || d.T <= SettleFrom {
		return
	}
	id := draw.Name(s.Name)
	cols := int(math.Sqrt(float64(s.Shares)*r.W/r.H/1.6) + 0.5) // a share is wider than high
	rows := (s.Shares + cols - 1) / cols
	cell := geom.P(r.W/float64(cols), r.H/float64(rows))
	rad := min(cell.X*0.19, cell.Y*0.42)
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Radius = s.Shares, cols, draw.Ring, rad
	f.Inks = [4]draw.Color{s.Ink, s.Ink, s.Ink, s.Ink}
	f.Mesh.U = append(f.Mesh.U, -1, float64(cols+1))
	for j := -1; j <= rows+1; j++ {
		f.Mesh.V = append(f.Mesh.V, float64(j))
		for _, u := range f.Mesh.U {
			f.Mesh.P = append(f.Mesh.P, geom.P(r.X+u*cell.X-rad*1.25, r.Y+float64(j)*cell.Y))
			f.Mesh.Level = append(f.Mesh.Level, float32(d.Settled(float64(j)/float64(rows))))
		}
	}
	parts := l.NewPath()
	for i := range s.Shares {
		c := geom.P(r.X+(float64(i%cols)+0.5)*cell.X+rad*1.25, r.Y+(float64(i/cols)+0.5)*cell.Y)
		parts.Arc(c, rad*0.8, -math.Pi/2, -math.Pi/2+2*math.Pi*s.Part, false)
	}
	l.Push(geom.Identity(), min(1, (d.T-SettleFrom)*20))
	storyboard.Crowd(l, id.Sub("whole"), f, scale)
	l.Pop()
	l.Push(geom.Identity(), anim.Span(d.T, SettleFrom+SettlePace, SettleFrom+SettlePace+SettleTakes, anim.SineInOut))
	l.Stroke(id.Sub("parts"), parts, geom.Pen{Width: rad * 0.4}, draw.Ink(s.Ink), draw.Decor())
	l.Pop()
}

// One appends a share that has come forward, large, along the longer side of a place.
func (s *RingShares) One(l *draw.List, r geom.Rect, show float64) {
	if show <= 0 {
		return
	}
	step := geom.P(r.W/2, 0)
	rad := min(r.W/4, r.H/2) * 0.84
	if r.H > r.W {
		step = geom.P(0, r.H/2)
		rad = min(r.H/4, r.W/2) * 0.84
	}
	first := r.Center().Sub(step.Mul(0.5))
	p := l.NewPath().Circle(first, rad)
	p.Arc(first.Add(step), rad, -math.Pi/2, -math.Pi/2+2*math.Pi*s.Part*show, false)
	l.Push(geom.Identity(), show)
	l.Stroke(draw.Name(s.Name).Sub("one"), p, geom.Pen{Width: rad * 0.2}, draw.Ink(s.Ink), draw.Decor())
	l.Pop()
}
