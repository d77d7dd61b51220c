package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// The forged ring's edges, as shares of its radius.
const (
	ringOuter = 1.16
	ringFace  = 1.12
	ringBore  = 0.85
	ringWall  = 0.79
	sectors   = 40
	teeth     = 90
)

// lustre is the shade of turned metal at an angle: light falls from the upper
// left, and a lathe's grooves throw it into two bright wedges and two faint ones.
func lustre(th *stage.Theme, a float64) draw.Color {
	main := 0.5 + 0.5*math.Cos(2*(a+2.25))
	side := 0.5 + 0.5*math.Cos(4*(a+0.35))
	t := anim.Clamp(0.78*main*main + 0.3*side)
	switch {
	case t < 0.35:
		return draw.Mix(th.SilverDark, th.SilverMid, t/0.35)
	case t < 0.7:
		return draw.Mix(th.SilverMid, th.Silver, (t-0.35)/0.35)
	}
	return draw.Mix(th.Silver, th.SilverLight, (t-0.7)/0.3)
}

// drawRing forges the ring: the metal enters at an angle, runs round both ways,
// hot at its two fronts, and closes opposite. It then turns.
func (p *plan) drawRing(l *draw.List, id draw.ID, v *stage.View, f flow) {
	th, c, r := v.Theme, p.ring, p.radius
	l.Fill(id.Sub("bed"), l.NewPath().Ring(c, r*ringOuter, r*ringWall), draw.Ink(draw.Mix(th.Ground, th.Rule, 0.22)), draw.Decor())
	l.Stroke(id.Sub("ghost"), l.NewPath().Circle(c, r*ringOuter).Circle(c, r*ringWall), geom.Pen{Width: max(r*0.012, 1.2)}, draw.Ink(th.Faint), draw.Decor())
	if f.wrap <= 0 {
		return
	}
	sweep := math.Pi * f.wrap
	from, to := p.entry-sweep, p.entry+sweep
	if hot := f.ringHot * f.wrap; hot > 0 {
		l.Circle(id.Sub("heat"), c, r*1.5, draw.RadialRamp(c, r*1.5,
			draw.Stop{At: 0.4, Color: th.Molten.Fade(0)}, draw.Stop{At: 0.66, Color: th.Molten.Fade(0.34 * hot)}, draw.Stop{At: 1, Color: th.Molten.Fade(0)}), draw.Decor())
	}
	band := func(part string, outer, inner float64, paint draw.Paint) {
		mid := (outer + inner) / 2 * r
		l.Stroke(id.Sub(part), l.NewPath().Arc(c, mid, from, to, false), geom.Pen{Width: (outer - inner) * r}, paint, draw.Decor())
	}
	heated := func(col draw.Color, k float64) draw.Color { return draw.Mix(col, th.Molten, k*f.ringHot) }
	// The wall of the bore catches the light from the other side.
	band("wall", ringBore, ringWall, draw.LinearRamp(geom.P(c.X-r*0.5, c.Y-r), geom.P(c.X+r*0.5, c.Y+r),
		draw.Stop{At: 0, Color: heated(draw.Mix(chart.Etch(th), th.SilverDark, 0.4), 0.8)}, draw.Stop{At: 0.55, Color: heated(th.SilverMid, 0.8)}, draw.Stop{At: 1, Color: heated(th.SilverLight, 0.8)}))
	p.face(l, id, v, f, sweep)
	band("lip", ringOuter, ringFace, draw.LinearRamp(geom.P(c.X-r*0.6, c.Y-r), geom.P(c.X+r*0.6, c.Y+r),
		draw.Stop{At: 0, Color: heated(th.Silver, 0.8)}, draw.Stop{At: 0.5, Color: heated(th.SilverDark, 0.8)}, draw.Stop{At: 1, Color: heated(draw.Mix(th.SilverDark, chart.Etch(th), 0.8), 0.8)}))
	band("groove", 1.068, 1.056, draw.Ink(th.SilverLight.Fade(0.9)))
	band("shadow", 1.056, 1.046, draw.Ink(chart.Etch(th).Fade(0.4)))
	band("step", 0.925, 0.917, draw.Ink(chart.Etch(th).Fade(0.38)))
	band("chamfer", ringBore+0.012, ringBore, draw.Ink(th.SilverLight.Fade(0.75)))
	p.gauge(l, id, v, f, sweep)
	p.glint(l, id, v, f)
}

// face paints the ring's face in sectors, each a ramp between the shades at its
// two ends, overlapping so that no seam shows.
func (p *plan) face(l *draw.List, id draw.ID, v *stage.View, f flow, sweep float64) {
	th, c, r := v.Theme, p.ring, p.radius
	step := 2 * math.Pi / sectors
	for i := 0; i < sectors; i++ {
		a := p.entry - math.Pi + float64(i)*step
		b := a + step
		a, b = max(a, p.entry-sweep), min(b, p.entry+sweep)
		if b <= a {
			continue
		}
		over := min(b+step*0.12, p.entry+sweep)
		if i == sectors-1 {
			over = b
		}
		pa, pb := geom.Polar(c, r, a), geom.Polar(c, r, b)
		paint := draw.LinearRamp(pa, pb, draw.Stop{At: 0, Color: p.shade(th, f, a, sweep)}, draw.Stop{At: 1, Color: p.shade(th, f, b, sweep)})
		l.Fill(id.SubN("face", i+1), l.NewPath().Sector(c, r*ringFace, r*ringBore, a, over), paint, draw.Decor())
	}
}

// shade is the ring's colour at an angle: hot metal near the fronts, lustre
// where it has cooled.
func (p *plan) shade(th *stage.Theme, f flow, a, sweep float64) draw.Color {
	cold := lustre(th, a-f.turn*0.35)
	if f.ringHot <= 0 {
		return cold
	}
	behind := sweep - math.Abs(a-p.entry)
	hot := anim.Clamp(1-behind/1.5)*f.ringHot + 0.35*f.ringHot*anim.Clamp(1-behind/math.Pi)
	hot = anim.Clamp(hot)
	if hot > 0.6 {
		return draw.Mix(draw.Mix(cold, th.Molten, 0.9), th.MoltenLight, (hot-0.6)/0.4)
	}
	return draw.Mix(cold, th.Molten, hot*1.5)
}

// gauge is the fine marks in the bore: they show that the ring turns.
func (p *plan) gauge(l *draw.List, id draw.ID, v *stage.View, f flow, sweep float64) {
	marks := l.NewPath()
	for i := 0; i < teeth; i++ {
		a := p.entry - math.Pi + 2*math.Pi*float64(i)/teeth + math.Mod(f.turn, 2*math.Pi/teeth)
		if math.Abs(a-p.entry) > sweep {
			continue
		}
		q, s := geom.Polar(p.ring, p.radius*(ringWall+0.012), a), geom.Polar(p.ring, p.radius*(ringBore-0.012), a)
		marks.Move(q.X, q.Y).Line(s.X, s.Y)
	}
	l.Stroke(id.Sub("gauge"), marks, geom.Pen{Width: p.radius * 0.008}, draw.Ink(chart.Etch(v.Theme).Fade(0.7)), draw.Decor())
}

// glint is the light that the finished ring catches.
func (p *plan) glint(l *draw.List, id draw.ID, v *stage.View, f flow) {
	on := v.Span(forge, 0.78, 1)
	if on <= 0 {
		return
	}
	th, r := v.Theme, p.radius
	at := geom.Polar(p.ring, r*1.06, -2.25+f.turn*0.35)
	l.Circle(id.Sub("bloom"), at, r*0.3, draw.RadialRamp(at, r*0.3,
		draw.Stop{At: 0, Color: th.SilverLight.Fade(0.9 * on)}, draw.Stop{At: 0.3, Color: th.SilverLight.Fade(0.35 * on)}, draw.Stop{At: 1, Color: th.SilverLight.Fade(0)}), draw.Decor())
	long, thin := r*0.2*on, r*0.016
	star := l.NewPath()
	for i := 0; i < 4; i++ {
		a := float64(i) * math.Pi / 2
		tip := geom.Polar(at, long, a)
		in := geom.Polar(at, thin, a+math.Pi/4)
		if i == 0 {
			star.Move(tip.X, tip.Y)
		} else {
			star.Line(tip.X, tip.Y)
		}
		star.Line(in.X, in.Y)
	}
	l.Fill(id.Sub("star"), star.Close(), draw.Ink(draw.RGB(0xFFFFFF).Fade(on)), draw.Decor())
}
