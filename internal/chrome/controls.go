package chrome

import (
	"math"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Draw draws the controls at the top right, and the notice: what
// play.Options.Chrome asks for.
func Draw(l *draw.List, v *stage.View, c play.Controls) {
	lay := v.Layout()
	b := newBar(lay, v.Area)
	list := lay.Form == stage.Phone
	b.button(l, v, "control.contents", c.Contents, contentsName(c), leaves)
	if !list { // a phone's window has room for three
		b.button(l, v, "control.sources", c.Figures, "shell.sources", rows)
		b.button(l, v, "control.theme", c.ThemeLink, "shell.theme", half)
	}
	b.button(l, v, "control.language", c.LangLink, "shell.language", language)
	if !list {
		b.button(l, v, "control.next", c.NextLink, "shell.next", onward)
	}
	if c.Playing {
		b.button(l, v, "control.play", c.PlayLink, "shell.pause", pause)
	} else {
		b.button(l, v, "control.play", c.PlayLink, "shell.play", begin)
	}
	if !list {
		b.button(l, v, "control.previous", c.PreviousLink, "shell.previous", back)
	}
	Acts(l, v, c)
	if c.Notice != "" {
		notice(l, v, lay, c)
	}
}

func contentsName(c play.Controls) string {
	if c.Open {
		return "shell.contents-close"
	}
	return "shell.contents"
}

// bar lays round buttons out from the right.
type bar struct {
	size, gap float64
	right, y  float64 // of the next one's right edge; of their middle
}

func newBar(lay stage.Layout, area geom.Rect) bar {
	y, size := 57.0, 46.0
	switch lay.Form {
	case stage.Phone:
		y, size = 32, 44
	case stage.Kiosk:
		y, size = 87, 66
	}
	b := bar{size: math.Max(draw.MinTouch, lay.Px(size)), right: area.Right() - lay.Margin}
	b.gap, b.y = b.size*0.16, math.Max(area.Y+lay.Px(y), area.Y+b.size*0.6)
	return b
}

// icon draws a sign of the half size r around c.
type icon func(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64)

func (b *bar) button(l *draw.List, v *stage.View, name, target, label string, sign icon) {
	c := geom.P(b.right-b.size/2, b.y)
	b.right -= b.size + b.gap // a button that is not offered keeps its place
	if target == "" {
		return
	}
	id := draw.Name(name)
	th := v.Theme
	l.Open(id, draw.Sem{Role: draw.RoleLink, Target: target, Label: v.Words(label), Free: true})
	l.Circle(id.Sub("disc"), c, b.size/2, draw.Ink(draw.Mix(th.Panel.Fade(0.9), th.Faint, 0.7*v.Hovered(id))), draw.Decor())
	l.Stroke(id.Sub("edge"), l.NewPath().Circle(c, b.size/2), geom.Pen{Width: math.Max(1, b.size/46)}, draw.Ink(th.Mute.Fade(0.6)), draw.Decor())
	sign(l, v, id.Sub("sign"), c, b.size*0.2)
	l.Close()
}

func chevron(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r, way float64) {
	p := l.NewPath().Move(c.X-way*r*0.4, c.Y-r*0.9).Line(c.X+way*r*0.5, c.Y).Line(c.X-way*r*0.4, c.Y+r*0.9)
	l.Stroke(id, p, geom.Pen{Width: r * 0.34, Cap: geom.CapRound, Join: geom.JoinRound}, draw.Ink(v.Theme.Ink), draw.Decor())
}

func onward(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	chevron(l, v, id, c, r, 1)
}

func back(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	chevron(l, v, id, c, r, -1)
}

func begin(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	l.Fill(id, l.NewPath().Move(c.X-r*0.7, c.Y-r).Line(c.X+r, c.Y).Line(c.X-r*0.7, c.Y+r).Close(), draw.Ink(v.Theme.Ink), draw.Decor())
}

func pause(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	p := l.NewPath()
	p.RoundRect(geom.R(c.X-r*0.8, c.Y-r*0.9, r*0.55, r*1.8), r*0.12)
	p.RoundRect(geom.R(c.X+r*0.25, c.Y-r*0.9, r*0.55, r*1.8), r*0.12)
	l.Fill(id, p, draw.Ink(v.Theme.Ink), draw.Decor())
}

// leaves is a folding screen.
func leaves(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	p := l.NewPath()
	const n = 3
	for i := range n {
		x, w := c.X-r+2*r*float64(i)/n, 2*r/n
		a, b := 0.0, r*0.26
		if i%2 == 1 {
			a, b = b, a
		}
		p.Move(x, c.Y-r*0.8+b).Line(x+w, c.Y-r*0.8+a).Line(x+w, c.Y+r*0.7+a).Line(x, c.Y+r*0.7+b).Close()
	}
	l.Stroke(id, p, geom.Pen{Width: r * 0.2, Join: geom.JoinRound}, draw.Ink(v.Theme.Ink), draw.Decor())
}

// half is a disc, one half of it dark.
func half(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	l.Stroke(id, l.NewPath().Circle(c, r), geom.Pen{Width: r * 0.22}, draw.Ink(v.Theme.Ink), draw.Decor())
	const k = 0.5523 // of a quarter circle's handles
	p := l.NewPath().Move(c.X, c.Y-r).Cube(c.X+r*k, c.Y-r, c.X+r, c.Y-r*k, c.X+r, c.Y).
		Cube(c.X+r, c.Y+r*k, c.X+r*k, c.Y+r, c.X, c.Y+r).Close()
	l.Fill(id.Sub("half"), p, draw.Ink(v.Theme.Ink), draw.Decor())
}

func rows(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	p := l.NewPath()
	for i := -1.0; i <= 1; i++ {
		y := c.Y + i*r*0.75
		p.Move(c.X-r, y).Line(c.X-r*0.85, y).Move(c.X-r*0.35, y).Line(c.X+r, y)
	}
	l.Stroke(id, p, geom.Pen{Width: r * 0.3, Cap: geom.CapRound}, draw.Ink(v.Theme.Ink), draw.Decor())
}

// language is the other language's sign.
func language(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	size, middle := r*1.6, r*0.56
	if !v.Chinese() { // one character, where the other sign is two letters
		size, middle = r*2.1, r*0.8
	}
	run := v.Set.Line(v.Words("shell.language-sign"), typeset.Style{Face: typeset.SansBold, Size: size})
	l.Text(id, run, geom.P(c.X-run.Width/2, c.Y+middle), draw.Ink(v.Theme.Ink), draw.Decor())
}

func notice(l *draw.List, v *stage.View, lay stage.Layout, c play.Controls) {
	pad := lay.Type.Text
	st := typeset.Style{Face: typeset.Sans, Size: lay.Type.Text, Leading: 1.5}
	b := v.Set.Block(v.Words(c.Notice), st, math.Min(v.Area.W-2*lay.Margin-2*pad, lay.Type.Text*30))
	w, h := b.Width+2*pad, b.Height+1.4*pad
	r := geom.R(v.Area.Center().X-w/2, lay.Foot.Y-h, w, h)
	id := draw.Name("notice")
	l.Push(geom.Translate(0, (1-c.Show)*pad), c.Show)
	l.Rect(id.Sub("panel"), r, pad*0.6, draw.Ink(v.Theme.Ink), draw.Decor())
	chart.Lines(l, id, b, geom.P(r.X+pad, r.Y+0.7*pad), v.Theme.Ground, draw.Sem{Role: draw.RoleText, Free: true})
	l.Pop()
}
