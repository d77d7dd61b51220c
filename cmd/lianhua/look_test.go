//go:build !js

package main

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func plain(w, h int, c color.RGBA) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		img.SetRGBA(i%w, i/w, c)
	}
	return img
}

func TestALookSaysHowTheScreenDiffers(t *testing.T) {
	grey := color.RGBA{100, 100, 100, 255}
	seen, meant := plain(20, 10, grey), plain(20, 10, grey)
	for x := range 10 {
		seen.SetRGBA(x, 0, color.RGBA{100, 200, 100, 255}) // a tenth of the pixels, by squares
		seen.SetRGBA(x, 1, color.RGBA{101, 101, 101, 255})
		seen.SetRGBA(x, 3, color.RGBA{101, 101, 101, 255})                  // nobody sees these
		seen.SetRGBA(x, 5, color.RGBA{uint8(70 + 60*(x%2)), 100, 100, 255}) // nor an edge that is smoothed otherwise
	}
	if mean, off := differ(seen, meant); off != 0.1 || mean < 2.2 || mean > 2.3 {
		t.Errorf("they differ by %v, in %v", mean, off)
	}
	if mean, off := differ(meant, meant); mean != 0 || off != 0 {
		t.Errorf("alike pictures differ by %v, in %v", mean, off)
	}
	if _, off := differ(seen, plain(10, 10, grey)); off != 1 {
		t.Errorf("pictures of other sizes differ in %v", off)
	}
	dir, said := t.TempDir(), make(chan string, 2)
	k := &look{folder: dir, log: func(line string) { said <- line }}
	k.take(seen, meant)
	if line := <-said; !strings.Contains(line, "10.00 %") || !strings.Contains(line, dir) {
		t.Errorf("the log says %q", line)
	}
	for _, part := range []string{"screen", "meant"} {
		found, _ := filepath.Glob(filepath.Join(dir, "lianhua-*-"+part+".png"))
		if len(found) != 1 {
			t.Fatalf("%d pictures of what is %s", len(found), part)
		}
		f, err := os.Open(found[0])
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if img, err := png.Decode(f); err != nil || img.Bounds().Dx() != 20 {
			t.Errorf("%s: %v", found[0], err)
		}
	}
	torn := filepath.Join(dir, "torn.png")
	if err := save(torn, plain(0, 0, grey)); err == nil {
		t.Error("no picture is saved")
	}
	if _, err := os.Stat(torn); err == nil {
		t.Error("a part of a picture is left")
	}
	k.folder = filepath.Join(dir, "gone")
	k.take(seen, meant)
	if line := <-said; !strings.Contains(line, "gone") {
		t.Errorf("the log says %q", line)
	}
}
