package industries

import (
	"math"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

func petalID(i int) draw.ID { return draw.Nth("petal", i+1) }

// sheetOf is the mark of a layer's first shapes.
func sheetOf(l *draw.List, layer string) *draw.Mark {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.Kind == draw.KindSheet && m.ID.Name == layer {
			return m
		}
	}
	return nil
}

// The page gives no size for any of them: all petals are one outline, in all drawings
// and as they stand.
func TestThePetalsAreEqual(t *testing.T) {
	set := previewtest.Drawings(t, "industries")
	for _, d := range set.Drawings {
		for _, of := range halves {
			var first geom.Rect
			for i, p := range petals {
				k, ok := d.Layer(p.name + "-" + of)
				if !ok {
					t.Fatalf("%s has no layer %s-%s", d.Name, p.name, of)
				}
				var box geom.Rect
				for _, it := range d.Layers[k].Items {
					if it.Layer < 0 && it.Shape.Pen.Width == 0 && len(it.Shape.Paint.Stops) > 0 && !it.Shape.Paint.Radial {
						box = box.Union(it.Shape.Path.Bounds())
					}
				}
				if i == 0 {
					first = box
				}
				if math.Abs(box.W-first.W)+math.Abs(box.H-first.H) > 0.3 {
					t.Errorf("%s: %s-%s is %.1f × %.1f, the first %.1f × %.1f", d.Name, p.name, of, box.W, box.H, first.W, first.H)
				}
			}
		}
	}
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 1, story.ZH, size.Area)
		for _, p := range petals {
			under, upper := sheetOf(l, p.name+"-under"), sheetOf(l, p.name+"-upper")
			if under == nil || upper == nil {
				t.Fatalf("%s: %s is not there", size.Name, p.name)
			}
			if k := under.M.Scale() / sheetOf(l, petals[0].name+"-under").M.Scale(); math.Abs(k-1) > 1e-9 || under.Alpha != 1 || upper.Alpha != 1 {
				t.Errorf("%s: %s is %.3f times as large as the first, its halves as opaque as %.2f and %.2f", size.Name, p.name, k, under.Alpha, upper.Alpha)
			}
		}
	}
}

// Four stand at the left and four at the right, as the plan's two kinds.
func TestEachSideHasItsPetals(t *testing.T) {
	s := previewtest.Open(t, New())
	for figure, n := range map[string]int{"industries.manufacturing": half, "industries.services": len(petals) - half} {
		if f, _ := s.Bundle.In(story.ZH).Figure(figure); f.Count() != n {
			t.Errorf("%s is %d, and the side has %d petals", figure, f.Count(), n)
		}
	}
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 0, story.ZH, size.Area)
		middle := l.Bounds(find(t, l, coreSlot)).Center().X
		for i := range petals {
			if at := l.Bounds(l.Find(petalID(i).Sub("touch"))).Center().X; (at < middle) != (i < half) {
				t.Errorf("%s: %s stands at %.0f, the middle is at %.0f", size.Name, petals[i].name, at, middle)
			}
		}
	}
}

// Only one of the two flagships is a petal by its name.
func TestOnePetalIsLit(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		before, after := previewtest.Settled(t, s, 0, story.ZH, size.Area), previewtest.Settled(t, s, 1, story.ZH, size.Area)
		for _, p := range petals {
			lit := sheetOf(after, p.name+"-upper-lit") != nil
			veiled := sheetOf(after, p.name+"-upper-veil") != nil
			if lit != p.lit || veiled == p.lit || lit != (p.name == "materials") {
				t.Errorf("%s: %s is lit: %v, veiled: %v", size.Name, p.name, lit, veiled)
			}
			if m := sheetOf(before, p.name+"-upper-lit"); m != nil && m.Alpha > 0 {
				t.Errorf("%s: %s is lit before its beat", size.Name, p.name)
			}
		}
		for _, name := range []string{"scale", "end", "line", "lamp-name", "flagships"} {
			if before.Find(draw.Name(name)) >= 0 || after.Find(draw.Name(name)) < 0 && name != "flagships" && name != "lamp-name" {
				t.Errorf("%s: %s is there before its beat, or not after it", size.Name, name)
			}
		}
	}
}

// The thread ends in open water, and the lamp keeps clear of every petal, wherever the
// reader's finger is.
func TestTheLampJoinsNoPetal(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		var l draw.List
		s.DrawView(&l, 0, v)
		home := l.Bounds(find(t, &l, "lamp"))
		for i := -1; i < len(petals); i++ {
			v.Finger = stage.Finger{}
			if i >= 0 {
				s.DrawView(&l, 0, v)
				v.Finger = stage.Finger{At: l.Bounds(l.Find(petalID(i).Sub("touch"))).Center(), Force: 1}
			}
			s.DrawView(&l, 0, v)
			end := l.Bounds(l.Find(draw.Name("end"))).Center()
			if id, ok := l.Hit(end); ok && id.Name == "petal" && len(touching(&l, end)) > 0 {
				t.Errorf("%s: the thread ends on %v", size.Name, id)
			}
			m := &l.Marks[find(t, &l, "lamp")]
			glass := m.M.Bounds(geom.RectAround(m.Sheet.Bounds.Center(), 1, 1)).Center()
			if on := touching(&l, glass); len(on) > 0 {
				t.Errorf("%s: with the finger on petal %d the lamp hangs on %v", size.Name, i+1, on)
			}
			if moved := l.Bounds(find(t, &l, "lamp")).Center().Dist(home.Center()); i >= 0 && moved < 10 {
				t.Errorf("%s: the lamp does not follow the finger", size.Name)
			}
		}
	}
}

func find(t testing.TB, l *draw.List, layer string) int {
	t.Helper()
	for i := range l.Marks {
		if m := &l.Marks[i]; m.Kind == draw.KindSheet && m.ID.Name == layer {
			return i
		}
	}
	t.Fatal("there is no " + layer)
	return -1
}

// touching are the petals whose outline has the point within.
func touching(l *draw.List, p geom.Pt) (all []draw.ID) {
	for i := range petals {
		id := petalID(i).Sub("touch")
		m := &l.Marks[l.Find(id)]
		if inv, ok := m.M.Inverse(); ok && m.Path.Contains(inv.At(p)) {
			all = append(all, id)
		}
	}
	return all
}

// The class is a target: its figure is dashed below, and no sum or share is written.
func TestTheClassIsATarget(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			l := previewtest.Settled(t, s, 1, lang, size.Area)
			if i := l.Find(draw.Name("scale").Sub("target")); i < 0 || l.Marks[i].Pen.Dash == 0 {
				t.Errorf("%s, %s: the class has no dashed line", size.Name, lang)
			}
			for i := range l.Marks {
				if m := &l.Marks[i]; m.Kind == draw.KindText && (strings.Contains(m.Run.Text, "2000") || strings.Contains(m.Run.Text, "%")) {
					t.Errorf("%s, %s: %q", size.Name, lang, m.Run.Text)
				}
			}
		}
	}
}

func TestEveryPetalAnswersToTouch(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		l := previewtest.Settled(t, s, 1, story.EN, size.Area)
		for i := range petals {
			for _, part := range []string{"name", "touch"} {
				at := l.Find(petalID(i).Sub(part))
				if at < 0 { // names in several lines
					at = l.Find(draw.ID{Name: "petal", N: i + 1, Part: "name", K: 1})
				}
				if at < 0 {
					continue
				}
				if hit, ok := l.Hit(l.Bounds(at).Center()); !ok || hit != petalID(i) {
					t.Errorf("%s: touching the %s of %s answers %v", size.Name, part, petals[i].name, hit)
				}
			}
		}
	}
}

// A picked petal, a pressing finger and a still picture make no garbage.
func TestASteadyFrameAllocatesNothing(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		v := s.View(s.Settled(0, 1, story.EN, s.Themes[0], size.Area))
		v.Picked, v.Clock = stage.Touch{ID: petalID(1)}, 9
		v.Finger = stage.Finger{At: geom.P(v.Area.X+v.Area.W/4, v.Area.Bottom()-v.Area.H/5), Force: 1}
		previewtest.Steady(t, s, v, size.Name)
	}
}
