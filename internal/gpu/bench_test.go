package gpu

import (
	"image"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// BenchmarkFrame times whole frames of 1440 by 900 pixels, from the list to the
// pixels' arrival: with a software GPU, mostly its shading.
func BenchmarkFrame(b *testing.B) {
	for _, c := range []struct {
		name string
		fill func(l *draw.List, n int)
	}{
		{"bare", func(*draw.List, int) {}},
		{"shapes", func(l *draw.List, _ int) { shapes(l) }},
		{"text", func(l *draw.List, _ int) { text(l) }},
		{"field", func(l *draw.List, n int) {
			f := crowdIn(l, 111616, 422, l.Area, 0.02)
			f.Phase = float64(n) / 60
			l.Field(draw.Name("crowd"), f, draw.Decor())
		}},
		{"mesh40k", func(l *draw.List, n int) { woven(l, 40_000, float64(n)/60) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := open(b, 1440, 900)
			l := new(draw.List)
			var px [4]byte
			one := s.dst.SubImage(image.Rect(0, 0, 1, 1)).(*ebiten.Image)
			frame(func() {
				for i := range b.N {
					l.Reset(geom.R(0, 0, 1440, 900), ground)
					c.fill(l, i)
					s.Draw(s.dst, l, 1)
					one.ReadPixels(px[:])
				}
			})
		})
	}
}
