package gpu

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/raster"
)

// limit is how far the GPU's picture may lie from the CPU's: the mean difference
// of all channels in levels, and the share of pixels that differ by more than 24.
type limit struct{ mean, off float64 }

func compare(got, want *image.RGBA) (mean, off float64) {
	sum, far := 0, 0
	for i := 0; i < len(want.Pix); i += 4 {
		worst := 0
		for k := range 4 {
			d := int(got.Pix[i+k]) - int(want.Pix[i+k])
			if d < 0 {
				d = -d
			}
			sum += d
			worst = max(worst, d)
		}
		if worst > 24 {
			far++
		}
	}
	n := float64(len(want.Pix))
	return float64(sum) / n, float64(far) * 4 / n
}

func TestPictureIsThatOfTheCPU(t *testing.T) {
	for _, c := range []struct {
		name  string
		fill  func(*draw.List)
		limit limit
	}{
		{"shapes", shapes, limit{0.5, 0.005}},
		{"text", text, limit{0.5, 0.005}},
		{"dots", dots, limit{0.5, 0.005}},
		{"fields", fields, limit{0.5, 0.005}},
		{"wanderers", wanderers, limit{0.5, 0.005}},
		{"clips", clips, limit{0.5, 0.005}},
		{"sheets", sheets, limit{0.5, 0.005}},
		{"miniatures", miniatures, limit{0.6, 0.008}},
	} {
		for _, scale := range []float64{1, 1.5, 2, 3} {
			l := picture(680, 440)
			c.fill(l)
			if err := l.Check(); err != nil {
				t.Fatal(err)
			}
			want := raster.Render(l, setter().Fonts(), scale)
			var got *image.RGBA
			var stats Stats
			withScene(t, want.Rect.Dx(), want.Rect.Dy(), func(s *scene) {
				for range 2 {
					s.Draw(s.dst, l, scale)
				}
				got, stats = read(s.dst), s.Stats()
			})
			mean, off := compare(got, want)
			name := c.name + "@" + strconv.FormatFloat(scale, 'f', -1, 64)
			t.Logf("%s: mean %.3f, off %.3f %%, %+v", name, mean, off*100, stats)
			if mean > c.limit.mean || off > c.limit.off {
				t.Errorf("%s: mean difference %.3f levels, %.3f %% of pixels off by more than 24", name, mean, off*100)
			}
			keep(t, name+"-gpu", got)
			keep(t, name+"-cpu", want)
		}
	}
}

// keep writes a picture into the folder that LIANHUA_PICTURES names, to be looked at.
func keep(t *testing.T, name string, img image.Image) {
	dir := os.Getenv("LIANHUA_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func TestAreaMayBeginAnywhere(t *testing.T) {
	l := new(draw.List)
	l.Reset(geom.R(100, 50, 40, 30), ground)
	l.Rect(draw.Name("a"), geom.R(110, 60, 10, 10), 0, draw.Ink(black), draw.Decor())
	withScene(t, 40, 30, func(s *scene) {
		s.Draw(s.dst, l, 1)
		if mean, off := compare(read(s.dst), raster.Render(l, nil, 1)); mean != 0 || off != 0 {
			t.Errorf("mean difference %v", mean)
		}
	})
}
