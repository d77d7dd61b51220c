package play

import (
	"errors"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Options are what a machine is made with.
type Options struct {
	Lang    story.Lang
	Theme   string // empty: the story's first
	Reduced bool   // settled pictures instead of motion
	Playing bool   // plays from the start, and again when it goes back there
	// Loop begins the story again at its end: for halls.
	Loop bool
	// Quiet is after how many seconds without a reader a touched player goes back
	// to the start and plays by itself; 0: never.
	Quiet anim.Seconds
	// Swipe takes a quick drag over the picture for a step on or back: where no
	// page scrolls.
	Swipe bool
	// Excerpt says that the scenes are some of a story's: a link to another one leads
	// out.
	Excerpt bool
	// Chrome draws the player's own controls over the scene; nil: none.
	Chrome func(l *draw.List, v *stage.View, c stage.Controls)
}

// Machine is a player of one story. It belongs to one goroutine.
type Machine struct {
	options Options
	scenes  []stage.Scene
	fonts   *typeset.Fonts
	set     *typeset.Setter

	bundle *story.Bundle
	deck   *stage.Deck
	themes []*stage.Theme
	words  *story.Story
	cites  []string // of each scene, in the present language

	themeLinks []string

	state
	kept []stage.Inputs // what the reader set in each scene

	list   *draw.List // the last picture: what a touch is looked up in
	listed int        // the scene of it
	view   stage.View // of it; kept here, where it costs no allocation
}

// New returns a machine that stands at the beginning of the story. It fails
// where there is no scene or the story's themes lack a colour.
func New(b *story.Bundle, fonts *typeset.Fonts, scenes []stage.Scene, o Options) (*Machine, error) {
	if len(scenes) == 0 {
		return nil, errors.New("play: the story has no scenes")
	}
	m := &Machine{options: o, scenes: scenes, fonts: fonts, set: typeset.NewSetter(fonts, o.Lang.String())}
	m.kept = make([]stage.Inputs, len(scenes))
	m.lang, m.reduced = o.Lang, o.Reduced
	if err := m.SetStory(b); err != nil {
		return nil, err
	}
	m.theme = m.themeIndex(o.Theme)
	m.start()
	return m, nil
}

// SetStory replaces the story and stays where the reader is. It fails, and
// changes nothing, where a theme lacks a colour.
func (m *Machine) SetStory(b *story.Bundle) error {
	themes := make([]*stage.Theme, 0, len(b.Themes()))
	for _, p := range b.Themes() {
		t, err := stage.ThemeOf(p)
		if err != nil {
			return err
		}
		themes = append(themes, t)
	}
	if len(themes) == 0 {
		return errors.New("play: the story has no theme")
	}
	name := ""
	if m.theme < len(m.themes) {
		name = m.themes[m.theme].Name
	}
	m.bundle, m.themes = b, themes
	m.themeLinks = m.themeLinks[:0]
	for _, t := range themes {
		m.themeLinks = append(m.themeLinks, Link{Theme: t.Name}.String())
	}
	m.theme = m.themeIndex(name)
	m.deck = stage.NewDeck(m.scenes, func(scene, beat string) (move, hold anim.Seconds) {
		t, _ := b.Timing(scene, beat)
		return t.Duration, t.Hold
	})
	m.speak()
	m.shot.now = min(m.shot.now, m.time(m.shot.scene).Length())
	m.dirty = true
	return nil
}

// speak takes the words of the present language.
func (m *Machine) speak() {
	m.words = m.bundle.In(m.lang)
	m.set.SetLang(m.lang.String())
	m.cites = m.cites[:0]
	for _, s := range m.scenes {
		m.cites = append(m.cites, stage.CiteOf(m.words, s))
	}
}

// themeIndex is the place of the named theme, 0 where there is none.
func (m *Machine) themeIndex(name string) int {
	for i, t := range m.themes {
		if t.Name == name {
			return i
		}
	}
	return 0
}

func (m *Machine) time(scene int) *anim.Timeline { return &m.deck.Slots[scene].Time }

// View is what the picture now depends on.
func (m *Machine) View(area geom.Rect) stage.View {
	s := &m.shot
	return stage.View{
		Now: s.now, Clock: m.clock, Time: m.time(s.scene), Area: area,
		Story: m.words, Theme: m.themes[m.theme], Set: m.set,
		Hover: s.hover, Picked: s.picked, Left: s.left, Inputs: s.inputs,
		Finger: stage.Finger{At: m.finger.at, Force: anim.CubicOut(m.finger.force)},
		Zoom:   stage.Zoom{Scale: m.zoomScale(), Focus: s.zoom.focus},
		Place:  s.scene, Places: len(m.scenes), Cite: m.cites[s.scene],
	}
}

// Draw replaces what the list holds by the picture of the area. The machine
// keeps the list to look touches up in: it may be redrawn, but not by others.
// Where the area is another than before, what a magnified picture showed in its
// middle stays there.
func (m *Machine) Draw(l *draw.List, area geom.Rect) {
	k, held := m.inMiddle(area)
	m.draw(l, area)
	if held && m.center(k) {
		m.draw(l, area)
	}
}

func (m *Machine) draw(l *draw.List, area geom.Rect) {
	m.view = m.View(area)
	v := &m.view
	l.Reset(area, v.Theme.Ground)
	if m.veil > 0 {
		l.Push(geom.Identity(), 1-anim.CubicInOut(m.veil))
	}
	m.scenes[m.shot.scene].Draw(l, *v)
	if m.veil > 0 {
		l.Pop()
	}
	if m.options.Chrome != nil {
		m.options.Chrome(l, v, m.controls())
	}
	m.ring(l, v)
	m.list, m.listed = l, m.shot.scene
}
