package households

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// sky is the dawn over far ranges: the sun comes up behind the ridge as the
// valley is told. A magnified picture shows none of it.
func sky(l *draw.List, v *stage.View, p *places) {
	whole := 1 - anim.Span(v.Zoom.Scale, 1, 1.6, anim.CubicInOut)
	if whole <= 0 {
		return
	}
	th := v.Theme
	up := v.Ease(beatValley)
	box := p.hills.Box
	r := p.lay.Px(36)
	if p.lay.Form == stage.Phone {
		r = p.lay.Px(13)
	}
	x := box.X + box.W*0.6
	if p.lay.Form.Upright() {
		x = box.X + box.W*0.8
	}
	c := geom.P(x, anim.Lerp(p.hills.Crest(0, x)+r*1.2, p.hills.Crest(0, x)-r*0.2, up))
	glow := box.W * 0.4
	flat := p.lay.Px(150) / glow
	if p.lay.Form == stage.Phone {
		flat /= 2.4
	}
	l.PushClip(geom.R(v.Area.X, p.lay.Head.Y, v.Area.W, box.Bottom()-p.lay.Head.Y))
	l.Push(geom.Identity(), whole)
	l.Push(geom.Affine{A: 1, D: flat, E: c.X, F: c.Y}, 0.4+0.6*up)
	l.Circle(draw.Name("dawn"), geom.P(0, 0), glow, draw.RadialRamp(geom.P(0, 0), glow, draw.Stop{At: 0, Color: th.MoltenLight.Fade(0.55)}, draw.Stop{At: 0.35, Color: th.MoltenLight.Fade(0.2)}, draw.Stop{At: 1, Color: th.MoltenLight.Fade(0)}), draw.Decor())
	l.Pop()
	ranges(l, v, p, up)
	l.Circle(draw.Name("sun"), c, r, draw.RadialRamp(c, r, draw.Stop{At: 0, Color: th.MoltenLight}, draw.Stop{At: 1, Color: draw.Mix(th.MoltenLight, th.Molten, 0.45)}), draw.Decor())
	l.Pop()
	l.Pop()
}

// ranges are the mountains beyond the ridge, two deep, paler the farther.
func ranges(l *draw.List, v *stage.View, p *places, up float64) {
	box := p.hills.Box
	for k := 0; k < 2; k++ {
		high := p.hills.Rise * (2.3 - 0.9*float64(k))
		if p.lay.Form.Upright() {
			high *= 0.7
		}
		path := l.NewPath().Move(box.X, box.Bottom())
		const pieces = 44
		at := func(i int) geom.Pt {
			u := float64(i) / pieces
			return geom.P(box.X+box.W*u, box.Y+p.hills.Rise*0.5-high*peak(u, k)+(1-up)*p.lay.Px(12))
		}
		a := at(0)
		path.Line(a.X, a.Y)
		for i := 1; i < pieces; i++ {
			b, c := at(i), at(i+1)
			mid := b.Lerp(c, 0.5)
			path.Quad(b.X, b.Y, mid.X, mid.Y)
		}
		a = at(pieces)
		path.Line(a.X, a.Y).Line(box.Right(), box.Bottom()).Close()
		top := box.Y + p.hills.Rise*0.5 - high
		c := draw.Mix(v.Theme.Ground, v.Theme.HillNear, 0.2+0.1*float64(k))
		l.Fill(draw.Nth("range", k+1), path, draw.LinearRamp(geom.P(0, top), geom.P(0, box.Y+p.hills.Rise), draw.Stop{At: 0, Color: c}, draw.Stop{At: 1, Color: c.Fade(0.1)}), draw.Decor())
	}
}

// peak is the outline of range k at u across the picture, 0 to 1.
func peak(u float64, k int) float64 {
	bell := func(at, wide float64) float64 { d := (u - at) / wide; return math.Exp(-d * d) }
	if k == 0 {
		return bell(0.63, 0.085) + 0.62*bell(0.5, 0.07) + 0.5*bell(0.76, 0.06) + 0.25*bell(0.9, 0.09) + 0.03*math.Sin(40*u)
	}
	return 0.8*bell(0.56, 0.06) + 0.95*bell(0.7, 0.07) + 0.5*bell(0.85, 0.07) + 0.35*bell(0.38, 0.1) + 0.03*math.Sin(55*u+1)
}

// plots is how many fields a terrace is cut into.
const plots = 11

// fields draws the terraces and their fields: rice and leaf in turn, pale while
// it is still early.
func fields(l *draw.List, v *stage.View, p *places) {
	th := v.Theme
	day := v.Ease(beatValley)
	p.hills.Draw(l, draw.Name("hills"), chart.TerraceInk{
		Far: draw.Mix(th.Ground, th.HillFar, 0.8), Near: draw.Mix(th.HillFar, th.HillNear, 0.35),
		Edge: draw.Mix(th.HillNear, th.HillFar, 0.2),
	})
	rice, leaf, fallow := l.NewPath(), l.NewPath(), l.NewPath()
	chance := draw.Noise()
	for k := 0; k < terraces; k++ {
		for i := 0; i < plots; i++ {
			b := chance[(k*plots+i)*4 : (k*plots+i)*4+4]
			to := rice
			switch {
			case b[2] > 170:
				to = fallow
			case b[2] > 80:
				to = leaf
			}
			p.plot(to, k, p.seam(k, i), p.seam(k, i+1))
		}
	}
	gold := th.GoldLight.Fade(0.36)
	if th.Ground.G() < 0x80 {
		gold = th.Gold.Fade(0.24)
	}
	l.Push(geom.Identity(), 0.15+0.85*day)
	l.Fill(draw.Name("rice"), rice, draw.Ink(gold), draw.Decor())
	l.Fill(draw.Name("leaf"), leaf, draw.Ink(th.LeafLight.Fade(0.62)), draw.Decor())
	l.Fill(draw.Name("fallow"), fallow, draw.Ink(th.HillFar.Fade(0.5)), draw.Decor())
	l.Pop()
}

// seam is where the fields i-1 and i of terrace k meet, as a share of its length.
func (p *places) seam(k, i int) float64 {
	if i <= 0 {
		return 0
	}
	if i >= plots {
		return 1
	}
	b := draw.Noise()[(k*plots+i)*4]
	return (float64(i) + 0.6*(float64(b)/255-0.5)) / plots
}

// plot adds the field of terrace k between two shares of its length, a ridge's
// breadth short of its neighbours.
func (p *places) plot(path *geom.Path, k int, from, to float64) {
	const pieces = 5
	box := p.hills.Box
	gap := p.lay.Px(1.2)
	x0, x1 := box.X+box.W*from+gap, box.X+box.W*to-gap
	step := (x1 - x0) / pieces
	lean := box.H / terraces * 0.35
	top := func(i int) geom.Pt {
		x := x0 + step*float64(i)
		return geom.P(x, p.hills.Crest(k, x)+gap*1.5)
	}
	bottom := func(i int) geom.Pt {
		x := x0 + step*float64(i) + lean*(float64(k)/terraces-0.5)
		return geom.P(x, p.floor(k, x)-gap*0.8)
	}
	a := top(0)
	path.Move(a.X, a.Y)
	for i := 1; i <= pieces; i++ {
		a = top(i)
		path.Line(a.X, a.Y)
	}
	for i := pieces; i >= 0; i-- {
		a = bottom(i)
		path.Line(a.X, a.Y)
	}
	path.Close()
}

// floor is the lower edge of terrace k at x.
func (p *places) floor(k int, x float64) float64 {
	if k == terraces-1 {
		return p.hills.Box.Bottom()
	}
	return p.hills.Crest(k+1, x)
}

// mist lies over the foot of the valley and, while it is early, over all of it.
func mist(l *draw.List, v *stage.View, p *places) {
	g := v.Theme.Ground
	b := p.hills.Box.Bottom()
	depth := math.Min(p.lay.Px(40), p.hills.Box.H*0.1)
	l.Rect(draw.Name("mist"), geom.R(v.Area.X, b-depth, v.Area.W, depth+1), 0, draw.LinearRamp(geom.P(0, b-depth), geom.P(0, b),
		draw.Stop{At: 0, Color: g.Fade(0)}, draw.Stop{At: 0.6, Color: g.Fade(0.45)}, draw.Stop{At: 1, Color: g}), draw.Decor())
	if early := 1 - v.Ease(beatValley); early > 0 {
		t := p.hills.Box.Y
		l.Push(geom.Identity(), early)
		l.Rect(draw.Name("early"), geom.R(v.Area.X, t, v.Area.W, b-t), 0, draw.LinearRamp(geom.P(0, t), geom.P(0, b),
			draw.Stop{At: 0, Color: g.Fade(0)}, draw.Stop{At: 0.5, Color: g.Fade(0.5)}, draw.Stop{At: 1, Color: g.Fade(0.9)}), draw.Decor())
		l.Pop()
	}
}
