package preview

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Viewer draws moments of a story.
type Viewer struct {
	*stage.Production
	Fonts *typeset.Fonts

	set map[story.Lang]*typeset.Setter
}

// Packs gives the pack of a scene's drawings; nil where it has none.
type Packs func(scene string) []byte

// Open reads a compiled story, three fonts and the scenes' packs and sets the
// scenes' timing as the story says. Nil packs are none.
func Open(compiled, sans, bold, serif []byte, scenes []stage.Scene, packs Packs) (*Viewer, error) {
	b, err := story.Decode(compiled)
	if err != nil {
		return nil, err
	}
	f, err := typeset.Load(sans, bold, serif)
	if err != nil {
		return nil, err
	}
	return New(b, f, scenes, packs)
}

// New is a viewer over a story and fonts that are already read.
func New(b *story.Bundle, f *typeset.Fonts, scenes []stage.Scene, packs Packs) (*Viewer, error) {
	p, err := stage.Produce(b, scenes)
	if err != nil {
		return nil, err
	}
	if packs != nil {
		if err := p.Hang(packs); err != nil {
			return nil, err
		}
	}
	return &Viewer{Production: p, Fonts: f, set: map[story.Lang]*typeset.Setter{}}, nil
}

// Clone is a viewer for another goroutine.
func (s *Viewer) Clone() *Viewer {
	c := *s
	c.set = map[story.Lang]*typeset.Setter{}
	return &c
}

// Setter sets type in a language.
func (s *Viewer) Setter(lang story.Lang) *typeset.Setter {
	if s.set[lang] == nil {
		s.set[lang] = typeset.NewSetter(s.Fonts, lang.String())
	}
	return s.set[lang]
}

// Moment is one picture of the story.
type Moment struct {
	Scene int // index into the deck
	Now   anim.Seconds
	Lang  story.Lang
	Theme *stage.Theme // nil: the first
	Area  geom.Rect
}

// Settled is the moment at which a beat has settled.
func (s *Viewer) Settled(scene, beat int, lang story.Lang, theme *stage.Theme, area geom.Rect) Moment {
	return Moment{Scene: scene, Now: s.Deck.Slots[scene].Time.End(beat), Lang: lang, Theme: theme, Area: area}
}

// View is the view of a moment, to be changed where a touch is to be shown.
func (s *Viewer) View(m Moment) stage.View {
	if m.Theme == nil {
		m.Theme = s.Themes[0]
	}
	v := s.Production.View(m.Scene, m.Lang, m.Theme, s.Setter(m.Lang), m.Area)
	v.Now, v.Clock = m.Now, m.Now
	return v
}

// Draw empties the list and draws the moment into it.
func (s *Viewer) Draw(l *draw.List, m Moment) { s.DrawView(l, m.Scene, s.View(m)) }

// DrawView empties the list and draws a scene as a view sees it.
func (s *Viewer) DrawView(l *draw.List, scene int, v stage.View) {
	l.Reset(v.Area, v.Theme.Ground)
	s.Deck.Slots[scene].Scene.Draw(l, v)
}
