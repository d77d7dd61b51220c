package storyboard

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Back is a soft plate behind words where the drawing is as bright or as busy as they
// are. Its zero value is none.
type Back struct {
	Color   string  // the theme's name; empty: "ground"
	Opacity float64 // 0 to 1; 0: none
	Upright bool    // only on upright forms, whose words stand closer in the picture
	Wide    bool    // only on wide ones
}

func (b Back) seen(v *stage.View) bool {
	upright := v.Layout().Form.Upright()
	return b.Opacity > 0 && (upright || !b.Upright) && !(upright && b.Wide)
}

// Behind is one plate over a layer, behind the words of slots that stand below one
// another.
func (b Back) Behind(layer string, slots ...string) Part {
	id := draw.ParseID(slots[0])
	return Part{Layer: layer, Draw: func(l *draw.List, v stage.View, at Spot) {
		if !b.seen(&v) {
			return
		}
		var box geom.Rect
		for _, slot := range slots {
			box = box.Union(at.Slot(slot))
		}
		b.plate(l, &v, id, box, box.H*behindSoft/backSoft)
	}}
}

// behindSoft is how far the edge of such a plate reaches, in parts of the slots' height.
const behindSoft = 0.7

// backSoft is how far a plate's edge reaches, in parts of the type's size.
const backSoft = 1.2

func (b Back) plate(l *draw.List, v *stage.View, id draw.ID, box geom.Rect, size float64) {
	c, ok := v.Theme.Color(b.Color)
	if !ok {
		c = v.Theme.Ground
	}
	chart.Backing(l, id, box, size*backSoft, c.Fade(b.Opacity))
}

func (b Back) block(l *draw.List, v *stage.View, id draw.ID, set *typeset.Block, at geom.Pt) {
	var box geom.Rect
	for _, line := range set.Lines {
		box = box.Union(inkOf(line.Run, geom.P(at.X+line.X, at.Y+line.Y)))
	}
	b.plate(l, v, id, box, set.Lines[0].Run.Style.Size)
}

func (b Back) label(l *draw.List, v *stage.View, id draw.ID, key string, st typeset.Style, at geom.Pt) {
	align := st.Align
	st.Align = typeset.Start
	run := v.Set.Line(v.Words(key), st)
	b.plate(l, v, id, inkOf(run, alignedAt(at, run.Width, align)), st.Size)
}

func (b Back) figure(l *draw.List, v *stage.View, id draw.ID, figure string, st chart.NumberStyle, at geom.Pt) {
	w := chart.NumberWidth(v, figure, st)
	at = alignedAt(at, w, st.Align)
	b.plate(l, v, id, geom.R(at.X, at.Y-st.Size*digitHeight, w, st.Size*digitHeight), st.Unit)
}

// inkOf is where most characters of a run have their ink.
func inkOf(run *typeset.Run, at geom.Pt) geom.Rect {
	return geom.R(at.X, at.Y-run.Style.Size*inkAbove, run.Width, run.Style.Size*(inkAbove+inkBelow))
}

// How far characters reach above and below their baseline, in parts of their size.
const (
	inkAbove = 0.85
	inkBelow = 0.15
)

func alignedAt(at geom.Pt, width float64, a typeset.Align) geom.Pt {
	switch a {
	case typeset.Center:
		at.X -= width / 2
	case typeset.End:
		at.X -= width
	}
	return at
}
