package article

import (
	"errors"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

// What a card's type measures, in pixels of 1200: links are shared as thumbnails
// of a quarter of that, where the headline must still be read.
const (
	cardMargin   = 50
	cardTitle    = 68
	cardLeast    = 52 // a headline is set no smaller to fit beside the picture
	cardTop      = 34
	cardName     = 26
	cardSubtitle = 20
	cardFoot     = 604 // the baseline of the name
)

// Card draws the picture that stands for a scene where its link is shared: the
// settled last beat with a larger headline, and the story's name in place of what
// only readers of the page need.
func (a *Article) Card(scene string) (*draw.List, error) {
	at, ok := a.viewer.Deck.Index(scene)
	if !ok {
		return nil, errors.New("article: there is no scene " + scene)
	}
	area := geom.R(0, 0, CardWidth, CardHeight)
	l := new(draw.List)
	a.draw(l, at, a.viewer.Deck.Slots[at].Time.Len()-1, area)
	strip(l)
	picture := len(l.Marks)

	set := a.viewer.Setter(a.Lang)
	title := a.story.Words(scene + ".title")
	st := typeset.Style{Face: typeset.Serif, Size: cardTitle, Leading: 1.22, Balance: true}
	width := area.W * 0.58
	st = set.Fit(title, st, width, cardLeast)
	ink := draw.Ink(a.theme.Ink)
	for i, line := range set.Block(title, st, width).Lines {
		l.Text(draw.Nth("headline", i+1), line.Run, geom.P(cardMargin+line.X, cardTop+line.Y), ink, draw.Sem{Role: draw.RoleHeading, Level: 1})
	}

	name := set.Line(a.story.Words("shell.name"), typeset.Style{Face: typeset.Serif, Size: cardName})
	l.Text(draw.Name("name"), name, geom.P(cardMargin, cardFoot), ink, draw.Sem{Role: draw.RoleText})
	subtitle := set.Line(a.story.Words("shell.subtitle"), typeset.Style{Face: typeset.Sans, Size: cardSubtitle})
	l.Text(draw.Name("subtitle"), subtitle, geom.P(cardMargin+name.Width+18, cardFoot), draw.Ink(a.theme.Text), draw.Sem{Role: draw.RoleText})
	giveWay(l, picture)
	return l, nil
}

// giveWay hides what words of the picture lie under the card's own, which follow the
// picture's marks.
func giveWay(l *draw.List, picture int) {
	for i := range l.Marks[:picture] {
		m := &l.Marks[i]
		if m.Kind != draw.KindText {
			continue
		}
		b := l.Bounds(i)
		for k := picture; k < len(l.Marks); k++ {
			if b.Overlaps(l.Bounds(k)) {
				m.Alpha = 0
			}
		}
	}
}
