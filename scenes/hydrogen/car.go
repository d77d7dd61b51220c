package hydrogen

import (
	"math"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// carArt is the car's outlines about the middle of its foot, 172 units long.
type carArt struct{ body, glass, sill geom.Path }

func newCarArt() carArt {
	var a carArt
	// A test holds that every outline parses.
	a.body, _ = geom.ParseSVG("M-85 -24 C-86 -37 -82 -43 -68 -46 L-54 -48 C-42 -64 -30 -71 -6 -71 L12 -71 C34 -71 47 -62 60 -48 C75 -45 85 -39 87 -29 L87 -21 C87 -16 84 -13 79 -13 L-78 -13 C-83 -13 -85 -17 -85 -24 Z")
	a.glass, _ = geom.ParseSVG("M-45 -49 C-36 -60 -27 -65 -9 -65 L-9 -49 Z M-3 -65 L11 -65 C28 -65 38 -59 47 -49 L-3 -49 Z")
	a.sill, _ = geom.ParseSVG("M-85 -24 L87 -24 L87 -21 C87 -16 84 -13 79 -13 L-78 -13 C-83 -13 -85 -17 -85 -24 Z")
	return a
}

// drawCar draws the car, cut open to show tank and stack; its wheels turn as
// far as it has rolled.
func (a *carArt) drawCar(l *draw.List, id draw.ID, rolled float64, v *stage.View, f flow) {
	th := v.Theme
	shade := draw.LinearRamp(geom.P(-80, -8), geom.P(80, -8),
		draw.Stop{At: 0, Color: th.Steel.Fade(0)}, draw.Stop{At: 0.5, Color: th.Steel.Fade(0.3)}, draw.Stop{At: 1, Color: th.Steel.Fade(0)})
	l.Fill(id.Sub("car-shade"), l.NewPath().Ellipse(geom.P(0, 1), 92, 5), shade, draw.Decor())
	if f.speed > 0 {
		wind := l.NewPath()
		for i, y := range [...]float64{-60, -42, -26} {
			x := -96 - 10*float64(i%2)
			wind.Move(x, y).Line(x-(34+12*float64(i))*f.speed, y)
		}
		l.Stroke(id.Sub("wind"), wind, geom.Pen{Width: 3, Cap: geom.CapRound}, draw.Ink(th.Mint.Fade(0.7*f.speed)), draw.Decor())
	}
	// What leaves the car is water.
	if f.drive > 0 {
		trail := l.NewPath()
		for i := 0; i < 4; i++ {
			q := geom.P(-92-13*float64(i), -12+3.2*float64(i))
			trail.Circle(q, 3.6-0.6*float64(i))
		}
		l.Fill(id.Sub("water-trail"), trail, draw.Ink(th.Cyan.Fade(math.Min(1, 3*f.drive))), draw.Decor())
	}
	l.Fill(id.Sub("car"), &a.body, draw.LinearRamp(geom.P(0, -71), geom.P(0, -13),
		draw.Stop{At: 0, Color: draw.Mix(th.Mint, draw.RGB(0xFFFFFF), 0.3)}, draw.Stop{At: 0.5, Color: th.Mint}, draw.Stop{At: 1, Color: draw.Mix(th.Mint, th.Cyan, 0.55)}), draw.Decor())
	l.Fill(id.Sub("sill"), &a.sill, draw.Ink(draw.Mix(th.Deep, th.Mint, 0.25)), draw.Decor())
	l.Fill(id.Sub("car-glass"), &a.glass, draw.LinearRamp(geom.P(-40, -66), geom.P(30, -48),
		draw.Stop{At: 0, Color: draw.RGB(0xFFFFFF)}, draw.Stop{At: 0.6, Color: draw.Mix(th.CyanLight, draw.RGB(0xFFFFFF), 0.3)}, draw.Stop{At: 1, Color: th.CyanLight}), draw.Decor())
	a.inside(l, id, v, f)
	tyres, rims, spokes := l.NewPath(), l.NewPath(), l.NewPath()
	for _, x := range [...]float64{-50, 52} {
		c := geom.P(x, -15)
		tyres.Circle(c, 15.5)
		rims.Circle(c, 8.6)
		for k := 0; k < 5; k++ {
			q := geom.Polar(c, 8, rolled/15.5+2*math.Pi*float64(k)/5)
			spokes.Move(c.X, c.Y).Line(q.X, q.Y)
		}
	}
	l.Fill(id.Sub("tyres"), tyres, draw.Ink(draw.Mix(chart.Etch(th), draw.RGB(0x10181C), 0.5)), draw.Decor())
	l.Fill(id.Sub("rims"), rims, draw.Ink(th.SilverLight), draw.Decor())
	l.Stroke(id.Sub("spokes"), spokes, geom.Pen{Width: 2, Cap: geom.CapRound}, draw.Ink(chart.Etch(th)), draw.Decor())
	lamp := l.NewPath().Move(78, -40).Line(86, -33).Line(79, -31).Close()
	l.Fill(id.Sub("lamp"), lamp, draw.Ink(th.GoldLight), draw.Decor())
}

// inside is the tank behind the seats and the stack under the bonnet.
func (a *carArt) inside(l *draw.List, id draw.ID, v *stage.View, f flow) {
	th := v.Theme
	lit := f.link[toPump]
	l.Rect(id.Sub("car-tank"), geom.R(-28, -42, 44, 15), 7.5, draw.LinearRamp(geom.P(0, -42), geom.P(0, -27),
		draw.Stop{At: 0, Color: draw.RGB(0xFFFFFF)}, draw.Stop{At: 0.5, Color: draw.Mix(th.Silver, th.CyanLight, lit)}, draw.Stop{At: 1, Color: draw.Mix(th.SilverMid, th.Cyan, lit)}), draw.Decor())
	cells := l.NewPath()
	for i := 0; i < 5; i++ {
		cells.Rect(geom.R(27+4.4*float64(i), -42, 2.6, 15))
	}
	l.Fill(id.Sub("car-stack"), cells, draw.Ink(draw.Mix(th.Deep, draw.RGB(0xFFFFFF), 0.5+0.4*lit)), draw.Decor())
	l.Line(id.Sub("car-pipe"), geom.P(16, -34.5), geom.P(27, -34.5), 2, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.5+0.5*lit)), draw.Decor())
}
