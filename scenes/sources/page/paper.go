package page

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// Paper is a drawn page whose paragraphs answer to touch, each at the slot, a closed
// line, that has its id; a dot where each of its numbers stands; and a reading glass
// that lies over the one that is read: the one that is picked, or else the first that is
// full of figures. A finger on the page takes the glass along, and picks the paragraph
// from which it is lifted.
type Paper struct {
	Mark     string                       // of a paragraph: that of the k-th place is draw.Nth(Mark, k+1)
	Label    string                       // key of what the page is called
	Articles []string                     // the slots of the articles' names, in order
	Glass    string                       // the slot within the glass's rim
	Full     int                          // how many figures make a paragraph full of them
	Heading  func(v stage.View) geom.Rect // which the names stand clear of
	Open     func(v stage.View) float64
	Come     func(v stage.View) float64 // the dots
	// The colours on paper, which is light in every theme.
	Ground, Ink, Print, Picked draw.Color
	// Dot is the colour of a figure's dot, as Found's.
	Dot func(v stage.View, figure string) (c draw.Color, n int, hollow bool)
}

// Weight is how far the k-th place is read, 0 to 1: all together 1 at most.
func (p *Paper) Weight(v *stage.View, k int) float64 {
	w := v.Pick(draw.Nth(p.Mark, k+1))
	if k == p.first(v.Story) {
		w += 1 - v.AnyPicked(p.Mark)
	}
	return min(w, 1)
}

func (p *Paper) first(st *story.Story) int {
	places := st.Sources()
	for k := range places {
		if places[k].Paragraph > 0 && stated(st, places[k].ID) >= p.Full {
			return k
		}
	}
	return -1
}

// stated is how many figures the page states in a place.
func stated(st *story.Story, place string) int {
	n := 0
	figures := st.Figures()
	for i := range figures {
		if reads(&figures[i], place) {
			n++
		}
	}
	return n
}

// Read calls draw for the place that is read, at so much of its light: of two that
// change places, the one that goes is gone by half.
func (p *Paper) Read(l *draw.List, v *stage.View, draw func(k int, place *story.Source)) {
	places := v.Story.Sources()
	for k := range places {
		if w := p.Weight(v, k); w > 0.5 && places[k].Paragraph > 0 {
			l.Push(geom.Identity(), 2*w-1)
			draw(k, &places[k])
			l.Pop()
		}
	}
}

// Part is the names of the articles, the paragraphs and their dots, over a layer.
func (p *Paper) Part(layer string) storyboard.Part {
	return storyboard.Part{Layer: layer, Draw: p.draw}
}

func (p *Paper) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	show := p.Open(v)
	if show <= 0 {
		return
	}
	places := v.Story.Sources()
	l.Push(geom.Identity(), show)
	l.Open(draw.Name(p.Mark), draw.Sem{Role: draw.RoleList, Label: v.Words(p.Label)})
	n, size, held := 0, p.sized(&v, at, places), p.held(&v, at.Place())
	for k := range places {
		if k == 0 || places[k].Article != places[k-1].Article {
			p.article(l, &v, at, n, places[k].Article, size)
			n++
		}
		if places[k].Paragraph > 0 {
			p.paragraph(l, &v, at, k, &places[k], held)
		}
	}
	l.Close()
	l.Pop()
}

// sized is how large all articles' names are set, so that each has room in its slot and
// stands clear of the heading; 0: they have none at their smallest, and are left out.
func (p *Paper) sized(v *stage.View, at storyboard.Spot, places []story.Source) float64 {
	place, head, small, n := at.Place(), p.Heading(*v), v.Layout().Type.Small, 0
	size := math.Inf(1)
	for k := range places {
		if k > 0 && places[k].Article == places[k-1].Article || n >= len(p.Articles) {
			continue
		}
		r := place.Slot(p.Articles[n])
		n++
		st := typeset.Style{Face: typeset.Serif, Size: max(r.H, small)}
		size = min(size, v.Set.Fit(places[k].Article, st, r.W, st.Size*0.6).Size)
		if r.X >= head.Right() || r.Right() <= head.X {
			continue
		}
		if room := (r.Y + r.H*baseline - head.Bottom()) / hanHeight; room < size {
			size = room
		}
	}
	if size < small*0.9 {
		return 0
	}
	return size
}

func (p *Paper) article(l *draw.List, v *stage.View, at storyboard.Spot, n int, name string, size float64) {
	if n >= len(p.Articles) || size == 0 {
		return
	}
	r, k := at.Slot(p.Articles[n]), at.Scale
	run := v.Set.Line(name, typeset.Style{Face: typeset.Serif, Size: size})
	l.PushAt(r.Min(), 1/k, 1)
	l.Text(draw.Name(p.Articles[n]), run, geom.P(0, r.H*k*baseline), draw.Ink(p.Ink), draw.Sem{Role: draw.RoleText})
	l.Pop()
}

// baseline is where a name stands in its slot, in parts of that.
const baseline = 0.86

// hanHeight is how far a Chinese character of the serif stands over its baseline, in
// parts of its size.
const hanHeight = 0.86

// dotSize is the radius of a dot, in widths of the glass.
const dotSize = 0.0225

func (p *Paper) paragraph(l *draw.List, v *stage.View, at storyboard.Spot, k int, place *story.Source, held grip) {
	path := at.Line(place.ID)
	if path == nil {
		return // one that was added since the page was drawn
	}
	id, wide := draw.Nth(p.Mark, k+1), at.Slot(p.Glass).W
	on := max(held.weight(p.Weight(v, k), k), v.Hovered(id)*0.5*(1-held.firm))
	l.Open(id, draw.Sem{Role: draw.RoleButton, Label: place.Cite, Digits: draw.DigitsPage, On: v.Picked.ID == id, Traced: true})
	l.Fill(id.Sub("box"), path, draw.Ink(p.Picked.Fade(0.16*on)), draw.Decor())
	if on > 0 {
		l.Stroke(id.Sub("edge"), path, geom.Pen{Width: max(wide*0.008, 1/at.Scale), Join: geom.JoinRound}, draw.Ink(p.Picked.Fade(on)), draw.Decor())
	}
	dots := Found{Size: wide * dotSize, Come: p.Come(*v), Paper: p.Ground, Ink: p.Dot}
	dots.Draw(l, v, at, id, place.ID, path.Bounds())
	l.Close()
}
