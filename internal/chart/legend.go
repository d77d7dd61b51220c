package chart

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// DotLegend says what the colours of dots mean, in one line that ends at the right end
// of its place, or in as many as that has room for.
type DotLegend struct {
	Lead  string // copy key of what comes first; left out where there is no room for it
	Dots  []LegendDot
	Paper draw.Color // what the dots stand on: their rim
}

// Subsets are the legends of all sets of the first n dots, without a lead: the k-th bit of
// a legend's index says that it has the k-th of them.
func (d *DotLegend) Subsets(n int) []DotLegend {
	all := make([]DotLegend, 1<<n)
	for set := range all {
		all[set].Paper = d.Paper
		for k := range n {
			if set>>k&1 == 1 {
				all[set].Dots = append(all[set].Dots, d.Dots[k])
			}
		}
	}
	return all
}

// LegendDot is a dot's colour and the copy key of what it means. A hollow one is a ring.
type LegendDot struct {
	Key    string
	Ink    draw.Color
	Hollow bool
}

// In parts of the size that a legend is set in: from one dot to the next word, from one
// line to the next, and a dot's radius.
const (
	legendGap  = 1.1
	legendLine = 1.6
	legendDot  = 0.34
)

// wide is how much of a line a dot and its word take.
func (d *LegendDot) wide(v *stage.View, size float64) float64 {
	return v.Set.Line(v.Words(d.Key), d.style(size)).Width + size*(1.8*legendDot+legendGap)
}

func (d *LegendDot) style(size float64) typeset.Style {
	if d.Hollow {
		return typeset.Style{Face: typeset.Sans, Size: size}
	}
	return typeset.Style{Face: typeset.SansBold, Size: size}
}

// Lines is how many lines the dots take in a width, all about as long.
func (d *DotLegend) Lines(v *stage.View, size, width float64) int {
	all := 0.0
	for i := range d.Dots {
		all += d.Dots[i].wide(v, size)
	}
	return max(1, int(math.Ceil(all/max(width, 1))))
}

// Height is that of so many lines.
func (*DotLegend) Height(size float64, lines int) float64 {
	return size * (1 + legendLine*float64(lines-1))
}

// DrawLines appends the dots in so many lines from the top left of a place on.
func (d *DotLegend) DrawLines(l *draw.List, v *stage.View, id draw.ID, size float64, at geom.Pt, lines int) {
	each := (len(d.Dots) + lines - 1) / lines
	at.X += size * legendDot * 1.2
	x, y := at.X, at.Y+size*(0.5+0.36)
	for i := range d.Dots {
		if i > 0 && i%each == 0 {
			x, y = at.X, y+size*legendLine
		}
		x += d.Dots[i].wide(v, size)
		d.dot(l, v, id, i, size, geom.P(x-size*legendGap, y))
	}
}

// Draw appends the line, set in a size.
func (d *DotLegend) Draw(l *draw.List, v *stage.View, id draw.ID, size float64, r geom.Rect) {
	x, y := r.Right(), r.Y+r.H/2+size*0.36
	for i := len(d.Dots) - 1; i >= 0; i-- {
		d.dot(l, v, id, i, size, geom.P(x, y))
		x -= d.Dots[i].wide(v, size)
	}
	st := typeset.Style{Face: typeset.Sans, Size: size}
	if d.Lead == "" {
		return
	}
	if w := v.Set.Line(v.Words(d.Lead), st).Width; x-w >= r.X {
		Label(l, v, id.Sub("lead"), d.Lead, st, geom.P(x-w, y), v.Theme.Ink)
	}
}

// dot appends the i-th, whose word ends at a point.
func (d *DotLegend) dot(l *draw.List, v *stage.View, id draw.ID, i int, size float64, end geom.Pt) {
	dot, rad := &d.Dots[i], size*legendDot
	st := dot.style(size)
	x := end.X - v.Set.Line(v.Words(dot.Key), st).Width
	Label(l, v, id.SubN("name", i+1), dot.Key, st, geom.P(x, end.Y), v.Theme.Ink)
	c := geom.P(x-rad*1.8, end.Y-size*0.36)
	l.Circle(id.SubN("paper", i+1), c, rad*1.2, draw.Ink(d.Paper), draw.Decor())
	if dot.Hollow {
		l.Stroke(id.SubN("dot", i+1), l.NewPath().Circle(c, rad*0.86), geom.Pen{Width: rad * 0.34}, draw.Ink(dot.Ink), draw.Decor())
	} else {
		l.Circle(id.SubN("dot", i+1), c, rad, draw.Ink(dot.Ink), draw.Decor())
	}
}
