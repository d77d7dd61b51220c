package sources

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// The torn piece flies from its hole in the page into the ring when the cover's
// picture has left that, and stops dead.
const flyFrom, flyTo = 0.42, 0.86

// end is the last beat: the room lightens, and the paper ends in mid-sentence.
func end() (all storyboard.Cues) {
	all.Add("close", beatEnd, 0, 0.14, storyboard.Appear{})
	all.Add("valley", beatEnd, 0.14, 0.52, storyboard.Sweep{Slot: "disc"}).Ease = anim.Reverse(anim.SineInOut)
	all.Add("valley", beatEnd, 0.46, 0.54, storyboard.Vanish{})
	all.Add("thread", beatEnd, flyFrom-0.04, flyFrom+0.1, storyboard.Appear{})
	all.Add("scrap", beatEnd, flyFrom-0.02, flyFrom+0.06, storyboard.Appear{})
	all.Add("scrap", beatEnd, flyFrom, flyTo, storyboard.Along{Slot: "flight"}).Ease = anim.CubicOut
	all.Add("scrap", beatEnd, flyFrom, flyTo, storyboard.Scale{About: "scrap", X: 0.12, Y: 0.12}).Ease = anim.CubicOut
	all.Add("scrap", beatEnd, flyFrom, flyTo, storyboard.Turn{About: "scrap", From: -0.4}).Ease = anim.CubicOut
	return all
}

// tilt is how the torn piece lies, in radians.
const tilt = -0.0698

// halves are the slots and the words of the numbers of the paragraph at which the page
// breaks off.
var halves = [...]struct{ slot, key string }{
	{"half-one", "sources.half-towns"}, {"half-two", "sources.half-villages"},
	{"half-three", "sources.half-sweepers"}, {"half-four", "sources.half-contestants"},
}

// numbers are in print between the grey characters.
func numbers(l *draw.List, v stage.View, at storyboard.Spot) {
	l.Push(geom.Rotate(tilt, at.Rect.Center()), 1)
	for i, h := range halves {
		r := at.Slot(h.slot)
		st := typeset.Style{Face: typeset.Serif, Size: max(r.H*0.84, 12/at.Scale), Align: typeset.Center}
		st = v.Set.Fit(v.Words(h.key), st, r.W, st.Size*0.5)
		chart.Label(l, &v, draw.Nth("half", i+1), h.key, st, geom.P(r.Center().X, r.Center().Y+st.Size*0.36), acts[3].ink)
	}
	l.Pop()
}
