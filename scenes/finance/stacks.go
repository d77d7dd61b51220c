package finance

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// stacks is how a total is dealt out: to each firm as many whole coins, and of one
// more a part, as thin as its share. All are equal, for the page gives a total and a
// number of firms and nothing between.
type stacks struct {
	place       geom.Rect
	firms, cols int
	whole       int
	each        float64 // coins
	cell        geom.Pt
	rx, ry, dy  float64
}

func stacked(v *stage.View, m *money, place geom.Rect) (s stacks, ok bool) {
	n, firms := m.coins(v)
	if n < firms || firms <= 0 || place.Empty() {
		return s, false
	}
	s = stacks{place: place, firms: firms, cols: 28}
	if firms < 100 {
		s.cols = 10
		if place.W > place.H {
			s.cols = 20
		}
	}
	s.each = float64(n) / float64(firms)
	s.whole = n / firms
	rows := float64((firms + s.cols - 1) / s.cols)
	s.cell = geom.P(place.W/float64(s.cols), place.H/rows)
	s.dy = s.cell.Y * 0.86 / s.each
	s.rx = min(s.cell.X*0.36, s.dy*2.3)
	s.ry = s.rx * 0.4
	return s, true
}

// foot is the middle of the foot of a firm's stack.
func (s *stacks) foot(firm int) geom.Pt {
	c, r := firm%s.cols, firm/s.cols
	return s.footAt(float64(c)+0.5, r)
}

// footAt is the same for any place across a row: rows hang a little, like a chain.
func (s *stacks) footAt(u float64, row int) geom.Pt {
	hang := s.cell.Y * 0.22 * math.Sin(math.Pi*anim.Clamp(u/float64(s.cols)))
	return geom.P(s.place.X+u*s.cell.X, s.place.Y+float64(row)*s.cell.Y+s.cell.Y*0.86+hang)
}

func stacksOf(m *money) func(*draw.List, stage.View, storyboard.Spot) {
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		d := dealing(&v)
		if d.all <= settleFrom {
			return
		}
		s, ok := stacked(&v, m, at.Rect)
		if !ok {
			return
		}
		rows := (s.firms + s.cols - 1) / s.cols
		for k := range rows {
			if show := d.settled((float64(k) + 0.5) / float64(rows)); show > 0 {
				l.Push(geom.Identity(), show)
				s.row(l, &v, m, k, at.Scale)
				l.Pop()
			}
		}
		s.one(l, &v, m, at.Slot("one-"+m.name), d.forward)
	}
}

// row draws a row of stacks: their bodies, the whole coins, and what each has of one
// more.
func (s *stacks) row(l *draw.List, v *stage.View, m *money, k int, scale float64) {
	n := min(s.cols, s.firms-k*s.cols)
	bodies, tops := l.NewPath(), l.NewPath()
	for i := range n {
		p := s.foot(k*s.cols + i)
		bodies.RoundRect(geom.R(p.X-s.rx, p.Y-s.dy*s.each, 2*s.rx, s.dy*s.each+s.ry*0.5), s.ry)
		tops.Ellipse(geom.P(p.X, p.Y-s.dy*s.each), s.rx, s.ry)
	}
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Radius = n*s.whole, n, draw.Slab, s.rx
	f.Inks = inks(v, m)
	for range k % len(f.Inks) { // or each row would look like the one above
		f.Inks = [4]draw.Color{f.Inks[1], f.Inks[2], f.Inks[3], f.Inks[0]}
	}
	const across = 7
	for i := range across {
		f.Mesh.U = append(f.Mesh.U, -1+float64(n+2)*float64(i)/(across-1))
	}
	for _, row := range [...]float64{-1, float64(s.whole) + 1} {
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
	l.Fill(draw.Nth("bodies-"+m.name, k+1), bodies, draw.Ink(dark), draw.Decor())
	crowd(l, draw.Nth("stacks-"+m.name, k+1), f, scale)
	l.Fill(draw.Nth("tops-"+m.name, k+1), tops, draw.Ink(draw.Mix(inks(v, m)[0], v.Theme.Panel, 0.2)), draw.Decor())
}

// one is a stack that has come forward out of the others, coin by coin.
func (s *stacks) one(l *draw.List, v *stage.View, m *money, place geom.Rect, forward float64) {
	if forward <= 0 {
		return
	}
	from := s.foot(s.cols * ((s.firms/s.cols + 1) / 3))
	rx := anim.Lerp(s.rx, place.W/2, forward)
	ry := anim.Lerp(s.ry, place.W*0.17, forward)
	dy := anim.Lerp(s.dy, (place.H-place.W*0.34)/s.each, forward)
	foot := from.Lerp(geom.P(place.Center().X, place.Bottom()-place.W*0.17), forward)
	ink := inks(v, m)
	edge := draw.Mix(ink[3], draw.RGB(0x000000), 0.5)
	side := draw.LinearRamp(geom.P(foot.X-rx, 0), geom.P(foot.X+rx, 0),
		draw.Stop{At: 0, Color: draw.Mix(ink[1], edge, 0.6)}, draw.Stop{At: 0.3, Color: ink[0]}, draw.Stop{At: 0.62, Color: ink[1]}, draw.Stop{At: 1, Color: draw.Mix(ink[3], edge, 0.6)})
	face := draw.LinearRamp(geom.P(foot.X-rx, 0), geom.P(foot.X+rx, 0),
		draw.Stop{At: 0, Color: ink[1]}, draw.Stop{At: 0.42, Color: draw.Mix(ink[0], draw.RGB(0xFFFFFF), 0.45)}, draw.Stop{At: 1, Color: ink[1]})
	pen := geom.Pen{Width: max(place.W*0.022, 0.4), Join: geom.JoinRound}
	l.Push(geom.Identity(), min(1, forward*5))
	defer l.Pop()
	l.Push(geom.Affine{A: 1, D: 0.3, E: foot.X, F: foot.Y + ry*0.4}, 1)
	l.Fill(draw.Name("one-"+m.name).Sub("glow"), l.NewPath().Circle(geom.Pt{}, rx*2.4), draw.RadialRamp(geom.Pt{}, rx*2.4,
		draw.Stop{At: 0, Color: ink[2].Fade(0.7)}, draw.Stop{At: 0.5, Color: ink[2].Fade(0.3)}, draw.Stop{At: 1, Color: ink[2].Fade(0)}), draw.Decor())
	l.Pop()
	for i := 0; i <= s.whole; i++ {
		h := dy * min(1, s.each-float64(i))
		y := foot.Y - dy*float64(i)
		body := l.NewPath().Move(foot.X-rx, y).Line(foot.X-rx, y-h).Line(foot.X+rx, y-h).Line(foot.X+rx, y)
		body.EllipticArc(geom.P(foot.X+rx, y), rx, ry, 0, false, true, geom.P(foot.X-rx, y)).Close()
		id := draw.Name("one-"+m.name).SubN("coin", i+1)
		l.Fill(id, body, side, draw.Decor())
		l.Stroke(draw.Name("one-"+m.name).SubN("rim", i+1), body, pen, draw.Ink(edge), draw.Decor())
	}
	top := geom.P(foot.X, foot.Y-dy*s.each)
	l.Fill(draw.Name("one-"+m.name).Sub("face"), l.NewPath().Ellipse(top, rx, ry), face, draw.Decor())
	l.Stroke(draw.Name("one-"+m.name).Sub("face-rim"), l.NewPath().Ellipse(top, rx, ry), pen, draw.Ink(edge), draw.Decor())
	hole := l.NewPath().Ellipse(top, rx*0.64, ry*0.64)
	hole.Move(top.X, top.Y-ry*0.26).Line(top.X+rx*0.26, top.Y).Line(top.X, top.Y+ry*0.26).Line(top.X-rx*0.26, top.Y).Close()
	l.Stroke(draw.Name("one-"+m.name).Sub("face-line"), hole, pen, draw.Ink(edge), draw.Decor())
}
