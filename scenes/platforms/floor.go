package platforms

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The floor to scale: a cell is as many square metres as the words beside it say, and
// the roof has room for so many of them.
const (
	cellArea = 1000
	columns  = 30
	rows     = 10
	mostArea = cellArea * (columns + 1) * rows
)

// block is the parallel projection of the roofed street, as the slot has it: along the
// street, away from its back, in cells; and how large its strokes are.
type block struct {
	o, u, v geom.Pt
	k       float64
}

func blockOf(at storyboard.Spot) (b block, ok bool) {
	if at.Path == nil || len(at.Path.Pts) < 3 {
		return b, false
	}
	p := at.Path.Pts
	b.o = p[1]
	b.u, b.v = p[0].Sub(b.o).Mul(1.0/columns), p[2].Sub(b.o).Mul(1.0/rows)
	b.k = b.u.Len() / 33.7
	return b, true
}

func (b block) at(u, v float64) geom.Pt { return b.o.Add(b.u.Mul(u)).Add(b.v.Mul(v)) }

func (b block) quad(to *geom.Path, u0, u1, v0, v1 float64) *geom.Path {
	return to.Polygon(b.at(u0, v0), b.at(u1, v0), b.at(u1, v1), b.at(u0, v1))
}

func (b block) line(to *geom.Path, u0, v0, u1, v1 float64) {
	p, q := b.at(u0, v0), b.at(u1, v1)
	to.Move(p.X, p.Y).Line(q.X, q.Y)
}

// across is a ramp over the floor, from its left to its right.
func (b block) ramp(u0, v0, u1, v1 float64, stops ...draw.Stop) draw.Paint {
	return draw.LinearRamp(b.at(u0, v0), b.at(u1, v1), stops...)
}

// cells is how many the floor has.
func cells(v *stage.View) int { return v.Count(areaID, mostArea) / cellArea }

// laid is how many columns are unrolled.
func laid(v *stage.View) float64 {
	whole := math.Ceil(float64(cells(v)) / rows)
	return whole * anim.Span(v.Beat(beatFloor), rollFrom, rollTo, anim.Linear)
}

// grid adds the lines between the cells that are laid: the last column may be cut.
func (b block) grid(to *geom.Path, cols float64, n int) *geom.Path {
	for i := 0.0; i <= cols; i++ {
		b.line(to, i, 0, i, float64(min(rows, n-int(i)*rows+rows)))
	}
	for j := 0.0; j <= rows; j++ {
		b.line(to, 0, j, cols, j)
	}
	return to
}

// drawFloor draws the floor as far as it is unrolled, and the roll.
func drawFloor(l *draw.List, v stage.View, at storyboard.Spot) {
	b, ok := blockOf(at)
	cols := laid(&v)
	if !ok || cols <= 0 {
		return
	}
	th, id := v.Theme, draw.Name("floor")
	l.Push(geom.Identity(), anim.Span(v.Beat(beatFloor), rollFrom, rollFrom+0.06, anim.Linear))
	defer l.Pop()
	drop := geom.P(0, 7*b.k)
	slab := func(name string, p, q geom.Pt, c draw.Color) {
		l.Fill(id.Sub(name), l.NewPath().Polygon(p, q, q.Add(drop), p.Add(drop)), draw.Ink(c), draw.Decor())
	}
	slab("front", b.at(0, rows), b.at(cols, rows), draw.Mix(th.GoldLight, th.Gold, 0.5))
	slab("left", b.at(0, 0), b.at(0, rows), draw.Mix(th.Gold, th.GoldLight, 0.4))
	tint := func(t float64) draw.Color { return draw.Mix(th.Panel, th.GoldLight, t) }
	l.Fill(id.Sub("top"), b.quad(l.NewPath(), 0, cols, 0, rows), b.ramp(0, 5, columns, 5, draw.Stop{At: 0, Color: tint(0.42)}, draw.Stop{At: 0.5, Color: tint(0.22)}, draw.Stop{At: 1, Color: tint(0.46)}), draw.Decor())
	odd, light := l.NewPath(), l.NewPath()
	for i := 1.0; i+1 <= cols; i += 2 {
		b.quad(odd, i, i+1, 0, rows)
	}
	for i := 1.1; i+1.8 <= cols; i += bay {
		b.quad(light, i, i+1.4, 1.2, 9.2)
	}
	l.Fill(id.Sub("tens"), odd, draw.Ink(th.GoldLight.Fade(0.2)), draw.Decor())
	if !th.Dark() {
		l.Fill(id.Sub("light"), light, draw.LinearRamp(geom.P(0, b.at(0, 1.2).Y-b.k*150), geom.P(0, b.at(0, 9.2).Y), draw.Stop{At: 0, Color: th.SilverLight.Fade(0.2)}, draw.Stop{At: 0.6, Color: th.SilverLight.Fade(0.75)}, draw.Stop{At: 1, Color: th.SilverLight.Fade(0.3)}), draw.Decor())
	}
	l.Stroke(id.Sub("grid"), b.grid(l.NewPath(), cols, cells(&v)), geom.Pen{Width: 0.8 * b.k}, draw.Ink(th.Gold.Fade(0.6)), draw.Decor())
	if show := anim.Span(cols, 1, 3, anim.CubicOut); show > 0 {
		cell := b.quad(l.NewPath(), 1, 2, 8, 9)
		l.Fill(id.Sub("cell"), cell, draw.Ink(th.Panel.Fade(0.9*show)), draw.Decor())
		l.Stroke(id.Sub("cell-edge"), cell, geom.Pen{Width: max(1.6*b.k, 0.9)}, draw.Ink(th.Clay.Fade(show)), draw.Decor())
	}
	if move := v.Beat(beatFloor); move < rollTo {
		b.roll(l, th, cols, anim.Span(move, rollFrom, rollFrom+0.05, anim.Linear)*(1-anim.Span(move, rollTo-0.05, rollTo, anim.Linear)))
	}
}

// roll is what is still rolled up, lying across the floor.
func (b block) roll(l *draw.List, th *stage.Theme, cols, show float64) {
	id, r := draw.Name("roll"), 17*b.k
	back, front := b.at(cols, 0), b.at(cols, rows)
	side := front.Sub(back).Unit().Perp().Mul(r)
	up := geom.P(0, -r)
	a, e := back.Add(up).Add(side), back.Add(up).Sub(side)
	l.Push(geom.Identity(), show)
	l.Fill(id.Sub("body"), l.NewPath().Polygon(a, front.Add(up).Add(side), front.Add(up).Sub(side), e),
		draw.LinearRamp(e, a, draw.Stop{At: 0, Color: th.Gold}, draw.Stop{At: 0.3, Color: draw.Mix(th.GoldLight, th.Gold, 0.3)}, draw.Stop{At: 0.6, Color: draw.Mix(th.Panel, th.GoldLight, 0.3)}, draw.Stop{At: 1, Color: draw.Mix(th.GoldLight, th.Gold, 0.5)}), draw.Decor())
	end := front.Add(up)
	l.Circle(id.Sub("end"), end, r, draw.Ink(draw.Mix(th.GoldLight, th.Panel, 0.3)), draw.Decor())
	spiral := l.NewPath()
	spiral.Move(end.X, end.Y-r)
	for i := 1.0; i <= 60; i++ {
		p := geom.Polar(end, r*(1-0.88*i/60), -math.Pi/2+i/60*6*math.Pi)
		spiral.Line(p.X, p.Y)
	}
	l.Stroke(id.Sub("layers"), spiral, geom.Pen{Width: 1.2 * b.k}, draw.Ink(th.GoldDark), draw.Decor())
	l.Pop()
}

// drawThrough draws the grid again over the glass, so that all cells can be counted.
func drawThrough(l *draw.List, v stage.View, at storyboard.Spot) {
	b, ok := blockOf(at)
	cols := laid(&v)
	if !ok || cols <= 0 {
		return
	}
	l.Stroke(draw.Name("through").Sub("grid"), b.grid(l.NewPath(), cols, cells(&v)), geom.Pen{Width: 0.7 * b.k}, draw.Ink(v.Theme.Gold.Fade(0.32)), draw.Decor())
}
