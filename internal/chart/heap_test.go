package chart_test

import (
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// heaps are one of several bands and one of a lone band, in both places.
func heaps() (all []chart.Heap) {
	for _, lean := range []float64{0.5, 1} {
		all = append(all,
			chart.Heap{Rect: geom.R(10, 20, 560, 130), Bands: []float64{22, 21, 20, 19, 18}, Lean: lean, Pour: 1},
			chart.Heap{Rect: geom.R(10, 20, 500, 48), Bands: []float64{10}, Steep: 1.6, Lean: lean, Pour: 1})
	}
	return all
}

// many is how many marks its bands are made for.
func many(h chart.Heap) int {
	n := 0.0
	for _, b := range h.Bands {
		n += b
	}
	return int(n) * chart.Side * chart.Side
}

func field(h chart.Heap, n int) *draw.Field {
	f := &draw.Field{Count: n, Shown: 1, Symbol: draw.Ring, Inks: [4]draw.Color{0xFF, 0xFF, 0xFF, 0xFF}}
	h.Fill(f)
	return f
}

// All marks of a heap lie in its rectangle, but for the swell of its top, and every
// backend draws them whole: heaped, in order, and while they are poured.
func TestAHeapKeepsItsMarks(t *testing.T) {
	for i, h := range heaps() {
		for _, order := range []float64{0, 0.5, 1} {
			for _, pour := range []float64{0.3, 0.7, 1} {
				h.Order, h.Pour = order, pour
				for _, n := range []int{many(h), many(h) + many(h)/50 + 7, many(h) * 4 / 5} {
					f := field(h, n)
					if reach := f.Reach(1); reach > draw.MaxReach {
						t.Errorf("heap %d, order %.1f, poured %.1f: a mark reaches over %.2f cells", i, order, pour, reach)
					}
					shown := 0
					room := h.Rect.Inset(-h.Rect.H * 0.06)
					for k := 0; k < f.Count; k++ {
						d, ok := f.At(k)
						if ok && d.Color.A() > 0 {
							shown++
						}
						if pour == 1 && !room.Has(d.At) {
							t.Fatalf("heap %d, order %.1f: mark %d lies at %v", i, order, k, d.At)
						}
					}
					if shown == f.Count && pour < 0.5 || shown < f.Count && pour == 1 {
						t.Errorf("heap %d, poured %.1f: %d of %d marks are shown", i, pour, shown, f.Count)
					}
				}
			}
		}
	}
}

// The marks nearest to where the heap is poured come first.
func TestAHeapIsPouredFromWhereItLeans(t *testing.T) {
	for i, h := range heaps() {
		h.Pour = 0.4
		f := field(h, many(h))
		near, far := 0.0, 2.0
		for k := 0; k < f.Count; k++ {
			d, _ := f.At(k)
			if away := h.Away(d.At.X); d.Color.A() > 250 {
				near = max(near, away)
			} else if d.Color.A() == 0 {
				far = min(far, away)
			}
		}
		if near == 0 || far < near*0.5 {
			t.Errorf("heap %d: marks up to %.2f away have come, others from %.2f on have not", i, near, far)
		}
	}
}
