package main

import (
	"lianhua/internal/chrome"
	"lianhua/internal/geom"
	"lianhua/internal/hall/plan"
	"lianhua/internal/stage"
)

// The screens that a picture in large type is composed for: those whose forms have the
// largest type against the picture.
const (
	largeWidth  = 390 // upright: a phone's
	largeHeight = 450 // lying: a phone's held sideways
)

// largeType is how many times as large a picture is composed: an upright one leaves the
// strip at its foot room for all of its buttons.
func largeType(width, height float64, lowers bool) float64 {
	if height > width {
		const rounds = 1 // the quotient, and so the window, may be a hair too small
		return max(1, width/max(largeWidth, chrome.LeastWidth(lowers)+rounds))
	}
	return max(1, height/largeHeight)
}

// enlarging is how many times as large a hall's picture is composed as for a screen of so
// many device-independent pixels; nil: once. One that stands low has less room for type.
func enlarging(set *plan.Settings, lowered func() bool) func(width, height float64) float64 {
	if !set.LargeType {
		return nil
	}
	low := set.LowReach
	return func(width, height float64) float64 {
		k := largeType(width, height, low.Said())
		if !low.Said() || !lowered() {
			return k
		}
		for ; k > 1; k = max(1, k*0.95) {
			// A phone's pictures are upright: they do not fill what is wider than tall.
			r, fits := chrome.Low(geom.R(0, 0, width/k, height/k), low.Line())
			if fits && (r.W <= r.H || stage.FormOf(r) != stage.Phone) {
				break
			}
		}
		return k
	}
}

// lowered is the part of a window where a hall shows the story to who reaches no higher;
// nil: it is not known where the screen hangs.
func lowered(low plan.LowReach) func(window geom.Rect) geom.Rect {
	if !low.Said() {
		return nil
	}
	line := low.Line()
	return func(window geom.Rect) geom.Rect {
		r, _ := chrome.Low(window, line)
		return r
	}
}
