package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/art"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// texts are the names of the gases and of the goal.
func texts() []storyboard.Text {
	return []storyboard.Text{
		{Slot: "name-oxygen", Key: "hydrogen.name.oxygen", Face: typeset.Serif, Color: "deep", Beat: making, From: 0.1, To: 0.3},
		{Slot: "name-hydrogen", Key: "hydrogen.name.gas", Face: typeset.Serif, Color: "deep", Beat: making, From: 0.1, To: 0.3},
		{Slot: "valley", Key: "hydrogen.name.valley", Short: "hydrogen.name.valley-short", Face: typeset.Serif, Color: "deep", Beat: driving, From: 0.62, To: 0.86},
		{Slot: "valley-state", Key: "hydrogen.valley-state", Color: "text", Beat: driving, From: 0.7, To: 0.94},
	}
}

// note is a word or two in a slot of the drawing, on one line; where there is no
// room for it the slot is a point, or there is none.
func note(l *draw.List, v *stage.View, p *storyboard.Place, id draw.ID, slot, key string, face typeset.Face, c draw.Color) geom.Rect {
	i, ok := v.Art.Slot(slot, v.Story.Lang.String())
	if !ok {
		return geom.Rect{}
	}
	s, r := &v.Art.Slots[i], p.Slot(slot)
	if r.W <= 0 {
		return geom.Rect{}
	}
	small := v.Layout().Type.Small * 0.9
	st := typeset.Style{Face: face, Size: max(s.Size*p.K, small)}
	st = v.Set.Fit(v.Words(key), st, r.W, min(small, st.Size))
	at := geom.P(r.X, r.Y+r.H/2+st.Size*0.36)
	switch s.X {
	case art.Middle:
		at.X, st.Align = r.X+r.W/2, typeset.Center
	case art.End:
		at.X, st.Align = r.Right(), typeset.End
	}
	return chart.Label(l, v, id, key, st, at, c)
}

// appear eases a text in over a part of a beat.
func appear(v *stage.View, beat string, from, to float64) float64 {
	return anim.CubicOut(v.Span(beat, from, to))
}
