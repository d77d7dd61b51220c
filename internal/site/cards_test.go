package site

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"lianhua/internal/article"
	"lianhua/internal/build"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// checkCards holds the cards to what those who show links ask of them.
func checkCards(t *testing.T, files map[string]build.File) {
	t.Helper()
	for _, lang := range story.Langs() {
		for _, s := range scenes.All() {
			name := article.CardName(s.Name(), lang)
			content := files[name].Content
			c, err := png.DecodeConfig(bytes.NewReader(content))
			if err != nil || c.Width != article.CardWidth || c.Height != article.CardHeight {
				t.Errorf("%s is %d × %d (%v)", name, c.Width, c.Height, err)
			}
			if len(content) > 300_000 {
				t.Errorf("%s has %d bytes", name, len(content))
			}
		}
	}
}

func TestCards(t *testing.T) {
	parts, err := published()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]build.File{}
	for _, p := range parts {
		if strings.HasPrefix(p.Name, "cards/") {
			files[p.Name] = p
		}
	}
	checkCards(t, files)

	// The heaviest has a palette, which keeps close to the picture.
	heavy, err := png.Decode(bytes.NewReader(files["cards/households.zh.png"].Content))
	if err != nil {
		t.Fatal(err)
	}
	few, ok := heavy.(*image.Paletted)
	if !ok {
		t.Fatalf("the card of the households is %T", heavy)
	}
	full := image.NewRGBA(few.Bounds())
	for y := range 630 {
		for x := range 1200 {
			full.Set(x, y, few.At(x, y))
		}
	}
	again := paletted(full)
	for y := 0; y < 630; y += 7 {
		for x := 0; x < 1200; x += 7 {
			if again.At(x, y) != few.At(x, y) {
				t.Fatalf("a picture of few colours loses some: %v became %v", few.At(x, y), again.At(x, y))
			}
		}
	}
}

func TestPaletteKeepsClose(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 200, 100))
	for y := range 100 {
		for x := range 200 {
			i := img.PixOffset(x, y)
			img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = uint8(x), uint8(2*y), 120, 255
		}
	}
	few := paletted(img)
	if n := len(few.Palette); n != 256 {
		t.Errorf("%d colours", n)
	}
	worst := 0
	for y := range 100 {
		for x := range 200 {
			a, b := img.RGBAAt(x, y), few.Palette[few.ColorIndexAt(x, y)]
			r, g, _, _ := b.RGBA()
			worst = max(worst, abs(int(a.R)-int(r>>8)), abs(int(a.G)-int(g>>8)))
		}
	}
	// 200 × 200 levels in 256 boxes of 12 or 13 a side.
	if worst > 16 {
		t.Errorf("a colour is off by %d", worst)
	}
}

func abs(n int) int { return max(n, -n) }
