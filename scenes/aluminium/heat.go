package aluminium

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/aluminium/fire"
)

// ringSlot is the extent of the ring.
const ringSlot = "ring"

// drawRiver is the metal on its way from the cells.
func drawRiver(l *draw.List, v stage.View, at storyboard.Spot) {
	fire.River(l, fire.Channel{Left: at.Path, Right: at.Line("bank-right")}, anim.Clamp(anim.Span(v.Beat(melt), runFrom, v.Knob(&poured), v.Eased(&pouring))), v.Now, int(v.Knob(&riverMotes)))
}

// drawHeat is what the ring has of it while it is forged. While its arms close, its foot
// is already red.
func drawHeat(l *draw.List, v stage.View, at storyboard.Spot) {
	t := v.Beat(forge)
	end := v.Knob(&cooled)
	if at.Path == nil || t >= end || t <= closeFrom {
		return
	}
	const red = 0.32
	cool := red*anim.Span(t, closeFrom, coolFrom, anim.Linear) + (1-red)*anim.Span(t, coolFrom, end, anim.SineInOut)
	fire.Drain(l, at.Path, at.Rect, cool, 1-anim.Span(t, end-0.1, end, anim.Linear))
}

// drawTips is the light at the ends of the arms while they close.
func drawTips(l *draw.List, v stage.View, at storyboard.Spot) {
	t := v.Beat(forge)
	come := anim.Span(t, closeFrom, closeTo, anim.SineInOut)
	if show := anim.Clamp(10*come) * (1 - anim.Span(t, closeTo, closeTo+0.12, anim.Linear)); show > 0 {
		fire.Tips(l, at.Rect, at.Slot(ringSlot).Center(), come, show, 9*t, int(v.Knob(&tipSparks)))
	}
}
