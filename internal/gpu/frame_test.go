package gpu

import (
	"image"
	"math"
	"runtime"
	"slices"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
	"lianhua/internal/typeset"
)

// page is a typical frame: panels, a chart, a page of text.
func page(l *draw.List, block *typeset.Block) {
	shapes(l)
	for i, ln := range block.Lines {
		l.Text(draw.Nth("line", i+1), ln.Run, geom.P(40+ln.X, 60+ln.Y), draw.Ink(black), draw.Decor())
	}
	dots(l)
}

func block() *typeset.Block {
	const text = "江津区有高新技术企业 503 家，规模以上工业总产值 1,360 亿元。从电解到应用，金属在流动；村里六万多户改了厕所，十一万多人清扫院落，四万多人参加评比。"
	return setter().Block(text+text+text+text, typeset.Style{Face: typeset.Sans, Size: 17, Align: typeset.Justify}, 560)
}

func TestATypicalFrameIsOneCall(t *testing.T) {
	withScene(t, 1360, 880, func(s *scene) {
		r, dst := s.Renderer, s.dst
		l := picture(680, 440)
		page(l, block())
		r.Draw(dst, l, 2)
		first := r.Stats()
		r.Draw(dst, l, 2)
		again := r.Stats()
		t.Logf("first %+v, then %+v", first, again)
		if again.Calls != 1 || again.Vertices > 6000 {
			t.Errorf("%d calls, %d vertices", again.Calls, again.Vertices)
		}
		if again.Made != 0 || again.Sent != 0 {
			t.Errorf("a frame like the one before makes %d masks and uploads %d bytes", again.Made, again.Sent)
		}
		l = picture(680, 440)
		l.Field(draw.Name("crowd"), crowdIn(l, 111616, 400, l.Area, 0.02), draw.Decor())
		r.Draw(dst, l, 2)
		if crowd := r.Stats(); crowd.Calls != 2 || crowd.Vertices > 2000 {
			t.Errorf("111,616 marks take %d calls and %d vertices", crowd.Calls, crowd.Vertices)
		}
	})
}

// allocations is the median over frames of how often draws allocates.
func allocations(draws func()) uint64 {
	var counts []uint64
	for range 41 {
		frame(func() {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			draws()
			runtime.ReadMemStats(&after)
			counts = append(counts, after.Mallocs-before.Mallocs)
		})
	}
	slices.Sort(counts)
	return counts[len(counts)/2]
}

func TestASteadyFrameDoesNotAllocate(t *testing.T) {
	s := open(t, 680, 440)
	l := new(draw.List)
	b := block()
	if n := allocations(func() {
		l.Reset(geom.R(0, 0, 680, 440), ground)
		page(l, b)
		text(l)
		s.Draw(s.dst, l, 1)
	}); n != 0 {
		t.Errorf("%d allocations in a frame like the one before", n)
	}
	still := village(60, 15)
	if n := allocations(func() {
		l.Reset(geom.R(0, 0, 680, 440), ground)
		clips(l)
		showing(l, still)
		s.Draw(s.dst, l, 1)
	}); n != 0 {
		t.Errorf("%d allocations in a frame of clips and sheets", n)
	}
	wave := 0.0
	if n := allocations(func() {
		wave += 0.001
		l.Reset(geom.R(0, 0, 680, 440), ground)
		l.Field(draw.Name("crowd"), crowdIn(l, 111616, 400, l.Area, wave), draw.Decor())
		s.Draw(s.dst, l, 1)
	}); n != 0 {
		t.Errorf("%d allocations in a frame of a moving crowd", n)
	}
	if n := allocations(func() {
		wave += 0.001
		l.Reset(geom.R(0, 0, 680, 440), ground)
		woven(l, 4000, wave)
		s.Draw(s.dst, l, 1)
	}); n != 0 {
		t.Errorf("%d allocations in a frame of four crowds over each other", n)
	}
}

func TestMemoryIsFlatWhileShapesChange(t *testing.T) {
	s := open(t, 680, 440)
	r := s.Renderer
	l := new(draw.List)
	n := 0
	paint := func() {
		n++
		l.Reset(geom.R(0, 0, 680, 440), ground)
		for i := range 12 {
			a := float64(n)*0.01 + float64(i)
			c := geom.P(340+200*math.Cos(a), 220+120*math.Sin(a))
			l.Fill(draw.Nth("sector", i+1), l.NewPath().Sector(c, 90+float64(i), 40, a, a+3), draw.Ink(draw.Mix(clay, steel, math.Mod(a, 1))), draw.Decor())
			l.Rect(draw.Nth("ramp", i+1), geom.R(c.X, c.Y, 20, 20), 5, draw.LinearRamp(c, geom.P(c.X+20, c.Y),
				draw.Stop{At: 0, Color: draw.Mix(clay, steel, math.Mod(a, 1))}, draw.Stop{At: 1, Color: black}), draw.Decor())
		}
		l.Push(geom.ScaleAbout(1+0.5*math.Sin(float64(n)*0.05), geom.P(0, 0)), 1)
		l.Text(draw.Name("title"), line("链上江津", typeset.Serif, 60), geom.P(30, 100), draw.Ink(black), draw.Decor())
		l.Pop()
		s.Draw(s.dst, l, 1)
	}
	// Ten pictures to a frame of the game, which waits for the display.
	frames := func(k int) {
		for range k / 10 {
			frame(func() {
				for range 10 {
					paint()
				}
			})
		}
	}
	heap := func() int {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	frames(800)
	before, masks := heap(), len(r.shapes)+len(r.spare)
	frames(1000)
	after := heap()
	t.Logf("heap %d KiB, then %d; masks %d, then %d; atlas %d rows, %d %% used", before>>10, after>>10,
		masks, len(r.shapes)+len(r.spare), r.atlas.room.Height, 100*r.atlas.room.Used()/(atlasWidth*r.atlas.room.Height))
	// Ebitengine's own buffers come and go by up to three MiB on a busy machine; a
	// mask that stayed for each shape would be 20 MiB.
	if after > before+(6<<20) {
		t.Errorf("the heap grew from %d to %d KiB in 1000 frames", before>>10, after>>10)
	}
	if r.atlas.room.Height != atlasRows {
		t.Errorf("the atlas grew to %d rows for shapes that do not stay", r.atlas.room.Height)
	}
	if len(r.glyphs) > 40 {
		t.Errorf("a title that grows and shrinks left %d masks", len(r.glyphs))
	}
	l.Reset(geom.R(0, 0, 680, 440), ground)
	shapes(l)
	var got *image.RGBA
	frame(func() {
		s.Draw(s.dst, l, 1)
		got = read(s.dst)
	})
	if mean, off := compare(got, raster.Render(l, nil, 1)); mean > 0.5 || off > 0.005 {
		t.Errorf("after all that a picture is off by %v levels, %v of its pixels", mean, off)
	}
}

// A picture with more masks than the atlas holds is drawn in several calls.
func TestAPictureMayNeedMoreThanTheAtlas(t *testing.T) {
	withScene(t, 1300, 900, func(s *scene) {
		r, dst := s.Renderer, s.dst
		l := picture(1300, 900)
		for i := range 3000 {
			c := geom.P(50+float64(i*37%1200), 50+float64(i*61%800))
			l.Fill(draw.Nth("s", i+1), star(l.NewPath(), c, 31+float64(i%17)+float64(i)/3000), draw.Ink(draw.RGB(uint32(i)*5003)), draw.Decor())
		}
		for i, step := range []func(){func() {}, func() {}, r.Lose} {
			step()
			r.Draw(dst, l, 1)
			if mean, off := compare(read(dst), raster.Render(l, nil, 1)); mean > 0.5 || off > 0.005 {
				t.Errorf("picture %d is off by %v levels, %v of its pixels: %+v", i, mean, off, r.Stats())
			}
		}
		t.Logf("%+v, atlas %d rows", r.Stats(), r.atlas.room.Height)
		for i := range 200 {
			c := geom.P(100+float64(i%20)*3, 100+float64(i/20)*3)
			l.Rect(draw.Nth("ramp", i+1), geom.R(c.X, c.Y, 100, 100), 0, draw.LinearRamp(c, c.Add(geom.P(100, 0)),
				draw.Stop{At: 0, Color: draw.RGB(uint32(i) * 70001)}, draw.Stop{At: 1, Color: black}), draw.Decor())
		}
		r.Draw(dst, l, 1)
		if mean, off := compare(read(dst), raster.Render(l, nil, 1)); mean > 0.5 || off > 0.005 {
			t.Errorf("with 200 ramps it is off by %v levels, %v of its pixels", mean, off)
		}
	})
}

func TestAClearGroundLeavesNothingOfTheFrameBefore(t *testing.T) {
	withScene(t, 20, 20, func(s *scene) {
		r, dst := s.Renderer, s.dst
		l := new(draw.List)
		l.Reset(geom.R(0, 0, 20, 20), clay)
		r.Draw(dst, l, 1)
		l.Reset(geom.R(0, 0, 20, 20), clay.Fade(0.5))
		r.Draw(dst, l, 1)
		if mean, _ := compare(read(dst), raster.Render(l, nil, 1)); mean > 0.5 {
			t.Errorf("off by %v levels", mean)
		}
		if r.Draws() != 2 {
			t.Errorf("%d draws, want 2", r.Draws())
		}
	})
}

func TestWhatIsNotANumberShowsNothing(t *testing.T) {
	nan := math.NaN()
	l := picture(40, 40)
	l.Fill(draw.Name("star"), star(l.NewPath(), geom.P(nan, 20), 10), draw.Ink(black), draw.Decor())
	l.Fill(draw.Name("far"), star(l.NewPath(), geom.P(20, 20), math.Inf(1)), draw.Ink(black), draw.Decor())
	l.Rect(draw.Name("rect"), geom.R(0, nan, 10, 10), 0, draw.Ink(black), draw.Decor())
	l.Push(geom.ScaleBy(nan, 1), 1)
	l.Rect(draw.Name("scaled"), geom.R(0, 0, 10, 10), 0, draw.Ink(black), draw.Decor())
	l.Pop()
	withScene(t, 40, 40, func(s *scene) {
		s.Draw(s.dst, l, 1)
		got := read(s.dst)
		s.Draw(s.dst, picture(40, 40), 1)
		if mean, _ := compare(got, read(s.dst)); mean != 0 {
			t.Errorf("off by %v levels", mean)
		}
	})
}
