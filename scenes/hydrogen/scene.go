// Package hydrogen is the scene of the hydrogen chain: research, making and
// storing, equipment, use. Gas rises in an electrolyser, fills a tank, lights a
// stack and sends a car on its way, drawn from paragraphs J09 and J10.
//
// The four links are all of one width, for the page gives no amounts. The valley
// is drawn in dashes: it is a goal, not a result.
package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// Scene is the scene; it holds the shapes that do not change.
type Scene struct{ car carArt }

// New returns the scene.
func New() *Scene { return &Scene{car: newCarArt()} }

// Name is the deep link's name.
func (*Scene) Name() string { return "hydrogen" }

// Chapter is the copy key of the chapter's name.
func (*Scene) Chapter() string { return "hydrogen.chapter" }

// Paragraphs are those of the page that the scene draws from.
func (*Scene) Paragraphs() []string { return []string{"J09", "J10"} }

// Figures are those that the scene draws.
func (*Scene) Figures() []string { return []string{flagshipsID} }

// The beats are the links of the chain.
const (
	research  = "research"
	making    = "make"
	equipment = "build"
	driving   = "drive"
)

// Beats are the steps of the scene.
func (*Scene) Beats() []anim.Beat {
	return []anim.Beat{
		{Name: research, Move: 2.6, Hold: 3},
		{Name: making, Move: 4.6, Hold: 3.5},
		{Name: equipment, Move: 4, Hold: 3.5},
		{Name: driving, Move: 4.4, Hold: 5},
	}
}

var described = [...]string{"hydrogen.beat.research", "hydrogen.beat.make", "hydrogen.beat.build", "hydrogen.beat.drive"}

// Describe is the copy key of what a beat shows.
func (*Scene) Describe(beat int) string {
	return described[max(0, min(beat, len(described)-1))]
}

// Draw appends the picture for the view.
func (s *Scene) Draw(l *draw.List, v stage.View) {
	h := chart.Heading{Chapter: "hydrogen.chapter", Title: "hydrogen.title", Deck: "hydrogen.deck", Hint: "hydrogen.hint"}
	if v.Layout().Form == stage.Phone {
		// The picture needs the deck's place on a small screen.
		h.Deck = ""
	}
	lay, _ := chart.Frame(l, &v, h)
	var p plan
	p.build(l, lay)
	f := p.flowAt(&v)

	l.Open(draw.Name("chain-picture"), draw.Sem{Role: draw.RolePicture, Label: v.Words("hydrogen.alt")})
	l.Close()
	p.drawValley(l, &v, f)
	p.drawGlow(l, &v, f)
	p.drawRoad(l, &v)
	p.drawLinks(l, &v, f)
	p.drawStages(l, &v, f, &s.car)
	p.drawStatements(l, &v)
	p.drawCards(l, &v)
}
