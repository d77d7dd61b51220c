package raster

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"sync"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

func ExampleRender() {
	var l draw.List
	l.Reset(geom.R(0, 0, 4, 2), draw.RGB(0xffffff))
	l.Rect(draw.Name("bar"), geom.R(1, 0, 1.5, 2), 0, draw.Ink(draw.RGB(0)), draw.Decor())
	img := Render(&l, nil, 1)
	fmt.Println(img.Bounds(), img.Pix[:16])
	// Output:
	// (0,0)-(4,2) [255 255 255 255 0 0 0 255 127 127 127 255 255 255 255 255]
}

func picture(w, h float64, ground draw.Color) *draw.List {
	l := new(draw.List)
	l.Reset(geom.R(0, 0, w, h), ground)
	return l
}

func at(img *image.RGBA, x, y int) [4]int {
	c := img.RGBAAt(x, y)
	return [4]int{int(c.R), int(c.G), int(c.B), int(c.A)}
}

func near(a, b [4]int, by int) bool {
	for i := range a {
		if a[i]-b[i] > by || b[i]-a[i] > by {
			return false
		}
	}
	return true
}

var white, black = draw.RGB(0xffffff), draw.RGB(0)

func TestCoverageIsArea(t *testing.T) {
	l := picture(8, 8, white)
	l.Rect(draw.Name("half"), geom.R(1, 1, 0.5, 1), 0, draw.Ink(black), draw.Decor())
	l.Rect(draw.Name("quarter"), geom.R(3, 1, 0.5, 0.5), 0, draw.Ink(black), draw.Decor())
	triangle := l.NewPath().Move(5, 1).Line(6, 1).Line(6, 2).Close()
	l.Fill(draw.Name("triangle"), triangle, draw.Ink(black), draw.Decor())
	img := Render(l, nil, 1)
	for _, c := range []struct {
		x, y, want int
	}{{1, 1, 128}, {3, 1, 191}, {5, 1, 128}, {2, 1, 255}, {1, 2, 255}} {
		if got := at(img, c.x, c.y); !near(got, [4]int{c.want, c.want, c.want, 255}, 1) {
			t.Errorf("pixel %d,%d is %v, want %d", c.x, c.y, got, c.want)
		}
	}
}

// The ink of a shape is its area, whatever its size against the masks.
func TestAreaOfLargeShapes(t *testing.T) {
	for _, radius := range []float64{0.7, 5.3, 100.1, 612.25} {
		l := picture(1300, 1300, white)
		l.Circle(draw.Name("c"), geom.P(650.3, 649.8), radius, draw.Ink(black), draw.Decor())
		img := Render(l, nil, 1)
		sum := 0.0
		for i := 0; i < len(img.Pix); i += 4 {
			sum += float64(255 - img.Pix[i])
		}
		want := math.Pi * radius * radius
		if got := sum / 255; math.Abs(got-want) > 0.004*want+0.04 {
			t.Errorf("a circle of radius %v covers %v, want %v", radius, got, want)
		}
	}
}

func TestStrokeCoversItsWidth(t *testing.T) {
	l := picture(20, 20, white)
	l.Stroke(draw.Name("s"), l.NewPath().Move(2, 10).Line(18, 10), geom.Pen{Width: 3}, draw.Ink(black), draw.Decor())
	l.Push(geom.Affine{A: -1, D: 1, E: 20}, 1)
	l.Stroke(draw.Name("mirrored"), l.NewPath().Move(2, 3).Line(18, 3), geom.Pen{Width: 2}, draw.Ink(black), draw.Decor())
	l.Pop()
	img := Render(l, nil, 1)
	for y, want := range map[int]int{2: 0, 3: 0, 4: 255, 8: 128, 9: 0, 10: 0, 11: 128, 12: 255} {
		if got := at(img, 10, y); !near(got, [4]int{want, want, want, 255}, 1) {
			t.Errorf("row %d is %v, want %d", y, got, want)
		}
	}
}

func TestLaterMarksLieOnTopAndOpacityMultiplies(t *testing.T) {
	l := picture(4, 1, draw.RGB(0x204060))
	l.Rect(draw.Name("a"), geom.R(0, 0, 4, 1), 0, draw.Ink(draw.RGB(0xff0000)), draw.Decor())
	l.Rect(draw.Name("b"), geom.R(1, 0, 3, 1), 0, draw.Ink(draw.RGB(0x00ff00)), draw.Decor())
	l.Push(geom.Identity(), 0.5)
	l.Rect(draw.Name("c"), geom.R(2, 0, 2, 1), 0, draw.Ink(draw.Color(0x0000ff80)), draw.Decor())
	l.Pop()
	img := Render(l, nil, 1)
	for x, want := range [][4]int{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 191, 64, 255}, {0, 191, 64, 255}} {
		if got := at(img, x, 0); got != want {
			t.Errorf("pixel %d is %v, want %v", x, got, want)
		}
	}
}

func TestPixelsArePremultiplied(t *testing.T) {
	l := picture(12, 1, 0)
	l.Rect(draw.Name("a"), geom.R(0, 0, 10, 1), 0, draw.Ink(draw.Color(0xff804080)), draw.Decor())
	l.Rect(draw.Name("half"), geom.R(10, 0, 0.5, 1), 0, draw.LinearRamp(geom.P(0, 0), geom.P(9, 0), draw.Stop{At: 0, Color: 0xff804080}), draw.Decor())
	img := Render(l, nil, 1)
	for x, want := range map[int][4]int{0: {128, 64, 32, 128}, 9: {128, 64, 32, 128}, 10: {64, 32, 16, 64}, 11: {}} {
		if got := at(img, x, 0); !near(got, want, 1) {
			t.Errorf("pixel %d is %v, want %v", x, got, want)
		}
	}
}

func TestRamps(t *testing.T) {
	l := picture(100, 100, white)
	l.Push(geom.ScaleBy(2, 2), 1)
	l.Rect(draw.Name("linear"), geom.R(0, 0, 50, 10), 0, draw.LinearRamp(geom.P(10, 0), geom.P(40, 0),
		draw.Stop{At: 0, Color: black}, draw.Stop{At: 1, Color: draw.RGB(0xffff00)}), draw.Decor())
	l.Circle(draw.Name("radial"), geom.P(25, 30), 15, draw.RadialRamp(geom.P(25, 30), 10,
		draw.Stop{At: 0, Color: draw.RGB(0xff0000)}, draw.Stop{At: 1, Color: draw.RGB(0x0000ff)}), draw.Decor())
	l.Pop()
	img := Render(l, nil, 1)
	for _, c := range []struct {
		x, y int
		want [4]int
	}{
		{5, 5, [4]int{0, 0, 0, 255}}, {50, 5, [4]int{129, 129, 0, 255}}, {95, 5, [4]int{255, 255, 0, 255}},
		{50, 60, [4]int{246, 0, 9, 255}}, {60, 60, [4]int{121, 0, 134, 255}}, {75, 60, [4]int{0, 0, 255, 255}},
	} {
		if got := at(img, c.x, c.y); !near(got, c.want, 2) {
			t.Errorf("pixel %d,%d is %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestClipKeepsToTheNearestPixel(t *testing.T) {
	l := picture(10, 10, white)
	l.PushClip(geom.R(2.4, 2.6, 4, 4))
	l.Rect(draw.Name("a"), geom.R(0, 0, 10, 10), 0, draw.Ink(black), draw.Decor())
	l.Circle(draw.Name("b"), geom.P(5, 5), 9, draw.Ink(black), draw.Decor())
	l.Dots(draw.Name("c"), 1, func(int) draw.Dot { return draw.Dot{At: geom.P(5, 5), R: 9, Color: black} }, draw.Decor())
	l.Pop()
	img := Render(l, nil, 1)
	for y := range 10 {
		for x := range 10 {
			want := 255
			if x >= 2 && x < 6 && y >= 3 && y < 7 {
				want = 0
			}
			if got := at(img, x, y)[0]; got != want {
				t.Fatalf("pixel %d,%d is %d, want %d", x, y, got, want)
			}
		}
	}
}

func TestDiscCoverage(t *testing.T) {
	l := picture(20, 20, white)
	l.Dots(draw.Name("d"), 1, func(int) draw.Dot { return draw.Dot{At: geom.P(10.5, 10.5), R: 4.25, Color: black} }, draw.Decor())
	img := Render(l, nil, 1)
	for x, want := range map[int]int{10: 0, 13: 0, 14: 64, 15: 255} {
		if got := at(img, x, 10)[0]; got < want-1 || got > want+1 {
			t.Errorf("pixel %d is %d, want %d", x, got, want)
		}
	}
}

// blocks outlines every glyph as a square of 0.6 em on the baseline.
type blocks struct{}

var block = *new(geom.Path).Rect(geom.R(0, -0.6, 0.6, 0.6))

func (blocks) Outline(g typeset.GlyphRef) (geom.Path, bool) { return block, g.GID != 0 }

func run(n int, size float64) *typeset.Run {
	r := &typeset.Run{Style: typeset.Style{Size: size}}
	for i := range n {
		r.Glyphs = append(r.Glyphs, typeset.Glyph{Ref: typeset.GlyphRef{GID: 1}, X: float64(i) * size})
	}
	return r
}

func TestTextIsSetOnThePixelGrid(t *testing.T) {
	l := picture(60, 20, white)
	l.Text(draw.Name("t"), run(3, 10), geom.P(2.1, 10.4), draw.Ink(black), draw.Decor())
	img := Render(l, blocks{}, 1)
	// Its origin snaps to (2, 10): the square covers 2…8 by 4…10 exactly.
	for _, c := range []struct{ x, y, want int }{{2, 4, 0}, {7, 9, 0}, {1, 5, 255}, {8, 5, 255}, {5, 3, 255}, {5, 10, 255}, {12, 5, 0}} {
		if got := at(img, c.x, c.y)[0]; got != c.want {
			t.Errorf("pixel %d,%d is %d, want %d", c.x, c.y, got, c.want)
		}
	}
}

func TestTurnedTextIsDrawnWhereItLies(t *testing.T) {
	l := picture(60, 60, white)
	l.Push(geom.Rotate(math.Pi/2, geom.P(30, 30)), 1)
	l.Text(draw.Name("t"), run(1, 20), geom.P(30, 30), draw.Ink(black), draw.Decor())
	l.Pop()
	img := Render(l, blocks{}, 1)
	if at(img, 35, 35)[0] != 0 || at(img, 25, 35)[0] != 255 {
		t.Error("a run turned by a quarter does not reach right of its baseline")
	}
}

func TestRendersAreEqualAloneAndTogether(t *testing.T) {
	l := synthetic()
	want := Render(l, blocks{}, 1.5).Pix
	r := New(blocks{})
	for range 2 {
		if !bytes.Equal(r.Render(l, 1.5).Pix, want) {
			t.Fatal("a second picture of the same list differs")
		}
	}
	var wg sync.WaitGroup
	got := make([][]byte, 4)
	for i := range got {
		wg.Go(func() { got[i] = Render(l, blocks{}, 1.5).Pix })
	}
	wg.Wait()
	for i := range got {
		if !bytes.Equal(got[i], want) {
			t.Errorf("renderer %d differs from one that works alone", i)
		}
	}
}

// A picture made in parts is the whole one: a mask that is cut elsewhere may
// round its last level otherwise.
func TestPartsMakeTheWhole(t *testing.T) {
	l := synthetic()
	const scale = 2
	want := Render(l, blocks{}, scale)
	r := New(blocks{})
	size := Size(l, scale)
	rows := size.Y/3 - 1 // that the parts do not fit evenly
	for top := 0; top < size.Y; top += rows {
		crop := image.NewRGBA(image.Rect(0, top, size.X, min(top+rows, size.Y)))
		r.Crop(crop, l, scale)
		whole := want.Pix[want.PixOffset(0, top):]
		for i, v := range crop.Pix {
			if d := int(v) - int(whole[i]); d < -1 || d > 1 {
				t.Fatalf("the crop from row %d is %d at byte %d, the whole %d", top, v, i, whole[i])
			}
		}
	}
}

func TestDrawReusesMemory(t *testing.T) {
	l := synthetic()
	r := New(blocks{})
	img := r.Render(l, 1)
	if n := testing.AllocsPerRun(5, func() { r.Draw(img, l, 1) }); n != 0 {
		t.Errorf("%v allocations in a steady frame", n)
	}
}

func BenchmarkSynthetic(b *testing.B) {
	l := synthetic()
	r := New(blocks{})
	img := r.Render(l, 2)
	b.ReportAllocs()
	for b.Loop() {
		r.Draw(img, l, 2)
	}
}

// The crowd of the cleanup scene on a laptop's screen.
func BenchmarkCrowd(b *testing.B) {
	for _, c := range []struct {
		name   string
		symbol draw.Symbol
	}{{"discs", draw.Disc}, {"roofs", draw.Roof}} {
		b.Run(c.name, func(b *testing.B) {
			l := picture(1440, 900, white)
			f := crowd(l, 111616, 420, geom.R(50, 50, 1340, 800))
			f.Symbol = c.symbol
			l.Field(draw.Name("crowd"), f, draw.Decor())
			r := New(nil)
			img := r.Render(l, 1)
			b.ReportAllocs()
			for b.Loop() {
				r.Draw(img, l, 1)
			}
		})
	}
}
