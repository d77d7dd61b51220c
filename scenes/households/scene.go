// Package households is the scene of the rebuilt toilets: a hillside of terraced
// fields with one roof for each household, near enough to be looked at one by
// one; and, apart from it, how far sanitary toilets have spread.
package households

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// Scene is the scene; it holds no state.
type Scene struct{}

// New returns the scene.
func New() *Scene { return &Scene{} }

func (*Scene) Name() string { return "households" }

// The figures that the scene draws: the first as one roof each, the second as a
// reading of a gauge.
const (
	rebuiltID  = "households.rebuilt"
	coverageID = "households.coverage"
)

// The beats by name.
const (
	beatValley = "valley"
	beatRoofs  = "roofs"
	beatGauge  = "gauge"
)

func (*Scene) Beats() []anim.Beat {
	return []anim.Beat{
		{Name: beatValley, Move: 2.4, Hold: 2.5},
		{Name: beatRoofs, Move: 5.5, Hold: 4},
		{Name: beatGauge, Move: 2.6, Hold: 6},
	}
}

func (*Scene) Chapter() string      { return "households.chapter" }
func (*Scene) Paragraphs() []string { return []string{"V08"} }

// Figures are the households, the year since which they are counted, and the
// coverage.
func (*Scene) Figures() []string { return []string{rebuiltID, coverageID, "tasks.since"} }

// Rooms is how many roofs the hillside has room for.
func (*Scene) Rooms() []stage.Room {
	return []stage.Room{{Figure: rebuiltID, Most: mostRoofs}}
}

// MaxZoom lets a single house fill a hand's breadth.
func (*Scene) MaxZoom() float64 { return 40 }

// Describe gives the sentence for each beat.
func (*Scene) Describe(beat int) string {
	keys := [...]string{"households.beat.valley", "households.beat.roofs", "households.beat.gauge"}
	return keys[max(0, min(beat, len(keys)-1))]
}

// Draw appends the picture.
func (s *Scene) Draw(l *draw.List, v stage.View) {
	lay, title := chart.Frame(l, &v, chart.Heading{
		Chapter: "households.chapter", Title: "households.title", Deck: "households.deck", Hint: "households.hint",
	})
	p := placesOf(&v, lay, title)
	alt := v.Story.Copy("households.alt")
	l.Open(draw.Name("picture"), draw.Sem{Role: draw.RolePicture, Label: alt.Text(), Digits: draw.DigitsFigure, Figures: alt.Figures})
	sky(l, &v, &p)
	l.PushClip(p.window)
	l.Push(p.zoom, 1)
	fields(l, &v, &p)
	l.Pop()
	mist(l, &v, &p) // below the roofs: none of them may be lost in it
	l.Push(p.zoom, 1)
	f := roofs(l, &v, &p)
	closeUp(l, &v, &p, f)
	l.Pop()
	l.Pop()
	l.Close()
	statement(l, &v, &p)
	gauge(l, &v, &p)
	picked(l, &v, &p, f)
}
