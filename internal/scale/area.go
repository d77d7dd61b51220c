package scale

import "math"

// Area gives amounts areas in proportion: twice the amount is twice the area,
// and its side or radius grows by √2 only. It begins at zero; amounts below zero
// take no area.
type Area struct{ per float64 }

// NewArea is the scale on which the amount takes that area, in square
// device-independent pixels. An amount that is not above zero gives a scale on
// which nothing takes any.
func NewArea(amount, area float64) Area {
	if !(amount > 0) || !(area > 0) {
		return Area{}
	}
	return Area{area / amount}
}

// Of is the area of the amount v.
func (a Area) Of(v float64) float64 { return max(v*a.per, 0) }

// At is the side of the square that stands for v.
func (a Area) At(v float64) float64 { return math.Sqrt(a.Of(v)) }

// Invert is the amount of the square with that side: At undone.
func (a Area) Invert(side float64) float64 {
	if a.per == 0 {
		return 0
	}
	return side * side / a.per
}
