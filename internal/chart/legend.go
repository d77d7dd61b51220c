package chart

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// DotLegend says what the colours of dots mean, in one line that ends at the right end
// of its place.
type DotLegend struct {
	Lead  string // copy key of what comes first; left out where there is no room for it
	Dots  []LegendDot
	Paper draw.Color // what the dots stand on: their rim
}

// LegendDot is a dot's colour and the copy key of what it means. A hollow one is a ring.
type LegendDot struct {
	Key    string
	Ink    draw.Color
	Hollow bool
}

// Draw appends the line, set in a size.
func (d *DotLegend) Draw(l *draw.List, v *stage.View, id draw.ID, size float64, r geom.Rect) {
	y, rad := r.Y+r.H/2+size*0.36, size*0.34
	x := r.Right()
	for i := len(d.Dots) - 1; i >= 0; i-- {
		dot := &d.Dots[i]
		st := typeset.Style{Face: typeset.SansBold, Size: size}
		if dot.Hollow {
			st.Face = typeset.Sans
		}
		x -= v.Set.Line(v.Words(dot.Key), st).Width
		Label(l, v, id.SubN("name", i+1), dot.Key, st, geom.P(x, y), v.Theme.Text)
		x -= rad * 1.8
		c := geom.P(x, y-size*0.36)
		l.Circle(id.SubN("paper", i+1), c, rad*1.2, draw.Ink(d.Paper), draw.Decor())
		if dot.Hollow {
			l.Stroke(id.SubN("dot", i+1), l.NewPath().Circle(c, rad*0.86), geom.Pen{Width: rad * 0.34}, draw.Ink(dot.Ink), draw.Decor())
		} else {
			l.Circle(id.SubN("dot", i+1), c, rad, draw.Ink(dot.Ink), draw.Decor())
		}
		x -= size * 1.1
	}
	st := typeset.Style{Face: typeset.Sans, Size: size}
	if w := v.Set.Line(v.Words(d.Lead), st).Width; x-w >= r.X {
		Label(l, v, id.Sub("lead"), d.Lead, st, geom.P(x-w, y), v.Theme.Text)
	}
}
