package sewer_test

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/scenes/water"
	"lianhua/scenes/water/sewer"
)

// view is what the scene sees.
func view(t *testing.T) *stage.View {
	s := previewtest.Open(t, water.New())
	v := s.View(preview.Moment{Area: geom.R(0, 0, 1000, 100)})
	return &v
}

// A fold is as long as it is to be, to the last unit, and a unit of it lies in its own
// place: no row meets the next.
func TestAFoldIsAsLongAsItIs(t *testing.T) {
	var l draw.List
	for _, f := range []sewer.Fold{
		{Length: 169.128, Unit: 62.8, Row: 20, Left: 156, Wave: 5},
		{Length: 169.128, Unit: 29.6, Row: 10, Left: 46, Wave: 2},
		{Length: 3, Unit: 60, Row: 20, Left: 0},
	} {
		l.Reset(geom.R(0, 0, 1440, 900), 0)
		top := geom.NewWalk(l.NewPath(), l.NewPath())
		top.Add(geom.P(-400, 440))
		top.Add(geom.P(1800, 420))
		w := f.Lay(&l, top, 800)
		if got := w.Length() / f.Unit; got < f.Length {
			t.Errorf("%+v has room for %.3f", f, got)
		}
		if got := w.Cut(l.NewPath(), 0, f.Length*f.Unit).Length() / f.Unit; math.Abs(got-f.Length) > 1e-6 {
			t.Errorf("%+v is %.6f long", f, got)
		}
		if want := int(math.Ceil(f.Length / f.Row)); f.Rows() != want {
			t.Errorf("%+v has %d rows, want %d", f, f.Rows(), want)
		}
		gap := f.Gap(top, 800)
		for n := f.Row / 2; n+f.Row < f.Length; n += f.Row {
			a, _ := w.At(n * f.Unit)
			b, _ := w.At((n + f.Row) * f.Unit)
			if b.Y-a.Y < 0.6*gap || b.Y-a.Y > 1.4*gap {
				t.Errorf("%+v: rows lie %.1f apart, the gap is %.1f", f, b.Y-a.Y, gap)
			}
		}
	}
}

// Collars stand at every whole length that lies, but for those that are numbered; what
// is filled shows no empty bore.
func TestAPipeIsJoinedAtEveryLength(t *testing.T) {
	v := view(t)
	for _, laid := range []float64{0, 7, 23, 41.5} {
		var l draw.List
		l.Reset(geom.R(0, 0, 1000, 100), 0)
		way := geom.NewWalk(l.NewPath(), l.NewPath())
		way.Add(geom.P(0, 50))
		way.Add(geom.P(415, 50))
		p := sewer.Pipe{Way: way, Unit: 10, Lengths: 41.5, Thick: 6, Bare: 5}
		p.Draw(&l, v, laid, laid)
		p.Numbers(&l, v, 4, laid)
		collars, plates, wall := 0, 0, 0.0
		for i := range l.Marks {
			m := &l.Marks[i]
			switch {
			case m.ID.Name == "joints" && m.ID.Part == "":
				collars += len(m.Path.Pts) / 4
			case m.ID.Name == "length" && m.ID.Part == "panel":
				plates++
			case m.ID.Name == "wall":
				wall += m.Path.Length()
			case m.ID.Name == "bore" && m.Path.Length() > 0:
				t.Errorf("%v: the bore of %v is seen", laid, m.ID)
			}
		}
		if collars+plates != int(laid) || plates != int(laid)/5 || math.Abs(wall-10*laid) > 1e-6 {
			t.Errorf("%v lengths have %d collars, %d numbers and %.2f of wall", laid, collars, plates, wall)
		}
		if err := l.Check(); err != nil {
			t.Error(err)
		}
	}
}

func TestASteadyPipeAllocatesNothing(t *testing.T) {
	v := view(t)
	var l draw.List
	frame := func() {
		l.Reset(v.Area, v.Theme.Ground)
		way := geom.NewWalk(l.NewPath(), l.NewPath())
		way.Add(geom.P(0, 50))
		way.Add(geom.P(415, 50))
		p := sewer.Pipe{Way: way, Unit: 10, Lengths: 41.5, Thick: 6, Bare: 5}
		p.Draw(&l, v, 23, 23)
	}
	for range 3 {
		frame()
	}
	if n := testing.AllocsPerRun(50, frame); n != 0 {
		t.Errorf("a frame allocates %v times", n)
	}
}
