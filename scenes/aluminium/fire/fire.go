// Package fire is the metal of the aluminium scene while it is hot: in its channel, in
// the ring that is forged, and as light at the ends of the ring's arms. What is hot
// shines by itself and looks the same in every light, and it moves in every frame: so it
// is no part of the drawing. How far it has come the scene says.
package fire

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// The colours of heat, from the hottest on.
var (
	White = draw.RGB(0xFFFBEA)
	Pale  = draw.RGB(0xFFDD9A)
	Amber = draw.RGB(0xF99A40)
	ember = draw.RGB(0xC9481A)
	dull  = draw.RGB(0x6A2412)
)

// River is the metal in its channel as far as it has come, 0 to 1: white where it leaves
// the cells, and yellow where it is to set. So many sparks drift over it as time goes by.
func River(l *draw.List, c Channel, come, now float64, motes int) {
	n := c.N()
	if come <= 0 || n < 1 {
		return
	}
	bend := 0
	for i := range n + 1 {
		if c.Left.Pts[i].X+c.Right.Pts[i].X < c.Left.Pts[bend].X+c.Right.Pts[bend].X {
			bend = i
		}
	}
	// The bend is taken slowly: what is near passes more of the picture.
	front := come * float64(n)
	l.Open(draw.Name("river"), draw.Decor())
	near := draw.LinearRamp(c.Middle(float64(bend)), c.Middle(float64(n)),
		draw.Stop{At: 0, Color: Pale}, draw.Stop{At: 0.55, Color: draw.RGB(0xFFC569)}, draw.Stop{At: 1, Color: Amber})
	far := draw.LinearRamp(c.Middle(0), c.Middle(float64(bend)),
		draw.Stop{At: 0, Color: White}, draw.Stop{At: 0.6, Color: draw.RGB(0xFFEDB8)}, draw.Stop{At: 1, Color: Pale})
	c.Fill(l, draw.Nth("metal", 1), 0, min(front, float64(bend)), far)
	if front > float64(bend) {
		c.Fill(l, draw.Nth("metal", 2), float64(bend), front, near)
	}
	wide := c.Wide(bend)
	shine := l.NewPath()
	for i := n / 6; float64(i) <= min(front, float64(n)*0.88); i++ {
		q := c.Middle(float64(i))
		if i == n/6 {
			shine.Move(q.X, q.Y)
		} else {
			shine.Line(q.X, q.Y)
		}
	}
	l.Stroke(draw.Name("shine"), shine, geom.Pen{Width: wide * 0.08, Cap: geom.CapRound, Join: geom.JoinRound}, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.6)), draw.Decor())
	if come < 1 {
		q, r := c.Middle(front), wide*(0.5+1.1*come)
		show := anim.Clamp(8*come) * anim.Clamp(8*(1-come))
		l.Circle(draw.Name("front"), q, r, flare(q, r, 0.2, 0.8, 0.5, show), draw.Decor())
	}
	l.Dots(draw.Name("motes"), motes, func(i int) draw.Dot {
		along := (0.15 + 0.8*storyboard.Chance(i, 0)) * float64(n)
		_, age := math.Modf(storyboard.Chance(i, 1) + 0.22*now)
		q := c.Middle(along)
		near := c.Wide(int(along)) / wide
		fade := anim.Clamp(front-along) * math.Sin(math.Pi*age) * 0.9
		return draw.Dot{
			At: geom.P(q.X+wide*near*(storyboard.Chance(i, 2)-0.5), q.Y-wide*near*(0.1+age*1.1*storyboard.Chance(i, 3))),
			R:  wide * (0.012 + 0.016*storyboard.Chance(i, 3)), Color: Pale.Fade(fade),
		}
	}, draw.Decor())
	l.Close()
}

// flare is the light of a point that shines as far as r: pale so far out, and so strong
// there, and amber farther out.
func flare(c geom.Pt, r, pale, strength, amber, show float64) draw.Paint {
	return draw.RadialRamp(c, r,
		draw.Stop{At: 0, Color: White.Fade(show)}, draw.Stop{At: pale, Color: Pale.Fade(strength * show)},
		draw.Stop{At: amber, Color: Amber.Fade(0.3 * show)}, draw.Stop{At: 1, Color: Amber.Fade(0)})
}

// Drain lies over a shape of hot metal and drains from its foot up: cool is how far it
// has, 0 to 1, and show how much of it is seen. What is highest is silver last.
func Drain(l *draw.List, shape *geom.Path, r geom.Rect, cool, show float64) {
	// From dull to white in so much of the height; the dull end leads.
	const deep = 0.95
	l.Push(geom.Identity(), show)
	c, far := r.Center(), 0.54*max(r.W, r.H)
	warm := Amber.Fade(0.3 * (1 - cool))
	l.Circle(draw.Name("heat-glow"), c, far, draw.RadialRamp(c, far, draw.Stop{At: 0, Color: warm.Fade(0.4)}, draw.Stop{At: 0.7, Color: warm}, draw.Stop{At: 1, Color: warm.Fade(0)}), draw.Decor())
	y := func(share float64) float64 { return r.Bottom() - r.H*((1+deep)*cool-0.8*deep+deep*share) }
	heat := draw.LinearRamp(geom.P(r.X, y(0)), geom.P(r.X, y(1)),
		draw.Stop{At: 0, Color: dull.Fade(0)}, draw.Stop{At: 0.16, Color: ember.Fade(0.55)},
		draw.Stop{At: 0.4, Color: Amber.Fade(0.8)}, draw.Stop{At: 0.72, Color: Pale.Fade(0.84)}, draw.Stop{At: 1, Color: White.Fade(0.88)})
	l.Fill(draw.Name("heat"), shape, heat, draw.Decor())
	l.Pop()
}

// Tips is the light at the ends of two arms of a ring, and what flies off them: they
// close from the foot, both ways at once, and have come so far. The arms' middle line is
// an oval about the ring's middle; turns are those of the sparks, so many at each end.
func Tips(l *draw.List, oval geom.Rect, middle geom.Pt, come, show, turns float64, sparks int) {
	size := oval.H
	shower := l.NewPath()
	for side, s := range [...]float64{-1, 1} {
		a := math.Pi * come
		sin, cos := math.Sin(a)/(oval.W/2), math.Cos(a)/(oval.H/2)
		far := 1 / math.Sqrt(sin*sin+cos*cos)
		tip := geom.P(middle.X+s*far*math.Sin(a), middle.Y+far*math.Cos(a))
		lit := size * 0.24
		l.Circle(draw.Nth("tip", side+1), tip, lit, flare(tip, lit, 0.25, 0.7, 0.55, show), draw.Decor())
		for i := range sparks {
			n := i + side*sparks
			_, age := math.Modf(storyboard.Chance(n, 1) + turns)
			angle := 2 * math.Pi * storyboard.Chance(n, 0)
			reach := size * (0.04 + 0.34*storyboard.Chance(n, 2)) * (0.2 + age)
			from, to := geom.Polar(tip, reach*0.74, angle), geom.Polar(tip, reach, angle)
			fall := size * 0.16 * age * age
			shower.Move(from.X, from.Y+fall*0.6).Line(to.X, to.Y+fall)
		}
	}
	l.Stroke(draw.Name("sparks"), shower, geom.Pen{Width: size * 0.0034, Cap: geom.CapRound}, draw.Ink(Pale.Fade(0.9*show)), draw.Decor())
}
