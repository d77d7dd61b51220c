package gpu

import (
	"image"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
)

// blobs counts the islands of pixels that are not white.
func blobs(img *image.RGBA) int {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	seen := make([]bool, w*h)
	inked := func(i int) bool { return img.Pix[4*i+1] < 200 }
	n := 0
	for i := range seen {
		if seen[i] || !inked(i) {
			continue
		}
		n++
		for stack := []int{i}; len(stack) > 0; {
			k := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if seen[k] || !inked(k) {
				continue
			}
			seen[k] = true
			for _, q := range [...]int{k - 1, k + 1, k - w, k + w} {
				if q >= 0 && q < len(seen) {
					stack = append(stack, q)
				}
			}
		}
	}
	return n
}

// A crowd is counted: each mark that has appeared is drawn, once, whole, wherever
// it wanders; none stands in the gap of a mesh nor beyond the last.
func TestAsManyMarksAreDrawnAsAreShown(t *testing.T) {
	for n := range draw.Symbols() {
		symbol := draw.Symbol(n)
		islands := 1
		if symbol == draw.BrokenRing {
			islands = 2
		}
		for _, shown := range []float64{1, 0.6} {
			l := new(draw.List)
			l.Reset(geom.R(0, 0, 640, 400), draw.RGB(0xffffff))
			f := l.NewField()
			f.Count, f.Cols, f.Symbol, f.Radius, f.Shown = 487, 25, symbol, 5, shown
			f.Jitter, f.Phase = 0.2, 0.4
			for i := range f.Inks {
				f.Inks[i] = draw.RGB(0x102030)
			}
			// A gap in the middle, and both halves drawn apart.
			f.Mesh.U = []float64{-1, 26}
			f.Mesh.V = []float64{-1, 10, 10, 21}
			for _, y := range []float64{-15, 180, 200, 420} {
				f.Mesh.P = append(f.Mesh.P, geom.P(-20, y-4), geom.P(660, y+4))
			}
			l.Field(draw.Name("crowd"), f, draw.Decor())
			want := 0
			for i := range f.Count {
				if d, ok := f.At(i); ok && l.Area.Inset(d.R).Has(d.At) {
					want += islands
				} else if ok {
					t.Fatalf("mark %d stands at %v", i, d.At)
				}
			}
			withScene(t, 1280, 800, func(s *scene) {
				s.Draw(s.dst, l, 2)
				if cpu, gpu := blobs(raster.Render(l, nil, 2)), blobs(read(s.dst)); cpu != want || gpu != want {
					t.Errorf("%s: %d islands are shown, the CPU draws %d and the GPU %d", symbol, want, cpu, gpu)
				}
			})
		}
	}
}
