package finance

import (
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

var all = [...]*money{&loans, &year, &fund, &grants}

// coinsIn is how many coins of a money are seen in a picture, loose ones and those in
// stacks, and where; rings are the grants'.
func coinsIn(t *testing.T, l *draw.List, m *money) (n int, where geom.Rect) {
	t.Helper()
	for i := range l.Marks {
		mark := &l.Marks[i]
		if mark.Kind != draw.KindField || mark.Alpha <= 0.01 || mark.ID.Part == "shade" {
			continue
		}
		switch mark.ID.Name {
		case "falling-" + m.name, "lying-" + m.name, "stacks-" + m.name:
		case "hanging", "firm-rings":
			if m != &grants {
				continue
			}
		default:
			continue
		}
		for k := range mark.Field.Count {
			if d, shown := mark.Field.At(k); shown && d.Color.A() > 0 {
				n++
				where = where.Union(geom.RectAround(mark.M.At(d.At), 1, 1))
			}
		}
	}
	return n, where
}

func subpaths(l *draw.List, name, part string) (n int) {
	for i := range l.Marks {
		if m := &l.Marks[i]; m.ID.Name == name && m.ID.Part == part && m.Path != nil {
			for _, verb := range m.Path.Verbs {
				if verb == geom.MoveTo {
					n++
				}
			}
		}
	}
	return n
}

func says(l *draw.List, name string) bool {
	for i := range l.Marks {
		if l.Marks[i].ID.Name == name {
			return true
		}
	}
	return false
}

// A coin is ten myriads of yuan, and every one of them is in the picture, on every
// form; the four kinds of money touch nowhere, and none is another's part.
func TestEveryCoinIsSeenAndKindsStandApart(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 2, story.ZH, s.Themes[0], size.Area))
		var at []geom.Rect
		for _, m := range all {
			want := previewtest.Figure(t, s, m.total).Count()
			got, where := coinsIn(t, &l, m)
			if got*coinWorth != want {
				t.Errorf("%s: %d coins of %s are %d yuan, the page says %d", size.Name, got, m.name, got*coinWorth, want)
			}
			for k, other := range at {
				if !where.Intersect(other).Empty() {
					t.Errorf("%s: coins of %s lie among those of %s", size.Name, m.name, all[k].name)
				}
			}
			at = append(at, where)
		}
	}
}

// Dealt out, there is a stack a firm, all equal: whole coins and of one more the share
// that the division leaves.
func TestThereIsAStackAFirm(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, s.Settled(0, 3, story.ZH, s.Themes[0], size.Area))
		for _, m := range [...]*money{&loans, &year} {
			firms, total := previewtest.Figure(t, s, m.firms).Count(), previewtest.Figure(t, s, m.total).Count()/coinWorth
			if bodies, tops := subpaths(&l, "stacks-"+m.name, "bodies"), subpaths(&l, "stacks-"+m.name, "tops"); bodies != firms || tops != firms {
				t.Errorf("%s: %d stacks and %d tops of %s, want %d", size.Name, bodies, tops, m.name, firms)
			}
			if got, _ := coinsIn(t, &l, m); got != total/firms*firms {
				t.Errorf("%s: %d whole coins of %s in the stacks, want %d", size.Name, got, m.name, total/firms*firms)
			}
		}
		firms := previewtest.Figure(t, s, grants.firms).Count()
		if rings, _ := coinsIn(t, &l, &grants); rings != firms || subpaths(&l, "firm-rings", "parts") != firms {
			t.Errorf("%s: %d rings and %d parts, want %d of each", size.Name, rings, subpaths(&l, "firm-rings", "parts"), firms)
		}
		if n, _ := coinsIn(t, &l, &fund); n*coinWorth != previewtest.Figure(t, s, fund.total).Count() {
			t.Errorf("%s: the fund is dealt out, which has no number of firms", size.Name)
		}
	}
}

// No money is seen before its beat, and never more of it than there is; every field
// can be drawn by every backend, wherever its mesh is on its way.
func TestCoinsComeInTheirBeatAndAreNeverTooMany(t *testing.T) {
	s := previewtest.Open(t, New())
	time := &s.Deck.Slots[0].Time
	for _, size := range preview.Sizes()[:2] {
		for now := 0.0; now <= time.Length(); now += 0.2 {
			var l draw.List
			s.Draw(&l, preview.Moment{Now: now, Area: size.Area})
			for _, m := range all {
				b, _ := time.Index(m.beat)
				got, _ := coinsIn(t, &l, m)
				if now <= time.Start(b) && got > 0 {
					t.Errorf("%s, %.1f s: %d coins of %s before their beat", size.Name, now, got, m.name)
				}
				if b, _ := time.Index(beatFirms); now < time.Start(b) && got*coinWorth > previewtest.Figure(t, s, m.total).Count() {
					t.Errorf("%s, %.1f s: %d coins of %s", size.Name, now, got, m.name)
				}
			}
			for i := range l.Marks {
				if m := &l.Marks[i]; m.Kind == draw.KindField {
					if reach := m.Field.Reach(m.M.Scale()); reach > draw.MaxReach {
						t.Errorf("%s, %.1f s: %s reaches %.2f cells", size.Name, now, m.ID, reach)
					}
				}
			}
		}
	}
}

// The reader turns back to the totals what the story has dealt out; a key and a screen
// reader find the switch by its role.
func TestTheSwitchTurnsBack(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			v := s.View(s.Settled(0, 3, lang, s.Themes[0], size.Area))
			for _, on := range [...]float64{1, 0} {
				v.Inputs = stage.Inputs{}.With(switchID, on)
				var l draw.List
				s.DrawView(&l, 0, v)
				i := l.Find(switchID)
				if i < 0 || l.Marks[i].Sem.Role != draw.RoleToggle || l.Marks[i].Sem.Now != on || l.Marks[i].Sem.Label == "" {
					t.Fatalf("%s, %v: no switch that stands at %v", size.Name, lang, on)
				}
				n, _ := coinsIn(t, &l, &loans)
				if whole := n*coinWorth == previewtest.Figure(t, s, loans.total).Count(); whole == (on == 1) {
					t.Errorf("%s, %v: at %v there are %d coins", size.Name, lang, on, n)
				}
				if got := says(&l, "loan"); got == (on == 1) {
					t.Errorf("%s, %v: at %v the total is said: %v", size.Name, lang, on, got)
				}
				if got := says(&l, "loan-each"); got != (on == 1) {
					t.Errorf("%s, %v: at %v the average is said: %v", size.Name, lang, on, got)
				}
			}
		}
	}
}

// The fund has no number of firms: in the view by firms its place stays empty, and
// says so; no average is nought.
func TestTheFundHasNoAverage(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			var l draw.List
			s.Draw(&l, s.Settled(0, 3, lang, s.Themes[0], size.Area))
			said := false
			for i := range l.Marks {
				m := &l.Marks[i]
				if strings.HasPrefix(m.Sem.Figure, fund.total) {
					t.Errorf("%s, %v: the fund's figure stands among what comes to a firm", size.Name, lang)
				}
				for _, key := range [...]string{"finance.fund-each-label", "finance.fund-each-label-short"} {
					said = said || m.Sem.Label == s.Bundle.In(lang).Words(key)
				}
			}
			if !said || l.Find(draw.Name("fund-each").Sub("empty")) < 0 {
				t.Errorf("%s, %v: nothing says that the fund has no number of firms", size.Name, lang)
			}
		}
	}
}

// The rings of one firm stand clear of words, also where English takes more lines than
// the drawing has room for.
func TestRingsOfAFirmStandClearOfWords(t *testing.T) {
	s := previewtest.Open(t, New())
	seen := 0
	for _, size := range []geom.Rect{geom.R(0, 0, 720, 560), geom.R(0, 0, 800, 600), geom.R(0, 0, 1024, 600), geom.R(0, 0, 1440, 900)} {
		for _, lang := range story.Langs() {
			var l draw.List
			s.Draw(&l, s.Settled(0, len(s.Deck.Slots[0].Time.Beats)-1, lang, s.Themes[0], size))
			rings := l.Find(draw.Name("firm-rings").Sub("one"))
			if rings < 0 {
				continue // words take their place
			}
			seen++
			for i := range l.Marks {
				if m := &l.Marks[i]; m.Kind == draw.KindText && m.Alpha > 0 && l.Bounds(i).Overlaps(l.Bounds(rings)) {
					t.Errorf("%.0f, %s: the rings lie on %q", size, lang, m.Run.Text)
				}
			}
		}
	}
	if seen < 4 {
		t.Errorf("only %d pictures show them", seen)
	}
}
