package storyboard

import "math"

// Swung is the ease of what is let down on a cord: it comes to rest after some swings.
func Swung(t float64) float64 {
	return 1 - (1-t)*(1-t)*math.Cos(5*math.Pi*t)
}
