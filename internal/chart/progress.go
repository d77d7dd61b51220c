package chart

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Progress is where the line stands that shows how far the story is: a stretch for
// each act, with a dash for each of its scenes; scenes of no act have a dash alone.
type Progress struct {
	Bar  geom.Rect
	gap  float64 // between scenes
	wide float64 // between acts
	unit float64
}

// What a stretch takes, in units: its scenes, and beside them what every act has, so
// that one with few scenes is no dot.
const (
	actShare  = 4.0
	loneShare = 1.2
)

func shareOf(r stage.Run) float64 {
	if r.Act == "" {
		return loneShare
	}
	return actShare + float64(r.To-r.From)
}

// ProgressOf is the line's place in a view.
func ProgressOf(v *stage.View) Progress {
	lay := v.Layout()
	bar, thick, gap, wide := 34.0, 4.0, 4.0, 20.0
	switch lay.Form {
	case stage.Phone:
		bar, thick, gap, wide = 22, 3, 2, 7
	case stage.Kiosk:
		bar, thick, gap, wide = 58, 7, 6, 26
	}
	p := Progress{Bar: geom.R(lay.Foot.X, v.Area.Bottom()-lay.Px(bar), lay.Foot.W, lay.Px(thick)), gap: lay.Px(gap), wide: lay.Px(wide)}
	shares := 0.0
	for _, r := range v.Runs {
		shares += shareOf(r)
	}
	if shares > 0 {
		p.unit = (p.Bar.W - p.wide*float64(len(v.Runs)-1)) / shares
	}
	return p
}

// Run is the stretch of an act, or of what belongs to none.
func (p Progress) Run(runs []stage.Run, i int) geom.Rect {
	x := p.Bar.X
	for _, r := range runs[:i] {
		x += shareOf(r)*p.unit + p.wide
	}
	return geom.R(x, p.Bar.Y, shareOf(runs[i])*p.unit, p.Bar.H)
}

// Dash is the k-th of n dashes of a stretch.
func (p Progress) Dash(stretch geom.Rect, k, n int) geom.Rect {
	step := (stretch.W + p.gap) / float64(n)
	return geom.R(stretch.X+float64(k)*step, stretch.Y, step-p.gap, stretch.H)
}

// Progression draws the line: the scenes so far are dark, the present one fills with
// its own time, and the dashes of its act are thicker than the others. The frame does.
func Progression(l *draw.List, v *stage.View, id draw.ID) {
	p := ProgressOf(v)
	done, left := l.NewPath(), l.NewPath()
	for i, r := range v.Runs {
		stretch := p.Run(v.Runs, i)
		here := r.From <= v.Place && v.Place < r.To
		if here {
			stretch.Y, stretch.H = stretch.Y-stretch.H*0.25, stretch.H*1.5
		}
		for k := r.From; k < r.To; k++ {
			dash := p.Dash(stretch, k-r.From, r.To-r.From)
			far := progressed(v, k)
			if far < 1 {
				left.RoundRect(dash, dash.H/2)
			}
			if far > 0 {
				dash.W = max(dash.W*far, dash.H)
				done.RoundRect(dash, dash.H/2)
			}
		}
	}
	if left.Empty() && done.Empty() {
		return
	}
	l.Fill(id.Sub("left"), left, draw.Ink(v.Theme.Faint), draw.Sem{Frame: draw.FrameProgress})
	l.Fill(id, done, draw.Ink(v.Theme.Ink), draw.Sem{Frame: draw.FrameProgress})
}

// progressed is how much of a scene has been told.
func progressed(v *stage.View, scene int) float64 {
	switch {
	case scene < v.Place:
		return 1
	case scene > v.Place:
		return 0
	case v.Time != nil && v.Time.Length() > 0:
		return max(0, min(v.Now/v.Time.Length(), 1))
	}
	return 1
}
