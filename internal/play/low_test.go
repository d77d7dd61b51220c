package play_test

import (
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/chrome"
	"lianhua/internal/contents"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// lowering is a hall's player that shows the whole story, and lowers it below a line.
func lowering(t *testing.T, line float64) *play.Machine {
	t.Helper()
	faces, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err != nil {
		t.Fatal(err)
	}
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	m, err := play.New(b, faces, scenes.All(), play.Options{
		Reduced: true, Chrome: chrome.Hall, Contents: contents.Draw, Passage: chrome.Passage, Handovers: scenes.Handovers(),
		Hall: &play.Hall{Picture: chrome.Above, Low: lowBelow(line)},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Hang(assets.Pack); err != nil {
		t.Fatal(err)
	}
	return m
}

func lowBelow(line float64) func(geom.Rect) geom.Rect {
	return func(w geom.Rect) geom.Rect {
		r, _ := chrome.Low(w, line)
		return r
	}
}

// halls are windows with the line below which their visitors reach: 55 inches whose foot
// stands at 60 and 90 cm, and lying at 80.
var halls = []struct {
	name string
	area geom.Rect
	line float64
}{
	{"60 cm", geom.R(0, 0, 1080, 1920), (60 + 121 - 120) / 121.},
	{"90 cm", geom.R(0, 0, 1080, 1920), (90 + 121 - 120) / 121.},
	{"lying", geom.R(0, 0, 1920, 1080), (80 + 68 - 120) / 68.},
	{"in large type", geom.R(0, 0, 640, 1137), (60 + 121 - 120) / 121.},
}

// come lets time pass until nothing moves.
func come(t *testing.T, m *play.Machine, l *draw.List, area geom.Rect) {
	t.Helper()
	m.Draw(l, area)
	for i := 0; m.Due() == 0; i++ {
		if i > 1000 {
			t.Fatal("the picture does not come to rest")
		}
		if m.Tick(0.25) {
			m.Draw(l, area)
		}
	}
}

// paged is a scene that shows as many rows of a list as it has room for, by pages.
const paged = "sources"

// touched are the marks that can be touched, by what they are, with where they stand.
func touched(l *draw.List) map[draw.ID]geom.Rect {
	all := map[draw.ID]geom.Rect{}
	for i := range l.Marks {
		if k := &l.Marks[i]; k.Sem.Role.Touchable() && k.Kind != draw.KindClose && k.Alpha > 0 && !l.Bounds(i).Empty() {
			all[k.ID] = l.Bounds(i)
		}
	}
	return all
}

// All that can be touched in any scene, and in the contents, is there in a low picture
// too, below the line, and a finger works it there.
func TestAllThatIsTouchedIsReachedFromBelow(t *testing.T) {
	for _, hall := range halls {
		m := lowering(t, hall.line)
		var l draw.List
		reach := func(where string) {
			t.Helper()
			m.SetLow(false)
			come(t, m, &l, hall.area)
			high := touched(&l)
			m.SetLow(true)
			come(t, m, &l, hall.area)
			low := touched(&l)
			for id := range high {
				if _, ok := low[id]; !ok && (m.SceneName() != paged || m.Contents()) {
					t.Errorf("%s, %s: %v is missing", hall.name, where, id)
				}
			}
			for id, b := range low {
				if b.Y < hall.line*hall.area.H {
					t.Errorf("%s, %s: %v stands at %.0f, reached is %.0f", hall.name, where, id, b.Y, hall.line*hall.area.H)
				}
				if _, ok := touchPointOf(&l, id); !ok {
					t.Errorf("%s, %s: no finger reaches %v", hall.name, where, id)
				}
			}
		}
		for _, lang := range story.Langs() {
			m.SetLang(lang)
			for step := range m.Deck().Steps() {
				m.GoTo(m.Deck().Locate(step))
				reach(m.Link().String())
			}
			m.SetContents(true)
			reach("contents")
		}
	}
}

// touchPointOf is a point at which a finger works a mark.
func touchPointOf(l *draw.List, id draw.ID) (geom.Pt, bool) {
	b := l.Bounds(l.Find(id)).Grow(draw.MinTouch, draw.MinTouch).Intersect(l.Area)
	const fine = 24
	for y := range fine + 1 {
		for x := range fine + 1 {
			at := b.At(float64(x)/fine, float64(y)/fine)
			if hit, ok := l.Hit(at); ok && hit == id {
				return at, true
			}
		}
	}
	return geom.Pt{}, false
}

// A visitor's picture fades down and up again where it is, stays low for the visit, and
// stands high for the next.
func TestAPictureIsLoweredForAVisit(t *testing.T) {
	const line = 0.5
	area := geom.R(0, 0, 1080, 1920)
	m := lowering(t, line)
	var l draw.List
	come(t, m, &l, area)
	press := func() {
		t.Helper()
		at, ok := touchPointOf(&l, draw.Name("control.low"))
		if !ok || at.Y < 0.9*area.H {
			t.Fatalf("the button that lowers it is at %v", at)
		}
		m.Pointer(play.Down, 1, at)
		m.Tick(0.02)
		m.Pointer(play.Up, 1, at)
		come(t, m, &l, area)
	}
	m.Open("households/3?zoom=4,500,500")
	come(t, m, &l, area)
	before := m.Link()
	press()
	if !m.Lowered() || m.Link().String() != before.String() {
		t.Errorf("lowered %v, at %s", m.Lowered(), m.Link())
	}
	if press(); m.Lowered() || m.Link().String() != before.String() {
		t.Errorf("after another touch lowered %v, at %s", m.Lowered(), m.Link())
	}
	press()
	m.Open("water/2")
	if come(t, m, &l, area); !m.Lowered() {
		t.Error("another scene stands high")
	}
	m.SetLow(false)
	m.SetLow(true) // and back, before it has gone
	if come(t, m, &l, area); !m.Lowered() {
		t.Error("what is asked for last does not hold")
	}
	m.Open("finance")
	m.SetLow(false)
	m.Open("water/2") // before that scene has gone
	if come(t, m, &l, area); m.Lowered() {
		t.Error("it stays low where a scene does not go")
	}
	m.SetLow(true)
	come(t, m, &l, area)
	h := play.Hall{Quiet: 5, Picture: chrome.Above, Low: func(w geom.Rect) geom.Rect { return chrome.Above(w) }}
	m.SetHall(h)
	for range 30 {
		if m.Tick(0.25); m.Attracts() && !m.Lowered() {
			break
		}
		if m.Attracts() && m.Due() > 0 {
			t.Fatal("the next visitor's picture stands low")
		}
	}
	if come(t, m, &l, area); l.Find(draw.Name("control.low")) >= 0 {
		t.Error("a picture is lowered that stands as low as it goes")
	}
	h.Low = nil
	m.SetHall(h)
	if m.SetLow(true); m.Lowered() {
		t.Error("a hall without a low place has one")
	}
}
