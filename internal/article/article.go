package article

import (
	"errors"
	"slices"

	"lianhua/internal/dataset"
	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/ledger"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// themeName is the theme that the pictures are drawn in: paper.
const themeName = "day"

// Article is a story in one language as its pages show it.
type Article struct {
	Lang     story.Lang
	Pictures []Picture // of every scene, in story order: wide and upright

	story    *story.Story
	site     dataset.Site
	viewer   *preview.Viewer
	theme    *stage.Theme
	sections []section
	drawn    map[string]string // the first scene that draws a figure
	names    map[string]string // of a paragraph's article, see placeNames
}

// section is what an article tells of one scene.
type section struct {
	name             string
	step, steps      int // the first of its steps, and their number
	chapter          string
	title, deck, alt string
	beats            []string // sentences, in order
	from             []int    // the beat, from 1, where each begins to be true
	parts            []part
	answers          []answer
	mean             string // see meanOf
	figures          []string
	cite             string
	wide, upright    Picture
	small            Picture // in the contents; the first scene has none
}

// part is something in a picture that readers may ask about.
type part struct {
	name, detail string
	state        string       // of the story in which it is picked; empty: not in the settled picture
	source       story.Source // that says so; the zero one is not told
}

// New draws every scene of the story in one language, to be published at a site.
// It fails where the theme of the pictures lacks a colour or there is no scene.
func New(b *story.Bundle, fonts *typeset.Fonts, scenes []stage.Scene, packs preview.Packs, lang story.Lang, site dataset.Site) (*Article, error) {
	viewer, err := preview.New(b, fonts, scenes, packs)
	if err != nil {
		return nil, err
	}
	theme, ok := viewer.Theme(themeName)
	if !ok {
		return nil, errors.New("article: the story has no theme " + themeName)
	}
	a := &Article{
		Lang: lang, story: b.In(lang), site: site, viewer: viewer, theme: viewer.Themes[theme],
		drawn: map[string]string{}, names: placeNames(b),
	}
	for i := range viewer.Deck.Slots {
		a.sections = append(a.sections, a.read(i))
	}
	return a, nil
}

// chinese reports whether the article is written in Chinese.
func (a *Article) chinese() bool { return a.Lang == story.ZH }

// reading is the area that scenes are drawn in to be read: a laptop's.
func reading() geom.Rect { return geom.R(0, 0, 1440, 900) }

// draw replaces what the list holds by a scene at the settled end of a beat.
func (a *Article) draw(l *draw.List, scene, beat int, area geom.Rect) {
	a.viewer.Draw(l, a.viewer.Settled(scene, beat, a.Lang, a.theme, area))
}

// read draws a scene's beats and keeps what is said in them.
func (a *Article) read(scene int) section {
	slot := &a.viewer.Deck.Slots[scene]
	s := section{
		name: slot.Scene.Name(), step: a.viewer.Deck.Step(scene, 0), steps: slot.Time.Len(),
		cite: a.viewer.Cite(scene, a.Lang),
	}
	if c, ok := slot.Scene.(stage.Chaptered); ok {
		s.chapter = a.story.Words(c.Chapter())
	}
	for beat := range s.steps {
		if d, ok := slot.Scene.(stage.Described); ok {
			if words := a.story.Words(d.Describe(beat)); len(s.beats) == 0 || s.beats[len(s.beats)-1] != words {
				s.beats = append(s.beats, words)
				s.from = append(s.from, beat+1)
			}
		}
		list, tree := new(draw.List), new(dom.Tree)
		a.draw(list, scene, beat, reading())
		tree.Build(list)
		s.listen(tree, list)
	}
	if s.alt == "" && len(s.beats) > 0 {
		s.alt = s.beats[len(s.beats)-1]
	}
	if len(s.beats) == 1 && s.beats[0] == s.alt {
		s.beats = nil
	}
	s.mean, s.answers = a.meanOf(scene), a.answers(scene)
	s.take(s.answers)
	for _, id := range s.figures {
		if _, known := a.drawn[id]; !known && s.name != tableScene {
			a.drawn[id] = s.name
		}
	}
	s.wide, s.upright = a.picture(scene, wide()), a.picture(scene, upright())
	a.Pictures = append(a.Pictures, s.wide, s.upright)
	if scene > 0 { // the contents stand in the first
		s.small = a.picture(scene, small())
		a.Pictures = append(a.Pictures, s.small)
	}
	return s
}

// listen adds what a beat says to what the scene has said before. The year of
// the page is not told among a scene's figures: every citation has it.
func (s *section) listen(tree *dom.Tree, list *draw.List) {
	for _, e := range ledger.Of(list).Entries {
		if e.Figure != stage.YearFigure && !has(s.figures, e.Figure) {
			s.figures = append(s.figures, e.Figure)
		}
	}
	for i := range tree.Nodes {
		n := &tree.Nodes[i]
		switch {
		case s.title == "" && n.Role == draw.RoleHeading && n.Level == 1:
			k := list.Find(n.ID)
			if s.title = list.Marks[k].Sem.Label; s.title == "" {
				s.title = n.Text
			}
		case s.deck == "" && list.Marks[list.Find(n.ID)].Sem.Frame == draw.FrameDeck:
			s.deck = n.Text
		case n.Role == draw.RolePicture && n.Text != "":
			s.alt = n.Text
		case n.Role == draw.RoleButton && n.Text != "" && n.Detail != "":
			s.explain(n.Text, n.Detail)
		}
	}
}

func (s *section) explain(name, detail string) {
	for _, p := range s.parts {
		if p.name == name {
			return
		}
	}
	s.parts = append(s.parts, part{name: name, detail: detail})
}

// take has the parts that the settled picture answers for say what their cards say.
func (s *section) take(answers []answer) {
	for _, b := range answers {
		if b.leads || b.slider {
			continue
		}
		told := part{b.title, b.text, b.state, b.source}
		k := slices.IndexFunc(s.parts, func(p part) bool { return p.name == b.name || p.name == b.title })
		if k < 0 {
			s.parts = append(s.parts, told)
		} else if s.parts[k].state == "" {
			s.parts[k] = told
		}
	}
}

func has(list []string, s string) bool {
	for _, e := range list {
		if e == s {
			return true
		}
	}
	return false
}
