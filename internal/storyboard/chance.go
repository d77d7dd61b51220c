package storyboard

import "lianhua/internal/draw"

// Chance is a number from 0 to 1 for the k-th property of the i-th of some things.
func Chance(i, k int) float64 {
	n := draw.Noise()
	return float64(n[(i*4+k)&(len(n)-1)]) / 255
}
