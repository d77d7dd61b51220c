package chart

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Backing is a soft plate behind words where the picture is as bright or as busy as they
// are: whole behind the box and for half the length soft around it, and gone at its end,
// a length in device-independent pixels. The box's ends are round.
func Backing(l *draw.List, id draw.ID, box geom.Rect, soft float64, c draw.Color) {
	if box.Empty() {
		return
	}
	r := box.H/2 + soft
	whole := (box.H/2 + soft*wholeBacking) / r
	from, to, y := box.X+box.H/2-soft/2, box.Right()-box.H/2+soft/2, box.Y+box.H/2
	if from > to {
		from, to = box.X+box.W/2, box.X+box.W/2
	}
	out := c.Fade(0)
	middle := geom.R(from, y-r, to-from, 2*r)
	l.Rect(id.SubN("backing", 1), middle, 0, draw.LinearRamp(geom.P(0, y-r), geom.P(0, y+r),
		draw.Stop{At: 0, Color: out}, draw.Stop{At: (1 - whole) / 2, Color: c}, draw.Stop{At: (1 + whole) / 2, Color: c}, draw.Stop{At: 1, Color: out}), draw.Decor())
	for i, half := range [...]struct {
		x    float64
		part geom.Rect
	}{{from, geom.R(from-r, y-r, r, 2*r)}, {to, geom.R(to, y-r, r, 2*r)}} {
		// Parts that are clipped meet on a pixel's edge.
		l.PushClip(half.part)
		l.Circle(id.SubN("backing", i+2), geom.P(half.x, y), r, draw.RadialRamp(geom.P(half.x, y), r,
			draw.Stop{At: whole, Color: c}, draw.Stop{At: 1, Color: out}), draw.Decor())
		l.Pop()
	}
}

// wholeBacking is the part of the soft edge in which a backing is still whole.
const wholeBacking = 0.25

// Backed is a Label from the point at on, with a plate of a colour behind it.
func Backed(l *draw.List, v *stage.View, id draw.ID, key string, st typeset.Style, at geom.Pt, c, plate draw.Color) geom.Rect {
	box := geom.R(at.X, at.Y-0.85*st.Size, v.Set.Line(v.Words(key), st).Width, st.Size)
	Backing(l, id, box, st.Size, plate)
	return Label(l, v, id, key, st, at, c)
}
