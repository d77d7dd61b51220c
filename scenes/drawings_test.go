package scenes_test

import (
	"testing"

	"lianhua/internal/preview/previewtest"
	"lianhua/internal/storyboard"
	"lianhua/scenes"
)

func TestDrawingsHaveWhatStoryboardsName(t *testing.T) {
	staged := 0
	for _, s := range scenes.All() {
		if b, ok := s.(storyboard.Staged); ok {
			staged++
			for _, err := range b.Board().Check(s.Name(), previewtest.Drawings(t, s.Name())) {
				t.Error(err)
			}
		}
	}
	if staged == 0 {
		t.Error("no scene shows a drawing")
	}
}
