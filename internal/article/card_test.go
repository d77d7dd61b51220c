package article

import (
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// TestCardsCanBeRead holds that nothing lies over a card's headline and name, that
// both are within it, and that the headline is large enough for a thumbnail.
func TestCardsCanBeRead(t *testing.T) {
	for _, lang := range story.Langs() {
		a, _, err := article(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range scenes.All() {
			l, err := a.Card(s.Name())
			if err != nil {
				t.Fatal(err)
			}
			var own []geom.Rect
			headline := ""
			for i := range l.Marks {
				m := &l.Marks[i]
				switch m.ID.Name {
				case "headline":
					headline += m.Run.Text
					if m.Run.Style.Size < cardLeast {
						t.Errorf("%v %s: a headline of %v", lang, s.Name(), m.Run.Style.Size)
					}
				case "name", "subtitle":
				default:
					continue
				}
				b := l.Bounds(i)
				own = append(own, b)
				if !l.Area.Inset(20).Contains(b) {
					t.Errorf("%v %s: %q reaches to %v", lang, s.Name(), m.Run.Text, b)
				}
			}
			if want := strings.ReplaceAll(a.story.Words(s.Name()+".title"), "\n", ""); strings.ReplaceAll(headline, " ", "") != strings.ReplaceAll(want, " ", "") {
				t.Errorf("%v %s is headed %q", lang, s.Name(), headline)
			}
			for i := range l.Marks {
				m := &l.Marks[i]
				if m.Kind != draw.KindText || m.Alpha <= 0 || m.ID.Name == "headline" || m.ID.Name == "name" || m.ID.Name == "subtitle" {
					continue
				}
				for _, r := range own {
					if b := l.Bounds(i); !b.Intersect(r).Empty() {
						t.Errorf("%v %s: %q lies over the card's own words at %v", lang, s.Name(), m.Run.Text, b)
					}
				}
			}
		}
	}
	a, _, err := article(story.ZH)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Card("nonsense"); err == nil {
		t.Error("a scene that is not there has a card")
	}
}
