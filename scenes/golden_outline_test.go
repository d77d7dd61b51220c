package scenes_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/golden"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// outlined are the screens whose pictures are kept by their marks.
func outlined() []preview.Size { return preview.Sizes()[:3] }

// mostChanges is how many lines a failed outline shows.
const mostChanges = 24

// Every scene's marks at the start, in the middle and at the end of each beat,
// in both languages, and on the smallest screen in every theme at the end.
func TestOutlineGoldens(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		slot := &s.Deck.Slots[scene]
		var l draw.List
		for _, size := range outlined() {
			var o golden.Outline
			var last [2]golden.Picture
			var full []byte
			keep := func(name string, now float64, theme *stage.Theme) {
				for _, lang := range story.Langs() {
					s.Draw(&l, preview.Moment{Scene: scene, Now: now, Lang: lang, Theme: theme, Area: size.Area})
					title := fmt.Sprintf("%s, %.2f s, %s", name, now, lang)
					text := l.AppendText(nil)
					full = append(append(full, "# "+title+"\n"...), text...)
					// What has changed is what moves, beside the picture before,
					// and words, beside the other language.
					last[lang] = o.Add(title, string(text), last[story.ZH], last[lang])
				}
			}
			for b, beat := range slot.Time.Beats {
				start, end := slot.Time.Start(b), slot.Time.End(b)
				if b == 0 { // later beats start where the one before has settled
					keep(beat.Name+" start", start, s.Themes[0])
				}
				keep(beat.Name+" middle", (start+end)/2, s.Themes[0])
				keep(beat.Name+" settled", end, s.Themes[0])
			}
			if size.Name == outlined()[0].Name { // colours do not depend on the form
				for _, theme := range s.Themes[1:] {
					keep(theme.Name, slot.Time.Length(), theme)
				}
			}
			compareOutline(t, filepath.Join(goldens, slot.Scene.Name(), size.Name+".txt"), &o, full)
		}
	})
}

func compareOutline(t *testing.T, path string, o *golden.Outline, full []byte) {
	t.Helper()
	if *regen {
		write(t, path, o.Bytes())
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v: run make golden and look at the difference", err)
		return
	}
	if changes := o.Changes(kept, mostChanges); changes != "" {
		actual := outPath(path)
		write(t, actual, full)
		t.Errorf("%s is not as it was:\n%s\nall marks in full are in %s; make golden accepts them", path, changes, actual)
	}
}
