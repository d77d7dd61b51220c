package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// turn draws the switch between totals and what comes to a firm. The story turns it
// first; from then on it is the reader's.
func turn(l *draw.List, v *stage.View, p *storyboard.Place, below float64, d *deal) {
	show := v.Span(beatFirms, 0, 0.06)
	if show <= 0 {
		return
	}
	th, small := v.Theme, v.Layout().Type.Small
	st := typeset.Style{Face: typeset.SansBold, Size: small * 1.04}
	keys := [...]string{"finance.switch-total", "finance.switch-each"}
	wide := 0.0
	for _, key := range keys {
		wide = max(wide, v.Set.Line(v.Words(key), st).Width)
	}
	r := p.Slot("switch")
	half := max(r.W/2, wide+small*1.7)
	high := max(r.H, small*2.3)
	r = geom.R(v.Layout().Head.X, r.Center().Y-high/2, 2*half, high)
	if !v.Layout().Form.Upright() {
		r.Y = max(r.Y, below+small*0.6)
	}
	set := v.Inputs.Get(switchID, 1)
	l.Push(geom.Identity(), show)
	defer l.Pop()
	l.Open(switchID, draw.Sem{Role: draw.RoleToggle, Label: v.Words("finance.switch"), Detail: v.Words("finance.switch-detail"), Now: set, Max: 1, On: set != 0})
	l.Rect(switchID.Sub("track"), r, r.H/2, draw.Ink(draw.Mix(th.Panel, th.Faint, 0.3+0.4*v.Hovered(switchID))), draw.Decor())
	l.Stroke(switchID.Sub("edge"), l.NewPath().RoundRect(r.Inset(0.5), r.H/2), geom.Pen{Width: max(1, small*0.08)}, draw.Ink(th.Mute), draw.Decor())
	on := anim.Span(d.all, 0, 0.5, anim.SineInOut)
	knob := geom.R(r.X+on*half, r.Y, half, r.H).Inset(small * 0.2)
	l.Rect(switchID.Sub("knob"), knob, knob.H/2, draw.Ink(th.Ink), draw.Decor())
	for i, key := range keys {
		c := draw.Mix(th.Ink, th.Ground, anim.Clamp(1-2*abs(on-float64(i))))
		st.Align = typeset.Center
		chart.Phrase(l, v, draw.Nth("switch-name", i+1), key, st, geom.P(r.X+half*(float64(i)+0.5), r.Center().Y+st.Size*0.36), c)
	}
	l.Close()
}

func abs(x float64) float64 { return max(x, -x) }
