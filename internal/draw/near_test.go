package draw_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// bent is a field by chance: its mesh folds over itself, has gaps, quads without an
// area, and lines beyond the lattice.
func bent(r *rand.Rand) *draw.Field {
	f := &draw.Field{
		Count: 1 + r.IntN(400), Cols: 1 + r.IntN(30), Radius: 0.5 + 4*r.Float64(), Symbol: draw.Ring,
		Jitter: r.Float64(), Sway: r.Float64() * 0.3, Phase: r.Float64(), Shown: 1, Inks: [4]draw.Color{0xFF, 0xFF, 0xFF, 0xFF},
	}
	if r.IntN(2) == 0 {
		f.Shown = r.Float64()
	}
	if r.IntN(2) == 0 {
		f.Lifted = 1 + r.IntN(f.Count)
	}
	lines := func(n int, far float64) (all []float64) {
		at := -1.0
		for range n {
			all = append(all, at)
			if r.IntN(4) > 0 {
				at += r.Float64() * 2 * (far + 2) / float64(n)
			}
		}
		return all
	}
	f.Mesh.U, f.Mesh.V = lines(2+r.IntN(6), float64(f.Cols)), lines(2+r.IntN(6), float64(f.Rows()))
	wild := r.Float64() * 60
	for _, v := range f.Mesh.V {
		for _, u := range f.Mesh.U {
			f.Mesh.P = append(f.Mesh.P, geom.P(u*9+wild*(r.Float64()-0.5), v*7+wild*(r.Float64()-0.5)))
		}
	}
	if r.IntN(8) == 0 { // all on a line
		for i := range f.Mesh.P {
			f.Mesh.P[i].Y = 40
		}
	}
	return f
}

// TestMarksAreFoundAsIfAllWereLookedAt compares what is found from the lattice with
// what placing every mark finds.
func TestMarksAreFoundAsIfAllWereLookedAt(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	held, found := 0, 0
	for range 1500 {
		f := bent(r)
		for range 20 {
			box := f.Bounds()
			p := geom.P(box.X+box.W*(r.Float64()*1.2-0.1), box.Y+box.H*(r.Float64()*1.2-0.1))
			reach := r.Float64() * 20
			if d, shown := f.At(r.IntN(f.Count)); shown && r.IntN(2) == 0 {
				p = d.At // a mark's own place, exactly
			}
			holds, nearest, ok, best := false, 0, false, reach
			for i := range f.Count {
				d, shown := f.At(i)
				if !shown {
					continue
				}
				far := d.R * f.Symbol.Side()
				holds = holds || math.Abs(d.At.X-p.X) <= far && math.Abs(d.At.Y-p.Y) <= far && f.Symbol.Distance(f.Pose(i), p.Sub(d.At), d.R) <= 0
				if dist := d.At.Dist(p); dist <= best {
					nearest, ok, best = i, true, dist
				}
			}
			if got := f.Holds(p); got != holds {
				t.Fatalf("Holds(%v) is %v for %+v", p, got, f)
			}
			if got, gotOK := f.Nearest(p, reach); got != nearest || gotOK != ok {
				t.Fatalf("Nearest(%v, %v) is %d, %v instead of %d, %v for %+v", p, reach, got, gotOK, nearest, ok, f)
			}
			if holds {
				held++
			}
			if ok {
				found++
			}
		}
	}
	if held < 1000 || found < 1000 {
		t.Errorf("%d points lie on marks, %d near some", held, found)
	}
}

// BenchmarkHolds looks for the mark under a pointer in a crowd as large as the
// story's largest.
func BenchmarkHolds(b *testing.B) {
	f := &draw.Field{Count: 111616, Cols: 436, Radius: 1, Symbol: draw.Ring, Jitter: 0.6, Shown: 1, Inks: [4]draw.Color{0xFF, 0xFF, 0xFF, 0xFF}}
	const lines = 17
	for i := range lines {
		at := float64(i) / (lines - 1)
		f.Mesh.U, f.Mesh.V = append(f.Mesh.U, at*436), append(f.Mesh.V, at*256)
	}
	for _, v := range f.Mesh.V {
		for _, u := range f.Mesh.U {
			f.Mesh.P = append(f.Mesh.P, geom.P(u*3+20*math.Sin(v/40), v*3))
		}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f.Holds(geom.P(float64(i%1300), float64(i%760)))
	}
}
