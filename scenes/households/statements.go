package households

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// beneath is the count under the heading, and the card of the roof that was touched.
func (s *Scene) beneath(l *draw.List, v stage.View, lay stage.Layout, title geom.Rect) {
	s.count(l, &v, lay, title)
	picked(l, &v, lay)
}

const stood = 0.94 // of the beat: the number has run, and may have its years below

// count is the number of households, running as the light comes to them.
func (s *Scene) count(l *draw.List, v *stage.View, lay stage.Layout, title geom.Rect) {
	show := anim.Span(v.Beat(beatRoofs), 0, 0.08, anim.CubicOut)
	if show <= 0 {
		return
	}
	size, what := lay.Type.Figure*1.1, max(lay.Type.Label*0.9, lay.Type.Small)
	if lay.Form.Upright() {
		size = lay.Type.Figure * 0.9
	}
	base := title.Bottom() + size*1.06
	l.Push(geom.Identity(), show)
	light := lightOf(v, storyboard.PlaceOf(v).Drawn(ringSlot))
	running := s.in(v).standing(&light)
	chart.Figure(l, v, draw.Name("rebuilt"), rebuiltID, chart.NumberStyle{
		Size: size, Unit: max(size*0.3, lay.Type.Small), Color: v.Theme.Accent, Counting: true, Running: running, Text: "households.rebuilt",
	}, geom.P(lay.Head.X, base))
	st, ink := typeset.Style{Face: typeset.Sans, Size: what, Leading: 1.3}, v.Theme.Text.Fade(anim.Span(v.Beat(beatRoofs), stood, 1, anim.CubicOut))
	chart.Prose(l, v, draw.Name("rebuilt").Sub("what"), "households.rebuilt", st, geom.R(lay.Head.X, base+what*0.55, lay.Head.W*0.7, 0), ink)
	l.Pop()
}

// The dial's ring, in parts of its radius, and the part of a whole turn that it is
// open at its foot.
const (
	dialRing, dialWide = 0.74, 0.13
	dialOpen           = 0.25
)

// drawDial draws what the dial reads: the reach of sanitary toilets, a statement of its
// own.
func drawDial(l *draw.List, v stage.View, at storyboard.Spot) {
	fig, ok := v.Story.Figure(coverageID)
	if !ok {
		return
	}
	run := v.Span(beatGauge, readFrom, readTo)
	c, r, th := at.Rect.Center(), at.Rect.W/2, v.Theme
	from, turn := math.Pi*(0.5+dialOpen), 2*math.Pi*(1-dialOpen)
	arc := func(part string, share float64, ink draw.Color) {
		l.Stroke(draw.Name("gauge").Sub(part), l.NewPath().Arc(c, dialRing*r, from, from+turn*share, false), geom.Pen{Width: dialWide * r}, draw.Ink(ink), draw.Decor())
	}
	l.Open(draw.Name("gauge"), draw.Sem{Role: draw.RolePicture, Label: fig.Text, Figure: fig.ID, Digits: draw.DigitsFigure})
	arc("track", 1, draw.Mix(th.Faint, th.Panel, 0.4))
	share := anim.Clamp(fig.Float64()/100) * run
	if share > 0 {
		arc("reading", share, th.Leaf)
	}
	angle := from + turn*share
	tip, foot := geom.Polar(c, 0.9*r, angle), geom.Polar(c, 0.68*r, angle)
	side := tip.Sub(foot).Mul(0.26)
	l.Fill(draw.Name("gauge").Sub("hand"), l.NewPath().Move(tip.X, tip.Y).Line(foot.X-side.Y, foot.Y+side.X).Line(foot.X+side.Y, foot.Y-side.X).Close(), draw.Ink(th.Accent), draw.Decor())
	l.Close()
	size, small := r*0.32, v.Layout().Type.Small/at.Scale
	chart.Figure(l, &v, draw.Name("share"), coverageID, chart.NumberStyle{
		Size: size, Unit: max(size*0.45, small), Align: typeset.Center, Color: th.LeafDark, Counting: true, Running: run,
	}, c.Add(geom.P(-0.02*r, 0.11*r)))
}

// picked rings the roof that was touched and tells of it.
func picked(l *draw.List, v *stage.View, lay stage.Layout) {
	id, show := v.Picked.ID, 0.0
	for _, name := range roofIDs {
		show = max(show, v.AnyPicked(name))
		if v.Picked.ID.Name != name && v.Left.ID.Name == name && v.Picked.ID.Zero() {
			id = v.Left.ID
		}
	}
	i := l.Find(draw.Name(id.Name))
	if show <= 0 || i < 0 || l.Marks[i].Field == nil {
		return
	}
	m := &l.Marks[i]
	if id.N < 1 || id.N > m.Field.Count {
		return
	}
	d, ok := m.Field.At(id.N - 1)
	at := m.M.At(d.At)
	if !ok || !v.Area.Has(at) {
		return
	}
	r := max(d.R*m.M.Scale()*1.25, lay.Type.Small*0.55)
	l.Push(geom.Identity(), show)
	l.Stroke(draw.Name("ring"), l.NewPath().Circle(at, r), geom.Pen{Width: max(lay.Px(1.5), 1.2)}, draw.Ink(v.Theme.Ink), draw.Decor())
	l.Pop()
	card := chart.Card{Title: "households.one", Text: "households.one-of", Width: lay.Type.Text * 15, Show: show}
	h := card.Height(v)
	to := geom.P(at.X-card.Width/2, at.Y-r-h-lay.Type.Small*0.7)
	in := geom.R(lay.Inner().X, lay.Head.Y, lay.Inner().W, lay.Foot.Y-lay.Head.Y)
	if to.Y < in.Y {
		to.Y = at.Y + r + lay.Type.Small*0.7
	}
	card.Draw(l, v, draw.Name("card"), to, in)
}
