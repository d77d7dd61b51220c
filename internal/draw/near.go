package draw

import (
	"math"

	"lianhua/internal/geom"
)

// slack is what is searched beyond the exact bounds, in cells, for rounding.
const slack = 1e-6

// near calls visit for all marks that may stand within reach of p across and down,
// both in own coordinates, some of them more than once, until it returns false. It
// turns the mesh around instead of placing every mark.
func (f *Field) near(p geom.Pt, reach float64, visit func(i int) bool) {
	m := &f.Mesh
	n := len(m.U)
	stray := f.Jitter/2 + math.Abs(f.Sway) + slack // of a mark from its cell's middle, in cells
	for j := 0; j+1 < len(m.V); j++ {
		for i := 0; i+1 < n; i++ {
			q := quad{m.P[j*n+i], m.P[j*n+i+1], m.P[(j+1)*n+i], m.P[(j+1)*n+i+1]}
			s, t := q.near(p, reach)
			if s.empty() || t.empty() {
				continue
			}
			across, down := s.between(m.U[i], m.U[i+1]), t.between(m.V[j], m.V[j+1])
			c0, c1 := max(0, ceil(across.from-stray-0.5)), min(f.Cols-1, floor(across.to+stray-0.5))
			r0, r1 := max(0, ceil(down.from-stray-0.5)), min(f.Rows()-1, floor(down.to+stray-0.5))
			for r := r0; r <= r1; r++ {
				for k := r*f.Cols + c0; k <= min(r*f.Cols+c1, f.Count-1); k++ {
					if !visit(k) {
						return
					}
				}
			}
		}
	}
}

// ceil and floor give whole numbers of cells, and of any other number one that no
// field has.
func ceil(x float64) int  { return int(min(math.Ceil(x), math.MaxInt32)) }
func floor(x float64) int { return int(max(math.Floor(x), -1)) }

// interval is a part of a line; NaN makes it empty.
type interval struct{ from, to float64 }

func (v interval) empty() bool { return !(v.from <= v.to) }

func (v interval) meet(w interval) interval {
	return interval{max(v.from, w.from), min(v.to, w.to)}
}

func (v interval) join(w interval) interval {
	switch {
	case v.empty():
		return w
	case w.empty():
		return v
	}
	return interval{min(v.from, w.from), max(v.to, w.to)}
}

// between is what of the way from a to b the shares v of it are.
func (v interval) between(a, b float64) interval {
	return interval{a + v.from*(b-a), a + v.to*(b-a)}
}

// quad is a quad of a mesh: its corners at (0, 0), (1, 0), (0, 1) and (1, 1) of
// its own square.
type quad [4]geom.Pt

// near is the part of the square whose points may lie within reach of p across
// and down.
func (q quad) near(p geom.Pt, reach float64) (s, t interval) {
	across := interval{min(q[0].X, q[1].X, q[2].X, q[3].X) - reach, max(q[0].X, q[1].X, q[2].X, q[3].X) + reach}
	down := interval{min(q[0].Y, q[1].Y, q[2].Y, q[3].Y) - reach, max(q[0].Y, q[1].Y, q[2].Y, q[3].Y) + reach}
	none := interval{1, 0}
	if !(across.from <= p.X && p.X <= across.to && down.from <= p.Y && p.Y <= down.to) {
		return none, none
	}
	// The triangle cut off below the diagonal, where s ≥ t, and the one above it.
	s, t = turned(q[0], q[1].Sub(q[0]), q[3].Sub(q[1]), p, reach)
	s2, t2 := turned(q[0], q[3].Sub(q[2]), q[2].Sub(q[0]), p, reach)
	return s.join(s2), t.join(t2)
}

// turned is the part of the unit square whose points (s, t), put at o + s·a + t·b,
// may lie within reach of p; all of it where the two lie on one line.
func turned(o, a, b, p geom.Pt, reach float64) (s, t interval) {
	whole := interval{-slack, 1 + slack}
	det := a.X*b.Y - a.Y*b.X
	d := p.Sub(o)
	at := geom.P((d.X*b.Y-d.Y*b.X)/det, (a.X*d.Y-a.Y*d.X)/det)
	rs, rt := reach*(math.Abs(b.X)+math.Abs(b.Y))/math.Abs(det), reach*(math.Abs(a.X)+math.Abs(a.Y))/math.Abs(det)
	if sum := at.X + at.Y + rs + rt; math.IsNaN(sum) || math.IsInf(sum, 0) {
		return whole, whole
	}
	s, t = interval{at.X - rs - slack, at.X + rs + slack}.meet(whole), interval{at.Y - rt - slack, at.Y + rt + slack}.meet(whole)
	if s.empty() || t.empty() {
		return interval{1, 0}, interval{1, 0}
	}
	return s, t
}
