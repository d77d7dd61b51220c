// Package benches is the smart lines of the aluminium scene: benches with rollers, a
// sheet of metal and a robot, as many as the page counts, side by side on a floor that
// runs away from the eye. They come from the count, and each lies in a perspective of its
// own: so they are no part of the drawing, which has only the floor's edges. They are dark
// until they are lit, one after another from the left.
package benches

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/aluminium/fire"
)

// Proportions of a line, in parts of the way to the next.
const (
	bedWide = 0.62
	rollers = 12
	robots  = 3 // depths at which a robot stands
	tall    = 4 // what stands on the farthest of them reaches so high
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

// Benches are the lines of the drawings.
type Benches struct {
	Figure      string // id of their count
	Most        int    // that there is room for
	Front, Back string // slots: the floor's edges
	Alt         string // key of what they show
	// Running is how far they are lit, 0 to 1.
	Running func(v stage.View) float64

	made storyboard.Kept[storyboard.Counted, laid]
}

// laid is the lines on the floor of one drawing.
type laid struct {
	floor   Floor
	off, on *draw.Sheet
}

func (b *Benches) of(v *stage.View, at storyboard.Spot) (laid, bool) {
	f, _ := v.Story.Figure(b.Figure)
	n := min(f.Count(), b.Most)
	return b.made.Of(storyboard.Counted{Art: v.Art, Count: n}, func() (laid, bool) {
		floor, ok := FloorOf(n, at.Line(b.Front), at.Line(b.Back))
		if !ok {
			return laid{}, false
		}
		return laid{floor: floor, off: sheetOf(&floor, &dark), on: sheetOf(&floor, &bright)}, true
	})
}

// Lit is how many of n lines are lit when they have come so far: whole ones, as many as a
// counter shows.
func Lit(n int, running float64) int { return int(running * float64(n)) }

// sheetOf is all lines in one look.
func sheetOf(f *Floor, k *look) *draw.Sheet {
	s := &draw.Sheet{}
	add := func(p *geom.Path, paint draw.Paint, pen geom.Pen) {
		s.Marks = append(s.Marks, draw.Mark{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Paint: paint, Path: p, Pen: pen, Parent: -1, Pair: -1})
	}
	each := func(shape func(p *geom.Path, i int, x float64)) *geom.Path {
		p := &geom.Path{}
		for i := range f.N {
			shape(p, i, float64(i)+0.5)
		}
		return p
	}
	const half = bedWide / 2
	px := f.Pitch(0)
	butt := func(w float64) geom.Pen { return geom.Pen{Width: w * px} }
	add(each(func(p *geom.Path, _ int, x float64) { f.Quad(p, x-half-0.1, x+half+0.3, 0, 1, -0.55) }), draw.Ink(k.hollow), geom.Pen{})
	bed := draw.LinearRamp(geom.P(0, f.At(0, 1).Y), geom.P(0, f.At(0, 0).Y), draw.Stop{At: 0, Color: k.bed[0]}, draw.Stop{At: 0.45, Color: k.bed[1]}, draw.Stop{At: 1, Color: k.bed[2]})
	add(each(func(p *geom.Path, _ int, x float64) { f.Quad(p, x-half, x+half, 0, 1, 0) }), bed, geom.Pen{})
	add(each(func(p *geom.Path, _ int, x float64) {
		a, c := f.At(x-half, 0), f.At(x+half, 0)
		p.Move(a.X, a.Y).Line(c.X, c.Y).Line(c.X, c.Y+0.57*px).Line(a.X, a.Y+0.57*px).Close()
	}), draw.Ink(k.end), geom.Pen{})
	add(each(func(p *geom.Path, _ int, x float64) {
		for j := 1; j < rollers; j++ {
			a, c := f.At(x-half, float64(j)/rollers), f.At(x+half, float64(j)/rollers)
			p.Move(a.X, a.Y).Line(c.X, c.Y)
		}
	}), draw.Ink(k.roller), butt(0.07))
	add(each(func(p *geom.Path, i int, x float64) {
		_, u := math.Modf(float64(i) * (math.Phi - 1))
		f.Quad(p, x-0.74*half, x+0.74*half, 0.05+0.62*u, 0.29+0.62*u, 0.23)
	}), draw.Ink(k.sheet), geom.Pen{})
	add(each(func(p *geom.Path, _ int, x float64) {
		for _, s := range [...]float64{-half, half} {
			a, c := f.At(x+s, 0), f.At(x+s, 1)
			p.Move(a.X, a.Y).Line(c.X, c.Y)
		}
	}), draw.Ink(k.rail), butt(0.088))
	for d, depth := range [robots]float64{0.5, 0.68, 0.86} {
		scale, arms, joints := f.Pitch(depth), &geom.Path{}, &geom.Path{}
		for i := d; i < f.N; i += robots {
			x := float64(i) + 0.5
			foot, mid := f.At(x+half+0.16, depth), f.At(x, depth)
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
	lamps := each(func(p *geom.Path, _ int, x float64) { p.Circle(f.At(x, 0).Add(geom.P(0, 0.36*px)), 0.21*px) })
	add(lamps, draw.Ink(k.lamp), geom.Pen{})
	add(lamps, draw.Ink(k.rim), butt(0.075))
	s.Seal()
	return s
}

// Part is the lines over a layer.
func (b *Benches) Part(layer string) storyboard.Part {
	return storyboard.Part{Layer: layer, Slot: b.Front, Draw: b.draw}
}

// draw lays the lines out dark, and over them, from the left, those that are lit.
func (b *Benches) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	m, ok := b.of(&v, at)
	if !ok {
		return
	}
	l.Open(draw.Name("smart-lines"), draw.Sem{Role: draw.RolePicture, Label: v.Words(b.Alt), Figure: b.Figure, Digits: draw.DigitsFigure})
	l.Sheet(draw.Name("lines-off"), m.off)
	if run := b.Running(v); run > 0 {
		n, all := Lit(m.floor.N, run), m.floor.N
		l.Push(geom.Identity(), anim.Clamp(run*float64(all))) // the first of them comes gently
		if n < all {
			l.PushClipPath(m.floor.UpTo(l, max(n, 1), tall))
		}
		l.Sheet(draw.Name("lines-on"), m.on)
		if n < all {
			l.Pop()
			flash(l, &m.floor, max(n, 1)-1, anim.Clamp((1-run)*float64(all)/3))
		}
		l.Pop()
	}
	l.Close()
}

// flash is the light of the line that was lit last.
func flash(l *draw.List, f *Floor, i int, show float64) {
	x, px := float64(i)+0.5, f.Pitch(0)
	near, far := f.At(x, 0), f.At(x, 1)
	l.Line(draw.Name("flash").Sub("line"), near, far, 0.28*px, draw.Ink(fire.White.Fade(0.9*show)), draw.Decor())
	c, r := near.Add(geom.P(0, 0.3*px)), 2.6*px
	l.Circle(draw.Name("flash"), c, r, draw.RadialRamp(c, r, draw.Stop{At: 0, Color: fire.White.Fade(show)}, draw.Stop{At: 0.3, Color: fire.Pale.Fade(0.7 * show)}, draw.Stop{At: 1, Color: fire.Amber.Fade(0)}), draw.Decor())
}
