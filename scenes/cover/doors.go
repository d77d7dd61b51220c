package cover

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

var doors = [...]struct{ name, what, target string }{
	{"cover.jiulongpo", "cover.jiulongpo-what", "aluminium/1"},
	{"cover.jiangjin", "cover.jiangjin-what", "households/1"},
}

// drawDoors draws the two ways in.
func drawDoors(l *draw.List, v *stage.View, lay stage.Layout, p plan) {
	th, t := v.Theme, lay.Type
	for i, d := range doors {
		id := draw.Nth("door", i+1)
		in := anim.Stagger(v.Beat("doors"), i, len(doors), 0.7, anim.CubicOut)
		if in <= 0 {
			continue
		}
		r := p.doors[i]
		hover := max(v.Hovered(id), v.Pick(id))
		color := th.Steel
		if i == 1 {
			color = th.LeafDark
		}
		l.Push(geom.Translate(0, (1-in)*lay.Px(14)), in)
		l.Open(id, draw.Sem{Role: draw.RoleLink, Label: v.Words(d.name), Detail: v.Words(d.what), Target: d.target})
		l.Rect(id.Sub("panel"), r, lay.Px(6), draw.Ink(draw.Mix(th.Panel, color, 0.10*hover)), draw.Decor())
		l.Stroke(id.Sub("edge"), l.NewPath().RoundRect(r.Inset(0.5), lay.Px(6)), geom.Pen{Width: 1 + hover}, draw.Ink(draw.Mix(th.Rule, color, hover)), draw.Decor())
		l.Rect(id.Sub("band"), geom.R(r.X, r.Y, lay.Px(5), r.H), lay.Px(2.5), draw.Ink(color), draw.Decor())
		pad := lay.Px(16)
		if !lay.Form.Upright() {
			pad = lay.Px(26)
		}
		name := v.Set.Block(v.Words(d.name), typeset.Style{Face: typeset.SansBold, Size: t.Label, Leading: 1.25, MaxLines: 2}, r.W-pad*1.6)
		what := v.Set.Block(v.Words(d.what), typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.35, MaxLines: 2}, r.W-pad*1.6)
		gap := t.Small * 0.35
		y := r.Y + (r.H-name.Height-gap-what.Height)/2
		for k, line := range name.Lines {
			l.Text(id.SubN("name", k+1), line.Run, geom.P(r.X+pad+line.X, y+line.Y), draw.Ink(color), draw.Decor())
		}
		y += name.Height + gap
		for k, line := range what.Lines {
			l.Text(id.SubN("what", k+1), line.Run, geom.P(r.X+pad+line.X, y+line.Y), draw.Ink(th.Text), draw.Decor())
		}
		if !lay.Form.Upright() {
			a := lay.Px(7)
			c := geom.P(r.Right()-lay.Px(34)+hover*lay.Px(4), r.Center().Y)
			arrow := l.NewPath().Move(c.X-a*1.8, c.Y).Line(c.X+a, c.Y).Move(c.X, c.Y-a).Line(c.X+a, c.Y).Line(c.X, c.Y+a)
			l.Stroke(id.Sub("arrow"), arrow, geom.Pen{Width: max(lay.Px(2), 1.4), Cap: geom.CapRound}, draw.Ink(color), draw.Decor())
		}
		l.Close()
		l.Pop()
	}
}
