package raster

import (
	"fmt"
	"sync"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Pictures are the same to the byte whatever is remembered of sheets: in other colours,
// elsewhere, faded, clipped, with shapes too large to be kept, and with little room.
func TestRememberedSheetsAreThemselves(t *testing.T) {
	s := village(60, 16)
	s.Marks = append(s.Marks, draw.Mark{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Path: new(geom.Path).Circle(geom.P(180, 80), 320), Paint: draw.Ink(0x20804030)})
	s.Seal()
	other := &draw.Sheet{Marks: append([]draw.Mark(nil), s.Marks...)} // as by night, where some things are not seen
	for i := range other.Marks {
		other.Marks[i].Paint = draw.Ink(draw.RGB(uint32(i) * 0x030507))
		if i%5 == 0 {
			other.Marks[i].Alpha = 0
		}
	}
	other.Seal()
	strange := &draw.Sheet{Marks: append([]draw.Mark(nil), s.Marks...)} // begins alike and is another
	for i := range strange.Marks[1:] {
		m := &strange.Marks[1+i]
		by := geom.Translate(float64(i%7), 3)
		if m.Within == nil {
			m.M = m.M.Then(by)
		} else {
			m.Within = &draw.Clip{Path: m.Within.Path, M: m.Within.M.Then(by)}
		}
	}
	strange.Seal()
	lists := func() (all []*draw.List) {
		for _, sheet := range []*draw.Sheet{other, s, strange, other} {
			for _, to := range []geom.Affine{geom.Identity(), {A: 1.3, B: 0.2, C: -0.3, D: 0.9, E: 40.3, F: 12.6}} {
				for _, alpha := range []float64{1, 0.4} {
					l := picture(400, 200, white)
					l.Push(to, alpha)
					l.PushClipPath(l.NewPath().Circle(geom.P(100, 60), 150))
					l.Sheet(draw.Name("village"), sheet)
					l.Pop()
					l.Sheet(draw.Name("whole"), sheet)
					l.Pop()
					all = append(all, l)
				}
			}
		}
		return all
	}()
	for _, megabytes := range []int{64, 1, 0} {
		t.Run(fmt.Sprint(megabytes), func(t *testing.T) {
			masks := NewMasks(megabytes)
			var all sync.WaitGroup
			draws := func() {
				for range 2 {
					all.Go(func() {
						r := New(nil)
						r.Remember(masks)
						for i, l := range lists {
							for _, scale := range []float64{0.2, 2} {
								if d := worst(r.Render(l, scale), Render(l, nil, scale)); d != 0 {
									t.Errorf("list %d at %g differs by %d levels", i, scale, d)
								}
							}
						}
					})
				}
				all.Wait()
			}
			draws()
			if was := masks.bytes; megabytes == 64 {
				if draws(); masks.bytes != was {
					t.Error("sheets are worked out once more")
				}
			}
		})
	}
}
