package storyboard_test

import (
	"math"
	"strings"
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
)

func chain() *storyboard.Board {
	return &storyboard.Board{
		Chain: storyboard.Chain{Name: "stage", Label: "hydrogen.stages", Dim: 0.4, Stages: []storyboard.Stage{
			{Title: "hydrogen.making", Text: "hydrogen.making-card", Layers: []string{"house"}, Slot: "title", Touch: "bank", Card: "hub", Paragraph: "J10", Beat: "come"},
			{Title: "hydrogen.use", Text: "hydrogen.use-card", Layers: []string{"road", "wire"}, Slot: "hub", Card: "hub"},
		}},
		Statements: []storyboard.Statement{{Slot: "count", Name: "hydrogen.name.park", Note: "hydrogen.park-note", Beat: "go", From: 0.2, To: 0.6}},
	}
}

func TestStagesOfAChainAnswer(t *testing.T) {
	s := open(t, chain())
	if errs := chain().Check("toy", toySet()); len(errs) > 0 {
		t.Fatal(errs)
	}
	l := picture(t, s, 4)
	first := draw.Nth("stage", 1)
	if id, ok := l.Hit(geom.P(620, 480)); !ok || id != first {
		t.Errorf("a touch on what the first stage shows works %v", id)
	}
	if got := mark(l, "house/sheet.1").Alpha; got != 1 {
		t.Errorf("nothing is picked, and the house has the opacity %v", got)
	}
	l = picture(t, s, 4, func(v *stage.View) { v.Picked = stage.Touch{ID: first} })
	for id, want := range map[string]float64{"house/sheet.1": 1, "road/sheet.1": 0.4, "wire/sheet.1": 0.4, "ground/sheet.1": 1} {
		if got := mark(l, id).Alpha; math.Abs(got-want) > 1e-9 {
			t.Errorf("the first stage is picked: %s has the opacity %v, want %v", id, got, want)
		}
	}
	if mark(l, "card.1") == nil || mark(l, "card.2") != nil {
		t.Error("the card of what is picked does not stand alone")
	}
	if m := mark(l, "stage.1"); !m.Sem.On || m.Sem.Role != draw.RoleButton {
		t.Errorf("the picked stage means %+v", m.Sem)
	}
}

func TestNamesOfStagesTurnToInk(t *testing.T) {
	s := open(t, chain())
	th := s.Themes[0]
	for now, want := range map[float64]draw.Color{0: th.Mute, 0.5: th.Ink, 4: th.Ink} {
		if got := mark(picture(t, s, now), "stage.1/name").Paint.Color; got != want {
			t.Errorf("at %v the name is %08x, want %08x", now, got, want)
		}
	}
}

func TestStagesGrowAndComeAsTheirChainSays(t *testing.T) {
	b := chain()
	b.Chain.Grow, b.Chain.About = 0.1, "hub"
	b.Chain.Beat, b.Chain.From, b.Chain.To = "go", 0.2, 0.6
	s := open(t, b)
	first := draw.Nth("stage", 1)
	if mark(picture(t, s, 2.3), "stage.1/name") != nil {
		t.Error("the stages are there before their part of the beat")
	}
	still := mark(picture(t, s, 4), "house/sheet.1").M
	l := picture(t, s, 4, func(v *stage.View) { v.Picked = stage.Touch{ID: first} })
	if got := mark(l, "house/sheet.1").M.Scale() / still.Scale(); math.Abs(got-1.1) > 1e-9 {
		t.Errorf("the picked stage is %v times as large", got)
	}
	if got := mark(l, "road/sheet.1").M; got != mark(picture(t, s, 4), "road/sheet.1").M {
		t.Errorf("another stage stands at %v", got)
	}
	b.Chain.About = "nowhere"
	if errs := b.Check("toy", toySet()); len(errs) == 0 {
		t.Error("stages grow about a slot that no drawing has")
	}
}

func TestNamesInSeveralLines(t *testing.T) {
	b := chain()
	b.Chain.Stages[0].Name = "hydrogen.making-card"
	if l := picture(t, open(t, b), 4); mark(l, "stage.1/name.2") == nil {
		t.Error("a long name stands in one line of a slot that has several")
	}
}

func TestReadersCarryLayers(t *testing.T) {
	b := chain()
	b.Carried = []storyboard.Carry{{Layer: "house", By: func(v stage.View, _ storyboard.Place) geom.Pt { return geom.P(40*v.Finger.Force, 0) }}}
	s := open(t, b)
	at := func(force float64) float64 {
		return mark(picture(t, s, 4, func(v *stage.View) { v.Finger.Force = force }), "house/sheet.1").M.E
	}
	if at(0) == at(1) || math.Abs(at(0.5)-(at(0)+at(1))/2) > 1e-9 {
		t.Errorf("the layer stands at %v, %v, %v", at(0), at(0.5), at(1))
	}
	b.Carried[0].Layer = "nothing"
	if errs := b.Check("toy", toySet()); len(errs) == 0 {
		t.Error("a layer is carried that no drawing has")
	}
}

func TestStatementsComeInTheirBeat(t *testing.T) {
	s := open(t, chain())
	if mark(picture(t, s, 2.3), "count") != nil {
		t.Error("the statement is there before its part of the beat")
	}
	half, whole := mark(picture(t, s, 2.6), "count"), mark(picture(t, s, 4), "count")
	if half == nil || half.Alpha <= 0 || half.Alpha >= 1 || half.M.F <= whole.M.F {
		t.Errorf("the statement half way: %+v", half)
	}
	if whole.Alpha != 1 {
		t.Errorf("the statement keeps the opacity %v", whole.Alpha)
	}
}

func TestChainsAllocateNothing(t *testing.T) {
	s := open(t, chain())
	var l draw.List
	v := s.View(preview.Moment{Now: 3, Lang: story.EN, Area: area})
	v.Picked, v.Clock = stage.Touch{ID: draw.Nth("stage", 1)}, 100
	frame := func() { s.DrawView(&l, 0, v) }
	frame()
	if n := testing.AllocsPerRun(20, frame); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// whole is a scene that is one value.
func whole() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "hydrogen", Sources: []string{"J09", "J10"},
		Steps:    []anim.Beat{{Name: "research", Move: 2}, {Name: "make", Move: 1}},
		Undecked: [4]bool{stage.Phone: true},
		Storyboard: storyboard.Board{
			Cues:  []storyboard.Cue{{Layer: "house", Beat: "research", Do: storyboard.Appear{}}},
			Chain: chain().Chain,
		},
		Over: func(l *draw.List, v stage.View, p storyboard.Place) {
			l.Rect(draw.Name("over"), p.Slot("bank"), 0, draw.Ink(v.Theme.Gold), draw.Decor())
		},
	})
}

func TestScenesFindTheirWordsByTheirName(t *testing.T) {
	w := whole()
	if w.Name() != "hydrogen" || w.Chapter() != "hydrogen.chapter" || w.Describe(1) != "hydrogen.beat.make" || w.Describe(9) != "hydrogen.beat.make" {
		t.Errorf("%s, %s, %s", w.Name(), w.Chapter(), w.Describe(1))
	}
	s := openScene(t, w)
	for _, size := range preview.Sizes() {
		var l draw.List
		s.Draw(&l, preview.Moment{Now: 3, Lang: story.EN, Area: size.Area})
		if err := l.Check(); err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for i := range l.Marks {
			if m := &l.Marks[i]; m.Kind == draw.KindText {
				all.WriteString(m.Run.Text)
			}
		}
		if text := all.String(); text == "" || strings.Contains(text, "⟨") {
			t.Errorf("%s shows %q", size.Name, text)
		}
		if got, want := mark(&l, "deck/line.1") != nil, size.Name != "phone"; got != want {
			t.Errorf("%s has a deck: %v", size.Name, got)
		}
		if mark(&l, "title.1") == nil || mark(&l, "house/sheet.1") == nil || mark(&l, "over") == nil || mark(&l, "picture").Sem.Label == "" {
			t.Errorf("%s lacks its title, its drawing, what stands over it or its description", size.Name)
		}
		v := s.View(preview.Moment{Now: 2.4, Lang: story.EN, Area: size.Area})
		frame := func() { s.DrawView(&l, 0, v) }
		frame()
		if n := testing.AllocsPerRun(20, frame); n > 0 {
			t.Errorf("%s: %v allocations", size.Name, n)
		}
	}
}

// A card may lie where the title, the words at the foot or what stands over the
// picture are: it is over all of them.
func TestTheCardOfASceneLiesOverAllElse(t *testing.T) {
	s := openScene(t, whole())
	l := picture(t, s, 3, func(v *stage.View) { v.Picked = stage.Touch{ID: draw.Nth("stage", 1)} })
	card := l.Find(draw.Nth("card", 1))
	if card < 0 {
		t.Fatal("no card")
	}
	for i := l.Marks[card].Pair; i < len(l.Marks); i++ {
		if m := &l.Marks[i]; m.Kind != draw.KindClose {
			t.Errorf("%v lies over the card", m.ID)
		}
	}
}
