package households

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/story"
)

// A link to a roof finds one in every form.
func TestARoofHasTheSameNameInEveryForm(t *testing.T) {
	s := New()
	p := previewtest.Open(t, s)
	var counts map[string]int
	for _, size := range preview.Sizes() {
		v := p.View(p.Settled(0, 1, story.ZH, p.Themes[0], size.Area))
		a := s.in(&v)
		if len(a.near) != nearHouses {
			t.Errorf("%s: %d near houses, want %d", size.Name, len(a.near), nearHouses)
		}
		var l draw.List
		p.DrawView(&l, 0, v)
		found := map[string]int{}
		for _, m := range crowds(&l) {
			found[m.ID.Name] = m.Field.Count
		}
		if counts == nil {
			counts = found
		}
		for name, n := range counts {
			if found[name] != n {
				t.Errorf("%s: %d roofs of %s, %d in another form", size.Name, found[name], name, n)
			}
		}
	}
}
