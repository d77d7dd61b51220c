package storyboard

import (
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Way has a text lead on: to where more is told of what it says.
type Way struct {
	Target string // a link
	Label  string // key of what the link is called
}

// wayTall is how high a way answers at the least, in device-independent pixels: all of
// its words, before what lies behind them.
const wayTall = 30

// wayArrow is the room that the arrow takes after the words, in sizes of the type.
const wayArrow = 0.57

// draw sets the words of a way in one line, and after them an arrow.
func (w *Way) draw(l *draw.List, v *stage.View, id draw.ID, words string, st typeset.Style, slot *art.Slot, r geom.Rect, c draw.Color) {
	st.Align = typeset.Start
	if slot.Fit.Least > 0 {
		st = v.Set.Fit(words, st, r.W-wayArrow*st.Size, max(st.Size*slot.Fit.Least, min(st.Size, v.Layout().Type.Small*0.9)))
	}
	run := v.Set.Line(words, st)
	arm := st.Size * 0.22
	width := run.Width + wayArrow*st.Size
	x, y := r.X, inSlot(slot, r, st.Size*1.28)+st.Size
	switch slot.X {
	case art.Middle:
		x += (r.W - width) / 2
	case art.End:
		x += r.W - width
	}
	l.Open(id, draw.Sem{Role: draw.RoleLink, Label: v.Words(w.Label), Target: w.Target})
	tall := max(st.Size*1.6, wayTall)
	l.Rect(id.Sub("area"), geom.R(x-arm, y-st.Size*0.36-tall/2, width+2*arm, tall), 0, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	l.Text(id.Sub("words"), run, geom.P(x, y), draw.Ink(draw.Mix(c, v.Theme.Accent, v.Hovered(id))), draw.Decor())
	tip := geom.P(x+width, y-st.Size*0.36)
	l.Stroke(id.Sub("arrow"), l.NewPath().Move(tip.X-arm, tip.Y-arm).Line(tip.X, tip.Y).Line(tip.X-arm, tip.Y+arm), geom.Pen{Width: max(st.Size*0.1, 1.2), Cap: geom.CapRound}, draw.Ink(v.Theme.Accent), draw.Decor())
	l.Close()
}
