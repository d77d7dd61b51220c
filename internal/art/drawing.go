package art

import (
	"lianhua/internal/geom"
)

// Set is the drawings of one scene, one for each composition.
type Set struct {
	Drawings []Drawing
	// Forms is which drawing each form stands on, by stage.Form: an index of Drawings.
	Forms [4]int
}

// Drawing is one composition.
type Drawing struct {
	Name          string // the file's without its ending: "cover.phone"
	Width, Height float64
	// Anchor is which part of the window's length that the design leaves over lies
	// left of it and above it, 0 to 1 each; the middle is 0.5 0.5.
	Anchor geom.Pt
	Colors []string // names of the theme's, as the paints count them: "ink", "steel-40"
	Clips  []Clip
	Layers []Layer // an outer layer before those within it
	Slots  []Slot
}

// Light says when a layer is seen.
type Light uint8

const (
	Always Light = iota
	Day          // in themes on a light ground
	Night        // in themes on a dark ground
)

// Layer is a named part of a drawing: what a storyboard moves, and what answers to
// touch.
type Layer struct {
	Name   string // of its drawing, only once
	Parent int    // index of the layer around it; -1: none
	Light  Light
	Clip   int // index of Clips, in the coordinates of the layer around it; -1: none
	Items  []Item

	// What it means to those who touch it or do not see it: a role as draw.Role
	// names it, and keys of the copy. Empty: it is decoration.
	Role, Label, Detail string
	Line                int // of the drawing's file, for messages; 0 in a pack
}

// Item is one of the things of a layer, in the order of drawing.
type Item struct {
	Layer int // ≥ 0: the layer within that stands here; -1: Shape
	Shape Shape
}

// Shape is one path, filled or stroked.
type Shape struct {
	Path  geom.Path
	Pen   geom.Pen    // Width 0: filled by the non-zero rule
	M     geom.Affine // from the path's and the paint's coordinates to the layer's
	Paint Paint
	Clip  int // index of Clips, in the layer's coordinates; -1: none
}

// Clip shows what it is laid on only inside of a path, filled by the non-zero rule.
type Clip struct {
	Path  geom.Path
	Outer int // index of the clip that holds too, in the same coordinates; -1: none
}

// Paint is a colour or a gradient of colours by name.
type Paint struct {
	Color   int     // index of Colors, where there are no stops
	Opacity float64 // 0 to 1, where there are no stops
	Radial  bool    // else linear; see draw.Ramp
	From    geom.Pt
	To      geom.Pt // of a radial gradient, a point on its rim
	Stops   []Stop  // none: Color; at most draw.MaxStops
}

// Stop is a colour at a place of a gradient, 0 to 1.
type Stop struct {
	At      float64
	Color   int
	Opacity float64
}

// Align is where in its slot something stands that does not fill it, on one axis.
type Align uint8

const (
	Start Align = iota // left, top
	Middle
	End
)

// Fit is what becomes of words that are too long for their slot, in this order:
// they wrap where Lines allows it, shrink to Least, and lose their second text
// where Drop is set.
type Fit struct {
	Lines int     // how many lines there may be; 0 and 1: one
	Least float64 // the smallest part of their size, 0 to 1; 0: they do not shrink
	Drop  bool
}

// Slot is a named place. A point has neither extent nor path, a rectangle no path.
type Slot struct {
	Name   string
	Lang   string // "zh" or "en": only in that language, before one of any; empty: any
	Rect   geom.Rect
	Path   *geom.Path // of a line
	X, Y   Align
	Size   float64 // of its type; 0: as the storyboard says
	Fit    Fit
	Anchor Anchor
	Line   int // of the drawing's file, for messages; 0 in a pack
}

// Anchor is what a slot stays near where the window is longer than the design:
// the picture, or one of the window's edges.
type Anchor uint8

const (
	ToPicture Anchor = iota
	ToTop
	ToBottom
	ToLeft
	ToRight
)

// Layer is the index of the named layer; ok is false where there is none.
func (d *Drawing) Layer(name string) (i int, ok bool) {
	for i := range d.Layers {
		if d.Layers[i].Name == name {
			return i, true
		}
	}
	return 0, false
}

// Slot is the index of the named slot for a language ("zh" or "en"): its own
// before one of any; ok is false where there is none.
func (d *Drawing) Slot(name, lang string) (i int, ok bool) {
	for k := range d.Slots {
		s := &d.Slots[k]
		if s.Name != name || s.Lang != "" && s.Lang != lang {
			continue
		}
		if !ok || s.Lang != "" {
			i, ok = k, true
		}
	}
	return i, ok
}
