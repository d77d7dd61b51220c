package cover

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// start is where the forging begins: the top.
const start = -math.Pi / 2

// drawRing forges the ring: a hot head runs once around and leaves metal that
// cools behind it; then light runs over the finished ring.
func drawRing(l *draw.List, v *stage.View, p plan) {
	th := v.Theme
	t := v.Beat("forge")
	run := anim.Span(t, 0.04, 0.8, anim.SineInOut)
	mid, w := (p.outer+p.inner)/2, p.outer-p.inner
	// The mould waits before the metal comes.
	l.Fill(draw.Name("mould"), l.NewPath().Ring(p.center, p.outer, p.inner), draw.Ink(draw.Mix(th.Ground, th.Faint, 0.45).Fade(1-anim.Span(t, 0.7, 0.8, anim.Linear))), draw.Decor())
	if run <= 0 {
		return
	}
	head := start + run*2*math.Pi
	metal := draw.LinearRamp(geom.P(0, p.center.Y-p.outer), geom.P(0, p.center.Y+p.outer),
		draw.Stop{At: 0, Color: th.SilverLight}, draw.Stop{At: 0.34, Color: th.Silver}, draw.Stop{At: 0.55, Color: th.SilverMid},
		draw.Stop{At: 0.8, Color: th.Silver}, draw.Stop{At: 1, Color: th.SilverDark})
	rim := draw.Ink(draw.Mix(th.SilverDark, th.Steel, 0.4))
	arc := func(name string, outer, inner float64, paint draw.Paint) {
		path := l.NewPath()
		if run >= 1 {
			path.Ring(p.center, outer, inner)
		} else {
			path.Sector(p.center, outer, inner, start, head)
		}
		l.Fill(draw.Name(name), path, paint, draw.Decor())
	}
	arc("ring.rim", p.outer, p.inner, rim)
	arc("ring.body", p.outer-w*0.06, p.inner+w*0.06, metal)
	arc("ring.groove", p.inner+w*0.27, p.inner+w*0.235, draw.Ink(th.SilverDark.Fade(0.75)))
	notches(l, v, p, run, head)
	shine(l, v, p, mid, w)
	heat(l, v, p, run, head)
}

// notches are the marks of the lathe inside the ring.
func notches(l *draw.List, v *stage.View, p plan, run, head float64) {
	const n = 96
	w := p.outer - p.inner
	path := l.NewPath()
	for i := range n {
		a := start + float64(i)/n*2*math.Pi
		if run < 1 && a > head {
			break
		}
		in, out := geom.Polar(p.center, p.inner+w*0.10, a), geom.Polar(p.center, p.inner+w*0.20, a)
		path.Move(in.X, in.Y).Line(out.X, out.Y)
	}
	l.Stroke(draw.Name("notches"), path, geom.Pen{Width: max(p.outer*0.005, 0.7)}, draw.Ink(v.Theme.Steel.Fade(0.55)), draw.Decor())
}

// shine is the light that the finished ring catches; it comes to rest at the
// upper left.
func shine(l *draw.List, v *stage.View, p plan, mid, w float64) {
	on := anim.Span(v.Beat("forge"), 0.72, 1, anim.SineInOut)
	if on <= 0 {
		return
	}
	turn := anim.Lerp(-math.Pi*0.2, -math.Pi*0.72, anim.CubicOut(v.Beat("open")))
	for i, s := range [...]struct{ span, r, width, alpha float64 }{
		{0.9, mid + w*0.36, 0.035, 0.9}, {0.5, mid + w*0.20, 0.05, 0.55}, {0.28, mid - w*0.12, 0.03, 0.5},
	} {
		path := l.NewPath().Arc(p.center, s.r, turn-s.span/2, turn+s.span/2, false)
		l.Stroke(draw.Nth("shine", i+1), path, geom.Pen{Width: w * s.width * 2, Cap: geom.CapRound}, draw.Ink(draw.RGB(0xffffff).Fade(s.alpha*on)), draw.Decor())
	}
}

// heat is the glow of the metal that has just been poured.
func heat(l *draw.List, v *stage.View, p plan, run, head float64) {
	th := v.Theme
	cool := anim.Span(v.Beat("forge"), 0.04, 0.12, anim.Linear) * (1 - anim.Span(v.Beat("forge"), 0.74, 1, anim.Linear))
	if cool <= 0 {
		return
	}
	w := p.outer - p.inner
	// Thin layers that all end at the head and begin one behind the other add up
	// to a glow without seams; the longest are the faintest, so its end is soft.
	const layers, reach = 16, 1.7 // reach in radians behind the head
	for i := range layers {
		a := max(head-reach*float64(i+1)/layers, start)
		c := draw.Mix(th.MoltenLight, th.Molten, min(float64(i)/4, 1))
		l.Fill(draw.Nth("heat", i+1), l.NewPath().Sector(p.center, p.outer-w*0.06, p.inner+w*0.06, a, head), draw.Ink(c.Fade((0.04+0.26*(1-float64(i)/layers))*cool)), draw.Decor())
	}
	at := geom.Polar(p.center, (p.outer+p.inner)/2, head)
	glow := w * 2.1
	l.Circle(draw.Name("glow"), at, glow, draw.RadialRamp(at, glow,
		draw.Stop{At: 0, Color: th.MoltenLight.Fade(cool)}, draw.Stop{At: 0.35, Color: th.Molten.Fade(0.5 * cool)}, draw.Stop{At: 1, Color: th.Molten.Fade(0)}), draw.Decor())
}
