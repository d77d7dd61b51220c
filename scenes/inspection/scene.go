// Package inspection shows how Jiangjin's monthly visits work: a month as a
// ring, teams that each call on two towns, and a town's score as the mean of its
// households' scores, which the reader can try.
package inspection

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Scene is the scene; it holds no state.
type Scene struct{}

// New returns the scene.
func New() *Scene { return &Scene{} }

func (*Scene) Name() string         { return "inspection" }
func (*Scene) Chapter() string      { return "inspection.chapter" }
func (*Scene) Paragraphs() []string { return []string{"V17", "V18"} }

// Rooms are how many spokes, towns on each and bricks of a home there is room for.
func (*Scene) Rooms() []stage.Room {
	return []stage.Room{{Figure: "inspection.teams", Most: 120}, {Figure: "inspection.towns-per-team", Most: 12}, {Figure: "inspection.full-score", Most: 1000}}
}

func (*Scene) Figures() []string {
	return []string{
		"inspection.teams", "inspection.towns-per-team", "inspection.towns", "inspection.towns-computed",
		"inspection.list-day", "inspection.done-day", "inspection.full-score",
	}
}

// Describe gives the sentence for each beat.
func (*Scene) Describe(beat int) string {
	keys := [...]string{"inspection.beat.list", "inspection.beat.visit", "inspection.beat.score"}
	return keys[max(0, min(beat, len(keys)-1))]
}

func (*Scene) Beats() []anim.Beat {
	return []anim.Beat{
		{Name: "list", Move: 2.5, Hold: 4},
		{Name: "visit", Move: 6, Hold: 4},
		{Name: "score", Move: 2.5, Hold: 8},
	}
}

func (*Scene) Draw(l *draw.List, v stage.View) {
	lay, title := chart.Frame(l, &v, chart.Heading{
		Chapter: "inspection.chapter", Title: "inspection.title", Deck: "inspection.deck", Hint: "inspection.hint",
		Wide: 0.42,
	})
	p := placeOn(&v, lay, title)
	l.Open(draw.Name("picture"), draw.Sem{Role: draw.RolePicture, Label: v.Words("inspection.alt")})
	drawRing(l, &v, lay, p)
	drawLegend(l, &v, lay, p)
	l.Close()
	drawStats(l, &v, lay, p)
	drawHouses(l, &v, lay, p)
}

// plan is where the parts stand in one layout.
type plan struct {
	center geom.Pt
	radius float64    // of the month's ring, its labels outside
	stats  [3]geom.Pt // baselines of the three figures
	homes  geom.Rect  // the households, roofs included
	mean   geom.Pt    // the town's score, its baseline
	align  typeset.Align
	legend geom.Pt // baseline: the row's middle, or the column's last line at its right end
	rule   geom.Pt // top left of the rule's sentence
	width  float64 // of that sentence
}

func placeOn(v *stage.View, lay stage.Layout, title geom.Rect) plan {
	in := geom.R(lay.Head.X, title.Bottom(), lay.Head.W, lay.Foot.Y-title.Bottom())
	px := lay.Px
	switch lay.Form {
	case stage.Phone, stage.Kiosk:
		t := lay.Type
		gap := t.Text * 0.9
		row := in.Y + gap + t.FigureSmall
		var p plan
		for i := range p.stats {
			p.stats[i] = geom.P(in.X+in.W*float64(i)/3, row)
		}
		// The sentence and the homes take the foot, the ring what is left.
		homesH := in.H * 0.23
		p.homes = geom.R(in.X, in.Bottom()-homesH-t.Small*3.2, in.W*0.68, homesH)
		p.mean = geom.P(in.Right(), p.homes.Y+homesH*0.66)
		p.align = typeset.End
		p.width = in.W
		p.rule = geom.P(in.X, p.homes.Y-t.Text*1.6)
		top := row + statsDrop(v, lay) + gap*0.6
		p.legend = geom.P(in.X+in.W/2, p.rule.Y-gap*1.3)
		bottom := p.legend.Y - t.Small*1.7
		p.radius = min((bottom-top)/2, in.W*0.345)
		p.center = geom.P(in.X+in.W*0.5, (top+bottom)/2)
		return p
	}
	var p plan
	t := lay.Type
	right := lay.Head.Right()
	top, bottom := lay.Body.Y-px(190), lay.Foot.Y-px(4)
	// Small windows set type larger than the design does: the ring leaves the last
	// figure's label and its own second date room side by side.
	taken := px(392) + min(px(170), t.Small*10.2) + px(68) + t.Small*5.65
	p.radius = min((bottom-top)/2-px(30), lay.Head.W*0.25, (lay.Head.W-taken)/1.945)
	p.center = geom.P(right-p.radius-px(64), (top+bottom)/2+px(6))
	left := in.X
	width := p.center.X - p.radius - px(48) - left
	row := in.Y + px(100)
	for i := range p.stats {
		p.stats[i] = geom.P(left+px(196)*float64(i), row)
	}
	drop := max(px(84), statsDrop(v, lay)+t.Small*0.9)
	p.rule = geom.P(left, row+drop)
	p.width = width
	p.homes = geom.R(left, row+drop+px(40), width*0.76, bottom-row-drop-px(40)-max(px(58), t.Small*2.6))
	p.mean = geom.P(p.homes.Right()+px(22), p.homes.Y+p.homes.H*0.66)
	p.align = typeset.Start
	p.legend = geom.P(right, bottom+px(12))
	return p
}

// stats are the counts beside the ring and when each runs up.
var stats = [...]struct {
	id         string
	beat       string
	from, upTo float64
}{{"inspection.teams", "list", 0, 0.6}, {"inspection.towns-per-team", "list", 0.25, 0.6}, {"inspection.towns", "visit", 0.02, 0.95}}

func statStyle(lay stage.Layout) chart.NumberStyle {
	t := lay.Type
	st := chart.NumberStyle{Size: t.FigureSmall, Unit: t.Unit * 0.9, Label: t.Small, Width: lay.Head.W * 0.31, Counting: true}
	if !lay.Form.Upright() {
		st.Size, st.Width = t.Figure, lay.Px(178)
		st.Label = t.Small * 1.05
	}
	return st
}

func workedStyle(lay stage.Layout) typeset.Style {
	return typeset.Style{Face: typeset.Sans, Size: lay.Type.Small, Leading: 1.35, Balance: true}
}

// statsDrop is how far the counts' labels reach under the row, with the line
// that multiplies them: below all of them, or on upright forms, whose columns
// are narrow, below the first.
func statsDrop(v *stage.View, lay stage.Layout) float64 {
	st := statStyle(lay)
	first, tallest := 0.0, 0.0
	for i, s := range stats {
		f, _ := v.Story.Figure(s.id)
		b := v.Set.Block(f.Label, typeset.Style{Face: typeset.Sans, Size: st.Label, Leading: 1.35}, st.Width)
		tallest = max(tallest, b.Height)
		if i == 0 {
			first = b.Height
		}
	}
	if lay.Form.Upright() {
		worked := v.Set.Block(v.Words("inspection.worked"), workedStyle(lay), st.Width)
		tallest = max(tallest, first+worked.Height+lay.Type.Small*0.3)
	} else {
		tallest += lay.Type.Small * 1.8
	}
	return max(st.Size*0.16, st.Label*0.3) + tallest
}

func drawStats(l *draw.List, v *stage.View, lay stage.Layout, p plan) {
	st := statStyle(lay)
	below, width := 0.0, p.width
	for i, s := range stats {
		// A counter that has not begun shows no figure at all: a nought would be one.
		shown := v.Span(s.beat, s.from, s.from+0.15)
		if shown <= 0 {
			continue
		}
		st.Running = v.Span(s.beat, s.from, s.upTo)
		l.Push(geom.Translate(0, (1-shown)*lay.Px(6)), shown)
		box := chart.Figure(l, v, draw.Nth("stat", i+1), s.id, st, p.stats[i])
		if i == 0 || !lay.Form.Upright() {
			below = max(below, box.Bottom())
		}
		l.Pop()
	}
	if shown := v.Span("visit", 0.8, 1); shown > 0 {
		l.Push(geom.Identity(), shown)
		if lay.Form.Upright() {
			width = st.Width
		}
		chart.Prose(l, v, draw.Name("worked"), "inspection.worked", workedStyle(lay), geom.R(p.stats[0].X, below+lay.Type.Small*0.3, width, 0), v.Theme.Mute)
		l.Pop()
	}
}
