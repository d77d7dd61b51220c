package svgfile_test

import (
	"os"
	"strconv"
	"testing"

	"lianhua/assets"
	"lianhua/internal/art/svgfile"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// What editors show is what the player paints by day: every colour of the theme and
// every tone of its scales.
func TestPalettesAreTheThemesOwn(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	opt, problems := svgfile.OptionsOf(os.DirFS("../../../assets"))
	if problems != nil {
		t.Fatal(problems)
	}
	for _, p := range b.Themes() {
		if p.Name() != "day" {
			continue
		}
		theme, err := stage.ThemeOf(p)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for name := range opt.Palette.Colors {
			names = append(names, name)
		}
		if len(opt.Palette.Tones) == 0 {
			t.Error("there are no tones")
		}
		for scale := range opt.Palette.Tones {
			for at := -1; at <= 101; at++ {
				names = append(names, scale+"-"+strconv.Itoa(at))
			}
			names = append(names, scale, scale+"-05", scale+"-", scale+"-4-0")
		}
		for _, name := range names {
			got, known := opt.Palette.Color(name)
			want, there := theme.Color(name)
			if got != want || known != there {
				t.Errorf("%s is %06X (%v), the theme's %06X (%v)", name, got, known, want, there)
			}
		}
		return
	}
	t.Error("there is no day theme")
}
