package scenes_test

import (
	"os"
	"path/filepath"
	"testing"

	"lianhua/internal/golden"
	"lianhua/internal/golden/kept"
	"lianhua/internal/preview"
)

// mostChanges is how many lines a failed outline shows.
const mostChanges = 24

func TestOutlineGoldens(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		kept.Outlines(s, scene, func(name string, o *golden.Outline, full []byte) {
			compareOutline(t, filepath.Join(goldens, s.Deck.Slots[scene].Scene.Name(), name), o, full)
		})
	})
}

func compareOutline(t *testing.T, path string, o *golden.Outline, full []byte) {
	t.Helper()
	if *regen {
		write(t, path, o.Bytes())
		return
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v: run make golden and look at the difference", err)
		return
	}
	if changes := o.Changes(before, mostChanges); changes != "" {
		actual := outPath(path)
		write(t, actual, full)
		t.Errorf("%s is not as it was:\n%s\nall marks in full are in %s; make golden accepts them", path, changes, actual)
	}
}
