package inspection

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/inspection/month"
)

// The wheel's rim, and the band on it that is the month: its outer edge and its inner.
const (
	wheelSlot = "wheel"
	earlySlot = "wheel-early" // in the middle of which it stands before the houses come
	bandSlot  = "band"
	bandInner = "band-inner"
)

// monthDays is how many cells the rim has: the longest month. The page names two days
// of it and no length.
const monthDays = 31

// The bead is at the flag by so much of its beat, which then unfurls.
const (
	listed  = 0.72
	arrived = 0.9
)

// bead is the day of the month that the bead has come to. It stays at the last that the
// page names: on which day the ranking comes is not said.
func bead(v *stage.View, list, done float64) float64 {
	d := list * anim.Span(v.Beat(beatList), 0.04, listed, anim.SineInOut)
	return d + (done-list)*walked(v)
}

// walked is how far the visits have come, evenly.
func walked(v *stage.View) float64 { return anim.Span(v.Beat(beatVisit), 0.02, arrived, anim.Linear) }

// unit is a pixel of the design on the wheel: what lies there grows with it.
func unit(wheel geom.Rect) float64 { return wheel.W / 780 }

func days(v *stage.View) (list, done float64) { return v.Value(listID), v.Value(doneID) }

// rimOf is the month on the rim.
func rimOf(at storyboard.Spot) month.Days {
	return month.Days{N: monthDays, Inner: at.Slot(bandInner), Outer: at.Slot(bandSlot)}
}

// drawMonth fills the cells that have gone by: one colour up to each of the two days.
func drawMonth(l *draw.List, v stage.View, at storyboard.Spot) {
	list, done := days(&v)
	now, th, rim := bead(&v, list, done), v.Theme, rimOf(at)
	deep := th.Deep
	if th.Dark() {
		deep = draw.Mix(th.Cyan, th.Ground, 0.3)
	}
	u := unit(rim.Outer)
	rim.Span(l, draw.Nth("span", 1), 0, min(now, list), u, draw.Mix(th.Cyan, deep, 0.5), deep)
	rim.Span(l, draw.Nth("span", 2), list, min(now, done), u, draw.Mix(th.Leaf, th.LeafLight, 0.45), draw.Mix(th.Leaf, th.LeafDark, 0.35))
	rim.Lines(l, draw.Name("gone"), now, unit(at.Rect), th.Panel.Fade(0.85))
}

// short is how far before a flag the bead stops, in days: the flag stands clear.
const short = 0.42

// drawFlags sets a flag at each of the two days, and the bead on its way to them.
func drawFlags(l *draw.List, v stage.View, at storyboard.Spot) {
	list, done := days(&v)
	rim := rimOf(at)
	rim.Flag(l, &v, draw.Nth("flag", 1), done, "pole", "done-flag", anim.Span(v.Beat(beatVisit), arrived-0.01, 1, anim.BackOut))
	rim.Flag(l, &v, draw.Nth("flag", 2), list, "pole", "list-flag", anim.Span(v.Beat(beatList), listed-0.01, 0.9, anim.BackOut))
	rim.Bead(l, draw.Name("bead"), max(0, bead(&v, list, done)-short), 9.5*unit(at.Rect)*v.Knob(&beadSize))
}
