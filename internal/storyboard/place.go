package storyboard

import (
	"lianhua/internal/art"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Place is where a drawing lies in a window: as large as its whole design fits, what
// the window is longer than the design laid before and behind it by the drawing's
// anchor. There the drawing's bleed is seen.
type Place struct {
	M     geom.Affine // from the drawing's pixels to the window's
	K     float64     // the window's pixels to one of the drawing's
	Area  geom.Rect
	art   *stage.Art
	lang  string
	whole geom.Rect
}

// PlaceOf lays a view's drawing into its area.
func PlaceOf(v *stage.View) Place {
	d := v.Art.Drawing
	k := min(v.Area.W/d.Width, v.Area.H/d.Height)
	x := v.Area.X + (v.Area.W-d.Width*k)*d.Anchor.X
	y := v.Area.Y + (v.Area.H-d.Height*k)*d.Anchor.Y
	return Place{
		M: geom.Affine{A: k, D: k, E: x, F: y}, K: k, Area: v.Area, art: v.Art, lang: v.Story.Lang.String(),
		whole: geom.R((v.Area.X-x)/k, (v.Area.Y-y)/k, v.Area.W/k, v.Area.H/k),
	}
}

// slot is the named slot; nil where the drawing has none.
func (p *Place) slot(name string) *art.Slot {
	if i, ok := p.art.Slot(name, p.lang); ok {
		return &p.art.Slots[i]
	}
	return nil
}

// Spot is where a part would stand in a slot.
func (p *Place) Spot(name string) Spot { return p.spot(name) }

func (p *Place) spot(name string) Spot {
	at := Spot{Scale: p.K, Whole: p.whole, place: *p}
	if s := p.slot(name); s != nil {
		at.Rect, at.Path = s.Rect, s.Path
		at.Rect = at.Rect.Offset(p.drift(s).Mul(1 / p.K))
	}
	return at
}

// ToFoot carries a layer of upright forms to the window's foot, as slots are that keep
// to it: what the window is longer than the design is then more of the picture.
func ToFoot(v stage.View, p Place) geom.Pt {
	if !v.Layout().Form.Upright() {
		return geom.Pt{}
	}
	return p.drift(&art.Slot{Anchor: art.ToBottom}).Mul(1 / p.K)
}

// drift is how far a slot that keeps to an edge of the window lies from where the
// drawing has it, in the window's pixels.
func (p *Place) drift(s *art.Slot) geom.Pt {
	design := p.M.Bounds(geom.R(0, 0, p.art.Width, p.art.Height))
	switch s.Anchor {
	case art.ToTop:
		return geom.P(0, p.Area.Y-design.Y)
	case art.ToBottom:
		return geom.P(0, p.Area.Bottom()-design.Bottom())
	case art.ToLeft:
		return geom.P(p.Area.X-design.X, 0)
	case art.ToRight:
		return geom.P(p.Area.Right()-design.Right(), 0)
	}
	return geom.Pt{}
}

// Slot is the extent of a slot in the window's pixels; empty where the drawing has
// none of that name.
func (p *Place) Slot(name string) geom.Rect {
	s := p.slot(name)
	if s == nil {
		return geom.Rect{}
	}
	return p.M.Bounds(s.Rect).Offset(p.drift(s))
}

// Drawn is the extent of a slot in the drawing's pixels, likewise.
func (p Place) Drawn(name string) geom.Rect { return p.spot(name).Rect }

// TypeOf is the size of the type in a slot, in the window's pixels; 0 where the drawing
// gives it none.
func (p *Place) TypeOf(name string) float64 {
	s := p.slot(name)
	if s == nil {
		return 0
	}
	return s.Size * p.K
}
