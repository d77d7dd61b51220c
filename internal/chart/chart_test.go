package chart_test

import (
	"slices"
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/chart"
	"lianhua/internal/decimal"
	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/ledger"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/internal/vision"
)

// open is a view of the story as a reader of that language sees it.
func open(lang story.Lang, theme string) (*stage.View, error) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		return nil, err
	}
	f, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		return nil, err
	}
	p, _ := b.Theme(theme)
	th, err := stage.ThemeOf(p)
	if err != nil {
		return nil, err
	}
	return &stage.View{Area: geom.R(0, 0, 800, 600), Story: b.In(lang), Theme: th, Set: typeset.NewSetter(f, lang.String())}, nil
}

func view(t *testing.T, lang story.Lang) *stage.View {
	t.Helper()
	v, err := open(lang, "day")
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// picture is an empty list over the view's ground.
func picture(v *stage.View) *draw.List {
	l := new(draw.List)
	l.Reset(v.Area, v.Theme.Ground)
	return l
}

func find(l *draw.List, id string) *draw.Mark {
	for i := range l.Marks {
		if l.Marks[i].Kind != draw.KindClose && l.Marks[i].ID.String() == id {
			return &l.Marks[i]
		}
	}
	return nil
}

// sample draws marks of each family, as far as the progress p.
func sample(l *draw.List, v *stage.View, p float64) map[string]geom.Rect {
	number := func(align typeset.Align) chart.NumberStyle {
		return chart.NumberStyle{Size: 24, Unit: 12, Label: 12, Width: 160, Align: align, Counting: true, Running: p}
	}
	small := typeset.Style{Face: typeset.Sans, Size: 12}
	legend := chart.DotLegend{Lead: "sources.title", Paper: v.Theme.Panel, Dots: []chart.LegendDot{
		{Key: "households.chapter", Ink: v.Theme.Leaf}, {Key: "hydrogen.chapter", Ink: v.Theme.Steel, Hollow: true},
	}}
	turn := chart.Switch{ID: draw.Name("switch"), Label: "finance.title", Detail: "finance.deck", Names: [2]string{"households.chapter", "hydrogen.chapter"}, Turned: p}
	legend.Draw(l, v, draw.Name("legend"), 12, geom.R(300, 20, 480, 20))
	turn.Draw(l, v, geom.R(20, 350, 200, 20))
	return map[string]geom.Rect{
		"exact":   chart.Figure(l, v, draw.Name("exact"), "innovation.high-tech", number(typeset.Start), geom.P(20, 60)),
		"about":   chart.Figure(l, v, draw.Name("about"), "aluminium.firms", number(typeset.Center), geom.P(120, 130)),
		"planned": chart.Figure(l, v, draw.Name("planned"), "cultivation.target.medium", number(typeset.End), geom.P(200, 200)),
		"within":  chart.FigureIn(l, v, draw.Name("within"), "finance.loan.total", "", chart.NumberStyle{Size: 40}, geom.R(20, 230, 90, 60)),
		"prose":   chart.Prose(l, v, draw.Name("prose"), "households.deck", small, geom.R(20, 400, 240, 100), v.Theme.Text),
		"label":   chart.Label(l, v, draw.Name("label"), "households.title", small, geom.P(20, 330), v.Theme.Text),
		"tick":    chart.Tick(l, v, draw.Name("tick"), 10, "", small, geom.P(20, 560), v.Theme.Mute),
		"worked":  chart.Worked(l, v, draw.Name("worked"), decimal.FromInt(12_345), small, geom.P(80, 560), v.Theme.Text),
		"card":    chart.Card{Title: "households.title", Text: "households.deck", Cite: "J01", Width: 200, Show: max(p, 0.1)}.Draw(l, v, draw.Name("card"), geom.P(560, 560), geom.R(300, 350, 480, 240)),
		"listing": geom.R(300, 60, 460, list().Draw(l, v, draw.Name("listing"), geom.R(300, 60, 460, 240))-60),
	}
}

// list is the figures of a paragraph that has more of them than there is room for, every
// other of which leads somewhere.
func list() *chart.Listing {
	return &chart.Listing{Source: "V17", More: "sources.more", Link: func(f string) (string, string, bool) {
		return "households", "households.title", len(f)%2 == 0
	}}
}

func TestMarksKeepTheListsPromises(t *testing.T) {
	for _, lang := range story.Langs() {
		v := view(t, lang)
		for _, p := range []float64{0, 0.1, 0.5, 1} {
			l := picture(v)
			for name, box := range sample(l, v, p) {
				if !v.Area.Contains(box) || p == 1 && box.Empty() {
					t.Errorf("%s: %s reports the extent %v", lang, name, box)
				}
			}
			if err := l.Check(); err != nil {
				t.Errorf("%s at %v: %v", lang, p, err)
			}
			for _, f := range ledger.Unsourced(l) {
				t.Errorf("%s at %v: %s", lang, p, f)
			}
			if p < 1 {
				continue
			}
			led := ledger.Of(l)
			for _, f := range []string{"innovation.high-tech", "aluminium.firms", "cultivation.target.medium", "finance.loan.total"} {
				if !led.Has(f) {
					t.Errorf("%s: the ledger does not know that %s is drawn", lang, f)
				}
			}
			for i := range l.Marks {
				if l.Marks[i].Kind == draw.KindText && !v.Area.Contains(l.Bounds(i)) {
					t.Errorf("%s: %q leaves the picture", lang, l.Marks[i].Run.Text)
				}
			}
		}
	}
}

func TestSteadyMarksAllocateNothing(t *testing.T) {
	v := view(t, story.EN)
	l := picture(v)
	listing, legend := list(), chart.DotLegend{Lead: "sources.title", Dots: []chart.LegendDot{{Key: "households.chapter", Ink: v.Theme.Leaf}}}
	for name, mark := range map[string]func(){
		"figure": func() {
			chart.Figure(l, v, draw.Name("figure"), "finance.loan.total", chart.NumberStyle{Size: 24, Label: 12, Width: 160}, geom.P(20, 60))
		},
		"running": func() {
			chart.Figure(l, v, draw.Name("figure"), "finance.loan.total", chart.NumberStyle{Size: 24, Counting: true, Running: 0.5}, geom.P(20, 60))
		},
		"prose": func() {
			chart.Prose(l, v, draw.Name("prose"), "households.deck", typeset.Style{Size: 12}, geom.R(20, 400, 240, 100), v.Theme.Text)
		},
		"card": func() {
			chart.Card{Title: "households.title", Text: "households.deck", Width: 200, Show: 1}.Draw(l, v, draw.Name("card"), geom.P(9, 9), v.Area)
		},
		"listing": func() { listing.Draw(l, v, draw.Name("listing"), geom.R(300, 60, 460, 240)) },
		"legend":  func() { legend.Draw(l, v, draw.Name("legend"), 12, geom.R(300, 20, 480, 20)) },
	} {
		frame := func() { l.Reset(v.Area, v.Theme.Ground); mark() }
		for range 3 {
			frame()
		}
		if n := testing.AllocsPerRun(50, frame); n != 0 {
			t.Errorf("%s allocates %v times a frame", name, n)
		}
	}
}

// What is about, and what is planned, never looks like what was counted.
func TestInexactAndPlannedFiguresLookDifferent(t *testing.T) {
	v := view(t, story.ZH)
	l := picture(v)
	sample(l, v, 1)
	if m := find(l, "about/soft"); m == nil || m.Paint.Ramp.Kind != draw.Linear {
		t.Error("about 1,000 is as sharp as an exact figure")
	}
	if m := find(l, "planned/target"); m == nil || m.Pen.Dash == 0 {
		t.Error("under a target there are no dashes")
	}
	if find(l, "exact/soft") != nil || find(l, "exact/target") != nil {
		t.Error("an exact figure is not plain")
	}
}

// Somebody who does not see a listing is read its rows and figures, and links where
// they lead somewhere.
// What singles a number out is seen in large type; its unit is small.
func TestUnitsAreInInk(t *testing.T) {
	v := view(t, story.ZH)
	light := v.Theme.Panel // of a number on dark ground
	for c, want := range map[draw.Color]draw.Color{v.Theme.Accent: v.Theme.Ink, v.Theme.Crowd: v.Theme.Ink, light: light} {
		l := picture(v)
		chart.Figure(l, v, draw.Name("firms"), "aluminium.firms", chart.NumberStyle{Size: 24, Color: c}, geom.P(20, 60))
		number, unit := find(l, "firms/number"), find(l, "firms/unit")
		if number == nil || unit == nil || number.Paint.Color != c || unit.Paint.Color != want {
			t.Errorf("a number in %v has its unit in %v, want %v", number.Paint.Color, unit.Paint.Color, want)
		}
	}
}

func TestAListingIsReadAsRows(t *testing.T) {
	for _, leads := range []bool{false, true} {
		v := view(t, story.ZH)
		l := picture(v)
		listing := chart.Listing{Source: "J29", Link: func(string) (string, string, bool) { return "output", "output.title", leads }}
		listing.Draw(l, v, draw.Name("listing"), v.Area)
		var tree dom.Tree
		tree.Build(l)
		role := "row"
		if leads {
			role = "link"
		}
		var got, want []string
		for _, n := range tree.Nodes {
			got = append(got, n.Role.String()+" "+n.Text)
		}
		for _, f := range v.Story.Figures() {
			if f.Source.ID == listing.Source {
				want = append(want, role+" "+f.Label, "figure "+f.Text, "cell "+f.Label, "cell "+f.Period)
			}
		}
		if !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("leads %v: %q, want %q", leads, got, want)
		}
	}
}

// All that a mark is drawn in keeps 3:1 to the ground, in every theme.
func TestMarksKeepTheirContrast(t *testing.T) {
	for _, theme := range []string{"day", "night", "contrast"} {
		v, err := open(story.ZH, theme)
		if err != nil {
			t.Fatal(err)
		}
		l := picture(v)
		sample(l, v, 1)
		seen := 0
		for i := range l.Marks {
			m := &l.Marks[i]
			if m.Kind != draw.KindShape || !slices.Contains([]string{"target", "arrow", "knob", "edge"}, m.ID.Name) && !slices.Contains([]string{"target", "knob"}, m.ID.Part) {
				continue
			}
			seen++
			if got := vision.Contrast(uint32(m.Paint.Color), uint32(v.Theme.Ground)); got < 3 {
				t.Errorf("%s: %s has a contrast of %.2f", theme, m.ID, got)
			}
		}
		if seen < 4 {
			t.Errorf("%s: only %d marks are looked at", theme, seen)
		}
	}
}
