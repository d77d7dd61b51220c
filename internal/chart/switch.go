package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Switch is two names side by side, of which a knob marks one. A touch or a key turns
// it over; it then eases (stage.View's Turned).
type Switch struct {
	ID            draw.ID
	Label, Detail string    // copy keys, read out
	Names         [2]string // copy keys
	Set           float64   // to which it is set, 0 or 1
	Turned        float64   // how far the knob has come, 0 to 1
}

// Draw appends the switch with its top left corner at a rectangle's, at least as large
// as that.
func (s Switch) Draw(l *draw.List, v *stage.View, r geom.Rect) {
	th, small := v.Theme, v.Layout().Type.Small
	st := typeset.Style{Face: typeset.SansBold, Size: small * 1.04, Align: typeset.Center}
	half := r.W / 2
	for _, key := range s.Names {
		half = max(half, v.Set.Line(v.Words(key), st).Width+small*1.7)
	}
	r.W, r.H = 2*half, max(r.H, small*2.3)
	l.Open(s.ID, draw.Sem{Role: draw.RoleToggle, Label: v.Words(s.Label), Detail: v.Words(s.Detail), Now: s.Set, Max: 1, On: s.Set != 0})
	l.Rect(s.ID.Sub("track"), r, r.H/2, draw.Ink(draw.Mix(th.Panel, th.Faint, 0.3+0.4*v.Hovered(s.ID))), draw.Decor())
	l.Stroke(s.ID.Sub("edge"), l.NewPath().RoundRect(r.Inset(0.5), r.H/2), geom.Pen{Width: max(1, small*0.08)}, draw.Ink(th.Mute), draw.Decor())
	knob := geom.R(r.X+s.Turned*half, r.Y, half, r.H).Inset(small * 0.2)
	l.Rect(s.ID.Sub("knob"), knob, knob.H/2, draw.Ink(th.Ink), draw.Decor())
	for i, key := range s.Names {
		under := anim.Clamp(1 - 2*max(s.Turned-float64(i), float64(i)-s.Turned)) // the knob, the name
		Phrase(l, v, s.ID.SubN("name", i+1), key, st, geom.P(r.X+half*(float64(i)+0.5), r.Y+r.H/2+st.Size*0.36), draw.Mix(th.Ink, th.Ground, under))
	}
	l.Close()
}
