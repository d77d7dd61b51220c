package storyboard_test

import (
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
)

// yard is a scene of a drawing made by hand: a sun behind a hill, a gate that can be
// picked with a lamp in it that only nights see, and a road that is drawn as it goes.
type yard struct{ board *storyboard.Board }

func (yard) Name() string { return "yard" }
func (yard) Beats() []anim.Beat {
	return []anim.Beat{{Name: "rise", Move: 2, Hold: 1}, {Name: "walk", Move: 1}}
}
func (y yard) Board() *storyboard.Board        { return y.board }
func (y yard) Draw(l *draw.List, v stage.View) { y.board.Draw(l, &v) }

func board() *storyboard.Board {
	return &storyboard.Board{
		Cues: []storyboard.Cue{
			{Layer: "sun", Beat: "rise", Do: storyboard.Move{By: geom.P(0, 80)}},
			{Layer: "sun", Beat: "rise", To: 0.5, Do: storyboard.Appear{}},
			{Layer: "road", Beat: "walk", Ease: anim.Linear, Do: storyboard.Trace{}},
			{Layer: "gate.1", Beat: "rise", Do: storyboard.Scale{About: "hinge", X: 0.5, Y: 1}},
			{Layer: "cart", Beat: "walk", Ease: anim.Linear, Do: storyboard.Along{Slot: "course"}},
			{Layer: "hill", Beat: "rise", Do: storyboard.Fill{Slot: "title"}},
		},
		Parts: []storyboard.Part{{Layer: "hill", Slot: "heap", Draw: func(l *draw.List, _ stage.View, at storyboard.Spot) {
			l.Rect(draw.Name("heap"), at.Rect, 0, draw.Ink(draw.RGB(0xA97A22)), draw.Decor())
		}}},
		Texts: []storyboard.Text{{Slot: "title", Key: "cover.title", Size: 20}, {Slot: "year", Figure: "page.year", Size: 30, Label: 14, Beat: "rise"}},
		Cards: []storyboard.Card{{Layer: "gate.1", Title: "cover.title", Text: "cover.deck", Slot: "title"}},
		Dim:   0.4,
	}
}

func shape(x, y, w, h float64, color int) art.Item {
	var p art.Item
	p.Layer = -1
	p.Shape = art.Shape{M: geom.Identity(), Clip: -1, Paint: art.Paint{Color: color, Opacity: 1}}
	p.Shape.Path.Rect(geom.R(x, y, w, h))
	return p
}

func drawing(name string, w, h float64) art.Drawing {
	line := art.Item{Layer: -1, Shape: art.Shape{M: geom.Identity(), Clip: -1, Pen: geom.Pen{Width: 4}, Paint: art.Paint{Color: 1, Opacity: 1}}}
	line.Shape.Path.Move(0, h*0.8).Line(w, h*0.8)
	course := &geom.Path{}
	course.Move(10, 20).Line(110, 20)
	layer := func(name string, items ...art.Item) art.Layer {
		return art.Layer{Name: name, Parent: -1, Clip: -1, Items: items}
	}
	gate := layer("gate.1", shape(40, 40, 30, 60, 0), art.Item{Layer: 5}, shape(50, 50, 5, 5, 1))
	gate.Role, gate.Label = "button", "cover.title"
	lamp := layer("lamp", shape(52, 60, 6, 6, 2))
	lamp.Parent, lamp.Light = 4, art.Night
	return art.Drawing{
		Name: name, Width: w, Height: h, Anchor: geom.P(0.5, 0.5), Colors: []string{"steel-40", "ink", "lamp-100"},
		Layers: []art.Layer{
			layer("sun", shape(w/2, h/4, 30, 30, 2)), layer("hill", shape(0, h/2, w, h/2, 0)), layer("road", line), layer("cart", shape(100, 10, 20, 20, 1)),
			gate, lamp,
		},
		Slots: []art.Slot{
			{Name: "title", Rect: geom.R(20, 20, 200, 60), Anchor: art.ToTop}, {Name: "title", Lang: "en", Rect: geom.R(20, 20, 260, 60), Anchor: art.ToTop},
			{Name: "year", Rect: geom.R(w-20, h-20, 0, 0), X: art.End, Anchor: art.ToBottom},
			{Name: "heap", Rect: geom.R(90, h/2, 40, 30)}, {Name: "hinge", Rect: geom.R(40, 40, 0, 0)}, {Name: "course", Path: course, Rect: course.Bounds()},
		},
	}
}

func set() *art.Set {
	return &art.Set{Drawings: []art.Drawing{drawing("yard", 1440, 900), drawing("yard.phone", 360, 640)}, Forms: [4]int{1, 0, 1, 0}}
}

func viewer(t testing.TB, b *storyboard.Board) *preview.Viewer {
	t.Helper()
	s := previewtest.Open(t, yard{b})
	if err := s.SetArt(0, set()); err != nil {
		t.Fatal(err)
	}
	return s
}

func at(s *preview.Viewer, now anim.Seconds, area geom.Rect) preview.Moment {
	return preview.Moment{Now: now, Lang: story.ZH, Area: area}
}

var laptop = geom.R(0, 0, 1440, 900)

func TestPicturesDependOnNothingButTheView(t *testing.T) {
	s := viewer(t, board())
	var l draw.List
	hashes := map[anim.Seconds]uint64{}
	for _, now := range []anim.Seconds{0, 0.7, 1.4, 2, 3.3, 4, 3.3, 0.7, 0, 2, 1.4, 4} {
		s.Draw(&l, at(s, now, laptop))
		if h, ok := hashes[now]; ok && h != l.Hash() {
			t.Errorf("the picture at %v s is another the second time", now)
		}
		hashes[now] = l.Hash()
	}
	if err := l.Check(); err != nil {
		t.Error(err)
	}
}

func TestLayersMoveAsTheirCuesSay(t *testing.T) {
	s := viewer(t, board())
	var l draw.List
	time := &s.Deck.Slots[0].Time
	walk, end := time.Start(1)+0.5, time.Length()
	sheet := func(now anim.Seconds, id string) *draw.Mark {
		s.Draw(&l, at(s, now, laptop))
		i := l.Find(draw.ParseID(id))
		if i < 0 {
			return nil
		}
		return &l.Marks[i]
	}
	if m := sheet(0, "sun/sheet.1"); m != nil {
		t.Errorf("the sun is there before it appears: %+v", m)
	}
	if m := sheet(1, "sun/sheet.1"); m == nil || math.Abs(m.M.F-40) > 1e-9 || m.Alpha != 1 {
		t.Errorf("the sun half way: %+v", m)
	}
	if m := sheet(2, "sun/sheet.1"); m == nil || m.M.F != 0 {
		t.Errorf("the sun when it has risen: %+v", m)
	}
	if m := sheet(walk, "road/sheet.1"); m == nil || math.Abs(m.Path.Bounds().W-720) > 1 {
		t.Errorf("the road half way: %+v", m.Path)
	}
	if m := sheet(walk, "cart/sheet.1"); m == nil || math.Abs(m.M.E+50) > 1e-9 {
		t.Errorf("the cart half way: %+v", m)
	}
	if m := sheet(end, "road/sheet.1"); m == nil || m.Kind != draw.KindSheet {
		t.Error("the whole road is no sheet")
	}
	if sheet(2, "lamp/sheet.1") != nil {
		t.Error("the lamp is lit by day")
	}
	night, _ := s.Theme("night")
	m := at(s, 2, laptop)
	m.Theme = s.Themes[night]
	s.Draw(&l, m)
	if l.Find(draw.ParseID("lamp/sheet.1")) < 0 {
		t.Error("the lamp is dark by night")
	}
}

func TestDrawingsStandInWindowsOfAnyShape(t *testing.T) {
	s := viewer(t, board())
	for _, area := range []geom.Rect{laptop, geom.R(0, 0, 1920, 1080), geom.R(0, 0, 360, 640), geom.R(0, 0, 390, 844), geom.R(0, 0, 1080, 1920), geom.R(0, 0, 3840, 2160), geom.R(0, 0, 844, 390)} {
		v := s.View(at(s, 4, area))
		p := storyboard.PlaceOf(&v)
		design := p.M.Bounds(geom.R(0, 0, v.Art.Width, v.Art.Height))
		if design.W > area.W+1e-6 || design.H > area.H+1e-6 || math.Abs(design.W-area.W) > 1e-6 && math.Abs(design.H-area.H) > 1e-6 {
			t.Errorf("in %v the design takes %v", area, design)
		}
		if top := p.Slot("title").Y - area.Y; math.Abs(top-20*p.K) > 1e-6 {
			t.Errorf("in %v what keeps to the top lies %v below it", area, top)
		}
		if foot := area.Bottom() - p.Slot("year").Y; math.Abs(foot-20*p.K) > 1e-6 {
			t.Errorf("in %v what keeps to the foot lies %v above it", area, foot)
		}
	}
	en := s.View(preview.Moment{Now: 4, Lang: story.EN, Area: laptop})
	p := storyboard.PlaceOf(&en)
	if w := p.Slot("title").W; w != 260 {
		t.Errorf("the slot of English is %v wide", w)
	}
}

func TestLayersWithARoleAnswer(t *testing.T) {
	s := viewer(t, board())
	v := s.View(at(s, 4, laptop))
	v.Picked = stage.Touch{ID: draw.Nth("gate", 1)}
	var l draw.List
	s.DrawView(&l, 0, v)
	i := l.Find(draw.Nth("gate", 1))
	if i < 0 || l.Marks[i].Sem.Role != draw.RoleButton || !l.Marks[i].Sem.On || l.Marks[i].Sem.Label == "" {
		t.Fatalf("the gate means %+v", l.Marks[max(i, 0)].Sem)
	}
	if id, ok := l.Hit(geom.P(55, 70)); !ok || id != draw.Nth("gate", 1) {
		t.Errorf("a touch on the gate works %v", id)
	}
	if l.Find(draw.Nth("gate", 1).Sub("card")) < 0 {
		t.Error("no card tells what was picked")
	}
}

func TestNamesThatADrawingLacksAreFound(t *testing.T) {
	b := board()
	if errs := b.Check("yard", set()); len(errs) > 0 {
		t.Fatal(errs)
	}
	b.Cues = append(b.Cues, storyboard.Cue{Layer: "moon", Beat: "rise", Do: storyboard.Turn{About: "pole"}})
	b.Texts = append(b.Texts, storyboard.Text{Slot: "foot", Key: "cover.deck"})
	b.Uses = []string{"sky"}
	var all []string
	for _, err := range b.Check("yard", set()) {
		all = append(all, err.Error())
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{"layer moon in a cue of the beat rise", "slot pole", "slot foot for the text cover.deck", "slot sky", "assets/art/yard.svg", "assets/art/yard.phone.svg"} {
		if !strings.Contains(text, want) {
			t.Errorf("nothing tells of %q:\n%s", want, text)
		}
	}
}

func TestScenesWhoseDrawingIsLateDrawNothing(t *testing.T) {
	s := previewtest.Open(t, yard{board()})
	var l draw.List
	s.Draw(&l, at(s, 4, laptop))
	if len(l.Marks) > 0 {
		t.Errorf("%d marks without a drawing", len(l.Marks))
	}
}

func TestSteadyPicturesAllocateNothing(t *testing.T) {
	s := viewer(t, board())
	var l draw.List
	for _, now := range []anim.Seconds{1, 3.5, 4} {
		v := s.View(at(s, now, laptop))
		draws := func() { s.DrawView(&l, 0, v) }
		draws()
		if n := testing.AllocsPerRun(20, draws); n > 0 {
			t.Errorf("a picture at %v s allocates %v times", now, n)
		}
	}
}

func TestTextsShowTheTimeOfAFigure(t *testing.T) {
	b := board()
	b.Texts = []storyboard.Text{{Slot: "title", Figure: "output.total", Period: true, Size: 20}}
	s := viewer(t, b)
	var l draw.List
	s.Draw(&l, at(s, 4, laptop))
	f, _ := s.Bundle.In(story.ZH).Figure("output.total")
	i := l.Find(draw.Name("title").SubN("line", 1))
	if i < 0 || l.Marks[i].Sem.Label != f.Period || f.Period == "" {
		t.Errorf("the slot shows mark %d, want %q", i, f.Period)
	}
}

func TestSpotsKnowTheWindow(t *testing.T) {
	b, in := board(), geom.Pt{}
	b.Parts = []storyboard.Part{{Layer: "hill", Slot: "heap", Draw: func(_ *draw.List, v stage.View, at storyboard.Spot) {
		in = at.Under(at.Place().M.At(geom.P(90, 30)))
	}}}
	s := viewer(t, b)
	var l draw.List
	s.Draw(&l, at(s, 4, geom.R(0, 0, 720, 450)))
	if in.Dist(geom.P(90, 30)) > 1e-9 {
		t.Errorf("a point of the drawing is %v there and back", in)
	}
}
