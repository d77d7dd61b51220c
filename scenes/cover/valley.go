package cover

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// hill is a ridge inside the ring, in units of its inner radius: the height of
// its middle line above the centre, and two waves on it.
type hill struct{ base, tall, wave, phase, fine float64 }

var hills = [...]hill{
	{0.02, 0.15, 2.1, 0.4, 0.030},
	{-0.14, 0.12, 2.7, 2.3, 0.022},
	{-0.31, 0.10, 2.3, 4.4, 0.018},
	{-0.50, 0.09, 3.0, 0.9, 0.014},
	{-0.68, 0.07, 2.4, 3.1, 0.010},
}

// at is the ridge's height, in the same units, at the place x across.
func (h hill) at(x float64) float64 {
	return h.base + h.tall*math.Sin(h.wave*x+h.phase) + h.fine*math.Sin(9*x+2*h.phase)
}

// home is a house on a ridge: which, how far across, and its size.
type home struct {
	hill    int
	x, size float64
}

var homes = [...]home{
	{1, -0.52, 0.055}, {1, -0.40, 0.062}, {1, 0.46, 0.058},
	{2, -0.18, 0.075}, {2, -0.05, 0.068}, {2, 0.60, 0.072},
	{3, -0.60, 0.090}, {3, -0.44, 0.082}, {3, 0.20, 0.094}, {3, 0.36, 0.084},
	{4, -0.12, 0.110}, {4, 0.08, 0.100},
}

// drawValley opens the ring's eye: sky, sun, terraces that rise one after the
// other, and roofs on them. The picture is of a valley; it counts nothing.
func drawValley(l *draw.List, v *stage.View, p plan) {
	th := v.Theme
	open := anim.Span(v.Beat("open"), 0, 0.42, anim.CubicInOut)
	if open <= 0 {
		return
	}
	r := p.inner * 1.01 * open
	c := p.center
	l.Circle(draw.Name("sky"), c, r, draw.LinearRamp(geom.P(0, c.Y-r), geom.P(0, c.Y+r*0.3),
		draw.Stop{At: 0, Color: draw.Mix(th.Sky, th.CyanLight, 0.42)}, draw.Stop{At: 1, Color: draw.Mix(th.Sky, th.GoldLight, 0.25)}), draw.Decor())
	rise := anim.Span(v.Beat("open"), 0.15, 0.9, anim.CubicOut)
	sun := geom.P(c.X+r*0.30, c.Y-r*(0.02+0.42*rise))
	l.Circle(draw.Name("sun.glow"), sun, r*0.42, draw.RadialRamp(sun, r*0.42,
		draw.Stop{At: 0, Color: th.GoldLight.Fade(0.75)}, draw.Stop{At: 1, Color: th.GoldLight.Fade(0)}), draw.Decor())
	l.Circle(draw.Name("sun"), sun, r*0.115, draw.Ink(draw.Mix(th.GoldLight, draw.RGB(0xffffff), 0.35)), draw.Decor())
	for i := range hills {
		up := anim.Stagger(anim.Span(v.Beat("open"), 0.12, 0.86, anim.Linear), i, len(hills), 0.5, anim.CubicOut)
		drawHill(l, v, c, r, i, up)
		drawHomes(l, v, c, r, i, up)
	}
}

// sink is how far below its place a ridge stands before it has risen, in radii.
func sink(up float64) float64 { return (1 - up) * 0.5 }

func drawHill(l *draw.List, v *stage.View, c geom.Pt, r float64, i int, up float64) {
	th := v.Theme
	near := float64(i) / float64(len(hills)-1)
	base := draw.Mix(th.HillFar, th.HillNear, near)
	if near > 0.7 {
		base = draw.Mix(base, th.Leaf, (near-0.7)*1.1)
	}
	l.Push(geom.Identity(), anim.Span(up, 0, 0.25, anim.Linear))
	defer l.Pop()
	path := l.NewPath()
	if !ridge(path, hills[i], c, r, sink(up)) {
		return
	}
	l.Fill(draw.Nth("hill", i+1), path, draw.LinearRamp(geom.P(0, c.Y-r*0.3), geom.P(0, c.Y+r),
		draw.Stop{At: 0, Color: draw.Mix(base, th.GoldLight, 0.18)}, draw.Stop{At: 1, Color: base}), draw.Decor())
	// Terraces follow the ridge below it.
	lines := l.NewPath()
	for k := 1; k <= 3; k++ {
		contour(lines, hills[i], c, r, sink(up)+0.055*float64(k)+0.01*float64(k*k))
	}
	l.Stroke(draw.Nth("terraces", i+1), lines, geom.Pen{Width: max(r*0.006, 0.7), Cap: geom.CapRound}, draw.Ink(draw.Mix(base, th.LeafDark, 0.30).Fade(0.7)), draw.Decor())
}

// steps is how many pieces a ridge is drawn with.
const steps = 72

// ridge adds what a ridge, lowered by the given radii, fills of the circle.
func ridge(p *geom.Path, h hill, c geom.Pt, r, down float64) bool {
	first, last := geom.Pt{}, geom.Pt{}
	any := false
	for k := 0; k <= steps; k++ {
		q, in := point(h, c, r, down, k)
		if !in {
			continue
		}
		if !any {
			p.Move(q.X, q.Y)
			first, any = q, true
		} else {
			p.Line(q.X, q.Y)
		}
		last = q
	}
	if !any {
		return false
	}
	a := math.Atan2(last.Y-c.Y, last.X-c.X)
	b := math.Atan2(first.Y-c.Y, first.X-c.X)
	if b < a {
		b += 2 * math.Pi
	}
	p.Arc(c, r, a, b, true)
	p.Close()
	return true
}

func contour(p *geom.Path, h hill, c geom.Pt, r, down float64) {
	on := false
	for k := 0; k <= steps; k++ {
		q, in := point(h, c, r*0.995, down, k)
		switch {
		case in && !on:
			p.Move(q.X, q.Y)
		case in:
			p.Line(q.X, q.Y)
		}
		on = in
	}
}

func point(h hill, c geom.Pt, r, down float64, k int) (geom.Pt, bool) {
	x := -1 + 2*float64(k)/steps
	y := -h.at(x) + down
	return geom.P(c.X+x*r, c.Y+y*r), x*x+y*y <= 1
}

func drawHomes(l *draw.List, v *stage.View, c geom.Pt, r float64, i int, up float64) {
	th := v.Theme
	grow := anim.Span(v.Beat("open"), 0.55+0.05*float64(i), 0.85+0.03*float64(i), anim.BackOut)
	if grow <= 0 {
		return
	}
	walls, roofs, doors := l.NewPath(), l.NewPath(), l.NewPath()
	for _, o := range homes {
		if o.hill != i {
			continue
		}
		s := o.size * r * grow
		foot := geom.P(c.X+o.x*r, c.Y+(-hills[i].at(o.x)+sink(up)+0.035)*r)
		walls.Rect(geom.R(foot.X-s*0.5, foot.Y-s*0.62, s, s*0.62))
		roofs.Move(foot.X-s*0.68, foot.Y-s*0.58).Line(foot.X-s*0.1, foot.Y-s*1.08).Line(foot.X+s*0.1, foot.Y-s*1.08).Line(foot.X+s*0.68, foot.Y-s*0.58).Close()
		doors.Rect(geom.R(foot.X-s*0.10, foot.Y-s*0.36, s*0.2, s*0.36))
	}
	l.Fill(draw.Nth("walls", i+1), walls, draw.Ink(draw.Mix(th.Panel, draw.RGB(0xffffff), 0.3)), draw.Decor())
	l.Fill(draw.Nth("roofs", i+1), roofs, draw.Ink(th.Clay), draw.Decor())
	l.Fill(draw.Nth("house-doors", i+1), doors, draw.Ink(th.GoldDark.Fade(0.8)), draw.Decor())
}
