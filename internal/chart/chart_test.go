package chart_test

import (
	"math"
	"strings"
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/ledger"
	"lianhua/internal/scale"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
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

// area is the area inside a path of straight lines, by the shoelace formula.
func area(p *geom.Path) float64 {
	sum := 0.0
	for i, a := range p.Pts {
		sum += a.Cross(p.Pts[(i+1)%len(p.Pts)])
	}
	return math.Abs(sum) / 2
}

func base(t *testing.T, v *stage.View, id string) float64 {
	t.Helper()
	f, ok := v.Story.Figure(id)
	if !ok {
		t.Fatalf("the story has no figure %s", id)
	}
	return f.Float64()
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b)) }

var money = []string{"finance.loan.total", "finance.knowledge.total", "finance.grant.total", "finance.seed-fund"}

// dates are the years that the story states about the villages.
func dates() []chart.Date {
	return []chart.Date{
		{Figure: "tasks.since", Since: true}, {Figure: "story.courtyard-year"},
		{Figure: "story.pilot-year", Month: "story.pilot-month"}, {Figure: "page.year"},
	}
}

// gallery draws each of the marks once, as far as the progress p.
func gallery(l *draw.List, v *stage.View, p float64) map[string]geom.Rect {
	r, err := scale.Log(10, 100_000, 40, 340)
	if err != nil {
		panic(err)
	}
	return map[string]geom.Rect{
		"bars":    chart.Bars{Amounts: chart.Amounts{Figures: money, Box: geom.R(20, 10, 360, 180), Number: 18, Label: 12, Progress: p, Touch: true}}.Draw(l, v, draw.Name("bars"), draw.Sem{}),
		"columns": chart.Bars{Amounts: chart.Amounts{Figures: []string{"cultivation.new-medium", "cultivation.applied"}, Box: geom.R(400, 10, 300, 180), Number: 18, Label: 12, Progress: p}, Upright: true}.Draw(l, v, draw.Name("columns"), draw.Sem{}),
		"blocks":  chart.Blocks{Amounts: chart.Amounts{Figures: money[:2], Box: geom.R(20, 200, 300, 180), Number: 18, Label: 12, Progress: p}, Cell: 1_000_000}.Draw(l, v, draw.Name("blocks"), draw.Sem{}),
		"grid":    chart.UnitGrid{Figure: "innovation.high-tech", Block: 10, Box: geom.R(340, 200, 200, 150), Off: v.Theme.Faint, Progress: p}.Draw(l, v, draw.Name("grid"), draw.Sem{}),
		"axis":    chart.Axis{Scale: r, At: 400, Figure: "households.rebuilt", Size: 12, Show: p}.Draw(l, v, draw.Name("axis")),
		"years":   chart.Chronology{Dates: dates(), Box: geom.R(400, 380, 380, 120), Number: 18, Label: 12, Progress: p}.Draw(l, v, draw.Name("years"), draw.Sem{}),
		"note":    chart.Callout{At: geom.P(790, 10), Reach: 40, Figure: "finance.seed-fund", Width: 120, Size: 12, Show: p}.Draw(l, v, draw.Name("note")),
		"gauge": func() geom.Rect {
			chart.Gauge{Center: geom.P(650, 340), R: 60, Width: 14, Share: 0.8636, Progress: p, Ink: v.Theme.Leaf, Off: v.Theme.Faint, Scale: typeset.Style{Size: 12}, Tick: v.Theme.Mute}.Draw(l, v, draw.Name("gauge"), draw.Sem{})
			return geom.R(590, 280, 120, 60)
		}(),
	}
}

func TestMarksKeepTheListsPromises(t *testing.T) {
	for _, lang := range story.Langs() {
		v := view(t, lang)
		for _, p := range []float64{0, 0.1, 0.5, 1} {
			l := picture(v)
			for name, box := range gallery(l, v, p) {
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
			for _, f := range append([]string{"innovation.high-tech", "page.year", "story.pilot-month", "cultivation.applied"}, money...) {
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
	r, err := scale.Log(10, 100_000, 40, 340)
	if err != nil {
		t.Fatal(err)
	}
	when := dates()
	for name, mark := range map[string]func(){
		"bars": func() {
			chart.Bars{Amounts: chart.Amounts{Figures: money, Box: geom.R(20, 10, 360, 180), Number: 18, Label: 12, Progress: 1}}.Draw(l, v, draw.Name("bars"), draw.Sem{})
		},
		"blocks": func() {
			chart.Blocks{Amounts: chart.Amounts{Figures: money, Box: geom.R(20, 200, 400, 180), Number: 18, Label: 12, Progress: 1}, Cell: 1e6}.Draw(l, v, draw.Name("blocks"), draw.Sem{})
		},
		"grid": func() {
			chart.UnitGrid{Figure: "cultivation.target.medium", Block: 10, Box: geom.R(340, 200, 200, 150), Progress: 1}.Draw(l, v, draw.Name("grid"), draw.Sem{})
		},
		"axis": func() {
			chart.Axis{Scale: r, At: 400, Figure: "households.rebuilt", Name: "households.chapter", Size: 12, Grid: 100, Show: 1}.Draw(l, v, draw.Name("axis"))
		},
		"years": func() {
			chart.Chronology{Dates: when, Box: geom.R(400, 380, 380, 120), Number: 18, Label: 12, Progress: 1}.Draw(l, v, draw.Name("years"), draw.Sem{})
		},
		"note": func() {
			chart.Callout{At: geom.P(790, 10), Reach: 40, Text: "households.deck", Width: 120, Size: 12, Show: 1}.Draw(l, v, draw.Name("note"))
		},
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

func TestFiguresOfSeveralUnitsAreRefused(t *testing.T) {
	v := view(t, story.ZH)
	for _, ids := range [][]string{
		{"finance.loan.total", "finance.loan.firms"},   // money and things
		{"finance.loan.total", "finance.loan.average"}, // money, and money for each
		{"water.plants", "households.rebuilt"},         // 座 and 户
		{"page.year", "tasks.since"},                   // no amounts
		{"no.such"},
	} {
		for name, mark := range map[string]func(l *draw.List) geom.Rect{
			"bars": func(l *draw.List) geom.Rect {
				return chart.Bars{Amounts: chart.Amounts{Figures: ids, Box: geom.R(0, 0, 300, 200), Number: 18, Label: 12, Progress: 1}}.Draw(l, v, draw.Name("mark"), draw.Sem{})
			},
			"blocks": func(l *draw.List) geom.Rect {
				return chart.Blocks{Amounts: chart.Amounts{Figures: ids, Box: geom.R(0, 0, 300, 200), Number: 18, Label: 12, Progress: 1}}.Draw(l, v, draw.Name("mark"), draw.Sem{})
			},
		} {
			l := picture(v)
			if box := mark(l); box != geom.R(0, 0, 300, 200) {
				t.Errorf("%s of %v takes %v", name, ids, box)
			}
			why := find(l, "mark/why.1")
			if why == nil || !strings.Contains(why.Run.Text, "[") {
				t.Errorf("%s of %v is not refused", name, ids)
			}
			if find(l, "mark.1/bar") != nil || find(l, "mark.1/block") != nil {
				t.Errorf("%s of %v is drawn all the same", name, ids)
			}
		}
	}
}
