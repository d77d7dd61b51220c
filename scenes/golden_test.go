package scenes_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/story"
)

var regen = flag.Bool("regen", false, "write the goldens anew")

const goldens = "testdata/golden"

// goldenSizes are the screens whose pictures are kept, with the scale at which
// they are kept as pixels.
var goldenSizes = []struct {
	preview.Size
	scale float64
}{{preview.Sizes()[0], 0.6}, {preview.Sizes()[1], 0.4}, {preview.Sizes()[2], 0.2}}

// The text form of every scene, beat by beat: settled in full, at its start and
// middle the lines that differ from the settled ones.
func TestTextGoldens(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		slot := &s.Deck.Slots[scene]
		for _, size := range goldenSizes {
			for _, lang := range story.Langs() {
				var out bytes.Buffer
				var l draw.List
				for b, beat := range slot.Time.Beats {
					start, end := slot.Time.Start(b), slot.Time.End(b)
					text := func(now float64) string {
						s.Draw(&l, preview.Moment{Scene: scene, Now: now, Lang: lang, Area: size.Area})
						return string(l.AppendText(nil))
					}
					settled := text(end)
					fmt.Fprintf(&out, "# %s settled, %.2f s\n%s", beat.Name, end, settled)
					if b == 0 { // later beats start where the one before has settled
						fmt.Fprintf(&out, "# %s start, %.2f s\n%s", beat.Name, start, changed(settled, text(start)))
					}
					fmt.Fprintf(&out, "# %s middle, %.2f s\n%s", beat.Name, (start+end)/2, changed(settled, text((start+end)/2)))
				}
				compareText(t, filepath.Join(goldens, slot.Scene.Name(), size.Name+"."+lang.String()+".txt"), out.Bytes())
			}
		}
	})
}

// changed is the lines of text that stand not in the settled picture.
func changed(settled, text string) string {
	known := map[string]bool{}
	for _, line := range strings.Split(settled, "\n") {
		known[line] = true
	}
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if !known[line] {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

func compareText(t *testing.T, path string, got []byte) {
	t.Helper()
	if *regen {
		write(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v: run make golden and look at the difference", err)
		return
	}
	if bytes.Equal(want, got) {
		return
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(a), len(b)) {
		x, y := "", ""
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			actual := outPath(path)
			write(t, actual, got)
			t.Errorf("%s differs from line %d on:\n- %s\n+ %s\nthe whole is in %s; make golden accepts it", path, i+1, x, y, actual)
			return
		}
	}
}

// The pixels of the settled beats: all in Chinese by day, the last in English
// and in the other themes.
func TestPixelGoldens(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		slot := &s.Deck.Slots[scene]
		r := raster.New(s.Fonts)
		var l draw.List
		keep := func(m preview.Moment, scale float64, name string) {
			s.Draw(&l, m)
			comparePixels(t, filepath.Join(goldens, slot.Scene.Name(), name+".png"), r.Render(&l, scale))
		}
		last := slot.Time.Len() - 1
		for _, size := range goldenSizes {
			for b, beat := range slot.Time.Beats {
				keep(s.Settled(scene, b, story.ZH, s.Themes[0], size.Area), size.scale, size.Name+".zh."+beat.Name)
			}
			keep(s.Settled(scene, last, story.EN, s.Themes[0], size.Area), size.scale, size.Name+".en")
		}
		for _, theme := range s.Themes[1:] {
			keep(s.Settled(scene, last, story.ZH, theme, goldenSizes[0].Area), goldenSizes[0].scale, "phone."+theme.Name)
		}
	})
}

func comparePixels(t *testing.T, path string, got *image.RGBA) {
	t.Helper()
	if *regen {
		write(t, path, encode(t, got))
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Errorf("%v: run make golden and look at the picture", err)
		return
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	if img.Bounds() != got.Bounds() {
		t.Errorf("%s is %v, the picture is %v", path, img.Bounds(), got.Bounds())
		return
	}
	diff := image.NewRGBA(got.Bounds())
	n := 0
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			a, b := color.RGBAModel.Convert(img.At(x, y)).(color.RGBA), got.RGBAAt(x, y)
			if a == b {
				// What is equal stays visible, faintly, to show where the rest is.
				diff.SetRGBA(x, y, color.RGBA{200 + a.R/5, 200 + a.G/5, 200 + a.B/5, 255})
				continue
			}
			n++
			diff.SetRGBA(x, y, color.RGBA{220, 0, 60, 255})
		}
	}
	if n > 0 {
		actual := outPath(path)
		write(t, actual, encode(t, got))
		write(t, strings.TrimSuffix(actual, ".png")+".diff.png", encode(t, diff))
		t.Errorf("%s: %d pixels differ; see %s and .diff.png beside it; make golden accepts them", path, n, actual)
	}
}

// outPath is where a failed picture is left: a folder that git ignores.
func outPath(golden string) string {
	return filepath.Join("..", "out", "goldens", strings.TrimPrefix(golden, goldens))
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

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Goldens that nobody can review are none.
func TestGoldensStayReviewable(t *testing.T) {
	const most = 12 << 20
	var sum int64
	err := filepath.WalkDir(goldens, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if sum > most {
		t.Errorf("goldens weigh %.1f MB, more than %d", float64(sum)/(1<<20), most>>20)
	}
}
