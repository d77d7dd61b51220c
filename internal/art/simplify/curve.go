package simplify

import (
	"math"

	"lianhua/internal/geom"
)

// cube is a cubic curve.
type cube [4]geom.Pt

func (c *cube) at(t float64) geom.Pt {
	u := 1 - t
	return c[0].Mul(u * u * u).Add(c[1].Mul(3 * u * u * t)).Add(c[2].Mul(3 * u * t * t)).Add(c[3].Mul(t * t * t))
}

// way is the direction at t, as long as the curve is fast there.
func (c *cube) way(t float64) geom.Pt {
	u := 1 - t
	return c[1].Sub(c[0]).Mul(3 * u * u).Add(c[2].Sub(c[1]).Mul(6 * u * t)).Add(c[3].Sub(c[2]).Mul(3 * t * t))
}

// bend is the change of the direction at t.
func (c *cube) bend(t float64) geom.Pt {
	return c[2].Sub(c[1].Mul(2)).Add(c[0]).Mul(6 * (1 - t)).Add(c[3].Sub(c[2].Mul(2)).Add(c[1]).Mul(6 * t))
}

// sample is a place that a curve has to pass, and where it does.
type sample struct {
	geom.Pt
	at float64
}

// fitter lays one cubic curve along samples by least squares, whose places on it are
// found again after each round (Plass and Stone, 1983; Schneider, 1990).
type fitter struct {
	tolerance float64
	snap      func(geom.Pt) geom.Pt
	samples   []sample
}

// rounds are how often samples are placed anew, and hopeless is how many times the
// tolerance the first round may be off.
const (
	rounds   = 8
	hopeless = 25
)

// fit is the curve between the first and the last sample; ok is false where none
// passes all of them.
func (f *fitter) fit() (c cube, ok bool) {
	n := len(f.samples) - 1
	if f.samples[n].at == 0 {
		return c, false
	}
	c[0], c[3] = f.snap(f.samples[0].Pt), f.snap(f.samples[n].Pt)
	for range rounds {
		if !f.solve(&c) {
			return c, false
		}
		far := f.place(&c)
		if far > hopeless*f.tolerance {
			return c, false
		}
		if far <= f.tolerance {
			snapped := c
			snapped[1], snapped[2] = f.snap(c[1]), f.snap(c[2])
			if f.place(&snapped) <= f.tolerance && f.onward() {
				return snapped, true
			}
		}
	}
	return c, false
}

// solve finds the handles for the samples as they are placed.
func (f *fitter) solve(c *cube) bool {
	var aa, ab, bb float64
	var pa, pb geom.Pt
	for i := range f.samples {
		s := &f.samples[i]
		t, u := s.at, 1-s.at
		a, b := 3*u*u*t, 3*u*t*t
		rest := s.Sub(c[0].Mul(u * u * u)).Sub(c[3].Mul(t * t * t))
		aa += a * a
		ab += a * b
		bb += b * b
		pa, pb = pa.Add(rest.Mul(a)), pb.Add(rest.Mul(b))
	}
	det := aa*bb - ab*ab
	if !(det > 1e-12*aa*bb) {
		return false
	}
	c[1] = pa.Mul(bb).Sub(pb.Mul(ab)).Mul(1 / det)
	c[2] = pb.Mul(aa).Sub(pa.Mul(ab)).Mul(1 / det)
	return true
}

// place finds the places nearest to the samples: how far off the farthest is.
func (f *fitter) place(c *cube) (far float64) {
	for i := range f.samples[1 : len(f.samples)-1] {
		s := &f.samples[i+1]
		for range 2 {
			off, way := c.at(s.at).Sub(s.Pt), c.way(s.at)
			if d := way.Dot(way) + off.Dot(c.bend(s.at)); d > 0 {
				s.at = math.Min(math.Max(s.at-off.Dot(way)/d, 0), 1)
			}
		}
		far = math.Max(far, c.at(s.at).Dist(s.Pt))
	}
	return far
}

// onward reports whether the samples are passed in their order, with no long way
// between two.
func (f *fitter) onward() bool {
	for i := range f.samples[1:] {
		if f.samples[i+1].at < f.samples[i].at {
			return false
		}
	}
	return true
}

// spread places the samples by how far along they are.
func (f *fitter) spread() {
	length := 0.0
	for i := range f.samples {
		if i > 0 {
			length += f.samples[i].Dist(f.samples[i-1].Pt)
		}
		f.samples[i].at = length
	}
	if length > 0 {
		for i := range f.samples {
			f.samples[i].at /= length
		}
	}
}
