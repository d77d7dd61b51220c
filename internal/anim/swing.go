package anim

import "math"

// Swing is the ease of what hangs and comes to rest: it swings to and fro through so many
// radians of its wave, less each time.
func Swing(angle float64) Ease {
	return func(t float64) float64 { return 1 - (1-t)*(1-t)*math.Cos(angle*t) }
}
