package people

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// crowdID is what answers for the crowd.
var crowdID = draw.Name("crowd")

const (
	// The light crosses the square in this part of the beat.
	lightFrom, lightTo = 0.08, 0.9
	// taken is the part of the beat in which the one takes her own coat, and is no
	// longer one of many.
	taken = 0.1
)

// draw draws the crowd: grey in the mist, then as the light comes over the square, from
// the gate to the reader, each with a long shadow. Picked, it stands in rows.
func (c *crowds) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	g := c.of(&v, at, count(&v))
	left := anim.Span(v.Beat(beatLane), 0, 0.3, anim.Linear) > 0
	if !left {
		l.Open(crowdID, draw.Sem{Role: draw.RoleButton, Label: v.Words("people.crowd"), Detail: v.Words("people.crowd-detail"), On: v.Picked.ID == crowdID})
		l.Rect(crowdID.Sub("area"), at.Slot("square"), 0, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	}
	rows := v.Pick(crowdID)
	lit := anim.Span(v.Beat(beatFill), lightFrom, lightTo, anim.SineInOut)
	plain := 1 - anim.Span(v.Beat(beatStep), taken, taken*1.6, anim.CubicInOut)
	front := g.front(at, lit)
	if mist := 1 - anim.Span(lit, 0.85, 1, anim.Linear); mist > 0 {
		front.veil(l, &v, mist)
		sheet(l, "grey", g.grey, mist*(1-rows))
		sheet(l, "one-grey", g.oneGrey, mist*plain)
	}
	if lit > 0 {
		if lit < 1 {
			l.PushClipPath(front.passed(l))
		}
		sheet(l, "shadow", g.shadow, 1-rows)
		sheet(l, "one-shadow", g.oneShadow, plain)
		sheet(l, "row-shadow", g.rowShadow, rows)
		sheet(l, "lit", g.lit, 1-rows)
		sheet(l, "rows", g.rows, rows)
		sheet(l, "one", g.one, plain)
		if lit < 1 {
			l.Pop()
			front.edge(l, &v, min(1, 8*lit)*(1-anim.Span(lit, 0.8, 1, anim.Linear)))
		}
	}
	if !left {
		l.Close()
	}
}

func sheet(l *draw.List, name string, s *draw.Sheet, alpha float64) {
	if alpha > 0 && len(s.Marks) > 0 {
		l.Push(geom.Identity(), alpha)
		l.Sheet(draw.ID{Name: crowdID.Name, Part: name}, s)
		l.Pop()
	}
}

// front is the line on the ground to which the light has come. It lies square to where
// the light comes from.
type front struct {
	from, to geom.Pt   // in the picture, from its left to its right
	whole    geom.Rect // of the picture, with some to spare
	far      float64   // where the square begins
}

// front is where the light has come to at t, 0 to 1.
func (c *crowd) front(at storyboard.Spot, t float64) front {
	g := c.ground
	f := front{whole: at.Whole.Inset(-0.04 * at.Whole.W), far: at.Slot("far-edge").Y}
	left, right := f.whole.X, f.whole.Right()
	// What the line's distance from the eye is divided by, for it to lie at a height of
	// the picture.
	toward := func(x float64) float64 { return (x-g.horizon.X)*g.sun + g.depth }
	first := 0.8 * (f.far - g.horizon.Y) / toward(right)
	last := (f.whole.Bottom() - g.horizon.Y) / max(toward(left), 0.2*g.depth)
	nearness := first * math.Pow(last/first, t)
	f.from = geom.P(left, g.horizon.Y+toward(left)*nearness)
	f.to = geom.P(right, g.horizon.Y+toward(right)*nearness)
	return f
}

// passed is the side that has light.
func (f front) passed(l *draw.List) *geom.Path {
	return l.NewPath().Move(f.from.X, f.whole.Y).Line(f.to.X, f.whole.Y).Line(f.to.X, f.to.Y).Line(f.from.X, f.from.Y).Close()
}

// across is a ramp from so far before the line to so far behind it, towards the eye.
func (f front) across(before, behind float64, stops ...draw.Stop) draw.Paint {
	mid := f.from.Lerp(f.to, 0.5)
	down := f.to.Sub(f.from).Unit().Perp()
	return draw.LinearRamp(mid.Sub(down.Mul(before)), mid.Add(down.Mul(behind)), stops...)
}

// veil is the mist that lies where no light has come yet.
func (f front) veil(l *draw.List, v *stage.View, show float64) {
	c := v.Theme.Ground
	if !v.Theme.Dark() {
		c = draw.Mix(c, v.Theme.Silver, 0.72)
	}
	c = c.Fade(show * v.Knob(&mistThick))
	f.strip(l, "veil", 0, 2*f.whole.H, f.across(0, 0.09*f.whole.W, draw.Stop{At: 0, Color: c.Fade(0)}, draw.Stop{At: 0.2, Color: c.Fade(0.86)}, draw.Stop{At: 1, Color: c}))
}

// edge is the light itself, brightest at its front.
func (f front) edge(l *draw.List, v *stage.View, show float64) {
	c := v.Theme.MoltenLight
	if !v.Theme.Dark() {
		c = draw.Mix(c, v.Theme.Panel, 0.66)
	}
	c = c.Fade(show * v.Knob(&edgeLight))
	up, down := 0.038*f.whole.W, 0.01*f.whole.W
	f.strip(l, "edge", 2*up, 2*down, f.across(up, down, draw.Stop{At: 0, Color: c.Fade(0)}, draw.Stop{At: 0.8, Color: c.Fade(0.85)}, draw.Stop{At: 1, Color: c.Fade(0)}))
}

// strip fills the ground along the line, so far up and down the picture.
func (f front) strip(l *draw.List, name string, up, down float64, paint draw.Paint) {
	a, b := f.from, f.to
	l.PushClip(geom.R(f.whole.X, f.far, f.whole.W, f.whole.Bottom()-f.far))
	l.Fill(draw.Name(name), l.NewPath().Move(a.X, a.Y-up).Line(b.X, b.Y-up).Line(b.X, b.Y+down).Line(a.X, a.Y+down).Close(), paint, draw.Decor())
	l.Pop()
}
