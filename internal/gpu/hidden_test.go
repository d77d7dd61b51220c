package gpu

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
)

// Sheets laid one over the other cost little more than what is seen of them, and
// look as if all had been painted.
func TestWhatIsCoveredIsNotPainted(t *testing.T) {
	l := picture(640, 400)
	shade := draw.LinearRamp(geom.P(0, 0), geom.P(0, 400), draw.Stop{At: 0, Color: clay}, draw.Stop{At: 1, Color: steel})
	veil := draw.LinearRamp(geom.P(0, 0), geom.P(640, 0), draw.Stop{At: 0, Color: 0xB5482A00}, draw.Stop{At: 1, Color: 0x4C6373FF})
	for i := range 9 {
		y := 60 + 30*float64(i)
		p := l.NewPath().Move(-10, y).Quad(300, y+40, 650, y-20).Line(650, 410).Line(-10, 410).Close()
		paint := draw.Ink(draw.Mix(clay, steel, float64(i)/9))
		if i%2 == 0 {
			paint = shade
		}
		l.Fill(draw.Nth("slope", i+1), p, paint, draw.Decor())
		l.Rect(draw.Nth("veil", i+1), geom.R(200, y, 300, 25), 0, veil, draw.Decor())
	}
	l.Rect(draw.Name("card"), geom.R(100, 50, 420.5, 300), 20, shade, draw.Decor())
	l.Rect(draw.Name("pane"), geom.R(10, 10, 100, 380), 0, draw.Ink(draw.Color(0x4C637380)), draw.Decor())
	dots(l)
	withScene(t, 640, 400, func(s *scene) {
		for range 2 {
			s.Draw(s.dst, l, 1)
		}
		if n := s.Stats().Pixels; n > 640*400*2 {
			t.Errorf("%d pixels are painted for a picture of %d", n, 640*400)
		}
		got, want := read(s.dst), raster.Render(l, nil, 1)
		if mean, off := compare(got, want); mean > 0.5 || off > 0.001 {
			t.Errorf("mean difference %.3f, %.3f %% of pixels off", mean, off*100)
		}
	})
}
