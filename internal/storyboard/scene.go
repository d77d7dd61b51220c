package storyboard

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// Scene is a scene that a storyboard shows: what it is, as one value, and how it is
// drawn. New makes one from it.
//
// Its words are found by its name, here "tasks":
//
//	tasks.chapter     its chapter, where Act names no other
//	tasks.title       its title
//	tasks.deck        the sentence below; left out where the copy has none
//	tasks.deck-short  the same where only long windows have room for it, with Clear
//	tasks.hint        what to touch, likewise
//	tasks.alt         what the whole picture shows
//	tasks.beat.voice  what the picture of the beat "voice" shows
type Scene struct {
	Link    string // its name, and that of the deep link to it
	Act     string // the key of the chapter's name; empty: its own
	Sources []string
	Steps   []anim.Beat
	Drawn   []string    // ids of the figures that it draws
	Parts   []stage.Act // of the story, where it is the scene that knows them
	Counts  []stage.Room
	Tuned   []*story.Knob // what can be tuned of it, in the order in which it is offered
	// Wide is the share of a wide screen's width that title and deck may take; 0: as
	// chart.Heading. Undecked forms need the deck's place for the picture.
	Wide     float64
	Deep     bool    // the picture reaches beneath source and hint, see chart.Heading
	Undecked [4]bool // by stage.Form
	// Clear is a slot above which undecked forms have the deck all the same, where the
	// window is so long that it has room there.
	Clear string
	// Retitles are the beats that have a title of their own, in their order.
	Retitles []Retitle
	// Lasting is how long a pick goes on moving the picture; 0: as long as marks take to
	// show it.
	Lasting anim.Seconds

	Storyboard Board
	Lead       Lead
	// Camera is how the picture is seen, in the window's pixels; nil: as it lies there.
	// The frame and the cards do not move with it.
	Camera func(v stage.View, p Place) geom.Affine
	// Window is where a picture is seen that the camera moves; nil: everywhere.
	Window func(v stage.View, p Place) geom.Rect
	// Over draws what stands over the picture; nil: nothing.
	Over func(l *draw.List, v stage.View, p Place)
	// Beneath draws what stands under the heading, wherever that ends, and over the
	// picture; nil: nothing.
	Beneath func(l *draw.List, v stage.View, lay stage.Layout, title geom.Rect)

	keys keys
}

// keys are the scene's in the copy, put together once: a frame makes no strings.
type keys struct {
	chapter, title, deck, short, hint, alt string
	beats                                  []string
}

// New is the scene that s describes, ready to be drawn.
func New(s Scene) *Scene {
	key := func(name string) string { return s.Link + "." + name }
	s.keys = keys{chapter: s.Act, title: key("title"), deck: key("deck"), short: key("deck-short"), hint: key("hint"), alt: key("alt")}
	if s.Act == "" {
		s.keys.chapter = key("chapter")
	}
	for _, b := range s.Steps {
		s.keys.beats = append(s.keys.beats, key("beat."+b.Name))
	}
	s.Storyboard.tune(s.Tuned)
	return &s
}

// Name is the deep link's name.
func (s *Scene) Name() string { return s.Link }

// Chapter is the copy key of the chapter's name.
func (s *Scene) Chapter() string { return s.keys.chapter }

// Paragraphs are those of the page that the scene draws from.
func (s *Scene) Paragraphs() []string { return s.Sources }

// Beats are the steps of the scene.
func (s *Scene) Beats() []anim.Beat { return s.Steps }

// Figures are the ids of those that the scene draws.
func (s *Scene) Figures() []string { return s.Drawn }

// Acts are those of the story, where the scene knows them.
func (s *Scene) Acts() []stage.Act { return s.Parts }

// Rooms is how many marks of a figure the scene has room for.
func (s *Scene) Rooms() []stage.Room { return s.Counts }

// Knobs are what can be tuned of the scene.
func (s *Scene) Knobs() []*story.Knob { return s.Tuned }

// Answers is how long a pick goes on moving the picture.
func (s *Scene) Answers() anim.Seconds { return s.Lasting }

// Describe is the copy key of what a beat shows.
func (s *Scene) Describe(beat int) string {
	return s.keys.beats[max(0, min(beat, len(s.keys.beats)-1))]
}

// Board is how the scene shows its drawings.
func (s *Scene) Board() *Board { return &s.Storyboard }

// Draw appends the picture, what stands over it, the frame, and over all of them the
// card of what is picked. Where the drawing has yet to come, the frame stands alone.
func (s *Scene) Draw(l *draw.List, v stage.View) {
	l.Open(draw.Name("picture"), s.alt(&v))
	l.Close()
	p, ok := s.picture(l, &v)
	if ok && s.Over != nil {
		s.Over(l, v, p)
	}
	lay, title := chart.Frame(l, &v, s.heading(&v))
	s.Lead.draw(l, &v, lay, title)
	if ok {
		if s.Beneath != nil {
			s.Beneath(l, v, lay, title)
		}
		s.Storyboard.Open(l, &v, &p)
	}
}

// Heading is where title and deck stand in a view.
func (s *Scene) Heading(v stage.View) geom.Rect {
	h := s.heading(&v)
	return h.Bounds(&v)
}

// picture appends the drawing and its words as the camera sees them.
func (s *Scene) picture(l *draw.List, v *stage.View) (p Place, ok bool) {
	if s.Camera == nil || v.Art == nil {
		return s.Storyboard.Picture(l, v)
	}
	p = PlaceOf(v)
	m := s.Camera(*v, p)
	clipped := s.Window != nil && m != geom.Identity()
	if clipped {
		l.PushClip(s.Window(*v, p))
	}
	l.Push(m, 1)
	p, ok = s.Storyboard.Picture(l, v)
	l.Pop()
	if clipped {
		l.Pop()
	}
	return p, ok
}

func (s *Scene) alt(v *stage.View) draw.Sem {
	alt := v.Story.Copy(s.keys.alt)
	sem := draw.Sem{Role: draw.RolePicture, Label: alt.Text()}
	if len(alt.Figures) > 0 {
		sem.Digits, sem.Figures = draw.DigitsFigure, alt.Figures
	}
	return sem
}

func (s *Scene) heading(v *stage.View) chart.Heading {
	now := Retitle{Title: s.keys.title, Deck: s.keys.deck, Short: s.keys.short, Hint: s.keys.hint}
	if len(s.Retitles) > 0 {
		now.Short = "" // each says its own
	}
	h := chart.Heading{Chapter: s.Chapter(), Wide: s.Wide, Deep: s.Deep, Away: now.turn(v, s.Retitles)}
	h.Title = now.Title
	if !s.Undecked[v.Layout().Form] {
		if v.Story.Copy(now.Deck).OK {
			h.Deck = now.Deck
		}
	} else if s.Clear != "" && now.Short != "" {
		if h.Deck = now.Short; !s.clear(v, &h) {
			h.Deck = ""
		}
	}
	if hint := now.Hint; v.Story.Copy(hint).OK {
		h.Hint = hint
	}
	return h
}

// clear reports whether a heading ends above what it has to leave clear.
func (s *Scene) clear(v *stage.View, h *chart.Heading) bool {
	if v.Art == nil {
		return false
	}
	p := PlaceOf(v)
	return h.Bounds(v).Bottom()+2*v.Layout().Type.Small < p.Slot(s.Clear).Y
}
