package stage

import (
	"errors"

	"lianhua/internal/geom"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Production is a story put on the stage: what the player, previews and articles
// draw the scenes with, whatever they show of them.
type Production struct {
	Bundle *story.Bundle
	Deck   *Deck    // its time lines as the story sets them
	Themes []*Theme // in the order in which the story offers them; at least one

	cites   [][]string          // of each scene, by language
	tuned   [][4][]story.Tuning // of each scene, by form
	gallery gallery
}

// Produce lays out a story's scenes. It fails where there is no scene or no
// theme, and where a theme lacks a colour.
func Produce(b *story.Bundle, scenes []Scene) (*Production, error) {
	if len(scenes) == 0 {
		return nil, errors.New("stage: the story has no scenes")
	}
	p := &Production{Bundle: b}
	for _, palette := range b.Themes() {
		t, err := ThemeOf(palette)
		if err != nil {
			return nil, err
		}
		p.Themes = append(p.Themes, t)
	}
	if len(p.Themes) == 0 {
		return nil, errors.New("stage: the story has no theme")
	}
	p.Deck = newDeck(scenes, b)
	p.tuned = make([][4][]story.Tuning, len(scenes))
	for i, s := range scenes {
		for form := range p.tuned[i] {
			p.tuned[i][form] = b.Tunings(s.Name(), Form(form).String())
		}
	}
	for _, lang := range story.Langs() {
		var cites []string
		for _, s := range scenes {
			cites = append(cites, citeOf(b.In(lang), s))
		}
		p.cites = append(p.cites, cites)
	}
	return p, nil
}

// Theme is the place of the named theme among Themes; ok is false where there is
// none.
func (p *Production) Theme(name string) (i int, ok bool) {
	for i, t := range p.Themes {
		if t.Name == name {
			return i, true
		}
	}
	return 0, false
}

// Cite is where the figures of a scene stand on the page, as one line; empty for
// a scene that names no paragraphs.
func (p *Production) Cite(scene int, lang story.Lang) string {
	return p.cites[p.Bundle.In(lang).Lang][scene]
}

// View is a scene at its beginning, whole and untouched: whoever shows it sets
// what is otherwise.
func (p *Production) View(scene int, lang story.Lang, theme *Theme, set *typeset.Setter, area geom.Rect) View {
	return View{
		Time: &p.Deck.Slots[scene].Time, Area: area,
		Story: p.Bundle.In(lang), Theme: theme, Set: set,
		Zoom:  Zoom{Scale: 1, Focus: geom.P(0.5, 0.5)},
		Art:   p.art(scene, FormOf(area), theme),
		Tuned: p.tuned[scene][FormOf(area)&3],
		Place: scene, Runs: p.Deck.Runs, Cite: p.Cite(scene, lang),
	}
}
