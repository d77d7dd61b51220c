package stage_test

import (
	"testing"

	"lianhua/assets"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/vision"
)

// Colours that scenes tell things apart by stay apart for readers who see fewer:
// CIE 1976 differences of at least 12, several times what is just noticeable.
func TestColorsThatMustBeToldApartStayApart(t *testing.T) {
	const least = 12
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Themes() {
		th, err := stage.ThemeOf(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, pair := range []struct {
			what string
			a, b draw.Color
		}{
			{"the two crowds", th.Gold, th.Crowd},
			{"the two crowds' numbers", th.GoldDark, th.Crowd},
			{"roofs and fields", th.Clay, th.HillNear},
			{"list set and visits", th.Deep, th.Leaf},
			{"visits and ranking", th.Leaf, th.GoldLight},
			{"list set and ranking", th.Deep, th.GoldLight},
			{"points left and lost", th.Gold, th.Faint},
			{"molten and cold metal", th.Molten, th.SilverMid},
			{"lit lines and unlit", th.Accent, th.Faint},
			{"gauge and its rest", th.Leaf, th.Faint},
			{"figures drawn and kept", th.Accent, th.Panel},
		} {
			for _, kind := range vision.Kinds() {
				if d := vision.Difference(kind.Color(uint32(pair.a)), kind.Color(uint32(pair.b))); d < least {
					t.Errorf("%s, %v: %s differ by %.1f, need %d", th.Name, kind, pair.what, d, least)
				}
			}
		}
	}
}
