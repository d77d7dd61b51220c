package svgfile

import (
	"math"
	"strings"

	"lianhua/internal/geom"
)

// transform reads the value of SVG's attribute; why says what is wrong.
func transform(s string) (m geom.Affine, why string) {
	m = geom.Identity()
	for {
		s = strings.TrimLeft(s, " \t\r\n,")
		if s == "" {
			return m, ""
		}
		name, rest, ok := strings.Cut(s, "(")
		inner, after, closed := strings.Cut(rest, ")")
		if !ok || !closed {
			return m, "a bracket is missing"
		}
		a, ok := numbers(inner)
		if !ok {
			return m, "(" + inner + ") is no list of numbers"
		}
		step, ok := transformStep(strings.TrimSpace(name), a)
		if !ok {
			return m, "there is no " + strings.TrimSpace(name) + "(" + inner + ")"
		}
		m = step.Then(m)
		s = after
	}
}

func transformStep(name string, a []float64) (m geom.Affine, ok bool) {
	const degree = math.Pi / 180
	switch {
	case name == "matrix" && len(a) == 6:
		return geom.Affine{A: a[0], B: a[1], C: a[2], D: a[3], E: a[4], F: a[5]}, true
	case name == "translate" && len(a) == 1:
		return geom.Translate(a[0], 0), true
	case name == "translate" && len(a) == 2:
		return geom.Translate(a[0], a[1]), true
	case name == "scale" && len(a) == 1:
		return geom.ScaleBy(a[0], a[0]), true
	case name == "scale" && len(a) == 2:
		return geom.ScaleBy(a[0], a[1]), true
	case name == "rotate" && len(a) == 1:
		return geom.Rotate(a[0]*degree, geom.Pt{}), true
	case name == "rotate" && len(a) == 3:
		return geom.Rotate(a[0]*degree, geom.P(a[1], a[2])), true
	case name == "skewX" && len(a) == 1:
		return geom.Affine{A: 1, C: math.Tan(a[0] * degree), D: 1}, true
	case name == "skewY" && len(a) == 1:
		return geom.Affine{A: 1, B: math.Tan(a[0] * degree), D: 1}, true
	}
	return m, false
}

// transformed is m with the element's own transform within it.
func (r *reader) transformed(n *node, name string, m geom.Affine) geom.Affine {
	s, ok := n.attrs[name]
	if !ok {
		return m
	}
	own, why := transform(s)
	if why != "" {
		r.to.at(n, name+": "+why, "matrix translate scale rotate skewX skewY, angles in degrees")
		return m
	}
	out := own.Then(m)
	if !usable(out) {
		r.to.at(n, name+" flattens what it is laid on to nothing, or is too large", "delete what cannot be seen")
		return m
	}
	return out
}

// usable reports whether a transform can be undone, and stays in the range of
// numbers that drawings have.
func usable(m geom.Affine) bool {
	most := 0.0
	for _, v := range [...]float64{m.A, m.B, m.C, m.D, m.E, m.F} {
		if math.IsNaN(v) {
			return false
		}
		most = max(most, math.Abs(v))
	}
	least, _ := stretch(m)
	return most <= mostLength && least > 1e-6
}

// stretch is by how much the transform stretches at least and at most: its
// singular values.
func stretch(m geom.Affine) (least, most float64) {
	sum, diff := math.Hypot(m.A+m.D, m.B-m.C), math.Hypot(m.A-m.D, m.B+m.C)
	return math.Abs(sum-diff) / 2, (sum + diff) / 2
}

// similar reports whether circles stay circles.
func similar(m geom.Affine) bool {
	least, most := stretch(m)
	return most-least <= 1e-6*most
}
