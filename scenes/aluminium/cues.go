package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Layers of the drawings that come in numbers. Of the cells, the first is the nearest.
const (
	cells   = 9
	billets = 5
	courses = 4
)

// When the metal runs, rises into the ring and leaves it, in parts of their beats.
const (
	runFrom, runTo     = 0.08, 0.78
	closeFrom, closeTo = 0.12, 0.58
	coolFrom, coolTo   = 0.5, 0.96
)

// turned is how far a roll turns while the ingot passes.
const turned = 2.5 * 2 * math.Pi

// faint is how much of the uses is seen before the metal comes: a pencil's part.
const faint = 0.24

func cues() (all storyboard.Cues) {
	appear := func(layer, beat string, from, to float64) { all.Add(layer, beat, from, to, storyboard.Appear{}) }

	for _, s := range [...]*storyboard.Stamps{firms, upgraded, factories} {
		all = append(all, s.Cue())
	}
	all.Add("hall-veil", melt, 0, 0.5, storyboard.Vanish{})
	late := &storyboard.By{Begin: &poured, End: &poured}
	all.Add("fall", melt, 0.66, 0.8, storyboard.Fill{Slot: "fall", Side: storyboard.Head}).By = late
	all.Add("floor-glow", melt, 0, runTo, storyboard.Fade{From: 0.4, To: 1}).By = &storyboard.By{End: &poured}
	for i := 1; i <= cells; i++ {
		from := 0.045 * float64(cells-i)
		appear(draw.Nth("cell-glow", i).String(), melt, from, from+0.2)
		appear(draw.Nth("tap", i).String(), melt, runFrom+from, runFrom+from+0.07)
	}
	appear("cut-cell-glow", melt, 0.36, 0.6)
	all.Add("river-glow", melt, 0.3, runTo, storyboard.Appear{}).By = &storyboard.By{End: &poured}
	for i := 1; i <= billets; i++ {
		from := runTo - 0.04 + 0.035*float64(i)
		all.Add(draw.Nth("billet", i).String(), melt, from, from+0.06, storyboard.Appear{}).By = late
	}
	for i := 1; i <= courses; i++ {
		from := 0.6 + 0.08*float64(i)
		course := draw.Nth("stack", i).String()
		appear(course, melt, from, from+0.06)
		all.Add(course, melt, from, from+0.1, storyboard.Move{By: geom.P(0, -12)}).Ease = anim.CubicOut
	}

	all.Add("roll-top", roll, 0.04, 0.96, storyboard.Turn{About: "roll-top", From: turned})
	all.Add("roll-foot", roll, 0.04, 0.96, storyboard.Turn{About: "roll-foot", From: -turned})
	all.Add("sheet", roll, 0.16, 0.46, storyboard.Fill{Slot: "sheet", Side: storyboard.Left})
	appear("coil", roll, 0.4, 0.46)
	all.Add("coil", roll, 0.42, 0.96, storyboard.Scale{About: "coil-core", X: 0.4, Y: 0.4})

	all.Add("feed", forge, 0, closeFrom, storyboard.Fill{Slot: "feed", Side: storyboard.Left})
	all.Add("ring-pencil", forge, closeFrom, closeTo, storyboard.Vanish{})
	appear("ring-shadow", forge, closeFrom, closeTo)
	for _, layer := range [...]string{"ring", "ring-lines"} {
		all.Add(layer, forge, closeFrom, closeTo, storyboard.Sweep{Slot: ringSlot, Foot: true}).Ease = anim.SineInOut
	}
	appear("ring-lines", forge, closeFrom, closeTo)
	appear("gleam", forge, 0.9, 1)
	all.Add("gleam", forge, 0.88, 1, storyboard.Scale{About: "gleam", X: 0.2, Y: 0.2}).Ease = anim.CubicOut

	way := func(name string, side storyboard.Side, from, to float64) {
		all.Add("ribbon-"+name, use, from, to, storyboard.Fill{Slot: "ribbon-" + name, Side: side})
	}
	ink := func(layer string, from, to float64) {
		all.Add(layer, use, from, to, storyboard.Fade{From: faint, To: 1})
	}
	way("aircraft", storyboard.Foot, 0, 0.18)
	ink("plane", 0.14, 0.34)
	ink("beam", 0.18, 0.34)
	ink("pier", 0.18, 0.34)
	appear("train", use, 0.26, 0.3)
	all.Add("train", use, 0.28, 0.6, storyboard.Along{Slot: "way-train"}).Ease = anim.CubicOut
	way("car", storyboard.Head, 0.42, 0.58)
	ink("car", 0.54, 0.74)
	way("home", storyboard.Head, 0.6, 0.76)
	ink("house", 0.72, 0.94)
	return append(all, storyboard.Tune(&ringSize, storyboard.Size{About: ringSlot, Foot: true}, "ring-shadow", "ring-pencil", "ring", "ring-lines", "ring-tips", "gleam")...)
}

// strikes are the falls of the ram in the first part of its beat.
const (
	strikes  = 3
	strikeTo = 0.62
)

// strike is how far the ram has fallen, in the drawing's pixels: it falls, and is raised
// more slowly.
func strike(v stage.View, p storyboard.Place) geom.Pt {
	t := v.Beat(forge) / strikeTo
	if t <= 0 || t >= 1 {
		return geom.Pt{}
	}
	const falls = 0.3
	_, t = math.Modf(t * v.Knob(&ramStrikes))
	down := t / falls
	if t > falls {
		down = 1 - anim.CubicInOut((t-falls)/(1-falls))
	}
	return geom.P(0, down*down*p.Slot("ram").H/p.K)
}
