package stage

import (
	"math"

	"lianhua/internal/geom"
)

// Form is the kind of screen that a picture is composed for.
type Form uint8

const (
	Phone  Form = iota // upright, held in a hand
	Laptop             // wide, on a desk
	Kiosk              // upright and tall, read standing
	Wall               // wide, seen from across a hall
)

var formNames = [...]string{"phone", "laptop", "kiosk", "wall"}

func (f Form) String() string { return formNames[f&3] }

// Upright reports whether the form is taller than wide.
func (f Form) Upright() bool { return f == Phone || f == Kiosk }

// Where one form ends and the next begins, in device-independent pixels. The
// page's style sheets and scripts know the same, as tests hold them to.
const (
	column  = 700  // narrower areas are a phone's up to 4:3
	booth   = 960  // the least height in which a kiosk's type has room
	hallH   = 1500 // the smallest wall
	hallW   = 2000
	leastW  = 300 // the smallest upright area in which type can be read
	leastH  = 480
	lowestW = 640 // and the smallest wide one
	lowestH = 340
)

// FormOf is the form that suits an area in device-independent pixels. An area
// that is hardly wider than tall is no small kiosk: its type would be a heap.
func FormOf(area geom.Rect) Form {
	upright := area.W*100 <= area.H*105
	switch {
	case area.W < column && area.W*3 <= area.H*4, upright && area.H < booth:
		return Phone
	case upright && area.W >= column:
		return Kiosk
	case area.H >= hallH && area.W >= hallW:
		return Wall
	}
	return Laptop
}

// Legible reports whether an area is large enough for a picture whose type can
// be read and stands apart; in smaller ones the page shows the article.
func Legible(area geom.Rect) bool {
	if FormOf(area).Upright() {
		return area.W >= leastW && area.H >= leastH
	}
	return area.W >= lowestW && area.H >= lowestH
}

// Layout is an area divided for one form. Lengths are in device-independent
// pixels. U is the unit: how many pixels one pixel of the form's design takes
// (designs are 360×640, 1440×900, 1080×1920, and the laptop's for the wall).
type Layout struct {
	Form   Form
	U      float64
	Margin float64
	Head   geom.Rect // chapter, title and deck
	Body   geom.Rect // the picture, edge to edge
	Foot   geom.Rect // source and progress
	Type   Type
}

// Type is the sizes of type, in device-independent pixels.
type Type struct {
	Title, Deck         float64 // the scene's title and its second line
	Figure, FigureSmall float64 // numbers
	Unit                float64 // after a number
	Label               float64 // names on the picture
	Text                float64 // sentences
	Small               float64 // sources and hints: the smallest that is set
}

// times is the sizes multiplied by k.
func (t Type) times(k float64) Type {
	return Type{t.Title * k, t.Deck * k, t.Figure * k, t.FigureSmall * k, t.Unit * k, t.Label * k, t.Text * k, t.Small * k}
}

// least is the smallest that each form sets its text in, whatever its size: a
// phone held sideways is a laptop seen through the wrong end of a telescope.
var least = [...]float64{Phone: 10, Laptop: 9, Kiosk: 14, Wall: 20}

func (t Type) atLeast(n float64) Type {
	t.Small, t.Text = max(t.Small, n), max(t.Text, n*1.05)
	t.Label, t.Unit, t.Deck = max(t.Label, n*1.15), max(t.Unit, n), max(t.Deck, n*1.15)
	return t
}

type design struct {
	w, h       float64
	margin     float64
	head, foot float64 // heights
	minU, maxU float64
	sizes      Type
}

var designs = [...]design{
	Phone:  {360, 640, 20, 132, 72, 0.8, 1.35, Type{30, 14, 40, 27, 15, 15, 14, 12}},
	Laptop: {1440, 900, 72, 304, 92, 0.36, 1.7, Type{62, 20, 54, 38, 19, 20, 17, 14}},
	Kiosk:  {1080, 1920, 84, 470, 186, 0.5, 2.4, Type{96, 33, 96, 64, 33, 35, 30, 25}},
	Wall:   {1440, 900, 72, 304, 92, 1.6, 6, Type{62, 20, 54, 38, 19, 20, 17, 14}},
}

// LayoutOf divides an area for its form.
func LayoutOf(area geom.Rect) Layout {
	f := FormOf(area)
	d := designs[f]
	u := math.Min(area.W/d.w, area.H/d.h)
	u = math.Max(d.minU, math.Min(d.maxU, u))
	lay := Layout{Form: f, U: u, Margin: d.margin * u, Type: d.sizes.times(u).atLeast(least[f])}
	// A wide, low window keeps its air at the sides rather than its height.
	lay.Head = geom.R(area.X+lay.Margin, area.Y, area.W-2*lay.Margin, d.head*u)
	lay.Foot = geom.R(area.X+lay.Margin, area.Bottom()-d.foot*u, area.W-2*lay.Margin, d.foot*u)
	lay.Body = geom.R(area.X, lay.Head.Bottom(), area.W, lay.Foot.Y-lay.Head.Bottom())
	return lay
}

// Layout divides the view's area.
func (v *View) Layout() Layout { return LayoutOf(v.Area) }

// Inner is the body without the margins at its sides.
func (l Layout) Inner() geom.Rect {
	return geom.R(l.Body.X+l.Margin, l.Body.Y, l.Body.W-2*l.Margin, l.Body.H)
}

// Px is a length of the form's design.
func (l Layout) Px(n float64) float64 { return n * l.U }

// SourceHeight is how far above the bottom of the window the line that names the
// source stands, in device-independent pixels.
func (l Layout) SourceHeight() float64 {
	switch l.Form {
	case Phone:
		return l.Px(34)
	case Kiosk:
		return l.Px(92)
	}
	return l.Px(52)
}
