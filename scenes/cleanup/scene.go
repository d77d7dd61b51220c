// Package cleanup is the scene of the people who swept: each a mark of their own,
// strewn over seven terraces, sweeping them clean, then counted in blocks; beside
// them the second crowd, which the page lists apart.
package cleanup

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

func (*Scene) Name() string { return "cleanup" }

// The figures that the scene draws, one mark for each person.
const (
	sweepersID    = "cleanup.sweepers"
	contestantsID = "cleanup.contestants"
)

// The beats by name.
const (
	beatScatter  = "scatter"
	beatSweep    = "sweep"
	beatCount    = "count"
	beatContests = "contests"
)

func (*Scene) Beats() []anim.Beat {
	return []anim.Beat{
		{Name: beatScatter, Move: 2.6, Hold: 3},
		{Name: beatSweep, Move: 6, Hold: 3},
		{Name: beatCount, Move: 3.2, Hold: 4.5},
		{Name: beatContests, Move: 2.8, Hold: 6},
	}
}

func (*Scene) Chapter() string      { return "cleanup.chapter" }
func (*Scene) Paragraphs() []string { return []string{"V13"} }

// Figures are the two crowds and the year that both are counted in.
func (*Scene) Figures() []string { return []string{sweepersID, contestantsID, "page.year"} }

// Rooms are how many people of each crowd can be told apart.
func (*Scene) Rooms() []stage.Room {
	return []stage.Room{{Figure: sweepersID, Most: mostSweepers}, {Figure: contestantsID, Most: mostContestants}}
}

// MaxZoom lets each person of a block stand alone.
func (*Scene) MaxZoom() float64 { return 24 }

// Describe gives the sentence for each beat.
func (*Scene) Describe(beat int) string {
	keys := [...]string{"cleanup.beat.scatter", "cleanup.beat.sweep", "cleanup.beat.count", "cleanup.beat.contests"}
	return keys[max(0, min(beat, len(keys)-1))]
}

// Draw appends the picture.
func (s *Scene) Draw(l *draw.List, v stage.View) {
	lay, title := chart.Frame(l, &v, chart.Heading{
		Chapter: "cleanup.chapter", Title: "cleanup.title", Deck: "cleanup.deck", Hint: "cleanup.hint",
	})
	p := placesOf(&v, lay, title)
	m := momentOf(&v)
	alt := v.Story.Copy("cleanup.alt")
	l.Open(draw.Name("picture"), draw.Sem{Role: draw.RolePicture, Label: alt.Text(), Digits: draw.DigitsFigure, Figures: alt.Figures})
	sky(l, &v, &p, &m)
	p.magnify(l)
	ground(l, &v, &p, &m)
	glow(l, &v, &p, &m)
	p.whole(l)
	mist(l, &v, &p) // below the people: none of them may be lost in it
	p.magnify(l)
	sweepers(l, &v, &p, &m)
	litter(l, &v, &p, &m)
	contestants(l, &v, &p, &m)
	front(l, &v, &p, &m)
	p.whole(l)
	l.Close()
	statements(l, &v, &p, &m)
}

// moment is how far each part of the story has come at the view's time.
type moment struct {
	appear float64 // of the people on the terraces
	sweep  float64 // of the front across them
	count  float64 // of the gathering into blocks, evenly
	second float64 // of the second crowd's arrival, evenly
	lead   [lanes]float64
}

func momentOf(v *stage.View) moment {
	m := moment{
		appear: v.Beat(beatScatter),
		sweep:  v.Beat(beatSweep),
		count:  v.Beat(beatCount),
		second: v.Beat(beatContests),
	}
	for k := range m.lead {
		m.lead[k] = leadOf(k, m.sweep)
	}
	return m
}
