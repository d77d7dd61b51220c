package article

import (
	"strconv"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/svg"
)

// Picture is a scene's settled last beat.
type Picture struct {
	Name          string  // of its file
	Width, Height float64 // in CSS pixels
	SVG           []byte  // a document that stands alone, its letters as outlines

	sample string // what is to be said of a crowd of which it shows a part
}

// shape is a form that pictures are drawn in.
type shape struct {
	suffix string
	area   geom.Rect
	crowd  int // how many marks of a crowd are drawn at most
}

// wide pictures are for columns of text, upright ones for phones.
func wide() shape    { return shape{"wide", geom.R(0, 0, 1200, 750), 9000} }
func upright() shape { return shape{"upright", geom.R(0, 0, 360, 640), 5000} }

// margin is the air around a picture, in CSS pixels.
const margin = 10

func (a *Article) picture(scene int, s shape) Picture {
	p := Picture{Name: "pictures/" + a.viewer.Deck.Slots[scene].Scene.Name() + "." + s.suffix + "." + a.Lang.String() + ".svg"}
	p.SVG = a.svg(scene, s, &p, svg.Options{Outlines: a.viewer.Fonts})
	return p
}

func (a *Article) svg(scene int, s shape, p *Picture, o svg.Options) []byte {
	l := new(draw.List)
	last := a.viewer.Deck.Slots[scene].Time.Len() - 1
	a.draw(l, scene, last, s.area)
	strip(l)
	l.Area = drawnArea(l)
	p.Width, p.Height = l.Area.W, l.Area.H
	o.Lang, o.NoGround, o.MaxFieldMarks = a.Lang.String(), true, s.crowd
	o.Sample = func(drawn, of int) string {
		p.sample = a.sampleText(drawn, of)
		return p.sample
	}
	return svg.Append(nil, l, o)
}

// strip hides what surrounds the picture: its frame, which the article says in
// its own words, and the links of the player, which lead nowhere on paper, unless
// they show a figure.
func strip(l *draw.List) {
	for i := 0; i < len(l.Marks); i++ {
		m := &l.Marks[i]
		end := i
		switch {
		case m.Sem.Role == draw.RoleLink && m.Kind == draw.KindOpen && m.Pair > i:
			end = m.Pair
			if showsFigure(l.Marks[i:end]) {
				i = end
				continue
			}
		case m.Sem.Role != draw.RoleLink && m.Sem.Frame == draw.FrameNone:
			continue
		}
		for ; i < end; i++ {
			l.Marks[i].Alpha = 0
		}
		l.Marks[i].Alpha = 0
	}
}

func showsFigure(marks []draw.Mark) bool {
	for i := range marks {
		if marks[i].Sem.Figure != "" {
			return true
		}
	}
	return false
}

// drawnArea is the part of the picture that its marks take, with a margin.
func drawnArea(l *draw.List) geom.Rect {
	var all geom.Rect
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind == draw.KindOpen || m.Kind == draw.KindClose || m.Alpha <= 0 {
			continue
		}
		b := l.Bounds(i).Intersect(l.Area)
		switch {
		case b.Empty():
		case all.Empty():
			all = b
		default:
			all = all.Union(b)
		}
	}
	if all.Empty() {
		return l.Area
	}
	return all.Inset(-margin).Intersect(l.Area)
}

// sampleText says what share of a crowd is drawn.
func (a *Article) sampleText(drawn, of int) string {
	return a.story.Filled("page.sample", "drawn", strconv.Itoa(drawn), "all", strconv.Itoa(of))
}
