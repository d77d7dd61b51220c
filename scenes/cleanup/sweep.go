package cleanup

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
)

// lanes is the number of terraces, each with a lane of people.
const lanes = 7

// leadOf is how far the front has come along lane k, 0 to 1, when the sweep is
// at p: some lanes are a little ahead.
func leadOf(k int, p float64) float64 {
	ahead := 0.05 * math.Sin(1.7*float64(k)+0.6)
	return anim.Clamp(anim.Lerp(-0.06, 1.06, anim.SineInOut(p)) + ahead)
}

// reached is the share of all people whom the front has reached: what the
// counter shows.
func (m *moment) reached() float64 {
	sum := 0.0
	for k, lead := range m.lead {
		sum += unstrewn(k, lead)
	}
	return sum / lanes
}

// strewn is where along lane k, 0 to 1, the share s of its people has been
// passed while they stand about: hamlets, and emptier ground between them.
func strewn(k int, s float64) float64 {
	a := float64(k)
	return s + clump(3, 0.09, s, 0.9*a) + clump(7, 0.09, s, 2.3*a+1)
}

func clump(n, strength, s, phase float64) float64 {
	w := 2 * math.Pi * n
	return strength / w * (anim.Wave(w*s+phase-math.Pi/2) - anim.Wave(phase-math.Pi/2))
}

// unstrewn is the share of lane k's people who stand before the place x: the
// inverse of strewn, which is steeper than 0.8 everywhere.
func unstrewn(k int, x float64) float64 {
	s := x
	for i := 0; i < 6; i++ {
		s -= strewn(k, s) - x
	}
	return anim.Clamp(s)
}

// breadth is the share of terrace k's depth that its lane takes at x.
func breadth(k int, x float64) float64 {
	a := float64(k)
	w := 0.5*anim.Wave(2*math.Pi*2.3*x+1.9*a-math.Pi/2) + 0.3*anim.Wave(2*math.Pi*5.7*x+4.1*a-math.Pi/2) + 0.2*anim.Wave(2*math.Pi*13*x+2.7*a-math.Pi/2)
	return 0.74 + 0.15*w
}

// bow is how far ahead of its middle the front of lane k is at c across it.
func bow(k int, c float64) float64 {
	return anim.Wave(3.4*c + 1.3*float64(k) - math.Pi/2)
}

// pressed is the density behind the front in parts of the strewn one: more than
// twice at the front itself, thinning towards the start.
const pressed = 2.2

// swept is where along the lane a person stands who stood at x before the front
// came, when the front is at lead. People fall in where the front meets them,
// walk with it, and fall behind; nobody overtakes anybody.
func swept(x, lead float64) float64 {
	if x >= lead || lead <= 0 {
		return x
	}
	t := (lead - x) / lead
	return lead - lead*(t/pressed+(1-1.0/pressed)*t*t*t)
}

// light is the opacity of a person who stands at x along the lane: full at the
// front, less behind it, least ahead of it.
func light(x, lead float64) float64 {
	const waiting, walked = 0.54, 0.82
	if x >= lead {
		return waiting + (1-waiting)*anim.Span(-(x-lead), -0.05, 0, anim.CubicInOut)
	}
	return 1 - (1-walked)*anim.Span(lead-x, 0.03, 0.4, anim.CubicInOut)
}

// walking is how far the wave of a walking crowd moves its people at a time, in
// pixels of the design; waves is how many stand along a lane.
func walking(k int, waves, s, now float64) geom.Pt {
	a := 2 * math.Pi * (waves*s + 0.37*float64(k) - 0.35*now)
	sin, cos := math.Sincos(a)
	return geom.P(1.9*sin, 1.1*cos)
}
