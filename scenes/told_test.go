package scenes_test

import (
	"slices"
	"strings"
	"testing"

	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/ledger"
	"lianhua/internal/preview"
)

// Who does not see the picture is told its figures, all of them and no others,
// each in words that hold its number.
func TestTheTreeTellsThePicturesFigures(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		var tree dom.Tree
		eachSettled(s, scene, screens(), func(l *draw.List, m preview.Moment, where string) {
			tree.Build(l)
			told := map[string][]string{}
			for i := range tree.Nodes {
				n := &tree.Nodes[i]
				for _, id := range append(slices.Clone(n.Figures), n.Figure) {
					if id != "" {
						told[id] = append(told[id], n.Text+" "+n.Detail)
					}
				}
			}
			shown := ledger.Of(l)
			for _, e := range shown.Entries {
				f, ok := s.Bundle.In(m.Lang).Figure(e.Figure)
				switch {
				case !ok:
					t.Errorf("%s: %q is no figure", where, e.Figure)
				case !slices.ContainsFunc(told[e.Figure], func(words string) bool { return strings.Contains(words, f.Number) }):
					t.Errorf("%s: %s is drawn as %q, and told as %q", where, e.Figure, e.Drawn, told[e.Figure])
				}
			}
			for id := range told {
				if !shown.Has(id) {
					t.Errorf("%s: %s is told and not drawn", where, id)
				}
			}
		})
	})
}

// A control says what it is, and no two of a picture say the same.
func TestControlsAreToldApart(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		var tree dom.Tree
		eachSettled(s, scene, preview.Sizes(), func(l *draw.List, m preview.Moment, where string) {
			tree.Build(l)
			said := map[string]draw.ID{}
			for i := range tree.Nodes {
				n := &tree.Nodes[i]
				if !n.Role.Touchable() {
					continue
				}
				other, twice := said[n.Text]
				switch {
				case n.Text == "":
					t.Errorf("%s: the %s %s has no name", where, n.Role, n.ID)
				case twice:
					t.Errorf("%s: %s and %s are both called %q", where, other, n.ID, n.Text)
				}
				said[n.Text] = n.ID
			}
		})
	})
}
