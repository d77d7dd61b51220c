package scenes_test

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/story"
)

// frame is the step of a display of 60 Hz.
const frame = 1.0 / 60

// trace is what may be seen of a mark in one frame.
type trace struct {
	at     geom.Rect
	weight float64 // opacity of its paint and its groups
	kind   draw.Kind
	pen    float64
}

// shot is what is seen of a frame.
type shot map[draw.ID]trace

// drew reports whether the mark was there in another shape: a layer's sheet is its
// shapes, one by one, while its strokes are drawn along their paths.
func (s shot) drew(id draw.ID) bool {
	other := map[string]string{"shape": "sheet", "sheet": "shape"}[id.Part]
	for is := range s {
		if other != "" && is.Name == id.Name && is.N == id.N && is.Part == other {
			return true
		}
	}
	return false
}

func traces(l *draw.List) shot {
	out := make(shot, len(l.Marks))
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind == draw.KindOpen || m.Kind == draw.KindClose {
			continue
		}
		t := trace{at: l.Bounds(i), weight: m.Alpha, kind: m.Kind, pen: m.Pen.Width}
		if m.Kind == draw.KindShape || m.Kind == draw.KindText {
			t.weight *= opacity(&m.Paint)
		}
		if m.Kind == draw.KindField {
			t.weight *= m.Field.Shown
		}
		if m.Kind == draw.KindDots && len(m.Dots) > 0 {
			sum := 0.0
			for _, d := range m.Dots {
				sum += float64(d.Color.A()) / 255
			}
			t.weight *= sum / float64(len(m.Dots))
		}
		out[m.ID] = t
	}
	return out
}

func opacity(p *draw.Paint) float64 {
	most := 0.0
	if p.Ramp.N == 0 {
		return float64(p.Color.A()) / 255
	}
	for _, s := range p.Ramp.Stops[:p.Ramp.N] {
		most = math.Max(most, float64(s.Color.A())/255)
	}
	return most
}

// A mark comes and goes faintly, small, or beyond the edge; between frames none
// leaps. Beats that declare a cut may change at their start.
func TestNothingPops(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		time := &s.Deck.Slots[scene].Time
		for _, size := range preview.Sizes()[:2] {
			var l draw.List
			small := math.Min(size.Area.W, size.Area.H)
			leap := math.Hypot(size.Area.W, size.Area.H) * 0.12
			at := func(now float64) shot {
				s.Draw(&l, preview.Moment{Scene: scene, Now: now, Lang: story.EN, Area: size.Area})
				return traces(&l)
			}
			before := at(0)
			complained := map[draw.ID]bool{}
			complain := func(now float64, id draw.ID, why string) {
				if !complained[id] {
					complained[id] = true
					t.Errorf("%s, %.3f s: %s %s", size.Name, now, id, why)
				}
			}
			faint := func(m trace) bool {
				across := math.Min(m.at.W, m.at.H)
				if m.pen > 0 {
					across = math.Min(math.Max(m.at.W, m.at.H)-m.pen, 2*m.pen)
				}
				// A thousandth of the picture is a spark, whatever its form.
				return m.weight <= 0.25 || m.at.Area() <= size.Area.Area()*0.001 || across <= small*0.012 || m.at.Intersect(size.Area).Empty()
			}
			for now := frame; now <= time.Length()+frame/2; now += frame {
				after := at(math.Min(now, time.Length()))
				cut := false
				for b, beat := range time.Beats {
					cut = cut || beat.Cut && now-frame <= time.Start(b) && time.Start(b) <= now
				}
				if cut {
					before = after
					continue
				}
				for id, a := range after {
					b, lived := before[id]
					switch {
					case !lived && !faint(a) && !before.drew(id):
						complain(now, id, "appears at once")
					case lived && math.Abs(a.weight-b.weight) > 0.34:
						complain(now, id, "changes its opacity at once")
					case lived && !faint(a) && !faint(b) && a.kind != draw.KindText && a.at.Center().Dist(b.at.Center()) > leap:
						complain(now, id, "leaps")
					}
				}
				for id, b := range before {
					if _, lives := after[id]; !lives && !faint(b) && !after.drew(id) {
						complain(now, id, "vanishes at once")
					}
				}
				before = after
			}
		}
	})
}
