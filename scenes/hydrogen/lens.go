package hydrogen

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// The lens: its radius and how high its middle stands, in its own units.
const (
	lensR  = 62.0
	lensUp = 142.0
)

// drawLens draws the laboratory's lens: a lattice, and hydrogen atoms that join
// in pairs as bond goes to 1.
func drawLens(l *draw.List, id draw.ID, bond float64, v *stage.View) {
	th := v.Theme
	c := geom.P(0, -lensUp)
	stand := l.NewPath().RoundRect(geom.R(-5, -lensUp+lensR, 10, lensUp-lensR-8), 3).RoundRect(geom.R(-40, -10, 80, 10), 5)
	l.Fill(id.Sub("stand"), stand, draw.LinearRamp(geom.P(-20, 0), geom.P(20, 0),
		draw.Stop{At: 0, Color: th.SilverDark}, draw.Stop{At: 0.4, Color: th.Silver}, draw.Stop{At: 1, Color: th.SilverDark}), draw.Decor())
	l.Circle(id.Sub("glass"), c, lensR, draw.RadialRamp(c.Add(geom.P(-16, -20)), lensR*1.4,
		draw.Stop{At: 0, Color: draw.Mix(th.CyanLight, th.Panel, 0.75)}, draw.Stop{At: 0.7, Color: draw.Mix(th.CyanLight, th.Panel, 0.3)}, draw.Stop{At: 1, Color: th.CyanLight}), draw.Decor())
	lattice := l.NewPath()
	for row := -3; row <= 3; row++ {
		for col := -4; col <= 4; col++ {
			h := geom.P(c.X+float64(col)*21+10.5*float64(row&1), c.Y+float64(row)*18.2)
			if h.Dist(c) > lensR-13 {
				continue
			}
			for k := 0; k < 6; k++ {
				q := geom.Polar(h, 11.4, math.Pi/6+float64(k)*math.Pi/3)
				if k == 0 {
					lattice.Move(q.X, q.Y)
				} else {
					lattice.Line(q.X, q.Y)
				}
			}
			lattice.Close()
		}
	}
	l.Stroke(id.Sub("lattice"), lattice, geom.Pen{Width: 1}, draw.Ink(th.Cyan.Fade(0.34)), draw.Decor())
	for i, m := range [...]struct{ x, y, a, wide float64 }{{-22, -16, 0.5, 30}, {22, 14, -0.6, 34}, {-12, 34, 0.15, 26}, {24, -32, 1.1, 24}} {
		mid := geom.P(c.X+m.x, c.Y+m.y)
		half := m.wide/2*(1-bond) + 7.4*bond
		turn := m.a + (1-bond)*0.9
		a, b := geom.Polar(mid, half, turn), geom.Polar(mid, -half, turn)
		n := i + 1
		l.Line(id.SubN("bond", n), a, b, 6*bond+0.5, draw.Ink(th.Deep.Fade(0.2+0.8*bond)), draw.Decor())
		atom(l, id.SubN("atom-a", n), a, 9.5, v)
		atom(l, id.SubN("atom-b", n), b, 9.5, v)
	}
	l.Stroke(id.Sub("rim"), l.NewPath().Circle(c, lensR), geom.Pen{Width: 6}, draw.LinearRamp(geom.P(-lensR, c.Y-lensR), geom.P(lensR, c.Y+lensR),
		draw.Stop{At: 0, Color: th.SilverLight}, draw.Stop{At: 0.35, Color: th.SilverMid}, draw.Stop{At: 0.6, Color: th.Silver}, draw.Stop{At: 1, Color: th.SilverDark}), draw.Decor())
	l.Stroke(id.Sub("rim-edge"), l.NewPath().Circle(c, lensR+3.4), geom.Pen{Width: 1.4}, draw.Ink(th.SilverDark), draw.Decor())
	arc := l.NewPath().Arc(c, lensR-9, 3.5, 4.5, false)
	l.Stroke(id.Sub("shine"), arc, geom.Pen{Width: 4, Cap: geom.CapRound}, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.7)), draw.Decor())
}

// atom is a ball that the light falls on from the upper left.
func atom(l *draw.List, id draw.ID, at geom.Pt, r float64, v *stage.View) {
	th := v.Theme
	l.Circle(id, at, r, draw.RadialRamp(at.Add(geom.P(-r*0.35, -r*0.4)), r*1.5,
		draw.Stop{At: 0, Color: draw.RGB(0xFFFFFF)}, draw.Stop{At: 0.3, Color: draw.Mix(th.Cyan, draw.RGB(0xFFFFFF), 0.35)}, draw.Stop{At: 1, Color: draw.Mix(th.Cyan, draw.RGB(0x06343E), 0.45)}), draw.Decor())
}
