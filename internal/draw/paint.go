package draw

import "lianhua/internal/geom"

// RampKind is the way a ramp's colours run.
type RampKind uint8

const (
	Solid  RampKind = iota // no ramp: the paint's colour
	Linear                 // along the line From → To
	Radial                 // from the centre From out to To, a point on the rim
)

// MaxStops is how many colours a ramp may have.
const MaxStops = 6

// Stop is a colour at a place of the ramp, 0 to 1.
type Stop struct {
	At    float64
	Color Color
}

// Ramp is a gradient in the mark's own coordinates. Beyond its ends it keeps
// its end colours. Colours between stops are mixed premultiplied.
type Ramp struct {
	Kind     RampKind
	From, To geom.Pt
	N        int
	Stops    [MaxStops]Stop
}

// Paint is what a mark is filled or stroked with.
type Paint struct {
	Color Color
	Ramp  Ramp
}

// Ink paints with one colour.
func Ink(c Color) Paint { return Paint{Color: c} }

// LinearRamp paints with a gradient along the line from a to b. Stops beyond
// MaxStops are left out.
//
//go:noinline
func LinearRamp(a, b geom.Pt, stops ...Stop) Paint { return ramp(Linear, a, b, stops) }

// RadialRamp paints with a gradient from the centre c to the distance r.
//
//go:noinline
func RadialRamp(c geom.Pt, r float64, stops ...Stop) Paint {
	return ramp(Radial, c, geom.P(c.X+r, c.Y), stops)
}

//go:noinline
func ramp(k RampKind, a, b geom.Pt, stops []Stop) Paint {
	p := Paint{Ramp: Ramp{Kind: k, From: a, To: b}}
	p.Ramp.N = copy(p.Ramp.Stops[:], stops)
	if p.Ramp.N > 0 {
		p.Color = p.Ramp.Stops[0].Color
	}
	return p
}

// At is the ramp's colour at the place t, 0 to 1, as premultiplied parts of 255.
func (r *Ramp) At(t float64) (red, green, blue, alpha float64) {
	if r.N == 0 {
		return 0, 0, 0, 0
	}
	first, last := r.Stops[0], r.Stops[r.N-1]
	switch {
	case t <= first.At:
		return premul(first.Color)
	case t >= last.At:
		return premul(last.Color)
	}
	for i := 1; i < r.N; i++ {
		a, b := r.Stops[i-1], r.Stops[i]
		if t > b.At {
			continue
		}
		u := 0.0
		if b.At > a.At {
			u = (t - a.At) / (b.At - a.At)
		}
		r0, g0, b0, a0 := premul(a.Color)
		r1, g1, b1, a1 := premul(b.Color)
		return r0 + (r1-r0)*u, g0 + (g1-g0)*u, b0 + (b1-b0)*u, a0 + (a1-a0)*u
	}
	return premul(last.Color)
}

func premul(c Color) (r, g, b, a float64) {
	a = float64(c.A())
	k := a / 255
	return float64(c.R()) * k, float64(c.G()) * k, float64(c.B()) * k, a
}
