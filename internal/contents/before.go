package contents

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/typeset"
)

// before is what stands before the screen: a ring through which the cover is seen, and
// the sources as a page that lies on the floor.
func (p *page) before(s *screen, n int) {
	alone := p.alone()
	if len(alone) == 0 {
		return
	}
	u, shown := p.lay.U, anim.Clamp(p.c.Shown*2-1)
	p.Push(geom.Identity(), shown)
	defer p.Pop()
	first, end := s.at(0), s.at(n)
	foot := s.top + s.tall + s.fold
	r := max(62*u, 30)
	// Where the ring of the cover stands in its picture.
	c := geom.P(first.X+60*u, foot-44*u)
	if u <= low { // it would stand before pictures: beside the title
		r = 23
		c = geom.P(p.v.Area.X+p.v.Area.W*0.48, (p.v.Area.Y+s.top)/2)
	}
	p.ring(alone[0], c, r, geom.P(1010, 476), 384)
	if len(alone) > 1 {
		w, h := max(196*u, 96), max(74*u, 46)
		p.lying(alone[len(alone)-1], geom.R(end.X-w-6*u, foot-h*0.72, w, h))
	}
}

// ring shows the cover through a ring of metal; at and reach are the ring's in the
// cover's own picture.
func (p *page) ring(scene int, c geom.Pt, r float64, at geom.Pt, reach float64) {
	k, v := &p.look, p.v
	id := play.ContentsMark(p.name(scene))
	part := func(what string) draw.ID { return draw.ID{Name: "contents.mount", N: scene + 1, Part: what} }
	lift := v.Hovered(id)
	p.Open(id, p.meaning(scene))
	if !k.plain {
		p.Push(geom.Affine{A: 1, D: 0.17, E: c.X + r*0.5, F: c.Y + r*1.06}, 1)
		p.Circle(part("shade"), geom.P(0, 0), 1.5*r, draw.RadialRamp(geom.P(0, 0), 1.5*r, draw.Stop{At: 0, Color: k.shade.Fade(0.5)}, draw.Stop{At: 1, Color: k.shade.Fade(0)}), draw.Decor())
		p.Pop()
	}
	if scene == p.c.Here {
		p.Circle(part("heat"), c, r*1.5, draw.RadialRamp(c, r*1.5, draw.Stop{At: 0.6, Color: k.hot[1].Fade(0.7)}, draw.Stop{At: 1, Color: k.hot[1].Fade(0)}), draw.Decor())
	}
	p.Circle(part("ground"), c, r, draw.Ink(k.mount), draw.Decor())
	if sheet := p.c.Picture(scene); sheet != nil {
		z := r / reach
		p.PushClipPath(p.NewPath().Circle(c, r*0.93))
		p.Push(geom.ScaleBy(z, z).Then(geom.Translate(c.X-at.X*z, c.Y-at.Y*z)), 1)
		p.Sheet(part("picture"), sheet)
		p.Pop()
		p.Pop()
	}
	th := v.Theme
	wide := r * 0.13 * (1 + 0.2*lift)
	a, b := geom.P(c.X-r*0.7, c.Y-r*0.7), geom.P(c.X+r*0.7, c.Y+r*0.7)
	metal := draw.LinearRamp(a, b, draw.Stop{At: 0, Color: th.SilverLight}, draw.Stop{At: 0.3, Color: th.SilverMid}, draw.Stop{At: 0.5, Color: th.SilverLight}, draw.Stop{At: 0.75, Color: th.SilverDark}, draw.Stop{At: 1, Color: th.Silver})
	if scene == p.c.Here {
		metal = draw.LinearRamp(a, b, draw.Stop{At: 0, Color: k.hot[0]}, draw.Stop{At: 0.5, Color: k.hot[1]}, draw.Stop{At: 1, Color: k.hot[2]})
	}
	p.Stroke(part("edge"), p.NewPath().Circle(c, r*0.96), geom.Pen{Width: wide}, metal, draw.Decor())
	p.Stroke(part("rim"), p.NewPath().Circle(c, r*0.96+wide/2), geom.Pen{Width: max(0.8, r*0.02)}, draw.Ink(k.shade.Fade(0.55)), draw.Decor())
	p.Stroke(part("inner"), p.NewPath().Circle(c, r*0.96-wide/2), geom.Pen{Width: max(0.7, r*0.018)}, draw.Ink(k.shade.Fade(0.6)), draw.Decor())
	size := p.size(15)
	run := v.Set.Line(v.Words("contents."+p.name(scene)), typeset.Style{Face: typeset.SansBold, Size: size})
	to := geom.P(c.X+r*1.18, c.Y+r*0.8)
	if p.lay.U <= low {
		to.Y = c.Y + size*0.4
	}
	if p.lay.Form.Upright() {
		to = geom.P(c.X-r*1.25-run.Width, c.Y+size*0.4)
	}
	p.Text(part("name"), run, to, draw.Ink(v.Theme.Ink), draw.Sem{Free: true})
	p.Close()
}

// lying shows the sources as a sheet of paper on the floor.
func (p *page) lying(scene int, box geom.Rect) {
	k, v := &p.look, p.v
	id := play.ContentsMark(p.name(scene))
	part := func(what string) draw.ID { return draw.ID{Name: "contents.mount", N: scene + 1, Part: what} }
	lift := v.Hovered(id)
	// Its edges: away from the reader to the left and up.
	lean := geom.Affine{A: 0.84, B: -0.05, C: -0.42, D: 0.8, E: box.X + box.W*0.17, F: box.Y + box.W*0.045}
	p.Open(id, p.meaning(scene))
	p.Push(lean, 1)
	paper := geom.R(0, 0, box.W, box.H)
	if !k.plain {
		for i := range 5 {
			d := float64(5-i) * box.H * 0.05
			p.Rect(part("halo").SubN("halo", i+1), paper.Inset(-d*0.6).Offset(geom.P(d*0.8, d*1.2)), d, draw.Ink(k.shade.Fade(0.08)), draw.Decor())
		}
	}
	p.Rect(part("mount"), paper, 0, draw.Ink(k.mount), draw.Decor())
	if sheet := p.c.Picture(scene); sheet != nil {
		inner := paper.Inset(box.H * 0.04)
		p.PushClipPath(p.NewPath().Rect(inner))
		p.Push(geom.ScaleBy(inner.W/sheet.Bounds.W, inner.H/sheet.Bounds.H).Then(geom.Translate(inner.X, inner.Y)), 1)
		p.Sheet(part("picture"), sheet)
		p.Pop()
		p.Pop()
	}
	p.Stroke(part("fold"), p.NewPath().Move(0, box.H*0.5).Line(box.W, box.H*0.5), geom.Pen{Width: max(0.8, box.H*0.02)}, draw.Ink(k.shade.Fade(0.2)), draw.Decor())
	edge, w := draw.Ink(draw.Mix(k.edge, v.Theme.Accent, lift)), max(0.8, box.H*0.015)
	if scene == p.c.Here {
		edge, w = draw.Ink(k.hot[1]), max(2.2, box.H*0.05)
	}
	p.Stroke(part("edge"), p.NewPath().Rect(paper), geom.Pen{Width: w}, edge, draw.Decor())
	p.Pop()
	size := p.size(15)
	run := v.Set.Line(v.Words("contents."+p.name(scene)), typeset.Style{Face: typeset.SansBold, Size: size})
	p.Text(part("name"), run, geom.P(box.Center().X-run.Width/2, box.Bottom()+size*1.3), draw.Ink(v.Theme.Ink), draw.Sem{Free: true})
	p.Close()
}
