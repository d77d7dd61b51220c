package page

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// grip is how a finger holds the glass.
type grip struct {
	firm  float64 // 0: not at all
	place int     // what lies under the finger; -1: none
	clear float64 // how far within that the finger is, 0 at its edge
}

// weight is how far the k-th place is read that would be so far without the finger.
func (g *grip) weight(w float64, k int) float64 {
	w *= 1 - g.firm
	if k == g.place {
		w += g.firm
	}
	return w
}

// The glass is held beside the page, too, as far as a share of its width; the print
// under it fades at a paragraph's edge.
const (
	beside = 0.4
	fringe = 0.05
)

// held is how a finger that is on the page holds the glass.
func (p *Paper) held(v *stage.View, place storyboard.Place) grip {
	g := grip{place: -1}
	if v.Finger.Force <= 0 {
		return g
	}
	open, at, wide := p.Open(*v), v.Finger.At, place.Slot(p.Glass).W
	page := geom.Rect{}
	places := v.Story.Sources()
	for k := range places {
		box := place.Slot(places[k].ID)
		if places[k].Paragraph == 0 || box.Empty() {
			continue
		}
		page = page.Union(box)
		s := place.Spot(places[k].ID)
		under := s.Under(at)
		if s.Path != nil && s.Path.Contains(under) {
			_, edge := s.Path.Nearest(under)
			g.place, g.clear = k, anim.Clamp(edge*place.K/(wide*fringe))
		}
	}
	if page.Inset(-wide * beside).Has(at) {
		g.firm = v.Finger.Force * open
	}
	return g
}

// below is how far under a paragraph's middle the glass lies, in its widths: the names
// of the articles stay clear of it. A finger on a small screen would hide what it reads:
// there it holds the glass by its foot.
const (
	below = 0.12
	foot  = 0.62
)

// Drift is how far the glass is from its home, as a Carry has it.
func (p *Paper) Drift(v stage.View, place storyboard.Place) geom.Pt {
	home := place.Slot(p.Glass)
	at, left := geom.Pt{}, 1.0
	places := v.Story.Sources()
	for k := range places {
		if w := min(p.Weight(&v, k), left); w > 0 && places[k].Paragraph > 0 {
			at, left = at.Add(place.Slot(places[k].ID).Center().Add(geom.P(0, home.W*below)).Mul(w)), left-w
		}
	}
	at = at.Add(home.Center().Mul(left))
	if held := p.held(&v, place); held.firm > 0 {
		to := v.Finger.At
		if v.Layout().Form.Upright() {
			to.Y -= home.W * foot
		}
		at = at.Lerp(to, held.firm)
	}
	at.X = min(max(at.X, v.Area.X+home.W*0.7), v.Area.Right()-home.W*0.7)
	return at.Sub(home.Center()).Mul(1 / place.K)
}

// Under is what lies under the glass, over the layer of its disc.
func (p *Paper) Under(layer string) storyboard.Part {
	g := Reading{Name: "print", Print: p.Print, Ink: func(v stage.View, figure string) draw.Color {
		c, _, _ := p.Dot(v, figure)
		return c
	}}
	return storyboard.Part{Layer: layer, Slot: p.Glass, Draw: func(l *draw.List, v stage.View, at storyboard.Spot) {
		held := p.held(&v, at.Place())
		places := v.Story.Sources()
		for k := range places {
			w := held.weight(p.Weight(&v, k), k)
			if w <= 0.5 || places[k].Paragraph == 0 {
				continue
			}
			show := 2*w - 1
			if k == held.place {
				show *= anim.Lerp(1, held.clear, held.firm)
			}
			l.Push(geom.Identity(), show)
			g.Draw(l, &v, at, places[k].ID)
			l.Pop()
		}
	}}
}
