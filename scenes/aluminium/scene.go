// Package aluminium is the scene of the aluminium chain: one pour of metal runs
// from the electrolysis cell through casting, rolling and forging to what is
// made of it, drawn from paragraphs J06 to J08.
//
// The links are all of one width, for the page gives no tonnages. The four
// counts beside the picture are separate statements; only the lines are drawn
// one by one.
package aluminium

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// Scene is the scene; it holds the shapes that do not change.
type Scene struct{ art art }

// New returns the scene.
func New() *Scene { return &Scene{art: newArt()} }

// Name is the deep link's name.
func (*Scene) Name() string { return "aluminium" }

// Chapter is the copy key of the chapter's name.
func (*Scene) Chapter() string { return "aluminium.chapter" }

// Paragraphs are those of the page that the scene draws from.
func (*Scene) Paragraphs() []string { return []string{"J06", "J07", "J08"} }

// Figures are those that the scene draws.
func (*Scene) Figures() []string {
	return []string{statements[0].figure, statements[1].figure, statements[2].figure, linesID, "page.year"}
}

// The beats: the metal runs once, from the cell to what is made of it; then the
// lines light.
const (
	melt  = "melt"
	roll  = "roll"
	forge = "forge"
	use   = "use"
	lines = "lines"
)

// Beats are the steps of the scene.
func (*Scene) Beats() []anim.Beat {
	return []anim.Beat{
		{Name: melt, Move: 3, Hold: 3},
		{Name: roll, Move: 3.2, Hold: 3},
		{Name: forge, Move: 3.6, Hold: 3.5},
		{Name: use, Move: 3, Hold: 4.5},
		{Name: lines, Move: 5, Hold: 5},
	}
}

var described = [...]string{"aluminium.beat.melt", "aluminium.beat.roll", "aluminium.beat.forge", "aluminium.beat.use", "aluminium.beat.lines"}

// Describe is the copy key of what a beat shows.
func (*Scene) Describe(beat int) string {
	return described[max(0, min(beat, len(described)-1))]
}

// Rooms is how many lines can be told apart as strokes.
func (*Scene) Rooms() []stage.Room { return []stage.Room{{Figure: linesID, Most: 1000}} }

// Draw appends the picture for the view.
func (s *Scene) Draw(l *draw.List, v stage.View) {
	h := chart.Heading{Chapter: "aluminium.chapter", Title: "aluminium.title", Deck: "aluminium.deck", Hint: "aluminium.hint"}
	if v.Layout().Form == stage.Phone {
		// The picture needs the deck's place on a small screen.
		h.Deck = ""
	}
	lay, _ := chart.Frame(l, &v, h)
	var p plan
	p.build(l, lay)
	f := p.flowAt(&v)

	l.Open(draw.Name("chain-picture"), draw.Sem{Role: draw.RolePicture, Label: v.Words("aluminium.alt")})
	l.Close()
	p.glow(l, &v, f)
	p.drawRiver(l, &v, f)
	p.drawStages(l, &v, f, &s.art)
	p.drawBead(l, &v, f)
	p.drawFigures(l, &v)
	p.drawCards(l, &v)
}
