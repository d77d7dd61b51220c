package storyboard

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
)

// Appear has a layer come out of nothing.
type Appear struct{}

func (Appear) slot() string { return "" }
func (Appear) apply(s state, t float64, _ Place) state {
	s.alpha *= t
	return s
}

// Vanish has a layer go.
type Vanish struct{}

func (Vanish) slot() string { return "" }
func (Vanish) apply(s state, t float64, _ Place) state {
	s.alpha *= 1 - t
	return s
}

// Fade takes a layer's opacity from one to another, 0 to 1.
type Fade struct{ From, To float64 }

func (Fade) slot() string { return "" }
func (f Fade) apply(s state, t float64, _ Place) state {
	s.alpha *= anim.Lerp(f.From, f.To, t)
	return s
}

// Move brings a layer to where it is drawn, from so far beside it, in the drawing's
// pixels; Away takes it there instead.
type Move struct {
	By   geom.Pt
	Away bool
}

func (Move) slot() string { return "" }
func (m Move) apply(s state, t float64, _ Place) state {
	if !m.Away {
		t = 1 - t
	}
	s.m = s.m.Then(geom.Translate(m.By.X*t, m.By.Y*t))
	return s
}

// Shift brings a layer to where it is drawn, from where what is in the middle of the
// slot At would be in that of another.
type Shift struct{ At, From string }

func (m Shift) slot() string { return m.From }
func (m Shift) apply(s state, t float64, p Place) state {
	by := p.spot(m.From).Rect.Center().Sub(p.spot(m.At).Rect.Center()).Mul(1 - t)
	s.m = s.m.Then(geom.Translate(by.X, by.Y))
	return s
}

// Along moves a layer along a slot that is a line: it is drawn where the line ends.
type Along struct{ Slot string }

func (a Along) slot() string { return a.Slot }
func (a Along) apply(s state, t float64, p Place) state {
	path := p.spot(a.Slot).Path
	if path == nil {
		return s
	}
	length := path.Length()
	end, _ := path.At(length)
	at, _ := path.At(length * t)
	s.m = s.m.Then(geom.Translate(at.X-end.X, at.Y-end.Y))
	return s
}

// Turn turns a layer about the middle of a slot to how it is drawn, from so many
// radians, clockwise.
type Turn struct {
	About string
	From  float64
}

func (a Turn) slot() string { return a.About }
func (a Turn) apply(s state, t float64, p Place) state {
	s.m = s.m.Then(geom.Rotate(a.From*(1-t), p.spot(a.About).Rect.Center()))
	return s
}

// Scale brings a layer to its size about the middle of a slot, from parts of it: of
// its width and of its height.
type Scale struct {
	About string
	X, Y  float64
}

func (a Scale) slot() string { return a.About }
func (a Scale) apply(s state, t float64, p Place) state {
	c := p.spot(a.About).Rect.Center()
	x, y := anim.Lerp(a.X, 1, t), anim.Lerp(a.Y, 1, t)
	s.m = s.m.Then(geom.Affine{A: x, D: y, E: c.X * (1 - x), F: c.Y * (1 - y)})
	return s
}

// Fill lets a layer be seen in a rectangle that grows over a slot, from its foot up,
// or from the side that Side names.
type Fill struct {
	Slot string
	Side Side
}

// Side is one of a rectangle.
type Side uint8

const (
	Foot Side = iota
	Head
	Left
	Right
)

func (f Fill) slot() string { return f.Slot }
func (f Fill) apply(s state, t float64, p Place) state {
	if t >= 1 {
		return s
	}
	r := p.spot(f.Slot).Rect
	switch f.Side {
	case Foot:
		r.Y, r.H = r.Y+r.H*(1-t), r.H*t
	case Head:
		r.H *= t
	case Left:
		r.W *= t
	case Right:
		r.X, r.W = r.X+r.W*(1-t), r.W*t
	}
	if r.Empty() {
		s.alpha = 0
		return s
	}
	if !s.clip.Empty() {
		r = r.Intersect(s.clip)
	}
	s.clip = r
	return s
}

// Sweep lets a layer be seen in a sector that opens about the middle of a slot, from
// the top clockwise, until it is all round. Foot has it open from the foot instead, both
// ways at once, until the two edges meet at the top.
type Sweep struct {
	Slot string
	Foot bool
}

func (w Sweep) slot() string { return w.Slot }
func (w Sweep) apply(s state, t float64, p Place) state {
	if t >= 1 {
		return s
	}
	if t <= 0 {
		s.alpha = 0
		return s
	}
	r := p.spot(w.Slot).Rect
	// A little beyond the slot, for what stands out of it.
	s.sector = sector{about: r.Center(), r: 0.55 * max(r.W, r.H), from: -math.Pi / 2, angle: 2 * math.Pi * t}
	if w.Foot {
		s.sector.from = math.Pi * (0.5 - t)
	}
	return s
}

// Above lets a layer be seen above a line that rises over it: the line of a slot, drawn
// where it ends up, beyond the layer. Below lets it be seen beneath the line instead.
type Above struct {
	Slot  string
	Rise  float64 // how far below it begins, in parts of the drawing's height
	Below bool
}

func (a Above) slot() string { return a.Slot }
func (a Above) apply(s state, t float64, p Place) state {
	line := p.spot(a.Slot).Path
	switch {
	case line == nil, a.Below && t >= 1, !a.Below && t <= 0:
		return s
	case a.Below && t <= 0, !a.Below && t >= 1:
		s.alpha = 0
		return s
	}
	s.side = side{line: line, down: a.Rise * p.art.Height * (1 - t), below: a.Below}
	return s
}
