package anim

import "math"

// Seconds is a moment or a span of a scene's own time.
type Seconds = float64

// Ease maps the progress of a move, 0 to 1, to its course, 0 to 1 (it may pass
// 1 on the way). The curves are Robert Penner's, by their usual names.
type Ease func(t float64) float64

func Linear(t float64) float64 { return t }

// QuadIn gains speed as what falls does.
func QuadIn(t float64) float64  { return t * t }
func QuadOut(t float64) float64 { return 1 - (1-t)*(1-t) }
func CubicOut(t float64) float64 {
	u := 1 - t
	return 1 - u*u*u
}
func CubicInOut(t float64) float64 {
	if t < 0.5 {
		return 4 * t * t * t
	}
	u := 2 - 2*t
	return 1 - u*u*u/2
}
func SineInOut(t float64) float64 { return (1 - math.Cos(math.Pi*t)) / 2 }

// BackOut overshoots by a tenth and comes back.
func BackOut(t float64) float64 {
	const c = 1.70158
	u := t - 1
	return 1 + (c+1)*u*u*u + c*u*u
}

// Reverse runs an ease from its end to its beginning.
func Reverse(e Ease) Ease { return func(t float64) float64 { return 1 - e(t) } }

// Clamp limits x to 0…1.
func Clamp(x float64) float64 {
	if x < 0 || x != x {
		return 0
	}
	if x > 1 {
		return 1
	}
	return x
}

// Lerp goes from a to b.
func Lerp(a, b, t float64) float64 { return a + (b-a)*t }

// Span is the part of the move p, 0 to 1, that lies between from and to, eased:
// 0 before, 1 after.
//
//go:noinline
func Span(p, from, to float64, e Ease) float64 {
	if to <= from {
		if p >= to {
			return 1
		}
		return 0
	}
	return e(Clamp((p - from) / (to - from)))
}

// Stagger is the move of item i of n within the shared move p: each takes the
// share `each` of the whole (0 < each ≤ 1), the first begins at 0 and the last
// ends at 1.
func Stagger(p float64, i, n int, each float64, e Ease) float64 {
	if n <= 1 {
		return e(Clamp(p))
	}
	start := (1 - each) * float64(i) / float64(n-1)
	return Span(p, start, start+each, e)
}
