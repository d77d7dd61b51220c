package page

import (
	"strings"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// Question is words in a layer that moves, and below them what is to be said to them:
// as large as their slot has room for, and the first alone where it has none for both.
// In the slot "sign-NAME" of one "words-NAME" stands a sign, where the drawing has that.
type Question struct {
	Slot          string
	Ask, Answer   string // keys
	Sign          string // key; empty: none
	Ink, Replying draw.Color
}

// Part is the question over a layer.
func (q Question) Part(layer string) storyboard.Part {
	sign := "sign-" + strings.TrimPrefix(q.Slot, "words-")
	return storyboard.Part{Layer: layer, Slot: q.Slot, Draw: func(l *draw.List, v stage.View, at storyboard.Spot) {
		q.draw(l, v, at)
		q.seal(l, &v, at.Slot(sign), at.Scale)
	}}
}

// sealed is the ink of signs, which stand on red in every theme.
var sealed = draw.RGB(0xFFF0D0)

// seal is the sign, left out where it would be too small to read.
func (q Question) seal(l *draw.List, v *stage.View, r geom.Rect, k float64) {
	st := typeset.Style{Face: typeset.Serif, Size: r.H * 0.74, Align: typeset.Center}
	if q.Sign != "" && st.Size*k >= v.Layout().Type.Small*0.8 {
		chart.Label(l, v, draw.Name(q.Ask).Sub("sign"), q.Sign, st, geom.P(r.Center().X, r.Center().Y+st.Size*0.36), sealed)
	}
}

// leastAsked is the smallest that questions are set in, as far as a window is large
// enough for it.
const leastAsked = 12

func (q Question) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	k, r, place := at.Scale, at.Rect, at.Place()
	small := v.Layout().Type.Small
	least := max(small, min(leastAsked, small*1.3))
	ask := typeset.Style{Face: typeset.SansBold, Size: max(place.TypeOf(q.Slot), least), Leading: 1.22}
	answer := typeset.Style{Face: typeset.Sans, Leading: 1.3}
	var first, then *typeset.Block
	height := 0.0
	for {
		answer.Size = max(ask.Size*0.86, min(ask.Size, least))
		first, then = v.Set.Block(v.Words(q.Ask), ask, r.W*k), v.Set.Block(v.Words(q.Answer), answer, r.W*k)
		if height = first.Height + then.Height; height <= r.H*k || ask.Size <= small {
			break
		}
		ask.Size = max(ask.Size*0.96, small)
	}
	both := height <= r.H*k*1.04
	if !both {
		height = first.Height
	}
	x, y := 0.0, (r.H*k-height)/2
	id := draw.Name(q.Ask)
	l.PushAt(r.Min(), 1/k, 1)
	chart.Prose(l, &v, id.Sub("ask"), q.Ask, ask, geom.R(x, y, r.W*k, 0), q.Ink)
	if both {
		chart.Prose(l, &v, id.Sub("answer"), q.Answer, answer, geom.R(x, y+first.Height, r.W*k, 0), q.Replying)
	}
	l.Pop()
}
