package chart

import (
	"strings"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Listing is the figures of a place of the page, one below the other: the number, what
// it counts, for when, and the way to the scene that draws it. What has no room is a
// page further.
type Listing struct {
	Source string // the place
	More   string // copy key of the slider over the pages
	// Link is where a figure leads, and the copy key of what that is called; ok is false
	// where it leads nowhere.
	Link func(figure string) (target, title string, ok bool)
}

// The smallest that a listing is set in, and a number beside words that have no room.
const leastText, leastNumber = 12, 8.5

// set is how the rows of a listing are set: all alike, as tall as the longest asks.
type set struct {
	n            int  // of figures
	below        bool // what is counted stands below its number: beside it a word has no room
	number, text float64
	column, row  float64 // the width of the numbers, and the height of a row
}

func (t *Listing) set(v *stage.View, width float64) (s set) {
	lay := v.Layout()
	s.text = max(lay.Type.Small, leastText)
	s.number = max(lay.Type.Text*1.4, s.text*1.3)
	figures := v.Story.Figures()
	for i := range figures {
		if f := &figures[i]; f.Source.ID == t.Source {
			s.n++
			s.column = max(s.column, NumberWidth(v, f.ID, s.style()))
		}
	}
	s.column = min(s.column+s.text*0.8, width*0.46)
	s.row = s.number * 1.5
	least := s.row
	for i := range figures {
		if f := &figures[i]; f.Source.ID == t.Source {
			s.below = s.below || longestWord(v, f.Label, s.words()) > s.labelWidth(width)
		}
	}
	if s.below {
		s.column = width - s.text*arrowRoom
	}
	for i := range figures {
		if f := &figures[i]; f.Source.ID == t.Source {
			high := v.Set.Block(f.Label, s.words(), s.labelWidth(width)).Height + s.text*0.6
			if s.below {
				high += least * 0.8
			}
			s.row = max(s.row, high)
		}
	}
	return s
}

func (s *set) style() NumberStyle { return NumberStyle{Size: s.number, Unit: s.text, Plain: true} }
func (s *set) words() typeset.Style {
	return typeset.Style{Face: typeset.Sans, Size: s.text, Leading: 1.25}
}
func (s *set) labelWidth(width float64) float64 {
	if s.below {
		return width - s.text*arrowRoom
	}
	return width - s.column - s.text*arrowRoom
}

// arrowRoom is what a row keeps for the arrow at its end, in sizes of its text.
const arrowRoom = 1.8

// longestWord is the width of the longest part of a text that is not to be broken; of
// a language that breaks anywhere, none.
func longestWord(v *stage.View, text string, st typeset.Style) (w float64) {
	if v.Chinese() {
		return 0
	}
	for text != "" {
		word, rest, _ := strings.Cut(text, " ")
		w, text = max(w, v.Set.Line(word, st).Width), rest
	}
	return w
}

// Draw appends the list in a place and returns where it ends. The pages are turned by
// the input of the id's part "page".
func (t *Listing) Draw(l *draw.List, v *stage.View, id draw.ID, r geom.Rect) float64 {
	s := t.set(v, r.W)
	if s.n == 0 {
		return r.Y
	}
	const airy = 1.3 // how much wider than the least a short list is set
	bar := 0.0
	rows := max(int(r.H/s.row), 1)
	if rows < s.n {
		bar = draw.MinTouch * 0.8
		rows = max(int((r.H-bar)/s.row), 1)
	}
	pages := (s.n + rows - 1) / rows
	page := min(int(v.Inputs.Get(id.Sub("page"), 0)+0.5), pages-1)
	height := min((r.H-bar)/float64(min(rows, s.n)), s.row*airy)
	i, row := 0, 0
	figures := v.Story.Figures()
	for k := range figures {
		if figures[k].Source.ID != t.Source {
			continue
		}
		if i/rows == page {
			t.row(l, v, &s, i, &figures[k], geom.R(r.X, r.Y+height*float64(row), r.W, height))
			row++
		}
		i++
	}
	if pages > 1 {
		Pages(l, v, id.Sub("page"), t.More, page, pages, geom.R(r.X, r.Bottom()-bar, r.W, bar))
		return r.Bottom()
	}
	return r.Y + height*float64(row)
}

func (t *Listing) row(l *draw.List, v *stage.View, s *set, i int, f *story.Figure, r geom.Rect) {
	th := v.Theme
	id := func(name string) draw.ID { return draw.ID{Name: name, N: i + 1, Part: f.ID} }
	target, title, leads := t.Link(f.ID)
	sem := draw.Sem{Role: draw.RoleRow, Label: f.Label}
	if leads {
		sem = draw.Sem{Role: draw.RoleLink, Label: f.Label, Detail: v.Words(title), Target: target}
	}
	l.Open(id("row"), sem)
	l.Rect(id("touch"), r, 0, draw.Ink(th.Accent.Fade(0.08*v.Hovered(id("row")))), draw.Decor())
	st := s.style()
	if w := NumberWidth(v, f.ID, st); w > s.column {
		// In a low window the slip is as narrow as two words: better small than over them.
		fit := (s.column - s.text*0.3) / w
		st.Size, st.Unit = max(st.Size*fit, leastNumber), max(st.Unit*fit, leastNumber)
	}
	middle := r.Y + r.H/2
	x, w := r.X+s.column, s.labelWidth(r.W)
	label := v.Set.Block(f.Label, s.words(), w)
	y, base := middle-label.Height/2, middle+st.Size*0.36
	if s.below {
		x, y = r.X, middle-label.Height/2+s.number*0.6
		base = y - s.text*0.3
	}
	Figure(l, v, id("figure"), f.ID, st, geom.P(r.X, base))
	end := 0.0
	for k, line := range label.Lines {
		sem := draw.Sem{Role: draw.RoleCell, Label: f.Label}
		if k > 0 {
			sem = draw.Decor()
		}
		l.Text(draw.ID{Name: "label", N: i + 1, Part: f.ID, K: k}, line.Run, geom.P(x, y+line.Y), draw.Ink(th.Text), sem)
		end = line.Run.Width
	}
	period := v.Set.Line(f.Period, typeset.Style{Face: typeset.Sans, Size: s.text})
	if last := label.Lines[len(label.Lines)-1]; end+s.text+period.Width <= w {
		l.Text(id("period"), period, geom.P(x+w-period.Width, y+last.Y), draw.Ink(th.Mute), draw.Sem{Role: draw.RoleCell, Digits: draw.DigitsPage})
	}
	if leads {
		a := s.text * 0.4
		c := geom.P(r.Right()-a*1.4, middle)
		arrow := l.NewPath().Move(c.X-a*1.6, c.Y).Line(c.X+a, c.Y).Move(c.X, c.Y-a).Line(c.X+a, c.Y).Line(c.X, c.Y+a)
		l.Stroke(id("arrow"), arrow, geom.Pen{Width: max(s.text*0.12, 1.2), Cap: geom.CapRound}, draw.Ink(th.Accent), draw.Decor())
	}
	l.Line(id("under"), geom.P(r.X, r.Bottom()), geom.P(r.Right(), r.Bottom()), 0.75, draw.Ink(th.Rule), draw.Decor())
	l.Close()
}

// Pages is a slider over the pages of something that has room for one of them.
func Pages(l *draw.List, v *stage.View, id draw.ID, label string, page, pages int, r geom.Rect) {
	th := v.Theme
	l.Open(id, draw.Sem{Role: draw.RoleSlider, Label: v.Words(label), Now: float64(page), Min: 0, Max: float64(pages - 1), Step: 1})
	l.Rect(id.SubN("touch", 1), r, 0, draw.Ink(th.Ground.Fade(0)), draw.Decor())
	const gap = 6
	thick := max(4, r.H*0.07)
	w := (r.W - gap*float64(pages-1)) / float64(pages)
	for i := range pages {
		c := th.Mute.Fade(0.5)
		if i == page {
			c = th.Accent
		}
		l.Rect(id.SubN("bar", i+1), geom.R(r.X+float64(i)*(w+gap), r.Center().Y-thick/2, w, thick), thick/2, draw.Ink(c), draw.Decor())
	}
	l.Close()
}
