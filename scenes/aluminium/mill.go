package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// ingots are stacked three, two, one; the count is of no meaning.
const ingotCount = 6

func ingotAt(i int) (x, y float64) {
	switch {
	case i < 3:
		return float64(i-1) * 53, 0
	case i < 5:
		return float64(i-3)*53 - 26.5, -24
	}
	return 0, -48
}

// drawIngots draws the stack in its own units, the metal having come p of the
// way: each ingot sinks onto the stack hot and cools there.
func drawIngots(l *draw.List, id draw.ID, p, cool float64, v *stage.View) {
	th := v.Theme
	ghost := l.NewPath()
	for i := 0; i < ingotCount; i++ {
		ingot(ghost, i, 0)
	}
	l.Fill(id.Sub("bed"), ghost, draw.Ink(th.Ground), draw.Decor())
	l.Stroke(id.Sub("ghost"), ghost, geom.Pen{Width: 1.3}, draw.Ink(th.Faint), draw.Decor())
	for i := 0; i < ingotCount; i++ {
		q := anim.Stagger(p, i, ingotCount, 0.42, anim.SineInOut)
		if q == 0 {
			continue
		}
		x, y := ingotAt(i)
		dy := -16 * (1 - q)
		hot := anim.Clamp(1.25 - cool*1.25 - 0.1*float64(5-i)*q)
		light, mid, dark := draw.Mix(th.SilverLight, th.MoltenLight, hot), draw.Mix(th.Silver, th.Molten, hot), draw.Mix(th.SilverMid, th.Molten, hot)
		l.Push(geom.Identity(), anim.Clamp(q*1.5))
		face := l.NewPath()
		ingot(face, i, dy)
		l.Fill(id.SubN("ingot", i+1), face, draw.LinearRamp(geom.P(x-26, y-21), geom.P(x+14, y+2),
			draw.Stop{At: 0, Color: light}, draw.Stop{At: 0.45, Color: mid}, draw.Stop{At: 0.7, Color: dark}, draw.Stop{At: 1, Color: mid}), draw.Decor())
		top := l.NewPath().Move(x-18.5, y-21+dy).Line(x-14, y-24.5+dy).Line(x+14, y-24.5+dy).Line(x+18.5, y-21+dy).Close()
		l.Fill(id.SubN("top", i+1), top, draw.Ink(draw.Mix(light, th.SilverLight, 0.5)), draw.Decor())
		l.Stroke(id.SubN("edge", i+1), face, geom.Pen{Width: 1}, draw.Ink(draw.Mix(th.SilverDark, th.Molten, hot*0.6)), draw.Decor())
		l.Pop()
	}
}

func ingot(p *geom.Path, i int, dy float64) {
	x, y := ingotAt(i)
	y += dy
	p.Move(x-25.5, y).Line(x-18.5, y-21).Line(x+18.5, y-21).Line(x+25.5, y).Close()
}

// roller's radius and the play between the two, in the mill's units.
const (
	rollerR   = 27.0
	rollerGap = 6.0
)

// drawMill draws the rolling mill's stand and its rollers, turned by the angle
// turn. What shines fills in with lit.
func drawMill(l *draw.List, id draw.ID, turn, lit float64, v *stage.View) {
	th := v.Theme
	tone := func(c draw.Color) draw.Color { return draw.Mix(draw.Mix(th.Ground, th.Faint, 0.75), c, lit) }
	c := rollerR + rollerGap
	stand := l.NewPath().RoundRect(geom.R(-35, -c-39, 70, 10), 3).RoundRect(geom.R(-35, c+29, 70, 10), 3)
	l.Fill(id.Sub("mill-stand"), stand, draw.Ink(tone(th.Steel)), draw.Decor())
	posts := l.NewPath().Rect(geom.R(-31, -c-31, 5, 2*c+62)).Rect(geom.R(26, -c-31, 5, 2*c+62))
	l.Fill(id.Sub("mill-posts"), posts, draw.Ink(tone(th.SilverDark)), draw.Decor())
	for i := 0; i < 2; i++ {
		y, a := -c, turn
		if i == 1 {
			y, a = c, -turn
		}
		l.Circle(id.SubN("mill-roller", i+1), geom.P(0, y), rollerR, draw.LinearRamp(geom.P(-9, y-rollerR), geom.P(9, y+rollerR),
			draw.Stop{At: 0, Color: tone(th.SilverLight)}, draw.Stop{At: 0.42, Color: tone(th.Silver)}, draw.Stop{At: 0.62, Color: tone(th.SilverMid)},
			draw.Stop{At: 0.84, Color: tone(th.Silver)}, draw.Stop{At: 1, Color: tone(th.SilverDark)}), draw.Decor())
		l.Stroke(id.SubN("mill-rim", i+1), l.NewPath().Circle(geom.P(0, y), rollerR-0.8), geom.Pen{Width: 1.8}, draw.Ink(tone(chart.Etch(th))), draw.Decor())
		marks := l.NewPath()
		for k := 0; k < 5; k++ {
			b := a + 2*math.Pi*float64(k)/5
			p, q := geom.Polar(geom.P(0, y), 10, b), geom.Polar(geom.P(0, y), rollerR-6, b)
			marks.Move(p.X, p.Y).Line(q.X, q.Y)
		}
		l.Stroke(id.SubN("mill-spokes", i+1), marks, geom.Pen{Width: 2, Cap: geom.CapRound}, draw.Ink(tone(chart.Etch(th)).Fade(0.55)), draw.Decor())
		l.Circle(id.SubN("mill-hub", i+1), geom.P(0, y), 6, draw.Ink(tone(chart.Etch(th))), draw.Decor())
	}
}

// drawCoil draws the sheet wound up to the share p, turned by the angle turn.
func drawCoil(l *draw.List, id draw.ID, p, turn float64, v *stage.View) {
	th := v.Theme
	const inner, outer = 9.0, 37.0
	at := geom.P(0, 0)
	l.Circle(id.Sub("coil-bed"), at, outer, draw.Ink(th.Ground), draw.Decor())
	l.Stroke(id.Sub("coil-ghost"), l.NewPath().Circle(at, outer-1).Circle(at, inner), geom.Pen{Width: 1.3}, draw.Ink(th.Faint), draw.Decor())
	if p <= 0 {
		return
	}
	// As much sheet again covers as much area again.
	r := math.Sqrt(inner*inner + p*(outer*outer-inner*inner))
	l.Fill(id.Sub("coil-face"), l.NewPath().Ring(at, r, inner), draw.LinearRamp(geom.P(-12, -outer), geom.P(12, outer),
		draw.Stop{At: 0, Color: th.SilverLight}, draw.Stop{At: 0.4, Color: th.Silver}, draw.Stop{At: 0.58, Color: th.SilverMid}, draw.Stop{At: 0.8, Color: th.Silver}, draw.Stop{At: 1, Color: th.SilverDark}), draw.Decor())
	wind := l.NewPath()
	const pitch = 4.6
	n := int((r - inner) / pitch * 24)
	for i := 0; i <= n; i++ {
		b := turn + 2*math.Pi*float64(i)/24
		q := geom.Polar(at, inner+pitch*float64(i)/24, b)
		if i == 0 {
			wind.Move(q.X, q.Y)
		} else {
			wind.Line(q.X, q.Y)
		}
	}
	l.Stroke(id.Sub("coil-winding"), wind, geom.Pen{Width: 1.1, Cap: geom.CapRound}, draw.Ink(chart.Etch(th).Fade(0.62)), draw.Decor())
	l.Stroke(id.Sub("coil-edge"), l.NewPath().Circle(at, r-0.8), geom.Pen{Width: 1.6}, draw.Ink(th.SilverDark), draw.Decor())
	l.Stroke(id.Sub("coil-core"), l.NewPath().Circle(at, inner), geom.Pen{Width: 1.6}, draw.Ink(chart.Etch(th)), draw.Decor())
}
