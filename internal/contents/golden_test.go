package contents_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"lianhua/internal/contents"
	"lianhua/internal/draw"
	"lianhua/internal/golden"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/scenes"
)

var regen = flag.Bool("regen", false, "write the goldens anew")

// few are the scenes of the goldens: their words change seldom, and what is drawn in
// the pictures has goldens of its own.
var few = []string{"aluminium", "hydrogen", "tasks", "households", "cleanup", "inspection"}

type fewActs struct{ plain }

func (fewActs) Acts() []stage.Act {
	acts := scenes.Acts()
	for i := range acts {
		acts[i].Scenes = slices.DeleteFunc(acts[i].Scenes, func(m stage.Member) bool { return !slices.Contains(few, m.Scene) })
	}
	return acts
}

func TestOutlineGoldens(t *testing.T) {
	all := []stage.Scene{fewActs{"cover"}}
	for _, name := range few {
		all = append(all, plain(name))
	}
	s := previewtest.Open(t, append(all, plain("sources"))...)
	for _, size := range preview.Sizes()[:3] {
		var o golden.Outline
		var last [2]golden.Picture
		var l draw.List
		keep := func(name string, theme *stage.Theme, here int, shown float64) {
			for _, lang := range story.Langs() {
				v := s.View(preview.Moment{Scene: here, Lang: lang, Theme: theme, Area: size.Area})
				l.Reset(v.Area, v.Theme.Ground)
				contents.Draw(&l, &v, &play.Contents{
					Shown: shown, Here: here, Deck: s.Deck,
					Seen:    func(i int) bool { return i <= here },
					Picture: func(int) *draw.Sheet { return nil },
				})
				last[lang] = o.Add(fmt.Sprintf("%s, %s", name, lang), string(l.AppendText(nil)), last[story.ZH], last[lang])
			}
		}
		keep("opening", s.Themes[0], 4, 0.5)
		for _, theme := range s.Themes {
			keep(theme.Name, theme, 4, 1)
		}
		keep("at the cover", s.Themes[0], 0, 1)
		path := filepath.Join("testdata", size.Name+".txt")
		if *regen {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, o.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		kept, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v: run make golden and look at the difference", err)
		}
		if changes := o.Changes(kept, 24); changes != "" {
			t.Errorf("%s is not as it was:\n%s\nmake golden accepts it", path, changes)
		}
	}
}
