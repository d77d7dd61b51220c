package chart_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/scale"
	"lianhua/internal/story"
	"lianhua/internal/vision"
)

// values are the numbers that an axis names, and its caption.
func values(l *draw.List) (out []string, caption string) {
	for i := range l.Marks {
		switch m := &l.Marks[i]; m.ID.Part {
		case "value":
			out = append(out, m.Run.Text)
		case "caption":
			caption = m.Run.Text
		}
	}
	return out, caption
}

// An axis is written in a figure's unit, and says where it is logarithmic.
func ExampleAxis() {
	for _, lang := range story.Langs() {
		v, err := open(lang, "day")
		if err != nil {
			fmt.Println(err)
			return
		}
		l := picture(v)
		chart.Axis{Scale: scale.Linear(0, 611_000_000, 0, 600), At: 100, Figure: "finance.loan.total", Size: 14, Show: 1}.Draw(l, v, draw.Name("axis"))
		fmt.Println(values(l))
		l = picture(v)
		log, err := scale.Log(10, 100_000, 0, 600)
		if err != nil {
			fmt.Println(err)
			return
		}
		chart.Axis{Scale: log, At: 100, Figure: "households.rebuilt", Size: 14, Show: 1}.Draw(l, v, draw.Name("axis"))
		fmt.Println(values(l))
	}
	// Output:
	// [0 2 4 6] 亿元
	// [10 100 1000 1万 10万] 户，对数刻度
	// [0 200 400 600] million yuan
	// [10 100 1,000 10,000 100,000] households, log scale
}

// A date takes its whole slot; nothing is drawn between dates.
func ExampleChronology() {
	v, err := open(story.EN, "day")
	if err != nil {
		fmt.Println(err)
		return
	}
	l := picture(v)
	chart.Chronology{
		Dates: []chart.Date{{Figure: "story.courtyard-year"}, {Figure: "story.pilot-year", Month: "story.pilot-month"}},
		First: 2018, Last: 2022, Box: geom.R(0, 0, 500, 120), Number: 20, Label: 13, Progress: 1,
	}.Draw(l, v, draw.Name("year"), draw.Sem{})
	for _, id := range []string{"year.1", "year.2"} {
		b := find(l, id+"/date").Path.Bounds()
		fmt.Printf("%s %.1f to %.1f\n", find(l, id+"/number").Run.Text, b.X, b.Right())
	}
	// Output:
	// 2020 200.0 to 300.0
	// 2021 300.0 to 308.3
}

// A callout's words stay inside the picture, whichever way they are wanted.
func ExampleCallout() {
	v, err := open(story.EN, "day")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, at := range []geom.Pt{{X: 400, Y: 300}, {X: 790, Y: 10}} {
		l := picture(v)
		box := chart.Callout{At: at, Reach: 40, Figure: "finance.seed-fund", Width: 160, Size: 14, Show: 1}.Draw(l, v, draw.Name("note"))
		fmt.Println(box.X > at.X, box.Y > at.Y, v.Area.Contains(box))
	}
	// Output:
	// true false true
	// false true true
}

func TestTicksStandWhereTheirNumbersAre(t *testing.T) {
	v := view(t, story.EN)
	for _, upright := range []bool{false, true} {
		r := scale.Linear(0, 611_000_000, 100, 580)
		l := picture(v)
		chart.Axis{Scale: r, At: 90, Upright: upright, Figure: "finance.loan.total", Size: 14, Show: 1}.Draw(l, v, draw.Name("axis"))
		p := find(l, "axis/ticks").Path
		for i, million := range []float64{0, 200, 400, 600} {
			at := p.Pts[2*i].X
			if upright {
				at = p.Pts[2*i].Y
			}
			if want := r.At(million * 1e6); math.Abs(at-want) > 1e-9 {
				t.Errorf("upright %v: %v million stands at %v, want %v", upright, million, at, want)
			}
		}
	}
}

// A narrow axis leaves numbers out, and never the tick nor the order.
func TestNumbersOfAnAxisStayApart(t *testing.T) {
	v := view(t, story.EN)
	for width := 60.0; width < 600; width += 23 {
		l := picture(v)
		chart.Axis{Scale: scale.Linear(0, 67623, 40, 40+width), At: 90, Most: 8, Size: 14, Show: 1}.Draw(l, v, draw.Name("axis"))
		before := math.Inf(-1)
		for i := range l.Marks {
			if l.Marks[i].ID.Part != "value" {
				continue
			}
			b := l.Bounds(i)
			if b.X <= before {
				t.Fatalf("at a width of %v the number %q runs into the one before", width, l.Marks[i].Run.Text)
			}
			before = b.Right()
		}
	}
}

func TestTimelinesKeepTheirDatesApart(t *testing.T) {
	for _, lang := range story.Langs() {
		v := view(t, lang)
		for _, upright := range []bool{false, true} {
			l := picture(v)
			in := geom.R(20, 20, 500, 240)
			chart.Chronology{Dates: dates(), Box: in, Upright: upright, Number: 20, Label: 13, Progress: 1}.Draw(l, v, draw.Name("year"), draw.Sem{})
			var boxes []geom.Rect
			for i := range l.Marks {
				if l.Marks[i].Kind == draw.KindText {
					boxes = append(boxes, l.Bounds(i))
				}
			}
			for i, a := range boxes {
				if !in.Inset(-6).Contains(a) {
					t.Errorf("%s, upright %v: words at %v leave the box", lang, upright, a)
				}
				for _, b := range boxes[i+1:] {
					if o := a.Intersect(b); o.W > 1 && o.H > 1 {
						t.Errorf("%s, upright %v: words at %v and %v overlap", lang, upright, a, b)
					}
				}
			}
		}
	}
}

func TestTimelinesRefuseWhatIsNoDate(t *testing.T) {
	v := view(t, story.ZH)
	for _, ds := range [][]chart.Date{
		{{Figure: "tasks.count"}}, {{Figure: "page.year"}, {Figure: "inspection.list-day"}}, {{Figure: "no.such"}},
	} {
		l := picture(v)
		chart.Chronology{Dates: ds, Box: geom.R(0, 0, 300, 100), Number: 18, Label: 12, Progress: 1}.Draw(l, v, draw.Name("year"), draw.Sem{})
		if find(l, "year/why.1") == nil || find(l, "year.1/date") != nil {
			t.Errorf("%v is drawn as dates", ds)
		}
	}
}

func TestCalloutsAvoidEdgesAndMarks(t *testing.T) {
	for _, lang := range story.Langs() {
		v := view(t, lang)
		for x := 5.0; x < 800; x += 79 {
			for y := 5.0; y < 600; y += 59 {
				at := geom.P(x, y)
				wanted := chart.Callout{At: at, Reach: 40, Text: "households.deck", Width: 160, Size: 14, Show: 1}
				box := wanted.Draw(picture(v), v, draw.Name("note"))
				if !v.Area.Contains(box) || box.Has(at) {
					t.Fatalf("%s: words about %v stand at %v", lang, at, box)
				}
				wanted.Avoid = []geom.Rect{box}
				if other := wanted.Draw(picture(v), v, draw.Name("note")); !v.Area.Contains(other) {
					t.Fatalf("%s: words about %v, sent away, stand at %v", lang, at, other)
				}
			}
		}
		at := geom.P(400, 300)
		free := chart.Callout{At: at, Reach: 40, Text: "households.deck", Width: 160, Size: 14, Show: 1}
		first := free.Draw(picture(v), v, draw.Name("note"))
		free.Avoid = []geom.Rect{first}
		if second := free.Draw(picture(v), v, draw.Name("note")); second.Overlaps(first) {
			t.Errorf("%s: words stand on what they were to avoid", lang)
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
		gallery(l, v, 1)
		for i := range l.Marks {
			m := &l.Marks[i]
			carries := slices.Contains([]string{"bar", "block", "date", "line", "ticks", "zero", "leader", "point"}, m.ID.Part)
			if m.Kind != draw.KindShape || !carries {
				continue
			}
			if got := vision.Contrast(uint32(m.Paint.Color), uint32(v.Theme.Ground)); got < 3 {
				t.Errorf("%s: %s has a contrast of %.2f", theme, m.ID, got)
			}
		}
	}
}
