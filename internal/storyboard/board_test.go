package storyboard_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// toy is a scene of one storyboard.
type toy struct{ board *storyboard.Board }

func (toy) Name() string { return "toy" }
func (toy) Beats() []anim.Beat {
	return []anim.Beat{{Name: "come", Move: 2}, {Name: "go", Move: 2}}
}
func (t toy) Draw(l *draw.List, v stage.View) { t.board.Draw(l, &v) }

var area = geom.R(0, 0, 1440, 900)

// rectangle is one that is filled with a tone.
func rectangle(r geom.Rect, color int) art.Item {
	s := art.Shape{M: geom.Identity(), Paint: art.Paint{Color: color, Opacity: 1}, Clip: -1}
	s.Path.Rect(r)
	return art.Item{Layer: -1, Shape: s}
}

// toySet is a drawing with a layer of each kind: a ground with a house in it, two
// doors that answer to touch, a road of dashes and a wire, a moon.
func toySet() *art.Set {
	line := func(pen geom.Pen, clip int, x ...float64) art.Item {
		s := art.Shape{M: geom.Identity(), Pen: pen, Paint: art.Paint{Color: 1, Opacity: 1}, Clip: clip}
		s.Path.Move(x[0], 500)
		for _, x := range x[1:] {
			s.Path.Line(x, 500)
		}
		return art.Item{Layer: -1, Shape: s}
	}
	d := art.Drawing{Name: "toy", Width: 1440, Height: 900, Anchor: geom.P(0.5, 0.5), Colors: []string{"steel-40", "ink"}}
	d.Clips = []art.Clip{{Outer: -1}}
	d.Clips[0].Path.Rect(geom.R(0, 0, 1440, 900))
	d.Layers = []art.Layer{
		{Name: "ground", Parent: -1, Clip: -1, Items: []art.Item{rectangle(geom.R(-360, -200, 2160, 1300), 0), {Layer: 1}, rectangle(geom.R(0, 800, 1440, 100), 1)}},
		{Name: "house", Parent: 0, Clip: -1, Items: []art.Item{rectangle(geom.R(600, 300, 200, 200), 1)}},
		{Name: "door.1", Parent: -1, Clip: -1, Role: "button", Label: "hydrogen.making", Items: []art.Item{rectangle(geom.R(100, 600, 100, 200), 1)}},
		{Name: "door.2", Parent: -1, Clip: -1, Role: "button", Label: "hydrogen.use", Items: []art.Item{rectangle(geom.R(300, 600, 100, 200), 1)}},
		{Name: "road", Parent: -1, Clip: 0, Items: []art.Item{line(geom.Pen{Width: 4, Dash: 30, Gap: 10}, 0, 0, 400)}},
		{Name: "wire", Parent: -1, Clip: -1, Items: []art.Item{line(geom.Pen{Width: 4}, -1, 0, 100, 400), rectangle(geom.R(0, 0, 10, 10), 0)}},
		{Name: "moon", Parent: -1, Clip: -1, Light: art.Night, Items: []art.Item{rectangle(geom.R(1200, 50, 60, 60), 0)}},
	}
	road := new(geom.Path)
	road.Move(100, 200).Line(300, 200).Line(300, 400)
	d.Slots = []art.Slot{
		{Name: "title", Rect: geom.R(100, 50, 300, 60), Size: 30, Fit: art.Fit{Lines: 2, Least: 0.5}, Anchor: art.ToTop},
		{Name: "title", Lang: "en", Rect: geom.R(100, 50, 500, 60), Size: 30, Fit: art.Fit{Lines: 2, Least: 0.5}},
		{Name: "count", Rect: geom.R(1000, 700, 300, 100), X: art.End, Y: art.End, Size: 60},
		{Name: "path", Rect: road.Bounds(), Path: road},
		{Name: "hub", Rect: geom.R(700, 400, 0, 0)},
		{Name: "narrow", Rect: geom.R(1000, 500, 120, 60), Y: art.Middle, Size: 60, Fit: art.Fit{Least: 0.4}},
		{Name: "bank", Rect: geom.R(600, 300, 200, 200)},
	}
	return &art.Set{Drawings: []art.Drawing{d}}
}

func open(t testing.TB, b *storyboard.Board) *preview.Viewer {
	t.Helper()
	return openScene(t, toy{b})
}

func openScene(t testing.TB, scene stage.Scene) *preview.Viewer {
	t.Helper()
	s := previewtest.Open(t, scene)
	if err := s.SetArt(0, toySet()); err != nil {
		t.Fatal(err)
	}
	return s
}

// picture draws the board at a time and checks the list.
func picture(t testing.TB, s *preview.Viewer, now float64, change ...func(*stage.View)) *draw.List {
	t.Helper()
	l, v := new(draw.List), s.View(preview.Moment{Now: now, Lang: story.ZH, Area: area})
	v.Clock = 100
	for _, c := range change {
		c(&v)
	}
	s.DrawView(l, 0, v)
	if err := l.Check(); err != nil {
		t.Fatal(err)
	}
	return l
}

// mark is the mark of an ID as String writes it; nil where the list has none.
func mark(l *draw.List, id string) *draw.Mark {
	if i := l.Find(draw.ParseID(id)); i >= 0 {
		return &l.Marks[i]
	}
	return nil
}

// full is a board that uses all that boards have.
func full() *storyboard.Board {
	return &storyboard.Board{
		Dim: 0.5,
		Cues: []storyboard.Cue{
			{Layer: "ground", Beat: "come", To: 0.5, Do: storyboard.Appear{}},
			{Layer: "house", Beat: "come", Do: storyboard.Move{By: geom.P(0, 80)}},
			{Layer: "house", Beat: "go", Do: storyboard.Turn{About: "hub", From: 1}},
			{Layer: "house", Beat: "go", Do: storyboard.Scale{About: "hub", X: 1, Y: 0.5}},
			{Layer: "door.1", Beat: "come", Do: storyboard.Fill{Slot: "bank"}},
			{Layer: "door.2", Beat: "go", Do: storyboard.Along{Slot: "path"}},
			{Layer: "road", Beat: "come", Ease: anim.Linear, Do: storyboard.Dashes{}},
			{Layer: "wire", Beat: "come", Ease: anim.Linear, Do: storyboard.Trace{}},
		},
		Parts: []storyboard.Part{{Layer: "ground", Slot: "bank", Draw: func(l *draw.List, v stage.View, at storyboard.Spot) {
			l.Rect(draw.Name("rows"), at.Rect, 0, draw.Ink(v.Theme.Gold), draw.Decor())
		}}},
		Texts: []storyboard.Text{
			{Slot: "title", Key: "hydrogen.title", Face: typeset.Serif, Color: "ink"},
			{Slot: "count", Figure: "industries.flagships", Unit: 20, Label: 18, Beat: "go", Counting: true},
		},
		Cards: []storyboard.Card{{Layer: "door.1", Title: "hydrogen.making", Text: "hydrogen.making-card", Paragraph: "J10", Slot: "hub"}},
	}
}

// What stands still comes as sheets, which are the same from frame to frame.
func TestStillLayersAreSheets(t *testing.T) {
	s := open(t, full())
	a, b := picture(t, s, 4), picture(t, s, 3.9)
	for _, id := range []string{"ground/sheet.1", "ground/sheet.3", "house/sheet.1", "road/sheet.1", "wire/sheet.1"} {
		if mark(a, id) == nil || mark(b, id) == nil || mark(a, id).Sheet != mark(b, id).Sheet {
			t.Errorf("%s is not the same sheet at both times", id)
		}
	}
	if k, h := a.Find(draw.ParseID("ground/sheet.1")), a.Find(draw.ParseID("house/sheet.1")); k > h {
		t.Error("the house stands before its ground")
	}
}

func TestTraceDrawsThePartThatTheCueHasReached(t *testing.T) {
	s := open(t, full())
	for _, now := range []float64{0.5, 1, 1.5} {
		m := mark(picture(t, s, now), "wire/sheet.1")
		if m == nil {
			t.Fatal("no wire")
		}
		if got, want := m.Path.Length(), 400*now/2; math.Abs(got-want) > 0.5 {
			t.Errorf("at %v the wire is %v long, want %v", now, got, want)
		}
	}
	if m := mark(picture(t, s, 1), "wire/shape.2"); m == nil || m.Path.Bounds().W != 10 {
		t.Error("the fill of a traced layer does not stand")
	}
}

// Dashes come one by one: a dash is drawn whole or not at all.
func TestDashesComeOneByOne(t *testing.T) {
	s := open(t, full())
	for now := 0.2; now < 2; now += 0.13 {
		m := mark(picture(t, s, now), "road/sheet.1")
		if m == nil {
			t.Fatal("no road")
		}
		if n := m.Path.Length() / 40; math.Abs(n-math.Round(n)) > 1e-6 || math.Abs(n-10*now/2) > 1 {
			t.Errorf("at %v: %v dashes", now, n)
		}
	}
}

func TestChangesEndAtTheDrawing(t *testing.T) {
	for _, test := range []struct {
		name   string
		do     storyboard.Change
		before geom.Rect // of the house as the cue begins
	}{
		{"move", storyboard.Move{By: geom.P(30, -20)}, geom.R(630, 280, 200, 200)},
		{"along", storyboard.Along{Slot: "path"}, geom.R(400, 100, 200, 200)},
		{"turn", storyboard.Turn{About: "hub", From: math.Pi / 2}, geom.R(600, 300, 200, 200)},
		{"scale", storyboard.Scale{About: "hub", X: 0.5, Y: 0.25}, geom.R(650, 375, 100, 50)},
	} {
		s := open(t, &storyboard.Board{Cues: []storyboard.Cue{{Layer: "house", Beat: "go", Do: test.do}}})
		near := func(now float64, want geom.Rect) {
			m := mark(picture(t, s, now), "house/sheet.1")
			got := m.M.Bounds(m.Sheet.Bounds)
			if d := math.Abs(got.X-want.X) + math.Abs(got.Y-want.Y) + math.Abs(got.W-want.W) + math.Abs(got.H-want.H); d > 1e-6 {
				t.Errorf("%s at %v: %v, want %v", test.name, now, got, want)
			}
		}
		near(0, test.before)
		near(2, test.before)
		near(4, geom.R(600, 300, 200, 200))
	}
}

// A fill is cut by the level that it has reached.
func TestFillRises(t *testing.T) {
	s := open(t, &storyboard.Board{Cues: []storyboard.Cue{{Layer: "house", Beat: "come", Ease: anim.Linear, Do: storyboard.Fill{Slot: "bank"}}}})
	if mark(picture(t, s, 0), "house/sheet.1") != nil {
		t.Error("an empty vessel is drawn")
	}
	m := mark(picture(t, s, 0.5), "house/sheet.1")
	if got := m.Within.Bounds(); got != geom.R(600, 450, 200, 50) {
		t.Errorf("a quarter is cut to %v", got)
	}
	if m := mark(picture(t, s, 2), "house/sheet.1"); m.Within != nil {
		t.Error("a full vessel is cut")
	}
}

func TestASweepOpensFromTheTopClockwise(t *testing.T) {
	b := &storyboard.Board{Cues: []storyboard.Cue{{Layer: "house", Beat: "come", Ease: anim.Linear, Do: storyboard.Sweep{Slot: "bank"}}}}
	s := open(t, b)
	if mark(picture(t, s, 0), "house/sheet.1") != nil {
		t.Error("it is seen before it opens")
	}
	m := mark(picture(t, s, 1), "house/sheet.1") // half way
	right, left := geom.P(750, 400), geom.P(650, 400)
	if m.Within == nil || !m.Within.Has(right) || m.Within.Has(left) {
		t.Error("half way not the right half is seen, and it alone")
	}
	if m := mark(picture(t, s, 2), "house/sheet.1"); m.Within != nil {
		t.Error("a disc that is all round is cut")
	}
}

func TestLayersAnswerToTouch(t *testing.T) {
	s := open(t, full())
	l := picture(t, s, 4)
	one := draw.Nth("door", 1)
	if id, ok := l.Hit(geom.P(150, 700)); !ok || id != one {
		t.Errorf("a tap on the first door works %v", id)
	}
	if m := mark(l, "door.1"); m.Sem.Role != draw.RoleButton || m.Sem.Label == "" {
		t.Errorf("the first door means %+v", m.Sem)
	}
	l = picture(t, s, 4, func(v *stage.View) { v.Picked = stage.Touch{ID: one} })
	if got := mark(l, "door.2/sheet.1").Alpha; got != 0.5 {
		t.Errorf("the other door keeps %v of its light", got)
	}
	if got := mark(l, "door.1/sheet.1"); got.Alpha != 1 || got.M.Scale() <= 1 {
		t.Errorf("the picked door has the opacity %v and the scale %v", got.Alpha, got.M.Scale())
	}
	if mark(l, "door.1/card") == nil || mark(l, "door.2/card") != nil {
		t.Error("the card of what is picked does not stand alone")
	}
}

func TestWordsStandInTheirSlots(t *testing.T) {
	s := open(t, full())
	for _, lang := range story.Langs() {
		l := picture(t, s, 4, func(v *stage.View) { *v = s.View(preview.Moment{Now: 4, Lang: lang, Area: area}) })
		room := geom.R(100, 50, 300, 60)
		if lang == story.EN {
			room.W = 500
		}
		n := 0
		for i := range l.Marks {
			if m := &l.Marks[i]; m.Kind == draw.KindText && m.ID.Name == "title" {
				b := l.Bounds(i)
				if n++; b.X < room.X-3 || b.Right() > room.Right()+3 {
					t.Errorf("%v: %q spans %v, outside of %v", lang, m.Run.Text, b, room)
				}
			}
		}
		if n == 0 || n > 2 {
			t.Errorf("%v: the title takes %d lines", lang, n)
		}
		if b := l.Bounds(l.Find(draw.ParseID("count"))); b.Right() > 1303 || b.Right() < 1290 {
			t.Errorf("%v: the figure ends at %v, not at its slot's right", lang, b.Right())
		}
	}
}

// A figure that is wider than its slot shrinks with its unit, as far as it may.
func TestFiguresShrinkIntoTheirSlots(t *testing.T) {
	s := open(t, &storyboard.Board{Texts: []storyboard.Text{{Slot: "narrow", Figure: "households.rebuilt", Unit: 18}}})
	for _, lang := range story.Langs() {
		l := picture(t, s, 4, func(v *stage.View) { *v = s.View(preview.Moment{Now: 4, Lang: lang, Area: area}) })
		number := l.Find(draw.ParseID("narrow/number"))
		if size := l.Marks[number].Run.Style.Size; size >= 60 || size < 24 {
			t.Errorf("%v: the number is set at %v", lang, size)
		}
		if b := l.Bounds(l.Find(draw.ParseID("narrow"))); lang == story.ZH && b.Right() > 1000+120+4 {
			t.Errorf("%v: the figure ends at %v, beyond its slot", lang, b.Right())
		}
	}
}

func TestCheckNamesBothPlaces(t *testing.T) {
	set := toySet()
	if errs := full().Check("toy", set); len(errs) != 0 {
		t.Errorf("a sound board is refused: %v", errs)
	}
	for _, test := range []struct {
		name  string
		board *storyboard.Board
		want  []string
	}{
		{"layer", &storyboard.Board{Cues: []storyboard.Cue{{Layer: "horse", Beat: "come", Do: storyboard.Appear{}}}}, []string{"horse", "toy.svg", "come"}},
		{"slot", &storyboard.Board{Cues: []storyboard.Cue{{Layer: "house", Beat: "come", Do: storyboard.Turn{About: "axle"}}}}, []string{"axle", "toy.svg", "house"}},
		{"text", &storyboard.Board{Texts: []storyboard.Text{{Slot: "deck", Key: "hydrogen.deck"}}}, []string{"deck", "toy.svg", "hydrogen.deck"}},
		{"part", &storyboard.Board{Parts: []storyboard.Part{{Layer: "ground", Slot: "seeds"}}}, []string{"seeds", "toy.svg"}},
		{"use", &storyboard.Board{Uses: []string{"gauge"}}, []string{"gauge", "toy.svg"}},
		{"line", &storyboard.Board{Cues: []storyboard.Cue{{Layer: "house", Beat: "come", Do: storyboard.Along{Slot: "hub"}}}}, []string{"hub", "toy.svg", "line"}},
	} {
		errs := test.board.Check("toy", set)
		if len(errs) != 1 {
			t.Errorf("%s: %v", test.name, errs)
			continue
		}
		for _, w := range test.want {
			if !strings.Contains(errs[0].Error(), w) {
				t.Errorf("%s: %v does not name %s", test.name, errs[0], w)
			}
		}
	}
}

func TestWordsAndBeatsThatThereAreNotAreFound(t *testing.T) {
	s := open(t, full())
	words, beats := s.Bundle.In(story.ZH), toy{}.Beats()
	for _, b := range []*storyboard.Board{full(), chain()} {
		if errs := append(b.CheckWords("toy", words), b.CheckBeats("toy", beats)...); len(errs) > 0 {
			t.Error(errs)
		}
	}
	b := chain()
	b.Cues = []storyboard.Cue{{Layer: "house", Beat: "come back", Do: storyboard.Appear{}}}
	b.Texts = []storyboard.Text{{Slot: "title", Key: "toy.title", Short: "toy.short", Beat: "leave"}}
	b.Cards = []storyboard.Card{{Layer: "house", Title: "toy.card", Text: "hydrogen.use-card", Slot: "hub"}}
	b.Chain.Stages[1].Text, b.Chain.Stages[1].Beat = "toy.stage", "stay"
	b.Statements[0].Note, b.Statements[0].Beat = "toy.note", "wait"
	var all []string
	for _, err := range append(b.CheckWords("toy", words), b.CheckBeats("toy", beats)...) {
		all = append(all, err.Error())
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{
		"words toy.title in the slot title", "words toy.short", "words toy.card for the card of house", "words toy.stage for a stage", "words toy.note",
		"beat come back in a cue of the layer house", "beat leave for the text toy.title", "beat stay", "beat wait",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("nothing tells of the %s:\n%s", want, text)
		}
	}
	if len(all) != 9 {
		t.Errorf("%d errors, want 9:\n%s", len(all), text)
	}
}

func ExampleBoard() {
	b := storyboard.Board{
		Cues: []storyboard.Cue{
			{Layer: "house", Beat: "come", Do: storyboard.Appear{}},
			{Layer: "house", Beat: "come", Do: storyboard.Move{By: geom.P(0, 40)}},
			{Layer: "wire", Beat: "go", To: 0.5, Do: storyboard.Trace{}},
		},
		Texts: []storyboard.Text{{Slot: "title", Key: "hydrogen.title"}},
	}
	for _, err := range b.Check("toy", toySet()) {
		fmt.Println(err)
	}
	b.Cues[2].Layer = "cable"
	for _, err := range b.Check("toy", toySet()) {
		fmt.Println(err)
	}
	// Output:
	// the storyboard of toy names the layer cable in a cue of the beat go, which assets/art/toy.svg lacks
}
