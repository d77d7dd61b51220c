package zhongshan

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// month is how much of it has gone by, 0 new moon, a half full moon, where it stays.
func month(v *stage.View) float64 {
	if lit := anim.Span(v.Beat(beatLit), 0, fullAt, anim.SineInOut); lit > 0 {
		return anim.Lerp(waxed, 0.5, lit)
	}
	return anim.Lerp(0.03, waxed, v.Beat(beatDark))
}

var (
	moonLight = draw.RGB(0xFFF9E6)
	moonSea   = draw.RGB(0xEBD49A)
	moonShade = draw.RGB(0xB98A68)
	moonNight = draw.RGB(0x2E3A58)
	lamplight = draw.RGB(0xFFDF9A)
)

// seas are those of the full moon, in parts of its radius: where, and how large.
var seas = [...]struct{ x, y, r float64 }{{0.25, -0.2, 0.22}, {-0.3, 0.25, 0.16}, {0.1, 0.42, 0.12}, {-0.1, -0.42, 0.1}, {-0.42, -0.12, 0.09}}

// moon is the moon of the month on its way over the roof.
func moon(l *draw.List, v stage.View, at storyboard.Spot) {
	if at.Path == nil {
		return
	}
	t := month(&v)
	c, _ := at.Path.At(at.Path.Length() * t)
	r := at.Slot("moon").W / 2
	lit := (1 - math.Cos(2*math.Pi*t)) / 2
	glow := moonLight.Fade(0.3 + 0.4*lit)
	if !v.Theme.Dark() {
		glow = draw.RGB(0xFFF0BE).Fade(0.25 + 0.65*lit)
	}
	far := r * 5.4 * v.Knob(&moonWide)
	id := draw.Name("moon")
	l.Circle(id.Sub("glow"), c, far, draw.RadialRamp(c, far, draw.Stop{At: 0, Color: glow}, draw.Stop{At: 0.2, Color: glow.Fade(0.5)}, draw.Stop{At: 0.38, Color: glow.Fade(0.22)}, draw.Stop{At: 0.58, Color: glow.Fade(0.08)}, draw.Stop{At: 0.78, Color: glow.Fade(0.02)}, draw.Stop{At: 1, Color: glow.Fade(0)}), draw.Decor())
	shade := moonShade
	if v.Theme.Dark() {
		shade = moonNight
	}
	l.Circle(id.Sub("shade"), c, r, draw.Ink(shade), draw.Decor())
	// The bright side is a half disc, and the ellipse of the terminator, which takes
	// from it before the half moon and adds to it after.
	p := l.NewPath().Move(c.X, c.Y-r)
	p.Arc(c, r, -math.Pi/2, math.Pi/2, true)
	q := math.Cos(2*math.Pi*t) * r
	const k = 0.5523
	p.Cube(c.X+q*k, c.Y+r, c.X+q, c.Y+r*k, c.X+q, c.Y).Cube(c.X+q, c.Y-r*k, c.X+q*k, c.Y-r, c.X, c.Y-r).Close()
	l.Fill(id, p, draw.RadialRamp(geom.P(c.X-r*0.2, c.Y-r*0.3), r*1.6, draw.Stop{At: 0, Color: draw.RGB(0xFFFFFB)}, draw.Stop{At: 1, Color: draw.RGB(0xFBE9BC)}), draw.Decor())
	if face := anim.Span(t, 0.44, 0.5, anim.Linear); face > 0 {
		for i, s := range seas {
			l.Circle(draw.Nth("sea", i+1), geom.P(c.X+s.x*r, c.Y+s.y*r), s.r*r, draw.Ink(moonSea.Fade(v.Knob(&seaFirm)*face)), draw.Decor())
		}
	}
}

// mostLanterns is how many hang on the widest drawing.
const mostLanterns = 6

// lanternSlots are the names of the slots at the lanterns.
var lanternSlots = func() (all [mostLanterns]string) {
	for i := range all {
		all[i] = draw.Nth("lantern", i+1).String()
	}
	return all
}()

// rings go out from all the lanterns at the same moment.
func rings(l *draw.List, v stage.View, at storyboard.Spot) {
	t := anim.Span(v.Beat(beatLit), ringFrom, ringTo, anim.Linear)
	if t <= 0 || t >= 1 {
		return
	}
	const waves = 3
	for i, name := range lanternSlots {
		r := at.Slot(name)
		if r.Empty() {
			continue
		}
		for k := range waves {
			u := anim.Span(t, 0.16*float64(k), 0.68+0.16*float64(k), anim.Linear)
			if u <= 0 || u >= 1 {
				continue
			}
			grow := r.W / 2 * (1.2 + v.Knob(&ringsOut)*anim.CubicOut(u))
			l.Stroke(draw.Nth("ring", waves*i+k+1), l.NewPath().Circle(r.Center(), grow), geom.Pen{Width: r.W * 0.05}, draw.Ink(lamplight.Fade(0.8*math.Sin(math.Pi*math.Sqrt(u)))), draw.Decor())
		}
	}
}

// cat swings its tail, and looks round when a reader picks it.
func cat(l *draw.List, v stage.View, at storyboard.Spot) {
	id, r := draw.Name("cat"), at.Rect
	s := r.W / 48
	foot := geom.P(r.Center().X, r.Bottom()-2*s)
	black := draw.RGB(0x15191D)
	if v.Theme.Dark() {
		black = draw.RGB(0x101F29)
	}
	swing := 5 * s * v.Knob(&tailSwing) * anim.Wave(v.Now*1.57)
	tail := l.NewPath().Move(foot.X+8*s, foot.Y-3*s).Cube(foot.X+16*s, foot.Y, foot.X+25*s+swing*0.4, foot.Y-5*s, foot.X+23*s+swing, foot.Y-15*s).
		Quad(foot.X+22*s+swing, foot.Y-20*s, foot.X+18*s+swing*1.3, foot.Y-21*s)
	l.Stroke(id.Sub("tail"), tail, geom.Pen{Width: 3.8 * s, Cap: geom.CapRound, Join: geom.JoinRound}, draw.Ink(black), draw.Decor())
	if look := max(v.Pick(id), 0.6*v.Hovered(id)); look > 0 {
		for i, side := range [...]float64{-1, 1} {
			eye := geom.P(foot.X+3.2*s*side, foot.Y-31*s)
			l.Fill(draw.Nth("eye", i+1), l.NewPath().Ellipse(eye, 1.9*s, 2.3*s*look), draw.Ink(draw.RGB(0xFFE08A)), draw.Decor())
			l.Fill(draw.Nth("pupil", i+1), l.NewPath().Ellipse(eye, 0.6*s, 1.8*s*look), draw.Ink(draw.RGB(0x15191D)), draw.Decor())
		}
	}
}
