package anim

import "math"

// Wave is the cosine of x, in radians, within a millionth: for shapes that are
// measured thousands of times a frame, where the library's cosine, made for the
// last bit and for any x, is most of the cost. Minimax polynomial of degree nine
// on a quarter turn, after Hastings (1955).
func Wave(x float64) float64 {
	t := x * (0.5 / math.Pi)
	t -= math.Floor(t)
	u := 4*math.Abs(t-0.5) - 1
	s := u * u
	return u * (1.57079626 + s*(-0.64596336+s*(0.07968968+s*(-0.00467377+s*0.00015148))))
}
