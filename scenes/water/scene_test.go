package water

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

// outlines is how many closed shapes a path has.
func outlines(l *draw.List, name string) (n int) {
	if i := l.Find(draw.Name(name).SubN("all", 1)); i >= 0 {
		for _, v := range l.Marks[i].Path.Verbs {
			if v == geom.MoveTo {
				n++
			}
		}
	}
	return n
}

// unit is how long a kilometre is drawn in a settled picture, by the length of what
// lies between two joints, in the window's pixels.
func unit(l *draw.List, total float64) float64 {
	m := &l.Marks[l.Find(along.Sub("track"))]
	return m.Path.Length() * m.M.Scale() / total
}

// The pipe is as long as the figure says, to the metre: all pieces of its wall
// together measure so many of the lengths between joints.
func TestThePipeIsToScale(t *testing.T) {
	s := previewtest.Open(t, New())
	total := previewtest.Figure(t, s, sewersID).Float64() / 1000
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 0, story.ZH, s.Themes[0], size.Area))
		wall, joints := 0.0, 0
		for i := range l.Marks {
			m := &l.Marks[i]
			switch {
			case m.ID.Name == "wall":
				wall += m.Path.Length() * m.M.Scale()
			case m.ID.Name == "joints" && m.ID.Part == "":
				joints += strings.Count(string(verbs(m.Path)), "M")
			}
		}
		km := unit(&l, total)
		if got := wall / km; math.Abs(got-total) > 0.0005 {
			t.Errorf("%s: %.4f km of pipe lie there, the page says %v", size.Name, got, total)
		}
		numbers := 0
		for i := range l.Marks {
			if m := &l.Marks[i]; m.ID.Name == "length" && m.ID.Part == "panel" {
				numbers++
			}
		}
		if got := joints + numbers; got != int(total) {
			t.Errorf("%s: %d joints and numbers part %v km", size.Name, got, total)
		}
	}
}

func verbs(p *geom.Path) []byte {
	out := make([]byte, len(p.Verbs))
	for i, v := range p.Verbs {
		out[i] = "MLQCZ"[v]
	}
	return out
}

// A length is as long in a bend as in a row: from joint to joint along the pipe.
func TestEveryLengthIsAKilometre(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 0, story.ZH, s.Themes[0], size.Area))
		track := &l.Marks[l.Find(along.Sub("track"))]
		km := track.Path.Length() / (previewtest.Figure(t, s, sewersID).Float64() / 1000)
		for i := range l.Marks {
			m := &l.Marks[i]
			if m.ID.Name != "joints" || m.ID.Part != "" {
				continue
			}
			for k := 0; k+3 < len(m.Path.Pts); k += 4 {
				mid := m.Path.Pts[k].Lerp(m.Path.Pts[k+2], 0.5)
				s, off := track.Path.Nearest(mid)
				if whole := s / km; off > 0.05 || math.Abs(whole-math.Round(whole)) > 0.01 {
					t.Errorf("%s: a joint lies at %.3f km, %.2f beside the pipe", size.Name, whole, off)
				}
			}
		}
	}
}

// One mark is one thing, on every form: as many tanks and villages as the page counts,
// each in a place of its own, and none before its beat.
func TestMarksAreCounted(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var l draw.List
		for _, c := range []struct{ shape, figure string }{{"tank", plantsID}, {"village", villagesID}} {
			s.Draw(&l, s.Settled(0, 0, story.ZH, s.Themes[0], size.Area))
			if n := outlines(&l, c.shape); n != 0 {
				t.Errorf("%s: %d of %s stand before they are told of", size.Name, n, c.figure)
			}
			s.Draw(&l, s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
			want := previewtest.Figure(t, s, c.figure).Count()
			if n := outlines(&l, c.shape); n != want {
				t.Errorf("%s: %d marks for %d of %s", size.Name, n, want, c.figure)
			}
			m := &l.Marks[l.Find(draw.Name(c.shape).SubN("all", 1))]
			each := len(m.Path.Pts) / want
			at := map[geom.Pt]bool{}
			for k := 0; k < len(m.Path.Pts); k += each {
				at[m.Path.Pts[k]] = true
			}
			if len(at) != want {
				t.Errorf("%s: %d of %s stand in %d places", size.Name, want, c.figure, len(at))
			}
		}
	}
}

// The page states no connection: nothing of the pipe comes near a tank or a village.
func TestThePipeTouchesNothingCounted(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		track := l.Bounds(l.Find(along.Sub("track")))
		for _, group := range []string{"plants", "villages"} {
			if b := l.Bounds(l.Find(draw.Name(group))); b.Overlaps(track) {
				t.Errorf("%s: %s, %v, reach into the pipe's ground, %v", size.Name, group, b, track)
			}
		}
	}
}

// A gauge reads its rate: a bristle a hundredth, and matter as high in the jar.
func TestGaugesReadTheirRates(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 1, story.ZH, s.Themes[0], size.Area))
		if l.Find(draw.Name("matter")) >= 0 || l.Find(draw.Name("bristles").Sub("odd")) >= 0 {
			t.Errorf("%s: a gauge is read before its beat", size.Name)
		}
		s.Draw(&l, s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		laid := 0
		for _, part := range []string{"odd", "even"} {
			laid += strings.Count(string(verbs(l.Marks[l.Find(draw.Name("bristles").Sub(part))].Path)), "M")
		}
		if want := math.Round(100 * previewtest.Figure(t, s, cleanedID).Float64() / bristles); float64(laid) != want {
			t.Errorf("%s: %d bristles are laid of %v", size.Name, laid, want)
		}
		v := s.View(s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		k, ok := v.Art.Slot("jar", "zh")
		if !ok {
			t.Fatal("there is no jar")
		}
		high := l.Marks[l.Find(draw.Name("matter"))].Path.Bounds().H / v.Art.Slots[k].Rect.H
		if want := previewtest.Figure(t, s, wasteID).Float64() / bristles; math.Abs(high-want) > 1e-6 {
			t.Errorf("%s: the jar is filled to %.3f of %v", size.Name, high, want)
		}
	}
}

// A reading is whole kilometres, and exact only at the pipe's end.
func TestAFingerReadsKilometres(t *testing.T) {
	s := previewtest.Open(t, New())
	fig := previewtest.Figure(t, s, sewersID)
	last := math.Floor(fig.Float64() / 1000)
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			v := s.View(s.Settled(0, 2, lang, s.Themes[0], size.Area))
			var l draw.List
			read := func(km float64) (words string) {
				v.Inputs = stage.Inputs{}.With(along, km)
				s.DrawView(&l, 0, v)
				if err := l.Check(); err != nil {
					t.Fatal(err)
				}
				for i := range l.Marks {
					if m := &l.Marks[i]; m.ID.Name == "nth" && m.Kind == draw.KindText {
						words += m.Run.Text
					}
				}
				return words
			}
			if got := read(87); !strings.HasPrefix(got, "87") || strings.Contains(got, ".") {
				t.Errorf("%s, %s: at 87 it reads %q", size.Name, lang, got)
			}
			if got := read(last); !strings.Contains(got, fig.Number) {
				t.Errorf("%s, %s: at the end it reads %q", size.Name, lang, got)
			}
			sem := l.Marks[l.Find(along)].Sem
			if sem.Role != draw.RoleSlider || sem.Min != 0 || sem.Max != last || sem.Step != 1 {
				t.Errorf("%s: the slider is %+v", size.Name, sem)
			}
		}
	}
}

// Nothing says that the sewers are finished, that the pipe runs into the plants, or
// that the villages are clean.
func TestNoWordSaysMoreThanThePage(t *testing.T) {
	s := previewtest.Open(t, New())
	for lang, words := range map[story.Lang][]string{story.ZH: {"建成", "接通", "处理污水的管"}, story.EN: {"completed", "finished", "connected to"}} {
		st := s.Bundle.In(lang)
		for _, key := range []string{"deck", "alt", "end-note", "scale-upright", "plants-card", "villages-card", "waste-card", "cleaned-card", "beat.pipe", "beat.counts", "beat.gauges", "sewers"} {
			for _, w := range words {
				if text := st.Words("water." + key); strings.Contains(text, w) {
					t.Errorf("water.%s says %q: %s", key, w, text)
				}
			}
		}
	}
}
