package desk

import (
	"slices"
	"testing"
)

// What a drawing names is looked for again where the drawing is another, and each file has
// its own.
func TestColoursThatADrawingNamesFollowIt(t *testing.T) {
	var n namedColors
	for _, c := range []struct {
		file, content string
		want          []string
	}{
		{"a.svg", `<g class="fill-ink stroke-steel-40"/><g class="fill-ink"/>`, []string{"ink", "steel"}},
		{"b.svg", `<g class="stop-silver-light fill-leaf"/>`, []string{"leaf", "silver-light"}},
		{"a.svg", `<g class="fill-ink stroke-steel-40"/><g class="fill-ink"/>`, []string{"ink", "steel"}},
		{"a.svg", `<g class="fill-mint"/>`, []string{"mint"}},
		{"b.svg", `<g class="stop-silver-light fill-leaf"/>`, []string{"leaf", "silver-light"}},
	} {
		if got := n.of(c.file, []byte(c.content)); !slices.Equal(got, c.want) {
			t.Errorf("%s with %s names %q, want %q", c.file, c.content, got, c.want)
		}
	}
}
