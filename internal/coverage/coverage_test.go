package coverage

import (
	"fmt"
	"image"
	"image/draw"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"golang.org/x/image/vector"

	"lianhua/internal/geom"
)

func ExampleRaster() {
	var p geom.Path
	p.RoundRect(geom.R(1, 1, 62, 62), 6)
	var r Raster
	r.Begin(64, 64, 16)
	p.Flatten(0.05, r.To)
	r.Finish()
	solid := 0
	for _, s := range r.Spans {
		if s.At == Solid {
			solid += s.W * s.H
		}
	}
	fmt.Println(len(r.Spans), "spans,", len(r.Masks), "bytes of mask,", solid, "pixels without")
	// Output:
	// 7 spans, 2560 bytes of mask, 1536 pixels without
}

// picture lays the spans out as one mask and fails where two overlap.
func picture(t *testing.T, r *Raster, w, h int) []byte {
	out, seen := make([]byte, w*h), make([]bool, w*h)
	for _, s := range r.Spans {
		for y := range s.H {
			for x := range s.W {
				k := (s.Y+y)*w + s.X + x
				if seen[k] {
					t.Fatalf("pixel %d,%d lies in two spans", s.X+x, s.Y+y)
				}
				seen[k] = true
				if s.At == Solid {
					out[k] = 255
				} else {
					out[k] = r.Masks[s.At+y*s.W+x]
				}
			}
		}
	}
	return out
}

// reference is golang.org/x/image/vector's mask of the same polygon, from its
// floating point half, which works in windows of more than 512 pixels only.
func reference(p *geom.Path, w, h int) []byte {
	z := vector.NewRasterizer(w, 513)
	z.DrawOp = draw.Src
	first := true
	p.Flatten(0.05, func(to geom.Pt, move bool) {
		switch {
		case move && !first:
			z.ClosePath()
			fallthrough
		case move:
			z.MoveTo(float32(to.X), float32(to.Y))
		default:
			z.LineTo(float32(to.X), float32(to.Y))
		}
		first = false
	})
	z.ClosePath()
	dst := image.NewAlpha(image.Rect(0, 0, w, h))
	z.Draw(dst, dst.Bounds(), image.Opaque, image.Point{})
	return dst.Pix
}

func random(rnd *rand.Rand, w, h float64) *geom.Path {
	var p geom.Path
	// Coordinates on a grid meet the edges of pixels, tiles and strips.
	grid := []float64{1, 2, 256, 8, 0.125}[rnd.IntN(5)]
	at := func() (float64, float64) {
		return math.Round(rnd.Float64()*w*grid) / grid, math.Round(rnd.Float64()*h*grid) / grid
	}
	for range 1 + rnd.IntN(3) {
		x, y := at()
		p.Move(x, y)
		for range 1 + rnd.IntN(7) {
			x, y := at()
			switch rnd.IntN(4) {
			case 0:
				cx, cy := at()
				p.Quad(cx, cy, x, y)
			case 1:
				ax, ay := at()
				bx, by := at()
				p.Cube(ax, ay, bx, by, x, y)
			default:
				p.Line(x, y)
			}
		}
		p.Close()
	}
	return &p
}

func TestEqualsTheDenseRasteriser(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var r Raster
	for n := range 600 {
		w, h := 1+rnd.IntN(300), 1+rnd.IntN(300)
		p := random(rnd, float64(w), float64(h))
		if n%3 == 0 {
			var o geom.Path
			p.Outline(&o, geom.Pen{Width: 0.3 + 6*rnd.Float64(), Join: geom.Join(rnd.IntN(3)), Cap: geom.Cap(rnd.IntN(3))}, 0.05)
			// Let it stay inside, where the reference is exact too.
			k := math.Min(float64(w), float64(h)) / (math.Min(float64(w), float64(h)) + 40)
			b := o.Bounds()
			o.Transform(geom.Translate(-b.X, -b.Y)).Transform(geom.ScaleBy(k*float64(w)/(b.W+1), k*float64(h)/(b.H+1)))
			p = &o
		}
		r.Begin(w, h, []int{1, 8, 16, h}[rnd.IntN(4)])
		p.Flatten(0.05, r.To)
		r.Finish()
		got, want := picture(t, &r, w, h), reference(p, w, h)
		for i := range want {
			if d := int(got[i]) - int(want[i]); d > 2 || d < -2 {
				t.Fatalf("path %d, %d×%d in strips of %d: pixel %d,%d is %d, want %d", n, w, h, r.strip, i%w, i/w, got[i], want[i])
			}
		}
	}
}

func TestWindowShowsWhatTheWholeShows(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var r Raster
	for n := range 200 {
		p := random(rnd, 300, 300)
		whole := reference(p, 300, 300)
		x0, y0 := rnd.IntN(200), rnd.IntN(200)
		w, h := 1+rnd.IntN(100), 1+rnd.IntN(100)
		r.Begin(w, h, 16)
		off := geom.P(float64(x0), float64(y0))
		p.Flatten(0.05, func(to geom.Pt, move bool) { r.To(to.Sub(off), move) })
		r.Finish()
		got := picture(t, &r, w, h)
		for y := range h {
			for x := range w {
				want := whole[(y+y0)*300+x+x0]
				if d := int(got[y*w+x]) - int(want); d > 2 || d < -2 {
					t.Fatalf("path %d, window %d,%d %d×%d: pixel %d,%d is %d, want %d", n, x0, y0, w, h, x, y, got[y*w+x], want)
				}
			}
		}
	}
}

func TestAFullRasterDoesNotAllocate(t *testing.T) {
	p := random(rand.New(rand.NewPCG(5, 6)), 200, 200)
	var r Raster
	fill := func() {
		r.Begin(200, 200, 16)
		p.Flatten(0.05, r.To)
		r.Finish()
	}
	fill()
	if n := testing.AllocsPerRun(20, fill); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkCircle(b *testing.B) {
	for _, radius := range []float64{8, 64, 512} {
		b.Run(fmt.Sprint(radius), func(b *testing.B) {
			var p geom.Path
			p.Circle(geom.P(radius, radius), radius)
			var r Raster
			for range b.N {
				r.Begin(int(2*radius), int(2*radius), 16)
				p.Flatten(0.05, r.To)
				r.Finish()
			}
		})
	}
}

func TestMeetIsTheProduct(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var a, b Raster
	for range 200 {
		w, h := 1+rnd.IntN(300), 1+rnd.IntN(120)
		strip := []int{16, h}[rnd.IntN(2)]
		var want [2][]byte
		for i, r := range []*Raster{&a, &b} {
			var p geom.Path
			for range 3 + rnd.IntN(4) {
				q := geom.P(rnd.Float64()*float64(w)*1.4-20, rnd.Float64()*float64(h)*1.4-20)
				if p.Empty() {
					p.Move(q.X, q.Y)
				} else {
					p.Line(q.X, q.Y)
				}
			}
			if rnd.IntN(3) == 0 {
				p.Reset()
				p.Rect(geom.R(-5, 10, 200, 70))
			}
			r.Begin(w, h, strip)
			p.Flatten(0.05, r.To)
			r.Finish()
			want[i] = picture(t, r, w, h)
		}
		a.Meet(&b)
		got := picture(t, &a, w, h)
		for i, v := range got {
			if x := (int(want[0][i])*int(want[1][i]) + 127) / 255; int(v) != x {
				t.Fatalf("%d by %d: pixel %d,%d is %d, want %d", w, h, i%w, i/w, v, x)
			}
		}
	}
}

func TestPathGoesAlongItsPoints(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	var a, b Raster
	for n := range 200 {
		p := random(rnd, 200, 120)
		if n%2 == 0 { // lines alone
			var o geom.Path
			p.Outline(&o, geom.Pen{Width: 1 + 4*rnd.Float64(), Join: geom.Join(rnd.IntN(3)), Cap: geom.Cap(rnd.IntN(3))}, 0.05)
			p = &o
		}
		from := geom.P(float64(rnd.IntN(60)-30), float64(rnd.IntN(60)-30))
		strip := []int{16, 120}[rnd.IntN(2)]
		a.Begin(200, 120, strip)
		a.Path(p, 0.05, from)
		a.Finish()
		b.Begin(200, 120, strip)
		p.Flatten(0.05, func(to geom.Pt, move bool) { b.To(to.Sub(from), move) })
		b.Finish()
		if !slices.Equal(a.Spans, b.Spans) || !slices.Equal(a.Masks, b.Masks) {
			t.Fatalf("path %d: %d spans and %d bytes of mask, want %d and %d, or others than these", n, len(a.Spans), len(a.Masks), len(b.Spans), len(b.Masks))
		}
	}
}
