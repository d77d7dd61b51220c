package cash

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Stacks is how coins are dealt out evenly: to each share as many whole ones, and of
// one more a part, as thin as it is. All are equal, as an average makes them.
type Stacks struct {
	Name  string // of its marks
	Inks  [4]draw.Color
	place geom.Rect
	// Shares are as many as there are stacks; Whole is how many coins each has, and
	// Each how many with the part.
	Shares, Whole, cols int
	Each                float64
	cell                geom.Pt
	rx, ry, dy          float64
}

// StacksOf deals n coins out to so many shares in a place; ok is false where there are
// fewer coins than that.
func StacksOf(name string, n, shares int, place geom.Rect, inks [4]draw.Color) (s Stacks, ok bool) {
	if n < shares || shares <= 0 || place.Empty() {
		return s, false
	}
	s = Stacks{Name: name, Inks: inks, place: place, Shares: shares, Whole: n / shares, Each: float64(n) / float64(shares)}
	s.cols = s.across(n / shares)
	rows := float64(s.rows())
	s.cell = geom.P(place.W/float64(s.cols), place.H/rows)
	s.dy = s.cell.Y * 0.86 / s.Each
	s.rx = min(s.cell.X*0.36, s.dy*2.3)
	s.ry = s.rx * 0.4
	return s, true
}

// across is into how many columns the place is divided: a stack of so many coins stands
// in a cell that is so much taller than wide.
func (s *Stacks) across(each int) int {
	tall := float64(each+2) / 6
	return max(1, int(math.Sqrt(float64(s.Shares)*tall*s.place.W/s.place.H)+0.5))
}

func (s *Stacks) rows() int { return (s.Shares + s.cols - 1) / s.cols }

// foot is the middle of the foot of a stack.
func (s *Stacks) foot(share int) geom.Pt {
	c, r := share%s.cols, share/s.cols
	return s.footAt(float64(c)+0.5, r)
}

// footAt is the same for any place across a row: rows hang a little, like a chain.
func (s *Stacks) footAt(u float64, row int) geom.Pt {
	hang := s.cell.Y * 0.22 * math.Sin(math.Pi*anim.Clamp(u/float64(s.cols)))
	return geom.P(s.place.X+u*s.cell.X, s.place.Y+float64(row)*s.cell.Y+s.cell.Y*0.86+hang)
}

// Draw appends what of the stacks has settled, and the one that comes forward to a
// place of its own.
func (s *Stacks) Draw(l *draw.List, v *stage.View, d *Dealing, forward geom.Rect, scale float64) {
	for k := range s.rows() {
		if show := d.Settled((float64(k) + 0.5) / float64(s.rows())); show > 0 {
			l.Push(geom.Identity(), show)
			s.row(l, v, k, scale)
			l.Pop()
		}
	}
	s.one(l, forward, d.Forward)
}

// row draws a row of stacks: their bodies, the whole coins, and what each has of one
// more.
func (s *Stacks) row(l *draw.List, v *stage.View, k int, scale float64) {
	id, n := draw.Name(s.Name), min(s.cols, s.Shares-k*s.cols)
	bodies, tops := l.NewPath(), l.NewPath()
	for i := range n {
		p := s.foot(k*s.cols + i)
		bodies.RoundRect(geom.R(p.X-s.rx, p.Y-s.dy*s.Each, 2*s.rx, s.dy*s.Each+s.ry*0.5), s.ry)
		tops.Ellipse(geom.P(p.X, p.Y-s.dy*s.Each), s.rx, s.ry)
	}
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Radius = n*s.Whole, n, draw.Slab, s.rx
	f.Inks = s.Inks
	for range k % len(f.Inks) { // or each row would look like the one above
		f.Inks = [4]draw.Color{f.Inks[1], f.Inks[2], f.Inks[3], f.Inks[0]}
	}
	const across = 7
	for i := range across {
		f.Mesh.U = append(f.Mesh.U, -1+float64(n+2)*float64(i)/(across-1))
	}
	for _, row := range [...]float64{-1, float64(s.Whole) + 1} {
		f.Mesh.V = append(f.Mesh.V, row)
		for i := range across {
			p := s.footAt(f.Mesh.U[i], k)
			f.Mesh.P = append(f.Mesh.P, geom.P(p.X, p.Y-(row+0.1)*s.dy))
		}
	}
	dark := draw.Mix(f.Inks[3], v.Theme.Ground, 0.45)
	if !v.Theme.Dark() {
		dark = draw.Mix(f.Inks[3], draw.RGB(0x000000), 0.35)
	}
	l.Fill(id.SubN("bodies", k+1), bodies, draw.Ink(dark), draw.Decor())
	storyboard.Crowd(l, id.SubN("coins", k+1), f, scale)
	l.Fill(id.SubN("tops", k+1), tops, draw.Ink(draw.Mix(s.Inks[0], v.Theme.Panel, 0.2)), draw.Decor())
}

// one is a stack that has come forward out of the others, coin by coin.
func (s *Stacks) one(l *draw.List, place geom.Rect, forward float64) {
	if forward <= 0 {
		return
	}
	from := s.foot(s.cols * ((s.Shares/s.cols + 1) / 3))
	rx := anim.Lerp(s.rx, place.W/2, forward)
	ry := anim.Lerp(s.ry, place.W*0.17, forward)
	dy := anim.Lerp(s.dy, (place.H-place.W*0.34)/s.Each, forward)
	foot := from.Lerp(geom.P(place.Center().X, place.Bottom()-place.W*0.17), forward)
	ink, id := s.Inks, draw.Name(s.Name)
	edge := draw.Mix(ink[3], draw.RGB(0x000000), 0.5)
	side := draw.LinearRamp(geom.P(foot.X-rx, 0), geom.P(foot.X+rx, 0),
		draw.Stop{At: 0, Color: draw.Mix(ink[1], edge, 0.6)}, draw.Stop{At: 0.3, Color: ink[0]}, draw.Stop{At: 0.62, Color: ink[1]}, draw.Stop{At: 1, Color: draw.Mix(ink[3], edge, 0.6)})
	face := draw.LinearRamp(geom.P(foot.X-rx, 0), geom.P(foot.X+rx, 0),
		draw.Stop{At: 0, Color: ink[1]}, draw.Stop{At: 0.42, Color: draw.Mix(ink[0], draw.RGB(0xFFFFFF), 0.45)}, draw.Stop{At: 1, Color: ink[1]})
	pen := geom.Pen{Width: max(place.W*0.022, 0.4), Join: geom.JoinRound}
	l.Push(geom.Identity(), min(1, forward*5))
	defer l.Pop()
	l.Push(geom.Affine{A: 1, D: 0.3, E: foot.X, F: foot.Y + ry*0.4}, 1)
	l.Fill(id.Sub("glow"), l.NewPath().Circle(geom.Pt{}, rx*2.4), draw.RadialRamp(geom.Pt{}, rx*2.4,
		draw.Stop{At: 0, Color: ink[2].Fade(0.7)}, draw.Stop{At: 0.5, Color: ink[2].Fade(0.3)}, draw.Stop{At: 1, Color: ink[2].Fade(0)}), draw.Decor())
	l.Pop()
	for i := 0; i <= s.Whole; i++ {
		h := dy * min(1, s.Each-float64(i))
		y := foot.Y - dy*float64(i)
		body := l.NewPath().Move(foot.X-rx, y).Line(foot.X-rx, y-h).Line(foot.X+rx, y-h).Line(foot.X+rx, y)
		body.EllipticArc(geom.P(foot.X+rx, y), rx, ry, 0, false, true, geom.P(foot.X-rx, y)).Close()
		id := id.SubN("coin", i+1)
		l.Fill(id, body, side, draw.Decor())
		l.Stroke(id.SubN("rim", i+1), body, pen, draw.Ink(edge), draw.Decor())
	}
	top := geom.P(foot.X, foot.Y-dy*s.Each)
	l.Fill(id.Sub("face"), l.NewPath().Ellipse(top, rx, ry), face, draw.Decor())
	l.Stroke(id.Sub("face-rim"), l.NewPath().Ellipse(top, rx, ry), pen, draw.Ink(edge), draw.Decor())
	hole := l.NewPath().Ellipse(top, rx*0.64, ry*0.64)
	hole.Move(top.X, top.Y-ry*0.26).Line(top.X+rx*0.26, top.Y).Line(top.X, top.Y+ry*0.26).Line(top.X-rx*0.26, top.Y).Close()
	l.Stroke(id.Sub("face-line"), hole, pen, draw.Ink(edge), draw.Decor())
}
