package chart_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"lianhua/internal/chart"
	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
)

// Bars compares figures of one unit by length; the same money in 亿元 and 万元
// stands on one scale.
func ExampleBars() {
	v, err := open(story.ZH, "day")
	if err != nil {
		fmt.Println(err)
		return
	}
	l := picture(v)
	chart.Bars{Amounts: chart.Amounts{
		Figures: []string{"finance.loan.total", "finance.knowledge.total", "finance.grant.total"},
		Box:     geom.R(0, 0, 700, 240), Number: 24, Label: 14, Progress: 1,
	}}.Draw(l, v, draw.Name("money"), draw.Sem{})
	whole := find(l, "money.1/bar").Path.Bounds().W
	for _, id := range []string{"money.1", "money.2", "money.3"} {
		fmt.Printf("%s %.4f %s%s\n", find(l, id).Sem.Figure, find(l, id+"/bar").Path.Bounds().W/whole, find(l, id+"/number").Run.Text, find(l, id+"/unit").Run.Text)
	}
	// Output:
	// finance.loan.total 1.0000 6.11亿元
	// finance.knowledge.total 0.2193 1.34亿元
	// finance.grant.total 0.0653 3990万元
}

// Blocks compares figures by area, a cell for each million yuan here.
func ExampleBlocks() {
	v, err := open(story.EN, "day")
	if err != nil {
		fmt.Println(err)
		return
	}
	l := picture(v)
	chart.Blocks{Amounts: chart.Amounts{
		Figures: []string{"finance.loan.total", "finance.knowledge.total"},
		Box:     geom.R(0, 0, 700, 400), Number: 24, Label: 14, Progress: 1,
	}, Cell: 1_000_000}.Draw(l, v, draw.Name("money"), draw.Sem{})
	one, two := area(find(l, "money.1/block").Path), area(find(l, "money.2/block").Path)
	fmt.Printf("%.4f %.4f\n", two/one, 134.0/611)
	// Output:
	// 0.2193 0.2193
}

// UnitGrid draws a dot for each thing.
func ExampleUnitGrid() {
	v, err := open(story.EN, "day")
	if err != nil {
		fmt.Println(err)
		return
	}
	l := picture(v)
	box := chart.UnitGrid{Figure: "innovation.firms", Block: 10, Box: geom.R(0, 0, 700, 320), Progress: 1}.Draw(l, v, draw.Name("firms"), draw.Sem{})
	fmt.Println(find(l, "firms").Sem.Label, len(find(l, "firms/dots").Dots), geom.R(0, 0, 700, 320).Contains(box))
	// Output:
	// 3,063 firms 3063 true
}

func TestBarsAreProportionalWhateverTheirForm(t *testing.T) {
	for _, lang := range story.Langs() {
		v := view(t, lang)
		for _, upright := range []bool{false, true} {
			for _, p := range []float64{0.5, 1} {
				l := picture(v)
				figures := []string{"cultivation.new-medium", "cultivation.applied", "cultivation.approved"}
				chart.Bars{Amounts: chart.Amounts{Figures: figures, Box: geom.R(20, 20, 620, 300), Number: 20, Label: 13, Progress: p}, Upright: upright, Top: 500}.Draw(l, v, draw.Name("bar"), draw.Sem{})
				zero := find(l, "bar/zero").Path.Bounds()
				per := 0.0
				for i, id := range figures {
					m := find(l, draw.Nth("bar", i+1).Sub("bar").String())
					if m == nil {
						continue
					}
					b := m.Path.Bounds()
					length, thick, from := b.W, b.H, b.X-zero.X
					if upright {
						length, thick, from = b.H, b.W, b.Bottom()-zero.Y
					}
					if math.Abs(from) > 1e-9 {
						t.Errorf("%s does not begin at zero but %v beside it", id, from)
					}
					first := find(l, "bar.1/bar").Path.Bounds()
					if (upright && first.W != thick) || (!upright && math.Abs(first.H-thick) > 1e-9) {
						t.Errorf("%s is %v thick", id, thick)
					}
					if p < 1 {
						continue
					}
					if per == 0 {
						per = length / base(t, v, id)
					}
					if !near(length, per*base(t, v, id)) {
						t.Errorf("%s, upright %v: %s is %v long, want %v", lang, upright, id, length, per*base(t, v, id))
					}
				}
			}
		}
	}
}

// A share's bar is a share of a hundred, not of the largest.
func TestSharesStandOnAHundred(t *testing.T) {
	v := view(t, story.ZH)
	l := picture(v)
	chart.Bars{Amounts: chart.Amounts{Figures: []string{"households.coverage", "water.cleaned"}, Box: geom.R(0, 0, 600, 160), Number: 20, Label: 13, Progress: 1}}.Draw(l, v, draw.Name("share"), draw.Sem{})
	a, b := find(l, "share.1/bar").Path.Bounds().W, find(l, "share.2/bar").Path.Bounds().W
	if !near(a/b, 0.8636) {
		t.Errorf("86.36 %% is %v of 100 %%", a/b)
	}
	l = picture(v)
	chart.Bars{Amounts: chart.Amounts{Figures: []string{"output.emerging-share"}, Box: geom.R(0, 0, 600, 160), Number: 20, Label: 13, Progress: 1}}.Draw(l, v, draw.Name("share"), draw.Sem{})
	if box := find(l, "share.1/bar").Path.Bounds(); box.W > 0.33*600 {
		t.Errorf("a third alone takes %v of 600", box.W)
	}
}

func TestColumnsLieDownWhereTheirNumbersDoNotFit(t *testing.T) {
	v := view(t, story.EN)
	l := picture(v)
	figures := []string{"platforms.tenants", "cultivation.target.medium", "innovation.firms"}
	chart.Bars{Amounts: chart.Amounts{Figures: figures, Box: geom.R(0, 0, 300, 240), Number: 22, Label: 13, Progress: 1}, Upright: true}.Draw(l, v, draw.Name("bar"), draw.Sem{})
	if a, b := find(l, "bar.1/bar").Path.Bounds(), find(l, "bar.3/bar").Path.Bounds(); a.X != b.X || a.Y >= b.Y {
		t.Errorf("the columns stand at %v and %v", a, b)
	}
}

// What is about, and what is planned, never looks like what was counted.
func TestInexactAndPlannedAmountsLookDifferent(t *testing.T) {
	v := view(t, story.ZH)
	l := picture(v)
	figures := []string{"platforms.tenants", "cultivation.target.medium", "innovation.high-tech"}
	chart.Bars{Amounts: chart.Amounts{Figures: figures, Box: geom.R(0, 0, 700, 240), Number: 22, Label: 13, Progress: 1}}.Draw(l, v, draw.Name("bar"), draw.Sem{})
	if find(l, "bar.1/bar").Paint.Ramp.Kind != draw.Linear {
		t.Error("more than 1,000 ends as sharply as an exact figure")
	}
	if m := find(l, "bar.2/outline"); m == nil || m.Pen.Dash == 0 {
		t.Error("a target is not drawn in outline")
	}
	if m := find(l, "bar.3/bar"); m.Paint.Ramp.Kind != draw.Solid || m.Paint.Color.A() != 255 || find(l, "bar.3/outline") != nil {
		t.Error("an exact figure is not plain")
	}
}

func TestBlocksAreProportionalByArea(t *testing.T) {
	for _, lang := range story.Langs() {
		v := view(t, lang)
		for _, cell := range []float64{0, 100_000, 1_000_000, 7_000_000} {
			for _, p := range []float64{0.37, 1} {
				l := picture(v)
				in := geom.R(10, 10, 700, 420)
				box := chart.Blocks{Amounts: chart.Amounts{Figures: money, Box: in, Number: 22, Label: 13, Progress: p}, Cell: cell}.Draw(l, v, draw.Name("block"), draw.Sem{})
				per := area(find(l, "block.1/block").Path) / base(t, v, money[0])
				for i, id := range money {
					m := find(l, draw.Nth("block", i+1).Sub("block").String())
					if got, want := area(m.Path), per*base(t, v, id); !near(got, want) {
						t.Errorf("%s, cells of %v, laid %v: %s takes %v, want %v", lang, cell, p, id, got, want)
					}
				}
				if !in.Inset(-0.01).Contains(box) {
					t.Errorf("%s, cells of %v: the blocks leave their box: %v", lang, cell, box)
				}
			}
		}
	}
}

func TestGridsHaveADotForEachThing(t *testing.T) {
	v := view(t, story.ZH)
	for _, id := range []string{"innovation.incubators", "innovation.high-tech", "innovation.firms", "platforms.tenants", "cultivation.target.medium"} {
		for _, block := range []int{0, 5, 10} {
			for _, pitch := range []float64{0, 3} {
				for _, p := range []float64{0, 0.5, 1} {
					l := picture(v)
					in := geom.R(30, 30, 500, 260)
					box := chart.UnitGrid{Figure: id, Block: block, Pitch: pitch, Box: in, Progress: p}.Draw(l, v, draw.Name("grid"), draw.Sem{})
					dots := find(l, "grid/dots").Dots
					if float64(len(dots)) != base(t, v, id) {
						t.Fatalf("%s is drawn by %d dots", id, len(dots))
					}
					seen := map[geom.Pt]bool{}
					for _, d := range dots {
						if seen[d.At] {
							t.Fatalf("%s: two dots stand at %v", id, d.At)
						}
						seen[d.At] = true
						if d.R != dots[0].R {
							t.Fatalf("%s: dots differ in size", id)
						}
						if !box.Inset(-1e-9).Contains(geom.RectAround(d.At, 2*d.R, 2*d.R)) || !in.Inset(-1e-9).Contains(box) {
							t.Fatalf("%s: the dot at %v leaves %v", id, d.At, box)
						}
					}
				}
			}
		}
	}
	l := picture(v)
	chart.UnitGrid{Figure: "finance.loan.total", Box: geom.R(0, 0, 300, 200), Progress: 1}.Draw(l, v, draw.Name("grid"), draw.Sem{})
	if find(l, "grid/dots") != nil || find(l, "grid/why.1") == nil {
		t.Error("money is drawn by dots")
	}
}

// Where words leave no room beside one another, blocks stand in a column, and
// words never run into each other.
func TestBlocksStaySeenInANarrowBox(t *testing.T) {
	for _, lang := range story.Langs() {
		v := view(t, lang)
		for _, in := range []geom.Rect{geom.R(10, 10, 320, 280), geom.R(10, 10, 240, 500), geom.R(10, 10, 700, 240)} {
			l := picture(v)
			box := chart.Blocks{Amounts: chart.Amounts{Figures: money[:3], Box: in, Number: 24, Label: 13, Progress: 1}, Cell: 1_000_000}.Draw(l, v, draw.Name("block"), draw.Sem{})
			if side := find(l, "block.1/block").Path.Bounds().H; side < min(in.W, in.H)*0.25 {
				t.Errorf("%s: the largest block is %v high in %v", lang, side, in)
			}
			if !in.Inset(-0.01).Contains(box) {
				t.Errorf("%s: the blocks take %v of %v", lang, box, in)
			}
			for i := range l.Marks {
				for k := range i {
					a, b := &l.Marks[i], &l.Marks[k]
					if a.Kind != draw.KindText || b.Kind != draw.KindText {
						continue
					}
					if o := l.Bounds(i).Intersect(l.Bounds(k)); o.W > 1 && o.H > 1 {
						t.Errorf("%s, %v: %q runs into %q", lang, in, a.Run.Text, b.Run.Text)
					}
				}
			}
		}
	}
}

// Somebody who does not see the bars is read a list of labels and figures, or of
// buttons where they can be picked.
func TestBarsAreReadAsAList(t *testing.T) {
	for _, touch := range []bool{false, true} {
		v := view(t, story.ZH)
		v.Picked.ID = draw.Nth("money", 2)
		l := picture(v)
		chart.Bars{Amounts: chart.Amounts{Figures: money[:2], Box: geom.R(0, 0, 700, 160), Number: 24, Label: 14, Progress: 1, Touch: touch}}.Draw(l, v, draw.Name("money"), draw.Sem{Label: "loans"})
		var tree dom.Tree
		tree.Build(l)
		var got []string
		for _, n := range tree.Nodes {
			got = append(got, n.Role.String()+" "+n.Text)
		}
		role := "item"
		if touch {
			role = "button"
		}
		want := []string{"list loans", role + " 知识价值信用贷款累计总额", "figure 6.11亿元", role + " 当年发放的知识贷总额", "figure 1.34亿元"}
		if !slices.Equal(got, want) {
			t.Errorf("touch %v: %q, want %q", touch, got, want)
		}
		if id, ok := l.Hit(find(l, "money.2/bar").Path.Bounds().Center()); ok != touch || touch && (id != draw.Nth("money", 2) || !tree.Find(id).On) {
			t.Errorf("touch %v: the second bar answers as %v, %v", touch, id, ok)
		}
	}
}

// The reading of a gauge is the figure's share of the whole track.
func TestGaugesReadTheirShare(t *testing.T) {
	v := view(t, story.EN)
	share := base(t, v, "households.coverage") / 100
	l := picture(v)
	chart.Gauge{Center: geom.P(200, 200), R: 80, Width: 16, Share: share, Progress: 1, Ink: v.Theme.Leaf, Off: v.Theme.Faint, Tick: v.Theme.Mute}.Draw(l, v, draw.Name("gauge"), draw.Sem{})
	track, reading := find(l, "gauge/track").Path, find(l, "gauge/reading").Path
	end := reading.Pts[len(reading.Pts)-1].Sub(geom.P(200, 200))
	if turned := math.Atan2(end.Y, end.X)/math.Pi + 1; !near(turned, share) {
		t.Errorf("the reading ends at %v of the track, want %v", turned, share)
	}
	if track.Pts[0].Dist(reading.Pts[0]) > 1e-9 {
		t.Error("the reading does not begin at zero")
	}
}
