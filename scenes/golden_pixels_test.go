package scenes_test

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/golden"
	"lianhua/internal/golden/kept"
	"lianhua/internal/preview"
)

func TestPixelGoldens(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		kept.Pictures(s, scene, func(name string, drawn *image.RGBA) {
			comparePixels(t, filepath.Join(goldens, s.Deck.Slots[scene].Scene.Name(), name), drawn)
		})
	})
}

func comparePixels(t *testing.T, path string, drawn *image.RGBA) {
	t.Helper()
	if *regen {
		write(t, path, encode(t, drawn))
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Errorf("%v: run make golden and look at the picture", err)
		return
	}
	defer f.Close()
	before, err := png.Decode(f)
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	if n, diff := golden.Compare(before, drawn); n > 0 {
		actual := outPath(path)
		write(t, actual, encode(t, drawn))
		write(t, strings.TrimSuffix(actual, ".png")+".diff.png", encode(t, diff))
		t.Errorf("%s: %d pixels differ; see %s and .diff.png beside it; make golden accepts them", path, n, actual)
	}
}

func encode(t *testing.T, img image.Image) []byte {
	t.Helper()
	content, err := kept.PNG(img)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
