package inspection

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/story"
)

// The sum has air between title and wheel on upright forms, and its signs stand beside its
// numbers in both languages.
func TestTheSumHasAirAround(t *testing.T) {
	s := previewtest.Open(t, New())
	for _, size := range preview.Sizes() {
		for _, lang := range story.Langs() {
			v := s.View(s.Settled(0, 2, lang, s.Themes[0], size.Area))
			l := previewtest.Settled(t, s, 2, lang, size.Area)
			title, number, sign := l.Find(draw.Nth("title", 2)), l.Find(draw.Name("teams").Sub("number")), -1
			for i := range l.Marks {
				if m := &l.Marks[i]; m.Kind == draw.KindSheet && m.ID.Name == "times" {
					sign = i
				}
			}
			if title < 0 || number < 0 || sign < 0 {
				t.Fatalf("%s, %s: title %d, number %d, sign %d", size.Name, lang, title, number, sign)
			}
			digits, by := l.Bounds(number), l.Bounds(sign)
			if air := digits.Y - l.Bounds(title).Bottom(); air < 0.9*v.Layout().Type.Small {
				t.Errorf("%s, %s: %.1f pixels between title and sum", size.Name, lang, air)
			}
			if off := by.Center().Y - digits.Center().Y; math.Abs(off) > 0.12*digits.H {
				t.Errorf("%s, %s: the sign stands %.1f from the middle of the numbers", size.Name, lang, off)
			}
		}
	}
}
