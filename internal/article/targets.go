package article

import (
	"strconv"
	"strings"

	"lianhua/internal/geom"
)

// targets lays over a scene's picture what can be touched in it: links to the words
// that it says then, of which the page's script makes buttons. Their places are
// attributes in hundredths of the picture, for the page's policy allows no styles of
// elements: first in the wide picture, then in the upright one.
func (a *Article) targets(w *writer, s *section, p page) {
	if len(s.answers) == 0 {
		return
	}
	w.raw(`<svg class="targets"`)
	if s.mean != "" {
		w.attr("data-mean", s.mean)
	}
	w.raw(">")
	for _, b := range s.answers {
		w.raw("<a")
		switch {
		case b.leads:
			w.attr("href", p.to(b.state))
		case b.slider:
			w.attr("href", "#"+s.name)
			w.attr("data-in", b.id.String())
			w.attr("data-range", strings.Join([]string{decimals(b.now), decimals(b.min), decimals(b.max), decimals(b.step)}, " "))
			w.says(b.says)
		default:
			w.attr("href", "#"+b.state)
			if b.corner != (geom.Pt{}) {
				w.attr("data-at", decimals(100*b.corner.X)+" "+decimals(100*b.corner.Y))
			}
		}
		w.attr("aria-label", b.name)
		w.raw(">")
		w.rect(b.wide)
		w.rect(b.upright)
		w.raw("</a>")
	}
	w.raw("</svg>")
}

// says writes what a slider reads from each value on.
func (w *writer) says(all []says) {
	var text []string
	for _, one := range all {
		text = append(text, decimals(one.from)+" "+one.words)
	}
	if len(all) > 1 {
		w.attr("data-says", strings.Join(text, "|"))
	}
}

// to is the way to the scene of a state of the story.
func (p page) to(state string) string {
	scene, _, _ := strings.Cut(state, "/")
	switch {
	case p.whole():
		return "#" + scene
	case scene == p.sections[0].name: // which has no page of its own
		return p.home()
	}
	return "../" + scene + "/"
}

// rect writes an element that takes parts of the whole.
func (w *writer) rect(r geom.Rect) {
	w.raw("<rect")
	if !r.Empty() {
		for _, one := range [...]struct {
			name string
			part float64
		}{{"x", r.X}, {"y", r.Y}, {"width", r.W}, {"height", r.H}} {
			w.raw(" ", one.name, `="`, decimals(100*one.part), `%"`)
		}
	}
	w.raw("/>")
}

// decimals writes a number to tenths.
func decimals(v float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
}
