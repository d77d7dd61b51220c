package draw

import (
	"math"

	"lianhua/internal/geom"
)

// Field draws a crowd: Count marks on a lattice of Cols cells a row, filled row
// by row, and the lattice stretched over the picture by a mesh. A crowd moves by
// moving its mesh; neighbours stay neighbours, so a backend with a GPU finds the
// marks under a pixel from the lattice and needs no vertex for any of them.
//
// Mark i stands in the cell (i mod Cols, i div Cols) at its middle, moved by up
// to Jitter/2 cells each way and by Sway cells around a circle. Marks may wander
// into their neighbours' cells and lie over them, those with greater numbers on
// top. For a mark to be drawn whole by every backend, Reach is at most MaxReach,
// and the mesh goes on for as many cells beyond the lattice.
type Field struct {
	Count, Cols int
	Mesh        Mesh
	Radius      float64 // in own coordinates' pixels
	Symbol      Symbol
	Jitter      float64  // 0 (a grid) to 1
	Sway        float64  // in cells
	Phase       float64  // of the sway and of the pose, in turns
	Shown       float64  // 0 to 1: the share of marks that have appeared, in an order by chance
	Inks        [4]Color // each mark takes one, by chance
	// Lift, 0 to 1, marks one index out: it is drawn in LiftInk at twice the size.
	// Lifted is its index plus one; 0 lifts none.
	Lifted  int
	LiftInk Color
}

// lift is how much larger the lifted mark is drawn.
const lift = 2

// Mesh stretches the lattice over the picture: the vertex (i, j) puts the
// lattice's point (U[i], V[j]), in cells, at P[j·len(U)+i]. Between vertices it
// is linear in each of the two triangles of a quad, cut from its first vertex to
// its last. Two equal neighbours in U or V leave a gap: nothing is drawn there.
// Level is the opacity at each vertex, 0 to 1; empty means 1 everywhere.
type Mesh struct {
	U, V  []float64
	P     []geom.Pt
	Level []float32
}

func (f *Field) reset() {
	m := f.Mesh
	*f = Field{Shown: 1, Mesh: Mesh{U: m.U[:0], V: m.V[:0], P: m.P[:0], Level: m.Level[:0]}}
}

// Rows is how many rows of the lattice are taken.
func (f *Field) Rows() int {
	if f.Cols <= 0 {
		return 0
	}
	return (f.Count + f.Cols - 1) / f.Cols
}

// NoiseSide is the side of the tile of chance that fields repeat.
const NoiseSide = 128

// Noise is the tile of chance as RGBA: for the cell (c, r) the four bytes at
// ((r mod NoiseSide)·NoiseSide + c mod NoiseSide)·4 are its place across, its
// place down, its ink and its order. It is the same everywhere and always.
func Noise() []byte { return noise[:] }

var noise = makeNoise()

func makeNoise() (tile [NoiseSide * NoiseSide * 4]byte) {
	for i := 0; i < NoiseSide*NoiseSide; i++ {
		// PCG output function over the cell's number (O'Neill, 2014).
		s := uint32(i)*747796405 + 2891336453
		w := (s>>((s>>28)+4) ^ s) * 277803737
		w = w>>22 ^ w
		tile[i*4], tile[i*4+1], tile[i*4+2], tile[i*4+3] = byte(w), byte(w>>8), byte(w>>16), byte(w>>24)
	}
	return tile
}

// Place is where on the lattice mark i stands, in cells, with the cell's chance.
func (f *Field) Place(i int) (u, v float64, chance [4]byte) {
	c, r := i%f.Cols, i/f.Cols
	k := ((r%NoiseSide)*NoiseSide + c%NoiseSide) * 4
	copy(chance[:], noise[k:k+4])
	u = float64(c) + 0.5 + f.Jitter*(float64(chance[0])/255-0.5)
	v = float64(r) + 0.5 + f.Jitter*(float64(chance[1])/255-0.5)
	if f.Sway != 0 {
		s, k := math.Sincos(2 * math.Pi * (f.Phase + float64(chance[3])/255))
		u, v = u+f.Sway*k, v+f.Sway*s
	}
	return u, v, chance
}

// At is mark i as a disc in own coordinates: its place, radius and colour; shown
// is false where it has not appeared or the mesh does not reach.
func (f *Field) At(i int) (d Dot, shown bool) {
	u, v, chance := f.Place(i)
	if !f.appeared(chance) {
		return Dot{}, false
	}
	p, level, ok := f.Mesh.At(u, v)
	if !ok {
		return Dot{}, false
	}
	d = Dot{At: p, R: f.Radius, Color: f.Inks[chance[2]>>6].Fade(level)}
	if f.Lifted == i+1 {
		d.R, d.Color = f.Radius*lift, f.LiftInk
	}
	return d, true
}

// Pose is how mark i stands: a symbol with two poses takes the second for half of
// each of the mark's turns.
func (f *Field) Pose(i int) int {
	if f.Symbol.Poses() < 2 {
		return 0
	}
	_, _, chance := f.Place(i)
	_, turn := math.Modf(f.Phase + float64(chance[3])/255)
	if turn < 0 {
		turn++
	}
	if turn < 0.5 {
		return 0
	}
	return 1
}

func (f *Field) appeared(chance [4]byte) bool {
	return f.Shown >= 1 || float64(chance[3])+0.5 < f.Shown*256
}

// At maps the lattice's point (u, v) to the picture.
func (m *Mesh) At(u, v float64) (p geom.Pt, level float64, ok bool) {
	i, s, ok := locate(m.U, u)
	if !ok {
		return geom.Pt{}, 0, false
	}
	j, t, ok := locate(m.V, v)
	if !ok {
		return geom.Pt{}, 0, false
	}
	n := len(m.U)
	a, b, c, d := j*n+i, j*n+i+1, (j+1)*n+i, (j+1)*n+i+1
	// The weights of the four corners in the triangle that holds (s, t).
	wa, wb, wc, wd := 1-s, s-t, 0.0, t
	if t > s {
		wa, wb, wc, wd = 1-t, 0, t-s, s
	}
	pa, pb, pc, pd := m.P[a], m.P[b], m.P[c], m.P[d]
	p = geom.Pt{
		X: wa*pa.X + wb*pb.X + wc*pc.X + wd*pd.X,
		Y: wa*pa.Y + wb*pb.Y + wc*pc.Y + wd*pd.Y,
	}
	level = 1
	if len(m.Level) > 0 {
		level = wa*float64(m.Level[a]) + wb*float64(m.Level[b]) + wc*float64(m.Level[c]) + wd*float64(m.Level[d])
	}
	return p, level, true
}

// locate finds the mesh line before x by halving, and how far beyond it x lies.
func locate(lines []float64, x float64) (i int, frac float64, ok bool) {
	n := len(lines)
	if n < 2 || x < lines[0] || x > lines[n-1] {
		return 0, 0, false
	}
	lo, hi := 0, n-1
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		if lines[mid] <= x {
			lo = mid
		} else {
			hi = mid
		}
	}
	w := lines[lo+1] - lines[lo]
	if w <= 0 {
		return lo, 0, true
	}
	return lo, (x - lines[lo]) / w, true
}

// Holds reports whether a mark covers p, in own coordinates.
func (f *Field) Holds(p geom.Pt) (held bool) {
	far := f.Symbol.Side()
	reach := f.Radius * far
	if f.Lifted > 0 {
		reach *= lift
	}
	f.near(p, reach, func(i int) bool {
		d, shown := f.At(i)
		reach := d.R * far
		held = shown && math.Abs(d.At.X-p.X) <= reach && math.Abs(d.At.Y-p.Y) <= reach &&
			f.Symbol.Distance(f.Pose(i), p.Sub(d.At), d.R) <= 0
		return !held
	})
	return held
}

// Nearest is the mark whose place lies nearest to p and within reach of it, both
// in own coordinates, and of equally near ones the last; ok is false where there
// is none.
func (f *Field) Nearest(p geom.Pt, reach float64) (i int, ok bool) {
	best := reach
	f.near(p, reach, func(k int) bool {
		d, shown := f.At(k)
		if !shown {
			return true
		}
		if dist := d.At.Dist(p); dist < best || dist == best && (!ok || k > i) {
			best, i, ok = dist, k, true
		}
		return true
	})
	return i, ok
}

// Bounds is the mesh's extent in own coordinates.
func (f *Field) Bounds() geom.Rect {
	if len(f.Mesh.P) == 0 {
		return geom.Rect{}
	}
	x0, y0 := math.Inf(1), math.Inf(1)
	x1, y1 := math.Inf(-1), math.Inf(-1)
	for _, p := range f.Mesh.P {
		x0, x1 = math.Min(x0, p.X), math.Max(x1, p.X)
		y0, y1 = math.Min(y0, p.Y), math.Max(y1, p.Y)
	}
	return geom.R(x0, y0, x1-x0, y1-y0).Inset(-f.Radius * f.Symbol.Side())
}
