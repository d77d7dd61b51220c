package scenes_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/golden"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/story"
)

type keptPicture struct {
	name  string
	size  preview.Size
	scale float64
	lang  story.Lang
	theme int
}

// keptPictures are the pictures of a scene's settled end that are kept as
// pixels: those that the README shows, and the night of halls on a phone's form.
// What else a scene looks like its outlines hold.
func keptPictures() []keptPicture {
	phone, laptop := preview.Sizes()[0], preview.Sizes()[1]
	return []keptPicture{
		{"laptop.zh", laptop, 0.4, story.ZH, 0},
		{"laptop.en", laptop, 0.4, story.EN, 0},
		{"phone.night", phone, 0.6, story.ZH, 1},
	}
}

func TestPixelGoldens(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		slot := &s.Deck.Slots[scene]
		r := raster.New(s.Fonts)
		var l draw.List
		for _, k := range keptPictures() {
			s.Draw(&l, s.Settled(scene, slot.Time.Len()-1, k.lang, s.Themes[k.theme], k.size.Area))
			comparePixels(t, filepath.Join(goldens, slot.Scene.Name(), k.name+".png"), r.Render(&l, k.scale))
		}
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
	kept, err := png.Decode(f)
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	if n, diff := golden.Compare(kept, drawn); n > 0 {
		actual := outPath(path)
		write(t, actual, encode(t, drawn))
		write(t, strings.TrimSuffix(actual, ".png")+".diff.png", encode(t, diff))
		t.Errorf("%s: %d pixels differ; see %s and .diff.png beside it; make golden accepts them", path, n, actual)
	}
}

func encode(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
