package cash

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// A stream is a lattice whose rows fall: those that a whole tile of chance has carried
// past the foot lie elsewhere. So the stream that has come to rest is the same lattice
// from its beginning, and no mark of it moves when that is put in its place.
const landing = draw.NoiseSide

// Stream is where a crowd falls, and how many to a row.
type Stream struct {
	Name        string // of its mark
	Left, Right string // slots, from the top down
	Cols        int
	Symbol      draw.Symbol
	Radius      float64 // in widths of the stream's top
	Fold        float64 // of its sheet, likewise
}

// Split is how many of n lie in the end, and how many the air still holds.
func (s *Stream) Split(n int) (lying, air int) {
	lying = min(n, s.Cols*landing)
	return lying, n - lying
}

// Fall is how far a stream has come: Entered, the share of its length that its front
// has reached, and Flown, the rows that have gone past its foot.
type Fall struct{ Entered, Flown float64 }

// entry is the part of its fall in which the front comes down.
const entry = 0.3

// FallAt is how a stream stands that has come so far, 0 to 1.
func FallAt(t float64) Fall {
	return Fall{anim.Span(t, 0, entry, anim.Linear), landing * anim.Span(t, entry*0.96, 1, anim.QuadOut)}
}

// Landed is the share of those that lie in the end that have landed.
func (f Fall) Landed() float64 { return f.Flown / landing }

// Lie is the share of the marks that lie: less than have landed, until all have, for a
// field shows about that share.
func (f Fall) Lie() float64 {
	if f.Flown < landing {
		return max(0, f.Landed()-0.012)
	}
	return 1
}

// Come is the share of n that is in the air or lies.
func (s *Stream) Come(n int, now Fall) float64 {
	lying, air := s.Split(n)
	return (now.Entered*float64(air) + now.Landed()*float64(lying)) / float64(max(n, 1))
}

// steps is how many pieces of the mesh follow on one another along a stream.
const steps = 26

// Draw appends n marks of which some fall and others have landed, the first of these.
// Dealt out, they rise into the spot's slot.
func (s *Stream) Draw(l *draw.List, v *stage.View, at storyboard.Spot, n int, now Fall, deal Dealing, inks [4]draw.Color) {
	lying, air := s.Split(n)
	if now.Entered <= 0 || air <= 0 || !deal.Loose {
		return
	}
	left, right := at.Edge(s.Left), at.Edge(s.Right)
	top, foot := left.First().Y, left.Last().Y
	wide := right.First().X - left.First().X
	rows := float64(air) / float64(s.Cols)
	f := l.NewField()
	f.Cols, f.Symbol, f.Radius = s.Cols, s.Symbol, wide*s.Radius*(1-0.25*deal.Rise)
	f.Count = air
	shift := (now.Entered - 1) * (rows + 1)
	if now.Flown > 0 && now.Flown < landing {
		f.Count, shift = air+lying, now.Flown
	}
	f.Jitter, f.Sway, f.Phase = 0.94, 0.04, v.Now*0.4
	f.Inks = inks
	move := Rising{deal, Target{Rect: at.Rect, To: float64(air) / float64(air+lying), Neck: geom.P((left.Last().X+right.Last().X)/2, anim.Lerp(foot, top, 0.3))}}
	margin := 1 / float64(s.Cols)
	for i := range lines {
		f.Mesh.U = append(f.Mesh.U, float64(s.Cols)*across(i, margin))
	}
	total := 0.0
	for j := range steps { // the widths between the mesh's rows, from the foot up
		y := anim.Lerp(foot, top, (float64(j)+0.5)/steps)
		total += right.Across(y) - left.Across(y)
	}
	sum := 0.0
	first, last := -1, steps+1 // with a row's room, but for what has yet to come or has gone
	if f.Count > air {
		first, last = 0, steps
	}
	for j := first; j <= last; j++ {
		part := float64(j) / steps // from the foot up
		row := 0.0
		switch {
		case j < 0:
			row, part = -1, -total/steps/(right.Across(foot)-left.Across(foot))/rows
		case j > steps:
			row, part = rows+1, 1+total/steps/wide/rows
		default:
			row = sum / total * rows
			y := anim.Lerp(foot, top, (float64(j)+0.5)/steps)
			sum += right.Across(y) - left.Across(y)
		}
		f.Mesh.V = append(f.Mesh.V, row+shift)
		y := anim.Lerp(foot, top, part)
		for i := range lines {
			c := across(i, margin)*2 - 1
			p := s.sheet(left, right, c, y, wide)
			p.Y += wide * 3 * s.Fold * (0.5 + 0.5*math.Sin(c*4.4+1.1)) * anim.Clamp((part-0.7)*3.4)
			p = aside(v, &at, p, wide*0.2*(1-deal.Rise))
			p, seen := move.at(p, (c+1)/2, 1-part)
			f.Mesh.P = append(f.Mesh.P, p)
			light := anim.Lerp(0.2, 1, anim.Span(1-part, -0.02, 0.26, anim.SineInOut))
			light *= max(now.Entered, anim.Clamp((row+shift)/rows*6)) // the front is thin
			f.Mesh.Level = append(f.Mesh.Level, float32(anim.Lerp(light, 1, deal.Rise)*seen))
		}
	}
	l.Push(geom.Identity(), min(1, now.Entered*8)*deal.Seen())
	storyboard.Crowd(l, draw.Name(s.Name), f, at.Scale)
	l.Pop()
}

// sheet is a point of the stream: c from -1 at its left to 1. Marks crowd at the edges
// of a sheet that is folded.
func (s *Stream) sheet(left, right storyboard.Edge, c, y, wide float64) geom.Pt {
	a, b := left.Across(y), right.Across(y)
	q := 0.62*c + 0.38*math.Sin(c*math.Pi/2)
	flat := max(0, 1-c*c) * (b - a) / wide
	return geom.P((a+b)/2+q*(b-a)/2+s.Fold*wide*math.Sin(c*7.5+y/wide*3.8)*flat, y)
}
