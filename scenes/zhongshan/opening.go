package zhongshan

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// opening is one of the stages: what is drawn in it stands behind two curtains.
type opening struct{ at int }

// The curtains: of silk, drawn in a dusk without lamps and in the light of the stage.
var (
	silkDark = [...]draw.Color{draw.RGB(0x5A2024), draw.RGB(0x80302E), draw.RGB(0x612327), draw.RGB(0x8E3A35), draw.RGB(0x682629)}
	silkLit  = [...]draw.Color{draw.RGB(0x9A2E28), draw.RGB(0xCE4A36), draw.RGB(0xA2302A), draw.RGB(0xDB5A3E), draw.RGB(0xB03A2E)}
	fold     = draw.RGB(0x4A1518)
	hem      = draw.RGB(0xF2C566)
	dusk     = draw.RGB(0x2A2230)
)

const (
	folds  = 7
	joints = 14 // of a curtain's edge

	tie = 0.62 // where a cord holds the curtain, in parts of its height
)

// apart is how far the curtains of a stage are open: all alike, until a reader picks one
// stage, when those of the others close and leave it alone.
func (o *opening) apart(v *stage.View) float64 {
	open := anim.Span(v.Beat(beatLit), openFrom, openTo, v.Eased(&opens))
	return open * (1 - 0.72*o.others(v))
}

// others is how far another stage is picked, and not this one.
func (o *opening) others(v *stage.View) float64 {
	return v.AnyPicked("stage") * (1 - v.Pick(draw.Nth("stage", o.at+1)))
}

func (o *opening) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	r := at.Rect
	lit := light(&v)
	if lit > 0 {
		switch openings[o.at] {
		case "exposed":
			flies(l, &v, at.Slot("flies"))
		case "contest":
			o.beaten(l, &v, at.Slot("drum"))
		}
	}
	if shade := 1 - lit*(1-0.4*o.others(&v)); shade > 0 {
		l.Rect(draw.Nth("dusk", o.at+1), r, 0, draw.Ink(dusk.Fade(v.Knob(&darkBefore)*shade)), draw.Decor())
	}
	open := o.apart(&v)
	o.curtain(l, r, -1, open, lit)
	o.curtain(l, r, 1, open, lit)
}

// edge is how far from its post a part u of a curtain's width hangs, at t of its height.
func edge(r geom.Rect, open, t float64) float64 {
	wide := anim.Lerp(r.W/2*1.02, r.W/2*0.26, open)
	return wide * (1 - 0.55*open*smooth(t/tie)*(1-0.55*smooth((t-tie)/(1-tie))))
}

func smooth(t float64) float64 {
	t = anim.Clamp(t)
	return t * t * (3 - 2*t)
}

// curtain is the half of side, -1 left or 1 right.
func (o *opening) curtain(l *draw.List, r geom.Rect, side, open, lit float64) {
	half := 2*o.at + int(side+1)/2
	id := draw.Nth("curtain", half+1)
	from := r.X + r.W*(side+1)/2
	top, foot := r.Y+r.H*0.04, r.Y+r.H*anim.Lerp(0.995, 0.965, open)
	hang := func(p *geom.Path, u float64) *geom.Path {
		for i := range joints {
			t := float64(i) / (joints - 1)
			x, y := from-side*u*edge(r, open, t), anim.Lerp(top, foot, t)
			if i == 0 {
				p.Move(x, y)
			} else {
				p.Line(x, y)
			}
		}
		return p
	}
	line := func() *geom.Path { return hang(l.NewPath(), 1) }
	var c [len(silkLit)]draw.Color
	for i := range c {
		c[i] = draw.Mix(silkDark[i], silkLit[i], lit)
	}
	wide := edge(r, open, 0)
	silk := draw.LinearRamp(geom.P(from, 0), geom.P(from-side*wide, 0),
		draw.Stop{At: 0, Color: c[0]}, draw.Stop{At: 0.3, Color: c[1]}, draw.Stop{At: 0.55, Color: c[2]}, draw.Stop{At: 0.8, Color: c[3]}, draw.Stop{At: 1, Color: c[4]})
	l.Fill(id, line().Line(from, foot).Line(from, top).Close(), silk, draw.Decor())
	// Each fold has its shade, and beside it the light that it catches.
	pen := geom.Pen{Width: max(wide*0.028, r.W*0.005), Cap: geom.CapRound}
	lights, shades := l.NewPath(), l.NewPath()
	for k := 1; k < folds; k++ {
		u := float64(k) / folds
		hang(lights, u-0.045)
		hang(shades, u)
	}
	l.Stroke(id.Sub("lights"), lights, pen, draw.Ink(c[3].Fade(0.7)), draw.Decor())
	l.Stroke(id.Sub("shades"), shades, pen, draw.Ink(fold.Fade(0.55)), draw.Decor())
	gold := draw.Mix(draw.Mix(hem, dusk, 0.45), hem, lit)
	l.Line(id.Sub("fringe"), geom.P(from, foot-r.W*0.006), geom.P(from-side*edge(r, open, 1), foot-r.W*0.006), r.W*0.012, draw.Ink(gold), draw.Decor())
	l.Stroke(id.Sub("hem"), line(), geom.Pen{Width: r.W * 0.01, Cap: geom.CapRound, Join: geom.JoinRound}, draw.Ink(gold), draw.Decor())
	if cord := anim.Span(open, 0.25, 0.5, anim.Linear); cord > 0 {
		knot := geom.P(from-side*edge(r, open, tie), anim.Lerp(top, foot, tie)+r.H*0.008)
		l.Line(id.Sub("cord"), geom.P(from, knot.Y-r.H*0.016), knot, r.W*0.02, draw.Ink(gold.Fade(cord)), draw.Decor())
		l.Circle(id.Sub("knot"), knot, r.W*0.018, draw.Ink(gold.Fade(cord)), draw.Decor())
	}
}

// flies circle over what has been left about.
func flies(l *draw.List, v *stage.View, r geom.Rect) {
	const swarm = 3
	c, far := r.Center(), r.W/2
	ink, wing := draw.RGB(0x2A2320), geom.Pen{Width: far * 0.03, Cap: geom.CapRound, Join: geom.JoinRound}
	for i := range swarm {
		turn := v.Now*(1.1+0.23*float64(i)) + 2.1*float64(i)
		p := geom.P(c.X+far*(0.36*anim.Wave(turn)+0.86*(float64(i)-1)), c.Y+far*(0.2*anim.Wave(2*turn+1)+0.4*float64((i+1)%2)-0.24))
		s := far * 0.11 * (1 + 0.25*anim.Wave(v.Now*23+float64(i)))
		id := draw.Nth("fly", i+1)
		l.Circle(id, p, far*0.055, draw.Ink(ink), draw.Decor())
		l.Stroke(id.Sub("wings"), l.NewPath().Move(p.X-s, p.Y-s*0.8).Line(p.X, p.Y).Line(p.X+s, p.Y-s*0.8), wing, draw.Ink(ink), draw.Decor())
	}
}

const (
	beats     = 3
	beatEvery = 0.42
	beatLasts = 0.9
)

// beaten are the rings that go out from the drum when a reader picks its stage.
func (o *opening) beaten(l *draw.List, v *stage.View, r geom.Rect) {
	if v.Picked.ID != draw.Nth("stage", o.at+1) {
		return
	}
	for i := range beats {
		t := (v.Clock - v.Picked.Since - beatEvery*float64(i)) / beatLasts
		if t <= 0 || t >= 1 {
			continue
		}
		grow := anim.CubicOut(t)
		l.Stroke(draw.Nth("beaten", i+1), l.NewPath().Circle(r.Center(), r.W/2*(1+1.5*grow)), geom.Pen{Width: r.W * 0.05 * (1 - 0.7*grow)}, draw.Ink(hem.Fade(0.9*math.Sin(math.Pi*math.Sqrt(t)))), draw.Decor())
	}
}
