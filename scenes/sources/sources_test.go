package sources

import (
	"math"
	"slices"
	"strings"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// other is a scene that draws one figure.
type other struct{}

func opened(t *testing.T) viewer {
	t.Helper()
	told := []stage.Scene{other{}}
	return viewer{previewtest.Open(t, append(told, New(told))...)}
}

func (other) Name() string                { return "other" }
func (other) Beats() []anim.Beat          { return []anim.Beat{{Name: "only"}} }
func (other) Draw(*draw.List, stage.View) {}
func (other) Figures() []string           { return []string{"cleanup.sweepers"} }

func TestEveryStatedFigureHasItsDot(t *testing.T) {
	s := opened(t)
	var l draw.List
	s.Draw(&l, s.Settled(1, 1, story.ZH, nil, geom.R(0, 0, 1440, 900)))
	dots := 0
	for i := range l.Marks {
		if m := &l.Marks[i]; m.ID.Name == "para" && (m.ID.Part == "drawn" || m.ID.Part == "kept") {
			for _, v := range m.Path.Verbs {
				if v == geom.MoveTo {
					dots++
				}
			}
		}
	}
	want := 0
	for _, f := range s.Bundle.In(story.ZH).Figures() {
		if !f.Derived && f.Source.Paragraph > 0 {
			want++
		}
	}
	if dots != want || want == 0 {
		t.Errorf("%d dots for %d figures", dots, want)
	}
}

// Each figure of each paragraph can be reached, page by page, on a phone.
func TestAPickedParagraphListsItsFigures(t *testing.T) {
	s := opened(t)
	st := s.Bundle.In(story.EN)
	var l draw.List
	for k, p := range st.Sources() {
		if p.Paragraph == 0 {
			continue
		}
		shown := map[string]bool{}
		for page := range 12 {
			v := s.View(s.Settled(1, 1, story.EN, nil, geom.R(0, 0, 360, 640)))
			v.Picked, v.Clock = stage.Touch{ID: draw.Nth("para", k+1), Since: 0}, 60
			v.Inputs = v.Inputs.With(draw.Nth("panel", k+1).Sub("page"), float64(page))
			s.DrawView(&l, 1, v)
			for i := range l.Marks {
				if m := &l.Marks[i]; m.ID.Name == "figure" && m.Kind == draw.KindOpen {
					shown[m.Sem.Figure] = true
				}
			}
		}
		for _, f := range st.Figures() {
			if (f.Source.ID == p.ID) != shown[f.ID] {
				t.Errorf("paragraph %s: figure %s is shown: %v", p.ID, f.ID, shown[f.ID])
			}
		}
	}
}

func TestARowLeadsToTheSceneThatDrawsIt(t *testing.T) {
	s := opened(t)
	end, ok := s.Bundle.In(story.ZH).BreaksOff()
	if !ok {
		t.Fatal("the page is whole")
	}
	var l draw.List
	s.DrawView(&l, 1, s.picks(1, story.ZH, geom.R(0, 0, 1440, 900), end.ID))
	links, note := 0, false
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Sem.Role == draw.RoleLink {
			links++
			if m.ID.Part != "cleanup.sweepers" || m.Sem.Target != "other/1" {
				t.Errorf("%s leads to %q", m.ID, m.Sem.Target)
			}
		}
		note = note || m.ID.Part == "note"
	}
	if links != 1 {
		t.Errorf("%d links, want 1: the only figure of %s that is drawn", links, end.ID)
	}
	if !note {
		t.Error("nothing says that the page breaks off")
	}
}

// viewer is a story of two scenes, the other's and this one.
type viewer struct{ *preview.Viewer }

// picks is the settled picture of a beat in which a paragraph is picked.
func (s viewer) picks(beat int, lang story.Lang, area geom.Rect, paragraph string) stage.View {
	v := s.View(s.Settled(1, beat, lang, nil, area))
	for k, p := range v.Story.Sources() {
		if p.ID == paragraph {
			v.Picked = stage.Touch{ID: draw.Nth("para", k+1), Since: -1}
		}
	}
	return v
}

// The windows are one for each scene, each leading to it, and three for the whole page:
// on upright forms as many are seen at a time as have room, all of them by the pages.
func TestEachSceneHasItsSilence(t *testing.T) {
	s := opened(t)
	for _, size := range preview.Sizes() {
		asked, ways := map[string]bool{}, map[string]string{}
		for page := range most {
			v := s.View(s.Settled(1, 2, story.ZH, nil, size.Area))
			v.Clock, v.Inputs = 60, stage.Inputs{}.With(pagesID, float64(page))
			var l draw.List
			s.DrawView(&l, 1, v)
			for i := range l.Marks {
				m := &l.Marks[i]
				if m.Alpha > 0.5 && m.Kind == draw.KindText && strings.HasPrefix(m.ID.Name, "sources.ask.") {
					asked[strings.TrimPrefix(m.ID.Name, "sources.ask.")] = true
				}
				if m.Sem.Role == draw.RoleLink && m.Alpha > 0.5 {
					ways[m.ID.String()] = m.Sem.Target
				}
			}
		}
		if len(asked) != len(windows) || len(windows) != 20 {
			t.Errorf("%s: %d of %d windows are burnt through", size.Name, len(asked), len(windows))
		}
		if len(ways) != 17 {
			t.Errorf("%s: %d windows lead to a scene: %v", size.Name, len(ways), ways)
		}
		for id, target := range ways {
			if id != "silence-"+strings.TrimSuffix(target, "/1") {
				t.Errorf("%s: %s leads to %s", size.Name, id, target)
			}
		}
	}
}

// The torn piece has the four numbers of the paragraph at which the page breaks off, and
// no word of it; the ring around it is empty.
func TestTheHalfSentenceIsNotPrinted(t *testing.T) {
	s := opened(t)
	end, _ := s.Bundle.In(story.ZH).BreaksOff()
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(1, 3, story.ZH, nil, size.Area))
		var numbers []string
		for i := range l.Marks {
			m := &l.Marks[i]
			if m.ID.Name == "half" {
				numbers = append(numbers, m.Sem.Figures...)
			}
			if m.Alpha > 0 && strings.HasPrefix(m.ID.Name, "valley") {
				t.Errorf("%s: %s is in the ring", size.Name, m.ID)
			}
		}
		for _, f := range s.Bundle.In(story.ZH).Figures() {
			if got := slices.Contains(numbers, f.ID); got != (f.Source.ID == end.ID && !f.Derived) {
				t.Errorf("%s: the torn piece has %s: %v", size.Name, f.ID, got)
			}
		}
	}
}

// What a figure counts is read whole, in the narrowest window of each form.
func TestNoFiguresMeaningIsCut(t *testing.T) {
	s := opened(t)
	var l draw.List
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			st := s.Bundle.In(lang)
			for k := range st.Sources() {
				v := s.View(s.Settled(1, 1, lang, nil, size.Area))
				v.Picked = stage.Touch{ID: draw.Nth("para", k+1), Since: -1}
				for page := range 9 {
					v.Inputs = stage.Inputs{}.With(draw.Nth("panel", k+1).Sub("page"), float64(page))
					s.DrawView(&l, 1, v)
					for i := range l.Marks {
						m := &l.Marks[i]
						f, ok := st.Figure(m.ID.Part)
						if m.ID.Name == "label" && m.Kind == draw.KindText && ok && strings.HasSuffix(m.Run.Text, "…") {
							t.Errorf("%s, %s: %s reads %q", size.Name, lang, f.ID, f.Label)
						}
					}
				}
			}
		}
	}
}

// A tap in the middle of a paragraph picks that paragraph, whatever lies over the page.
func TestATapPicksTheParagraphUnderIt(t *testing.T) {
	s := opened(t)
	var l draw.List
	for _, size := range preview.Sizes() {
		for beat := range 2 {
			s.Draw(&l, s.Settled(1, beat, story.EN, nil, size.Area))
			n := 0
			for i := range l.Marks {
				m := &l.Marks[i]
				if m.ID.Name != "para" || m.Sem.Role != draw.RoleButton || m.Kind != draw.KindOpen {
					continue
				}
				n++
				if got := l.HitIndex(l.Bounds(i).Center()); got != i {
					t.Errorf("%s, beat %d: a tap on %s finds mark %d", size.Name, beat+1, m.ID, got)
				}
			}
			if n != 40 {
				t.Errorf("%s, beat %d: %d paragraphs answer", size.Name, beat+1, n)
			}
		}
	}
}

// The articles' names are alike, and stand clear of the heading in windows of any ratio.
func TestTheArticlesNamesStandClearOfTheHeading(t *testing.T) {
	s := opened(t)
	var l draw.List
	for _, area := range []geom.Rect{geom.R(0, 0, 360, 640), geom.R(0, 0, 1440, 900), geom.R(0, 0, 1080, 1920), geom.R(0, 0, 1000, 1300), geom.R(0, 0, 1000, 1000)} {
		for _, lang := range story.Langs() {
			v := s.View(s.Settled(1, 1, lang, nil, area))
			s.DrawView(&l, 1, v)
			head, size := New(nil).Heading(v), 0.0
			for _, name := range []string{"article-one", "article-two"} {
				i := l.Find(draw.Name(name))
				if i < 0 {
					t.Fatalf("%v: %s has no name", area, name)
				}
				m := &l.Marks[i]
				if size == 0 {
					size = m.Run.Style.Size
				}
				at := m.M.At(geom.Pt{})
				if over := at.X < head.Right() && at.Y-0.86*size < head.Bottom()-0.01; over || m.Run.Style.Size != size {
					t.Errorf("%v, %s: %s is set in %.2f at %v, the heading ends at %v", area, lang, name, m.Run.Style.Size, at, head)
				}
			}
		}
	}
}

// glass is the middle of the reading glass.
func glass(l *draw.List) geom.Pt {
	var all geom.Rect
	for i := range l.Marks {
		if m := &l.Marks[i]; m.ID.Name == "glass-ring" && m.Kind == draw.KindSheet {
			all = all.Union(l.Bounds(i))
		}
	}
	return all.Center()
}

// A finger on the page has the glass lie where it is and show the numbers of the
// paragraph under it, which the slip lists only when it is lifted.
func TestTheGlassFollowsAFinger(t *testing.T) {
	s := opened(t)
	for _, size := range preview.Sizes() {
		v := s.picks(1, story.ZH, size.Area, "J02")
		var l draw.List
		s.DrawView(&l, 1, v)
		ringOf := func() geom.Pt { return glass(&l) }
		home, st := ringOf(), v.Story
		for k, p := range st.Sources() {
			i := l.Find(draw.Nth("para", k+1))
			if p.ID != "V08" || i < 0 {
				continue
			}
			v.Finger = stage.Finger{At: l.Bounds(i).Center(), Force: 1}
		}
		s.DrawView(&l, 1, v)
		moved := v.Finger.At.Sub(ringOf())
		if size.Area.W > size.Area.H && moved.Len() > 1 || math.Abs(moved.X) > 1 || moved.Y < -1 || ringOf().Dist(home) < 10 {
			t.Errorf("%s: the finger is at %v, the glass at %v", size.Name, v.Finger.At, ringOf())
		}
		printed, slips := 0, ""
		for i := range l.Marks {
			m := &l.Marks[i]
			if m.Sem.Figure != "" && m.ID.Name == "print" {
				printed++
				if f, _ := st.Figure(m.Sem.Figure); f.Source.ID != "V08" {
					t.Errorf("%s: the glass over V08 shows %s", size.Name, f.ID)
				}
			}
			if m.ID.Name == "panel" && m.Sem.Role == draw.RoleTable {
				slips += m.Sem.Label
			}
		}
		if first, _ := st.Source("J02"); printed == 0 || slips != first.Cite {
			t.Errorf("%s: %d numbers under the glass, and slips of %q", size.Name, printed, slips)
		}
	}
}

// Where a finger is off the page, the glass stays.
func TestTheGlassStaysOnThePage(t *testing.T) {
	s := opened(t)
	for _, size := range preview.Sizes() {
		v := s.picks(1, story.ZH, size.Area, "J02")
		var at [2]geom.Pt
		for i := range at {
			var l draw.List
			v.Finger = stage.Finger{At: geom.P(2, 2), Force: float64(i)}
			s.DrawView(&l, 1, v)
			at[i] = glass(&l)
		}
		if at[0] != at[1] {
			t.Errorf("%s: the glass is at %v, and at %v with a finger in the corner", size.Name, at[0], at[1])
		}
	}
}

// between reports whether a line may break at a character.
func between(r rune) bool { return r == ' ' || r == '-' }

// In low windows no word of a label is broken.
func TestLabelsBreakBetweenWords(t *testing.T) {
	s := opened(t)
	for _, area := range []geom.Rect{geom.R(0, 0, 760, 340), geom.R(0, 0, 683, 384), geom.R(0, 0, 320, 568), geom.R(0, 0, 1024, 600)} {
		st := s.Bundle.In(story.EN)
		for k := range st.Sources() {
			v := s.View(s.Settled(1, 1, story.EN, nil, area))
			v.Picked = stage.Touch{ID: draw.Nth("para", k+1), Since: -1}
			for page := range 12 {
				v.Inputs = stage.Inputs{}.With(draw.Nth("panel", k+1).Sub("page"), float64(page))
				var l draw.List
				s.DrawView(&l, 1, v)
				for i := range l.Marks {
					m := &l.Marks[i]
					f, ok := st.Figure(m.ID.Part)
					if m.ID.Name != "label" || m.Kind != draw.KindText || !ok {
						continue
					}
					for _, word := range strings.FieldsFunc(m.Run.Text, between) {
						if !slices.Contains(strings.FieldsFunc(f.Label, between), word) {
							t.Fatalf("%v: %s reads %q in a line, of %q", area, f.ID, m.Run.Text, f.Label)
						}
					}
				}
			}
		}
	}
}
