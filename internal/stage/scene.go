package stage

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/story"
)

// Scene is one picture of the story.
type Scene interface {
	Name() string              // the deep link's name: "aluminium"
	Beats() []anim.Beat        // the story's steps; at least one
	Draw(l *draw.List, v View) // pure; called for any time in any order
}

// Chaptered scenes belong to a chapter: the key of its name in the copy.
type Chaptered interface{ Chapter() string }

// Sourced scenes name the paragraphs of the page that they draw from.
type Sourced interface{ Paragraphs() []string }

// Figured scenes list the ids of the figures that they draw, so that the sources
// can lead to them; a test holds the list to what is drawn.
type Figured interface{ Figures() []string }

// Described scenes give the copy key of a sentence that describes each beat's
// picture to somebody who does not see it.
type Described interface{ Describe(beat int) string }

// Answering scenes go on moving after a pick, for so many seconds: longer than marks
// take to show it. Where less motion is wanted they are shown as they end.
type Answering interface{ Answers() anim.Seconds }

// Zoomable scenes have a picture that can be magnified up to MaxZoom times
// about a point; View.Zoom tells how it stands.
type Zoomable interface{ MaxZoom() float64 }

// Deck is the scenes in the order of the story.
type Deck struct {
	Slots []Slot
	Runs  []Run // the scenes by act
}

// Slot is a scene with its time line and its place in the story.
type Slot struct {
	Scene  Scene
	Time   anim.Timeline
	Act    string // empty: of none
	Weight Weight
}

// newDeck lays out the scenes' time lines, with the times that the story gives in
// place of their own.
func newDeck(scenes []Scene, b *story.Bundle) *Deck {
	d := &Deck{Slots: make([]Slot, len(scenes))}
	for i, s := range scenes {
		beats := append([]anim.Beat(nil), s.Beats()...)
		for k := range beats {
			t, _ := b.Timing(s.Name(), beats[k].Name)
			if t.Duration >= 0 {
				beats[k].Move = t.Duration
			}
			if t.Hold >= 0 {
				beats[k].Hold = t.Hold
			}
		}
		d.Slots[i] = Slot{Scene: s, Time: anim.NewTimeline(beats)}
	}
	d.divide()
	return d
}

// Index is the place of the named scene; ok is false where there is none.
func (d *Deck) Index(name string) (i int, ok bool) {
	for i := range d.Slots {
		if d.Slots[i].Scene.Name() == name {
			return i, true
		}
	}
	return 0, false
}

// Steps is the number of beats of all scenes: the story's length in steps.
func (d *Deck) Steps() int {
	n := 0
	for i := range d.Slots {
		n += d.Slots[i].Time.Len()
	}
	return n
}

// Step is the number of a beat among all beats, from 0.
func (d *Deck) Step(scene, beat int) int {
	n := beat
	for i := 0; i < scene && i < len(d.Slots); i++ {
		n += d.Slots[i].Time.Len()
	}
	return n
}

// Locate is the scene and beat of a step; steps beyond the ends give the ends.
func (d *Deck) Locate(step int) (scene, beat int) {
	step = max(step, 0)
	for i := range d.Slots {
		if n := d.Slots[i].Time.Len(); step < n {
			return i, step
		} else {
			step -= n
		}
	}
	last := len(d.Slots) - 1
	if last < 0 {
		return 0, 0
	}
	return last, d.Slots[last].Time.Len() - 1
}
