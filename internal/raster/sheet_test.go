package raster

import (
	"image"
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// worst is the largest difference of two pictures in one channel.
func worst(a, b *image.RGBA) int {
	most := 0
	for i, v := range a.Pix {
		d := int(v) - int(b.Pix[i])
		most = max(most, d, -d)
	}
	return most
}

// each draws marks of every kind.
func each(l *draw.List) {
	l.Rect(draw.Name("panel"), geom.R(2.5, 3.5, 90, 70), 9, draw.LinearRamp(geom.P(0, 0), geom.P(90, 0),
		draw.Stop{At: 0, Color: draw.RGB(0xD9A441)}, draw.Stop{At: 1, Color: 0x4C637380}), draw.Decor())
	l.Rect(draw.Name("bar"), geom.R(10.3, 5.2, 20.4, 60.1), 0, draw.Ink(draw.RGB(0x115577)), draw.Decor())
	l.Stroke(draw.Name("wave"), l.NewPath().Move(0, 20).Cube(30, 90, 60, -40, 99, 60), geom.Pen{Width: 5}, draw.Ink(draw.RGB(0xB5482A)), draw.Decor())
	l.Text(draw.Name("level"), run(5, 14), geom.P(20, 50), draw.Ink(black), draw.Decor())
	l.Dots(draw.Name("dots"), 30, func(i int) draw.Dot {
		return draw.Dot{At: geom.Polar(geom.P(50, 40), 7*math.Sqrt(float64(i)), float64(i)*2.4), R: 3, Color: draw.RGB(0x3F6F5F)}
	}, draw.Decor())
	for n, symbol := range []draw.Symbol{draw.Disc, draw.Roof} {
		f := crowd(l, 200, 20, geom.R(5, 40+20*float64(n), 90, 18))
		f.Symbol = symbol
		l.Field(draw.Nth("crowd", n+1), f, draw.Decor())
	}
}

// A path on the pixels' grid clips as a rectangle does, whatever is in it.
func TestAPathClipsEveryKindOfMark(t *testing.T) {
	within := func(clip func(*draw.List)) *image.RGBA {
		l := picture(100, 80, white)
		clip(l)
		each(l)
		l.Pop()
		return Render(l, blocks{}, 2)
	}
	r := geom.R(15, 12, 60, 50)
	want := within(func(l *draw.List) { l.PushClip(r) })
	if d := worst(within(func(l *draw.List) { l.PushClipPath(l.NewPath().Rect(r)) }), want); d > 1 {
		t.Errorf("clipped by a path it differs by %d levels from clipped by a rectangle", d)
	}
	turned := func(l *draw.List) {
		l.Push(geom.Rotate(math.Pi/2, geom.P(45, 37)), 1)
		l.PushClipPath(l.NewPath().Rect(geom.R(20, 7, 50, 60)))
		l.Push(geom.Rotate(-math.Pi/2, geom.P(45, 37)), 1)
	}
	if d := worst(within(turned), want); d > 1 {
		t.Errorf("clipped by a path that is turned it differs by %d levels", d)
	}
}

func TestNestedClipsMultiply(t *testing.T) {
	l := picture(4, 4, white)
	l.PushClipPath(l.NewPath().Rect(geom.R(0, 0, 1.5, 4)))
	l.PushClipPath(l.NewPath().Rect(geom.R(0, 0, 4, 1.5)))
	l.Rect(draw.Name("all"), geom.R(0, 0, 4, 4), 0, draw.Ink(black), draw.Decor())
	l.Pop()
	l.Rect(draw.Name("low"), geom.R(0, 3, 4, 1), 0, draw.Ink(black), draw.Decor())
	l.Pop()
	img := Render(l, nil, 1)
	for _, c := range []struct{ x, y, want int }{{0, 0, 0}, {1, 0, 127}, {0, 1, 127}, {1, 1, 191}, {2, 0, 255}, {0, 2, 255}, {0, 3, 0}, {1, 3, 127}, {2, 3, 255}} {
		if got := at(img, c.x, c.y); !near(got, [4]int{c.want, c.want, c.want, 255}, 1) {
			t.Errorf("pixel %d,%d is %v, want %d", c.x, c.y, got, c.want)
		}
	}
}

// What a clip leaves of a sheet of colour is the clip's own shape, wherever its
// transform puts it.
func TestAClipIsItsPath(t *testing.T) {
	star := func(l *draw.List) *geom.Path {
		p := l.NewPath()
		for i := range 5 {
			q := geom.Polar(geom.P(0, 0), 300, float64(i)*4*math.Pi/5)
			if i == 0 {
				p.Move(q.X, q.Y)
			} else {
				p.Line(q.X, q.Y)
			}
		}
		return p.Close()
	}
	to := geom.Rotate(0.3, geom.P(0, 0)).Then(geom.Affine{A: 1, D: 0.7, E: 350, F: 300})
	a, b := picture(700, 600, white), picture(700, 600, white)
	a.Push(to, 1)
	a.Fill(draw.Name("star"), star(a), draw.Ink(black), draw.Decor())
	a.Pop()
	b.Push(to, 1)
	b.PushClipPath(star(b))
	b.Push(geom.Rotate(-0.3, geom.P(0, 0)), 1)
	b.Rect(draw.Name("all"), geom.R(-900, -900, 1800, 1800), 0, draw.Ink(black), draw.Decor())
	b.Pop()
	b.Pop()
	b.Pop()
	if d := worst(Render(a, nil, 1), Render(b, nil, 1)); d > 1 {
		t.Errorf("they differ by %d levels", d)
	}
}

func TestASheetIsItsMarks(t *testing.T) {
	s := village(60, 16)
	for _, to := range []geom.Affine{geom.Identity(), {A: 1.3, B: 0.2, C: -0.3, D: 0.9, E: 40.3, F: 12.6}} {
		a, b := picture(400, 200, white), picture(400, 200, white)
		a.Push(to, 1)
		a.Sheet(draw.Name("village"), s)
		a.Pop()
		for _, m := range s.Marks {
			for c := m.Within; c != nil; c = c.Outer {
				m.Within = &draw.Clip{Path: c.Path, M: c.M.Then(to)}
			}
			m.M = m.M.Then(to)
			b.Marks = append(b.Marks, m)
		}
		if d := worst(Render(a, nil, 1.5), Render(b, nil, 1.5)); d != 0 {
			t.Errorf("under %v they differ by %d levels", to, d)
		}
	}
}

// Where a sheet fades, what lies under its upper shapes does not shine through, and
// where it is clipped, their common edge is one edge.
func TestASheetFadesAndIsClippedAsAWhole(t *testing.T) {
	s := new(draw.Sheet)
	for _, c := range []uint32{0xff0000, 0x00ff00} {
		s.Marks = append(s.Marks, draw.Mark{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Path: new(geom.Path).Rect(geom.R(0, 0, 10, 10)), Paint: draw.Ink(draw.RGB(c))})
	}
	s.Seal()
	l := picture(20, 10, white)
	l.Push(geom.Translate(2, 0), 0.5)
	l.PushClipPath(l.NewPath().Rect(geom.R(-1, 0, 6.5, 5)))
	l.Sheet(draw.Name("s"), s)
	l.Pop()
	l.Pop()
	img := Render(l, nil, 1)
	for _, c := range []struct {
		x, y int
		want [4]int
	}{{1, 1, [4]int{255, 255, 255, 255}}, {3, 1, [4]int{127, 255, 127, 255}}, {7, 1, [4]int{191, 255, 191, 255}}, {8, 1, [4]int{255, 255, 255, 255}}, {3, 6, [4]int{255, 255, 255, 255}}} {
		if got := at(img, c.x, c.y); !near(got, c.want, 1) {
			t.Errorf("pixel %d,%d is %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

// BenchmarkSheet times a picture of a sheet of 5,000 shapes on a laptop's window and
// on a phone's of three pixels to one.
func BenchmarkSheet(b *testing.B) {
	for _, c := range []struct {
		name        string
		w, h, scale float64
		row         int
	}{{"laptop", 1440, 900, 1, 70}, {"phone", 360, 640, 3, 30}} {
		s := village(1667, c.row)
		b.Run(c.name, func(b *testing.B) {
			l := picture(c.w, c.h, white)
			k := math.Min(c.w/s.Bounds.W, c.h/s.Bounds.H)
			l.Push(geom.ScaleBy(k, k), 1)
			l.Sheet(draw.Name("village"), s)
			l.Pop()
			r := New(nil)
			img := r.Render(l, c.scale)
			b.ReportAllocs()
			for b.Loop() {
				r.Draw(img, l, c.scale)
			}
		})
	}
}

// A picture that is shown small is the picture, on its ground and within what clips it.
func TestAMiniatureIsItsPicture(t *testing.T) {
	inner := picture(100, 80, draw.RGB(0xF6F1E7))
	each(inner)
	inner.Push(geom.Translate(10, 10), 0.6)
	inner.PushClipPath(inner.NewPath().Circle(geom.P(40, 30), 25))
	inner.Sheet(draw.Name("village"), village(20, 8))
	inner.Pop()
	inner.Pop()
	want := Render(inner, blocks{}, 2)
	l := picture(100, 80, white)
	l.PushClipPath(l.NewPath().Rect(inner.Area))
	l.Sheet(draw.Name("small"), draw.Miniature(inner, 1))
	l.Pop()
	if err := l.Check(); err != nil {
		t.Error(err)
	}
	if d := worst(Render(l, blocks{}, 2), want); d > 1 {
		t.Errorf("they differ by %d levels", d)
	}
}
