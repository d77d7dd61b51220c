package output

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

const (
	teeth    = 100 // of the ring: one for a per cent
	fullTurn = 2 * math.Pi
	top      = -math.Pi / 2
	tooth    = fullTurn / teeth
	between  = 0.085 // of a tooth, left free at each side
	bore     = 0.735 // of the ring's radius
	shift    = 0.055 // by which the far edge of the bore lies to the left
)

// Fire shines by itself: it looks the same in every light.
var (
	ember = draw.RGB(0x7A2A0C)
	hot   = [...]draw.Color{draw.RGB(0xC9481A), draw.RGB(0xF07F2E), draw.RGB(0xFFC36B), draw.RGB(0xFFF4CF), draw.RGB(0xF59A44), draw.RGB(0xC24A1C)}
	glow  = draw.RGB(0xF9A04A)
	white = draw.RGB(0xFFF6DC)
)

// heated is how many teeth the heat has come through.
func heated(v *stage.View) float64 {
	f, ok := v.Story.Figure(shareID)
	if !ok {
		return 0
	}
	share := min(float64(f.Count()), teeth)
	return share * anim.Span(v.Beat(ring), heatFrom, heatTo, anim.SineInOut)
}

func middle(at storyboard.Spot) (c geom.Pt, r float64) { return at.Rect.Center(), at.Rect.W / 2 }

// drawGlow is the light about the hot part, behind the ring.
func drawGlow(l *draw.List, v stage.View, at storyboard.Spot) {
	n := heated(&v)
	if n <= 0 {
		return
	}
	const lights = 9
	c, r := middle(at)
	light := 0.2
	if v.Theme.Dark() {
		light = 0.26
	}
	show := anim.Clamp(n / 4)
	for i := 0; i < lights; i++ {
		q := geom.Polar(c, r*0.86, top+n*tooth*(float64(i)+0.5)/lights)
		l.Circle(draw.Nth("glow", i+1), q, r*0.82, draw.RadialRamp(q, r*0.82, draw.Stop{At: 0, Color: glow.Fade(light * show)}, draw.Stop{At: 0.4, Color: glow.Fade(light * 0.5 * show)}, draw.Stop{At: 1, Color: glow.Fade(0)}), draw.Decor())
	}
}

// drawHeat is the hot teeth, tooth after tooth from the top clockwise, and the wall of
// the bore that they light.
func drawHeat(l *draw.List, v stage.View, at storyboard.Spot) {
	n := heated(&v)
	if n <= 0 {
		return
	}
	c, r := middle(at)
	to := top + n*tooth
	wall(l, c, r, to)
	l.Fill(draw.Name("ember"), l.NewPath().Sector(c, r*0.998, r*(bore+0.002), top, to), draw.Ink(ember), draw.Decor())
	fire := fireAt(c, r, 1)
	whole := math.Floor(n + 1e-9)
	path := l.NewPath()
	for i := 0.0; i < whole; i++ {
		path.Sector(c, r, r*bore, top+(i+between)*tooth, top+(i+1-between)*tooth)
	}
	l.Fill(draw.Name("teeth"), path, fire, draw.Decor())
	if rest := n - whole; rest > 1e-6 {
		l.Fill(draw.Name("tooth"), l.NewPath().Sector(c, r, r*bore, top+(whole+between)*tooth, top+(whole+1-between)*tooth), fireAt(c, r, rest), draw.Decor())
	}
	l.Stroke(draw.Name("heat-line"), l.NewPath().Arc(c, r*0.865, top+0.03, max(to-0.03, top+0.031), true), geom.Pen{Width: r * 0.024, Cap: geom.CapRound}, draw.Ink(white.Fade(0.55*anim.Clamp(n/2))), draw.Decor())
	l.Stroke(draw.Name("heat-rim"), l.NewPath().Arc(c, r, top, to, true), geom.Pen{Width: r * 0.01}, draw.Ink(hot[2].Fade(0.9)), draw.Decor())
	front(l, v, c, r, n)
}

// fireAt is heat across the ring, white in the middle.
func fireAt(c geom.Pt, r, fade float64) draw.Paint {
	stop := func(i int, across float64) draw.Stop {
		return draw.Stop{At: bore + (1-bore)*across, Color: hot[i].Fade(fade)}
	}
	return draw.RadialRamp(c, r, stop(0, 0), stop(1, 0.12), stop(2, 0.3), stop(3, 0.52), stop(4, 0.84), stop(5, 1))
}

func wall(l *draw.List, c geom.Pt, r, to float64) {
	const pieces = 24
	inner := geom.P(c.X-r*shift, c.Y+r*shift*0.3)
	path := l.NewPath()
	for i := 0; i <= pieces; i++ {
		q := geom.Polar(c, r*bore, top+(to-top)*float64(i)/pieces)
		if i == 0 {
			path.Move(q.X, q.Y)
		} else {
			path.Line(q.X, q.Y)
		}
	}
	for i := pieces; i >= 0; i-- {
		q := geom.Polar(inner, r*(bore-shift), top+(to-top)*float64(i)/pieces)
		path.Line(q.X, q.Y)
	}
	l.Fill(draw.Name("wall"), path.Close(), draw.LinearRamp(geom.P(c.X, c.Y-r*bore), geom.P(c.X+r*bore, c.Y+r*bore*0.5), draw.Stop{At: 0, Color: hot[0]}, draw.Stop{At: 0.5, Color: hot[2]}, draw.Stop{At: 1, Color: hot[0]}), draw.Decor())
}

// front is the tooth that is catching now, and its sparks.
func front(l *draw.List, v stage.View, c geom.Pt, r, n float64) {
	come := anim.Span(v.Beat(ring), heatFrom, heatTo, anim.Linear)
	show := anim.Clamp(8*come) * anim.Clamp(8*(1-come))
	if show <= 0 {
		return
	}
	const sparks = 12
	angle := top + n*tooth
	q := geom.Polar(c, r*0.865, angle)
	l.Circle(draw.Name("front"), q, r*0.44, draw.RadialRamp(q, r*0.44, draw.Stop{At: 0, Color: white.Fade(0.95 * show)}, draw.Stop{At: 0.16, Color: hot[2].Fade(0.7 * show)}, draw.Stop{At: 0.42, Color: glow.Fade(0.32 * show)}, draw.Stop{At: 1, Color: glow.Fade(0)}), draw.Decor())
	path := l.NewPath()
	for i := 0; i < sparks; i++ {
		turn := (storyboard.Chance(i, 1) - 0.4) * 1.1
		from := geom.Polar(c, r*(1.01+0.05*storyboard.Chance(i, 2)), angle+turn*0.1)
		to := geom.Polar(from, r*(0.08+0.2*storyboard.Chance(i, 3)), angle+turn)
		path.Move(from.X, from.Y).Line(to.X, to.Y)
	}
	l.Stroke(draw.Name("sparks"), path, geom.Pen{Width: r * 0.008, Cap: geom.CapRound}, draw.Ink(hot[1].Fade(0.85*show)), draw.Decor())
}

// drawMarks are the marks of the scale that the heat has passed.
func drawMarks(l *draw.List, v stage.View, at storyboard.Spot) {
	n := heated(&v)
	if n <= 0 {
		return
	}
	c, r := middle(at)
	path := l.NewPath()
	for i := 0.0; i <= n+1e-9; i++ {
		a, b := geom.Polar(c, r*1.045, top+i*tooth), geom.Polar(c, r*1.08, top+i*tooth)
		path.Move(a.X, a.Y).Line(b.X, b.Y)
	}
	l.Stroke(draw.Name("marks"), path, geom.Pen{Width: r * 0.008}, draw.Ink(v.Theme.Accent), draw.Decor())
}

// period sets the year of a figure in a slot.
func period(l *draw.List, v *stage.View, p *storyboard.Place, slot, figure string, show float64) {
	f, ok := v.Story.Figure(figure)
	if !ok || show <= 0 {
		return
	}
	r := p.Slot(slot)
	st := typeset.Style{Size: max(r.H*0.62, v.Layout().Type.Small)}
	run := v.Set.Line(f.Period, st)
	x := r.X
	if !v.Layout().Form.Upright() && figure == shareID {
		x = r.Center().X - run.Width/2
	}
	l.Push(geom.Identity(), show)
	l.Text(draw.Name(slot), run, geom.P(x, r.Y+r.H/2+st.Size*0.36), draw.Ink(v.Theme.Text), draw.Sem{Role: draw.RoleText, Digits: draw.DigitsPage})
	l.Pop()
}
