// Package hydrogen is the scene of the hydrogen chain: research, making and
// storing, equipment, use. Gas rises in a basin of glass, runs through the air like a
// string of pearls, fills a globe, lights a stack and sends a car on its way, drawn
// from paragraphs J09 and J10.
//
// The four links are all of one width, for the page gives no amounts. The valley
// is drawn in dashes: it is a goal, not a result.
package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Scene is the scene; it holds its storyboard, and those with a link picked.
type Scene struct {
	board  storyboard.Board
	picked [stageCount]storyboard.Board
}

// New returns the scene.
func New() *Scene {
	s := &Scene{board: storyboard.Board{Cues: cues(), Parts: parts(), Texts: texts(), Uses: uses()}}
	for i := range s.picked {
		var light [stageCount]float64
		for k := range light {
			light[k] = dimmest
		}
		light[i] = 1
		s.picked[i] = dimmed(&s.board, light)
	}
	return s
}

// Board is how the scene shows its drawings.
func (s *Scene) Board() *storyboard.Board { return &s.board }

// uses are the slots that the scene asks for by itself.
func uses() []string {
	all := []string{"basin", "bore", "statement-1", "statement-2", "statement-3"}
	for i := range stages {
		all = append(all, stages[i].slot, stages[i].touch, stages[i].card)
	}
	return all
}

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
		{Name: making, Move: 4.2, Hold: 3.5},
		{Name: equipment, Move: 3.2, Hold: 3.5},
		{Name: driving, Move: 4.5, Hold: 5},
	}
}

var described = [...]string{"hydrogen.beat.research", "hydrogen.beat.make", "hydrogen.beat.build", "hydrogen.beat.drive"}

// Describe is the copy key of what a beat shows.
func (*Scene) Describe(beat int) string {
	return described[max(0, min(beat, len(described)-1))]
}

// Draw appends the picture for the view.
func (s *Scene) Draw(l *draw.List, v stage.View) {
	l.Open(draw.Name("chain-picture"), draw.Sem{Role: draw.RolePicture, Label: v.Words("hydrogen.alt")})
	place, ok := s.boardFor(&v).Draw(l, &v)
	l.Close()
	h := chart.Heading{Chapter: "hydrogen.chapter", Title: "hydrogen.title", Deck: "hydrogen.deck", Hint: "hydrogen.hint"}
	switch form := v.Layout().Form; {
	case form == stage.Phone:
		// The picture needs the deck's place on a small screen.
		h.Deck = ""
	case !form.Upright():
		// The string rises beside the title.
		h.Wide = 0.37
	}
	chart.Frame(l, &v, h)
	if !ok {
		return
	}
	drawStages(l, &v, &place)
	drawStatements(l, &v, &place)
	drawCards(l, &v, &place)
}
