package cultivation

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// mostSeeds is how many each shelf has room for, and seeds is what lies on it.
var (
	mostSeeds = [len(rungs)]int{20, 200, 1000, 10000}
	seeds     = [len(rungs)]func(*draw.List, stage.View, storyboard.Spot){
		drawLeaders, drawHighTech, mediumHeap.draw, microHeap.draw,
	}
)

// poured is how far a seed has come that lies so far from where all of them run out,
// 0 to 1: the wall, or the middle of the shelf on upright forms. All shelves fill at
// once and in the same time, for the plan gives them no order.
func poured(v *stage.View, away float64) float64 {
	from := full * 0.74 * away
	return anim.Span(v.Beat(shelves), from, from+full*0.26, anim.CubicOut)
}

// away is how far x lies from where seeds run out, in parts of the shelf.
func away(v *stage.View, r geom.Rect, x float64) float64 {
	if v.Layout().Form.Upright() {
		return anim.Clamp(math.Abs(x-r.Center().X) / (r.W / 2))
	}
	return anim.Clamp((r.Right() - x) / r.W)
}

// tone is the hollow seeds' line and what is seen through them.
func tone(v *stage.View) (line, hollow draw.Color) {
	return draw.Mix(v.Theme.GoldDark, v.Theme.Gold, 0.3), v.Theme.Panel
}

// tidy is how far the seeds of a shelf have lined up under the reader's finger.
func tidy(v *stage.View, i int) float64 { return v.Pick(draw.Name(rungs[i].shelf)) }

// The dashes of a seed's outline, in widths of the line.
const dash, gap = 2.2, 1.5

// drawLeaders draws the few seeds of the highest shelf one by one.
func drawLeaders(l *draw.List, v stage.View, at storyboard.Spot) {
	r := at.Rect
	n := count(&v, rungs[0].figure)
	k := r.H / 37
	line, hollow := tone(&v)
	l.Open(draw.Name("leaders"), draw.Sem{})
	for i := 0; i < n; i++ {
		x := r.X + r.W*(float64(i)+0.5)/float64(n)
		come := poured(&v, away(&v, r, x))
		if come <= 0 {
			continue
		}
		tilt := (storyboard.Chance(i, 0) - 0.5) * 0.8 * (1 - tidy(&v, 0))
		roll := (1 - come) * 5
		m := geom.Affine{A: k, D: k}.Then(geom.Rotate(tilt+roll, geom.Pt{})).Then(geom.Translate(x+(1-come)*k*40, r.Bottom()-15.4*k))
		id := draw.Nth("leader", i+1)
		l.Push(m, min(1, come*2))
		l.Fill(id, husk(l.NewPath()), draw.Ink(hollow.Fade(0.86)), draw.Decor())
		pen := geom.Pen{Width: 1.6, Dash: 1.6 * dash, Gap: 1.6 * gap, Join: geom.JoinRound}
		l.Stroke(id.Sub("outline"), husk(l.NewPath()), pen, draw.Ink(line), draw.Decor())
		creases := l.NewPath()
		for _, side := range [...]float64{-4, 0, 4} {
			creases.Move(side*0.5, -10).Cube(side*1.1, -3, side*1.15, 5, side*0.6, 11)
		}
		l.Stroke(id.Sub("creases"), creases, geom.Pen{Width: 0.8, Dash: 2, Gap: 2.6}, draw.Ink(line.Fade(0.55)), draw.Decor())
		l.Pop()
	}
	l.Close()
	touch(l, &v, "leaders", r)
}

// husk is a seed as the sunflower's, about its middle.
func husk(p *geom.Path) *geom.Path {
	return p.Move(0, -16.5).Cube(3.6, -14.5, 9.6, -4, 9.6, 5).Cube(9.6, 12, 5, 14.5, 0, 14.5).Cube(-5, 14.5, -9.6, 12, -9.6, 5).Cube(-9.6, -4, -3.6, -14.5, 0, -16.5).Close()
}

// layers is how many rows of seeds lie on the second shelf.
const layers = 3

// drawHighTech draws the seeds of the second shelf, each row one shorter than the one
// below at either end, in one path.
func drawHighTech(l *draw.List, v stage.View, at storyboard.Spot) {
	r := at.Rect
	n := count(&v, rungs[1].figure)
	first := (n + layers*(layers-1) + layers - 1) / layers
	pitch := r.W / float64(first)
	round := geom.P(pitch*0.45, min(pitch*0.4, r.H/layers*0.5))
	line, hollow := tone(&v)
	order := tidy(&v, 1)
	body, most := l.NewPath(), 0.0
	for i := 0; i < n; i++ {
		row, c, long := 0, i, first
		for c >= long {
			c -= long
			row++
			long = first - 2*row
		}
		x := r.X + (float64(row+c)+0.5)*pitch
		x += pitch * (0.3*(storyboard.Chance(i, 0)-0.5) + 0.3*float64(row%2)) * (1 - order)
		come := poured(&v, away(&v, r, x))
		if come <= 0 {
			continue
		}
		most = max(most, come)
		y := r.Bottom() - round.Y - 1.74*round.Y*float64(row) - (1-come)*r.H*0.5
		y += round.Y * 0.24 * (storyboard.Chance(i, 1) - 0.5) * (1 - order)
		tilt := (1.4*(storyboard.Chance(i, 2)-0.5))*(1-order) + (1-come)*4
		sin, cos := math.Sincos(tilt)
		size := min(1, come*1.6)
		pebble(body, geom.P(x+(1-come)*pitch*4, y), geom.P(round.X*size, round.Y*size), sin, cos)
	}
	id := draw.Name("pebbles")
	l.Open(draw.Name("high-tech"), draw.Sem{})
	if !body.Empty() {
		width := pitch * 0.1
		l.Push(geom.Identity(), min(1, most*2))
		l.Fill(id, body, draw.Ink(hollow.Fade(0.78)), draw.Decor())
		l.Stroke(id.Sub("outline"), body, geom.Pen{Width: width, Dash: width * dash, Gap: width * gap}, draw.Ink(line), draw.Decor())
		l.Pop()
	}
	l.Close()
	touch(l, &v, "high-tech", r)
}

// pebble adds an ellipse that is turned.
func pebble(p *geom.Path, c, size geom.Pt, sin, cos float64) {
	const k = 0.5523
	at := func(x, y float64) geom.Pt {
		x, y = x*size.X, y*size.Y
		return geom.P(c.X+x*cos-y*sin, c.Y+x*sin+y*cos)
	}
	quarter := func(x, y float64) { // from (x, y) clockwise
		a, b, to := at(x-k*y, y+k*x), at(k*x-y, k*y+x), at(-y, x)
		p.Cube(a.X, a.Y, b.X, b.Y, to.X, to.Y)
	}
	start := at(1, 0)
	p.Move(start.X, start.Y)
	quarter(1, 0)
	quarter(0, 1)
	quarter(-1, 0)
	quarter(0, -1)
	p.Close()
}

// touch has all of a shelf answer, not its seeds alone.
func touch(l *draw.List, v *stage.View, name string, r geom.Rect) {
	l.Rect(draw.Name(name).Sub("touch"), r.Inset(-r.H*0.08), 0, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
}
