package site

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// drawIcon draws the cover in small: the forged ring with the valley in it. A
// maskable icon fills its square and keeps what counts within the inner 80 %,
// which every platform's mask leaves (W3C, Web Application Manifest).
func drawIcon(l *draw.List, th *stage.Theme, side float64, maskable bool) {
	ground := draw.Color(0)
	if maskable {
		ground = th.Ground
	}
	area := geom.R(0, 0, side, side)
	l.Reset(area, ground)
	reach := side * 0.40
	if maskable {
		reach = side * 0.34
	} else {
		l.Rect(draw.Name("ground"), area, side*0.21, draw.Ink(th.Ground), draw.Decor())
	}
	c := area.Center()
	inner := reach * 0.74

	// Two ridges cross the ring's opening, each cut by its round.
	l.Fill(draw.Name("sky"), l.NewPath().Circle(c, inner), draw.Ink(th.Sky), draw.Decor())
	for i, ridge := range []struct {
		from, to float64 // heights at the left and the right, in radii below the middle
		color    draw.Color
	}{{0.02, -0.12, th.LeafLight}, {0.30, 0.46, th.Leaf}} {
		left := geom.P(c.X-math.Sqrt(1-ridge.from*ridge.from)*inner, c.Y+ridge.from*inner)
		right := geom.P(c.X+math.Sqrt(1-ridge.to*ridge.to)*inner, c.Y+ridge.to*inner)
		a := math.Atan2(right.Y-c.Y, right.X-c.X)
		b := math.Atan2(left.Y-c.Y, left.X-c.X)
		if b < a {
			b += 2 * math.Pi
		}
		hill := l.NewPath().Move(left.X, left.Y).
			Cube(c.X-inner*0.35, c.Y+(ridge.from-0.42)*inner, c.X+inner*0.2, c.Y+(ridge.to+0.34)*inner, right.X, right.Y).
			Arc(c, inner, a, b, true).Close()
		l.Fill(draw.Nth("ridge", i+1), hill, draw.Ink(ridge.color), draw.Decor())
	}

	metal := draw.LinearRamp(geom.P(0, c.Y-reach), geom.P(0, c.Y+reach),
		draw.Stop{At: 0, Color: th.SilverLight}, draw.Stop{At: 0.34, Color: th.Silver}, draw.Stop{At: 0.55, Color: th.SilverMid},
		draw.Stop{At: 0.8, Color: th.Silver}, draw.Stop{At: 1, Color: th.SilverDark})
	l.Fill(draw.Name("ring"), l.NewPath().Ring(c, reach, inner), metal, draw.Decor())
	// Where the forging ended the metal still glows.
	l.Fill(draw.Name("hot"), l.NewPath().Sector(c, reach, inner, -math.Pi/2, -math.Pi/2+0.95), draw.Ink(th.Molten), draw.Decor())
	rim := draw.Ink(draw.Mix(th.SilverDark, th.Steel, 0.6))
	for i, r := range []float64{reach, inner} {
		l.Stroke(draw.Nth("rim", i+1), l.NewPath().Circle(c, r), geom.Pen{Width: side * 0.012}, rim, draw.Decor())
	}
}
