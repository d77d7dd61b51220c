package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The lines lie between two edges of the floor, the near one and the far one.
const (
	linesFront = "lines-front"
	linesBack  = "lines-back"

	litFrom, litTo = 0.04, 0.9
)

// running is how far the lines are lit, 0 to 1.
func running(v *stage.View) float64 {
	return anim.Span(v.Beat(lines), litFrom, litTo, anim.Linear)
}

// lit is how many of n lines are lit: whole ones, as many as the counter shows.
func lit(v *stage.View, n int) int { return int(running(v) * float64(n)) }

// bench is the floor on which n lines lie side by side, seen in perspective.
type bench struct {
	n           int
	front, back [2]geom.Pt
	deep        float64 // how many times as far away the far edge is
}

func benchOf(n int, front, back *geom.Path) (b bench, ok bool) {
	if n <= 0 || front == nil || back == nil {
		return b, false
	}
	b = bench{n: n, front: [2]geom.Pt{front.Pts[0], front.Pts[1]}, back: [2]geom.Pt{back.Pts[0], back.Pts[1]}}
	b.deep = b.front[0].Dist(b.front[1]) / b.back[0].Dist(b.back[1])
	return b, true
}

// at is a point of the floor: so many lines from the left, and at a part of the way
// from the near edge to the far one.
func (b *bench) at(line, depth float64) geom.Pt {
	u := line / float64(b.n)
	s := (1 - 1/(1+(b.deep-1)*depth)) / (1 - 1/b.deep)
	return b.front[0].Lerp(b.front[1], u).Lerp(b.back[0].Lerp(b.back[1], u), s)
}

// pitch is from one line to the next, so far away.
func (b *bench) pitch(depth float64) float64 {
	return b.front[0].Dist(b.front[1]) / float64(b.n) / (1 + (b.deep-1)*depth)
}

// Proportions of a line, in parts of the way to the next.
const (
	bedWide = 0.62
	rollers = 12
	robots  = 3 // depths at which a robot stands
)

// look is the colours of lines, lit or not.
type look struct {
	bed                              [3]draw.Color
	end, roller, rail, sheet, joint  draw.Color
	arm, armLight, lamp, rim, hollow draw.Color
}

var (
	dark = look{
		bed: [...]draw.Color{draw.RGB(0x7C868C), draw.RGB(0x666F75), draw.RGB(0x525B61)}, end: draw.RGB(0x363D42), roller: draw.RGB(0x98A2A8).Fade(0.55),
		rail: draw.RGB(0x8A959B), sheet: draw.RGB(0x9AA5AC), joint: draw.RGB(0xC3CACE), arm: draw.RGB(0x2F363B), armLight: draw.RGB(0xA9B3B9),
		lamp: draw.RGB(0x8A959B), rim: draw.RGB(0x454D52), hollow: draw.RGB(0x140F0D).Fade(0.55),
	}
	bright = look{
		bed: [...]draw.Color{draw.RGB(0xF3B36A), draw.RGB(0xC9702F), draw.RGB(0x8A431C)}, end: draw.RGB(0x5A2A14), roller: draw.RGB(0xFFD9A0).Fade(0.55),
		rail: draw.RGB(0xFFF3D2), sheet: draw.RGB(0xEEF2F5), joint: draw.RGB(0xFFF6E0), arm: draw.RGB(0x5A2A12), armLight: draw.RGB(0xFFB45C),
		lamp: draw.RGB(0xFFF0C4), rim: draw.RGB(0xC9571C), hollow: draw.RGB(0x140F0D).Fade(0.55),
	}
)

// floors are the lines of the drawings.
type floors struct{ made storyboard.Kept[floor] }

type floor struct {
	n       int
	off, on *draw.Sheet
	bench   bench
}

func (k *floors) of(v *stage.View, at storyboard.Spot) (floor, bool) {
	f, _ := v.Story.Figure(linesID)
	n := min(f.Count(), mostLines)
	return k.made.Of(v.Art, n, func() (floor, bool) {
		b, ok := benchOf(n, at.Line(linesFront), at.Line(linesBack))
		if !ok {
			return floor{}, false
		}
		return floor{n: n, off: b.sheet(&dark), on: b.sheet(&bright), bench: b}, true
	})
}

// sheet is all lines in one look.
func (b *bench) sheet(k *look) *draw.Sheet {
	s := &draw.Sheet{}
	add := func(p *geom.Path, paint draw.Paint, pen geom.Pen) {
		s.Marks = append(s.Marks, draw.Mark{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Paint: paint, Path: p, Pen: pen, Parent: -1, Pair: -1})
	}
	each := func(shape func(p *geom.Path, i int, x float64)) *geom.Path {
		p := &geom.Path{}
		for i := range b.n {
			shape(p, i, float64(i)+0.5)
		}
		return p
	}
	const half = bedWide / 2
	px := b.pitch(0)
	quad := func(p *geom.Path, x0, x1, d0, d1, up float64) {
		for k, c := range [...][2]float64{{x0, d0}, {x1, d0}, {x1, d1}, {x0, d1}} {
			q := b.at(c[0], c[1])
			q.Y -= up * b.pitch(c[1])
			if k == 0 {
				p.Move(q.X, q.Y)
			} else {
				p.Line(q.X, q.Y)
			}
		}
		p.Close()
	}
	butt := func(w float64) geom.Pen { return geom.Pen{Width: w * px} }
	add(each(func(p *geom.Path, _ int, x float64) { quad(p, x-half-0.1, x+half+0.3, 0, 1, -0.55) }), draw.Ink(k.hollow), geom.Pen{})
	bed := draw.LinearRamp(geom.P(0, b.back[0].Y), geom.P(0, b.front[0].Y), draw.Stop{At: 0, Color: k.bed[0]}, draw.Stop{At: 0.45, Color: k.bed[1]}, draw.Stop{At: 1, Color: k.bed[2]})
	add(each(func(p *geom.Path, _ int, x float64) { quad(p, x-half, x+half, 0, 1, 0) }), bed, geom.Pen{})
	add(each(func(p *geom.Path, _ int, x float64) {
		a, c := b.at(x-half, 0), b.at(x+half, 0)
		p.Move(a.X, a.Y).Line(c.X, c.Y).Line(c.X, c.Y+0.57*px).Line(a.X, a.Y+0.57*px).Close()
	}), draw.Ink(k.end), geom.Pen{})
	add(each(func(p *geom.Path, _ int, x float64) {
		for j := 1; j < rollers; j++ {
			a, c := b.at(x-half, float64(j)/rollers), b.at(x+half, float64(j)/rollers)
			p.Move(a.X, a.Y).Line(c.X, c.Y)
		}
	}), draw.Ink(k.roller), butt(0.07))
	add(each(func(p *geom.Path, i int, x float64) {
		_, u := math.Modf(float64(i) * (math.Phi - 1))
		quad(p, x-0.74*half, x+0.74*half, 0.05+0.62*u, 0.29+0.62*u, 0.23)
	}), draw.Ink(k.sheet), geom.Pen{})
	add(each(func(p *geom.Path, _ int, x float64) {
		for _, s := range [...]float64{-half, half} {
			a, c := b.at(x+s, 0), b.at(x+s, 1)
			p.Move(a.X, a.Y).Line(c.X, c.Y)
		}
	}), draw.Ink(k.rail), butt(0.088))
	for d, depth := range [robots]float64{0.5, 0.68, 0.86} {
		scale, arms, joints := b.pitch(depth), &geom.Path{}, &geom.Path{}
		for i := d; i < b.n; i += robots {
			x := float64(i) + 0.5
			foot, mid := b.at(x+half+0.16, depth), b.at(x, depth)
			p := [...]geom.Pt{foot, foot.Add(geom.P(0.11, -1.24).Mul(scale)), mid.Add(geom.P(-0.06, -2.2).Mul(scale)), mid.Add(geom.P(-0.09, -1.15).Mul(scale))}
			arms.Move(p[0].X, p[0].Y).Line(p[1].X, p[1].Y).Line(p[2].X, p[2].Y).Line(p[3].X, p[3].Y)
			joints.Circle(p[2], 0.13*scale).Circle(p[3], 0.11*scale)
		}
		pen := geom.Pen{Width: 0.3 * scale, Cap: geom.CapRound, Join: geom.JoinRound}
		add(arms, draw.Ink(k.arm), pen)
		pen.Width = 0.16 * scale
		add(arms, draw.Ink(k.armLight), pen)
		add(joints, draw.Ink(k.joint), geom.Pen{})
	}
	lamps := each(func(p *geom.Path, _ int, x float64) { p.Circle(b.at(x, 0).Add(geom.P(0, 0.36*px)), 0.21*px) })
	add(lamps, draw.Ink(k.lamp), geom.Pen{})
	add(lamps, draw.Ink(k.rim), butt(0.075))
	s.Seal()
	return s
}

// draw lays the lines out dark, and over them, from the left, those that are lit.
func (k *floors) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	m, ok := k.of(&v, at)
	if !ok {
		return
	}
	f, _ := v.Story.Figure(linesID)
	l.Open(draw.Name("smart-lines"), draw.Sem{Role: draw.RolePicture, Label: v.Words("aluminium.lines-alt"), Figure: f.ID, Digits: draw.DigitsFigure})
	l.Sheet(draw.Name("lines-off"), m.off)
	if run := running(&v); run > 0 {
		n := lit(&v, m.n)
		l.Push(geom.Identity(), anim.Clamp(run*float64(m.n))) // the first of them comes gently
		if n < m.n {
			l.PushClipPath(m.bench.upTo(l, max(n, 1)))
		}
		l.Sheet(draw.Name("lines-on"), m.on)
		if n < m.n {
			l.Pop()
			m.bench.flash(l, max(n, 1)-1, anim.Clamp((1-run)*float64(m.n)/3))
		}
		l.Pop()
	}
	l.Close()
}

// upTo is the floor of the first n lines and what stands on it.
func (b *bench) upTo(l *draw.List, n int) *geom.Path {
	near, far := b.at(float64(n), 0), b.at(float64(n), 1)
	up, left := 4*b.pitch(1), b.front[0].X-2*b.pitch(0)
	return l.NewPath().Move(left, near.Y+b.pitch(0)).Line(near.X, near.Y+b.pitch(0)).Line(near.X, near.Y).Line(far.X, far.Y).Line(far.X, far.Y-up).Line(left, far.Y-up).Close()
}

// flash is the light of the line that was lit last.
func (b *bench) flash(l *draw.List, i int, show float64) {
	x, px := float64(i)+0.5, b.pitch(0)
	near, far := b.at(x, 0), b.at(x, 1)
	l.Line(draw.Name("flash").Sub("line"), near, far, 0.28*px, draw.Ink(white.Fade(0.9*show)), draw.Decor())
	c, r := near.Add(geom.P(0, 0.3*px)), 2.6*px
	l.Circle(draw.Name("flash"), c, r, draw.RadialRamp(c, r, draw.Stop{At: 0, Color: white.Fade(show)}, draw.Stop{At: 0.3, Color: pale.Fade(0.7 * show)}, draw.Stop{At: 1, Color: amber.Fade(0)}), draw.Decor())
}

// drawLinesNumber is the counter of the lines, which turns to ink with the last of them.
func drawLinesNumber(l *draw.List, v *stage.View, p *storyboard.Place) {
	show := v.Span(lines, 0, litFrom)
	if show <= 0 {
		return
	}
	run := running(v)
	r := p.Slot("lines")
	small := v.Layout().Type.Small
	st := chart.NumberStyle{
		Size: p.TypeOf("lines"), Unit: max(numberUnit*p.K, small), Counting: true, Running: run, Text: "aluminium.lines-short",
		Color: draw.Mix(v.Theme.Mute, v.Theme.Ink, anim.Clamp((run-0.96)/0.04)),
	}
	l.Push(geom.Identity(), show)
	chart.Figure(l, v, draw.Name("lines-number"), linesID, st, geom.P(r.X, r.Bottom()))
	l.Pop()
}
