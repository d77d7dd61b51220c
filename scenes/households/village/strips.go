package village

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Strips is a crowd that lies in strips, so many marks side by side, with lanes between
// them: the roofs of villages along a slope. It is one lattice, each row of it across a
// strip, the next row beside it, from strip to strip.
type Strips struct {
	Count  int
	Across int     // marks side by side in a strip
	Pitch  float64 // from a mark to the next along a strip, in the drawing's pixels
	Apart  float64 // and across it
	strips []strip
}

// strip is the middle line of one, and which rows of the lattice lie on it.
type strip struct {
	line     storyboard.Line
	from, to int
}

// stripFlat is the way from mark to mark across a strip, in parts of that along it.
const stripFlat = 0.72

// perPitch is how many pixels of a slot that says how far apart marks are make one of
// the drawing: it is a size finer than slots are.
const perPitch = 100

// StripsOf deals a crowd out to the strips of a slot, by their lengths. The slot is
// their middle lines, from the left to the right; another is so wide, in hundredths, as
// the marks of the drawing are apart. Fewer marks lie farther apart, and more of them
// closer.
func StripsOf(a *stage.Art, slot, pitch string, count, across int) Strips {
	s := Strips{Count: max(count, 0), Across: across}
	all := storyboard.LinesOf(a, slot)
	whole := 0.0
	for _, l := range all {
		whole += l.Length()
	}
	rows := (s.Count + across - 1) / across
	gone, from := 0.0, 0
	for _, l := range all {
		gone += l.Length()
		to := int(math.Round(gone / whole * float64(rows)))
		s.strips = append(s.strips, strip{l, from, to})
		from = to
	}
	drawn := storyboard.Extent(a, pitch).X / perPitch
	s.Apart = stripFlat * drawn
	s.Pitch = min(drawn, whole/float64(max(rows, 1)))
	return s
}

// Stretch lays a field over the strips; level is how much is seen of what stands at a
// point, 0 to 1.
func (s *Strips) Stretch(f *draw.Field, level func(geom.Pt) float64) {
	f.Count, f.Cols = s.Count, s.Across
	m, half := &f.Mesh, (1+float64(s.Across)/2)*s.Apart
	m.U = append(m.U, -1, float64(s.Across)+1)
	for i := range s.strips {
		t := &s.strips[i]
		if t.to == t.from {
			continue
		}
		whole, gone := t.line.Length(), 0.0
		for k, p := range t.line {
			if k > 0 {
				gone += p.Dist(t.line[k-1])
			}
			seen := float32(level(p))
			m.V = append(m.V, float64(t.from)+float64(t.to-t.from)*gone/whole)
			m.P = append(m.P, geom.P(p.X, p.Y-half), geom.P(p.X, p.Y+half))
			m.Level = append(m.Level, seen, seen)
		}
		m.V[len(m.V)-1] = float64(t.to)
	}
}

// Part takes the last n marks out of the strips, as houses that stand where these lay.
func (s *Strips) Part(n int) (all []Cottage) {
	n = min(n, s.Count)
	last := s.Count
	s.Count -= n
	for i := range s.strips {
		t := &s.strips[i]
		for k := max(t.from*s.Across, s.Count); k < min(t.to*s.Across, last); k++ {
			at := t.line.At((float64(k/s.Across-t.from) + 0.5) / float64(t.to-t.from))
			at.Y += (float64(k%s.Across) + 1 - float64(s.Across)/2) * s.Apart
			all = append(all, Cottage{at, plot * s.Pitch})
		}
	}
	return all
}

// plot is how wide a house is that is parted from strips, in parts of the way from one
// to the next.
const plot = 0.8

// Standing is how many marks are seen, those half seen counted half.
func (s *Strips) Standing(level func(geom.Pt) float64) (sum float64) {
	for i := range s.strips {
		t := &s.strips[i]
		n := min(t.to*s.Across, s.Count) - min(t.from*s.Across, s.Count)
		whole, seen := t.line.Length(), 0.0
		for k := 1; k < len(t.line); k++ {
			seen += (level(t.line[k-1]) + level(t.line[k])) / 2 * t.line[k].Dist(t.line[k-1]) / whole
		}
		sum += float64(n) * seen
	}
	return sum
}

// Ground is the strips' own ground as a sheet: their lines, wide enough to lie under
// all marks, in one colour over another, which is its shade.
func (s *Strips) Ground(ground, shade draw.Color) *draw.Sheet {
	p := &geom.Path{}
	for _, t := range s.strips {
		p.Move(t.line[0].X, t.line[0].Y)
		for _, q := range t.line[1:] {
			p.Line(q.X, q.Y)
		}
	}
	var marks []draw.Mark
	for i, c := range [...]draw.Color{shade, ground} {
		marks = append(marks, draw.Mark{
			Kind: draw.KindShape, M: geom.Translate(0, (0.9-0.7*float64(i))*s.Apart), Alpha: 1, Paint: draw.Ink(c), Path: p,
			Pen: geom.Pen{Width: (float64(s.Across) + 1.3 - 0.2*float64(i)) * s.Apart, Cap: geom.CapRound, Join: geom.JoinRound}, Parent: -1, Pair: -1,
		})
	}
	all := &draw.Sheet{Marks: marks}
	all.Seal()
	return all
}
