package sources

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

var colours = func() chart.DotLegend {
	d := chart.DotLegend{Lead: "sources.legend-drawn", Paper: white}
	for _, a := range acts {
		d.Dots = append(d.Dots, chart.LegendDot{Key: a.key, Ink: a.ink})
	}
	d.Dots = append(d.Dots, chart.LegendDot{Key: "sources.legend-kept", Ink: recorded, Hollow: true})
	return d
}()

// legend says what the dots' colours mean, where the drawing has a place for that.
func legend(l *draw.List, v *stage.View, r geom.Rect) {
	show := v.Span(beatFigures, 0.5, 0.9)
	if show <= 0 || r.Empty() {
		return
	}
	l.Push(geom.Identity(), show)
	size := max(v.Layout().Type.Small, min(12, r.H))
	r.Y -= max(0, size-r.H) / 2 // in low windows it is higher than its place, and the source stands below
	colours.Draw(l, v, draw.Name("legend"), size, r)
	l.Pop()
}

// legendAir is the least of air over and under the legend, in sizes of its text; pageHead
// how far the page reaches above its first article's name, in heights of that.
const legendAir, pageHead = 0.9, 1.1

// beneath is the legend on upright forms, where the headline leaves room for it above
// the page: the lead first, where all have room.
func (s *sheet) beneath(l *draw.List, v stage.View, lay stage.Layout, title geom.Rect) {
	show := v.Span(beatFigures, 0.5, 0.9) * (1 - v.Span(beatSilences, 0, 0.12))
	if show <= 0 || !lay.Form.Upright() {
		return
	}
	p := storyboard.PlaceOf(&v)
	page := p.Slot(s.paper.Articles[0])
	size := max(lay.Type.Small, 12)
	top := title.Bottom() + legendAir*size
	room := page.Y - pageHead*page.H - legendAir*size - top
	lines := colours.Lines(&v, size, lay.Head.W)
	high := colours.Height(size, lines)
	if high > room {
		return // the slip says it
	}
	l.Push(geom.Identity(), show)
	y := top + room - high
	if y-2*size > top {
		chart.Label(l, &v, draw.Name("legend").Sub("lead"), colours.Lead, typeset.Style{Size: size}, geom.P(lay.Head.X, y-0.7*size), v.Theme.Ink)
	}
	colours.DrawLines(l, &v, draw.Name("legend"), size, geom.P(lay.Head.X, y), lines)
	l.Pop()
}

// told are the legends of all sets of acts, made once: a frame makes nothing.
var told = colours.Subsets(len(acts))

// actsOf is the legend of the acts in which the figures of a paragraph are drawn.
func (s *sheet) actsOf(v *stage.View, source string) *chart.DotLegend {
	set := 0
	figures := v.Story.Figures()
	for i := range figures {
		if f := &figures[i]; f.Source.ID == source && !f.Derived {
			if _, n, _ := s.dot(*v, f.ID); n > 0 {
				set |= 1 << (n - 1)
			}
		}
	}
	return &told[set]
}
