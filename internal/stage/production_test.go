package stage_test

import (
	"testing"

	"lianhua/assets"
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

type still struct{ name, paragraph string }

func (s still) Name() string                  { return s.name }
func (s still) Paragraphs() []string          { return []string{s.paragraph} }
func (s still) Beats() []anim.Beat            { return []anim.Beat{{Name: "only", Move: 2}} }
func (still) Draw(_ *draw.List, _ stage.View) {}

func TestViewsAreOfTheSceneInTheLanguage(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	p, err := stage.Produce(b, []stage.Scene{still{"first", "J08"}, still{"second", "V01"}})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, lang := range story.Langs() {
		for scene := range p.Deck.Slots {
			v := p.View(scene, lang, p.Themes[0], nil, geom.R(0, 0, 360, 640))
			if v.Story.Lang != lang || v.Place != scene || len(v.Runs) != 2 || v.Time != &p.Deck.Slots[scene].Time || v.Zoom.Scale != 1 {
				t.Errorf("scene %d in %v: %+v", scene, lang, v)
			}
			if v.Cite == "" || seen[v.Cite] {
				t.Errorf("scene %d in %v cites %q", scene, lang, v.Cite)
			}
			seen[v.Cite] = true
		}
	}
	for i, theme := range p.Themes {
		if k, ok := p.Theme(theme.Name); !ok || k != i {
			t.Errorf("%s is theme %d, %v", theme.Name, k, ok)
		}
	}
	if _, ok := p.Theme("no such"); ok {
		t.Error("a theme that the story lacks is found")
	}
}

func TestFiguresAreCountedAsFarAsThereIsRoom(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	p, err := stage.Produce(b, []stage.Scene{still{"first", "J08"}})
	if err != nil {
		t.Fatal(err)
	}
	v := p.View(0, story.EN, p.Themes[0], nil, geom.R(0, 0, 360, 640))
	const lines = "aluminium.lines"
	f, ok := v.Story.Figure(lines)
	if n := f.Count(); !ok || v.Count(lines, n+1) != n || v.Count(lines, n-1) != n-1 || v.Value(lines) != float64(n) {
		t.Errorf("of %d: %d, of them there is room for %d; %v", f.Count(), v.Count(lines, 1e9), v.Count(lines, f.Count()-1), v.Value(lines))
	}
	if v.Count("no.such", 9) != 0 || v.Value("no.such") != 0 {
		t.Error("a figure that the story lacks is counted")
	}
}

func TestNothingToShowIsRefused(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	bare := b.Records()
	bare.Themes = nil
	none, err := story.New(bare)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stage.Produce(b, nil); err == nil {
		t.Error("no scene is a production")
	}
	if _, err := stage.Produce(none, []stage.Scene{still{"one", "J08"}}); err == nil {
		t.Error("a story without themes is a production")
	}
}
