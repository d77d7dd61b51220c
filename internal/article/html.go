package article

import (
	"strconv"
	"strings"
)

// writer writes HTML.
type writer struct{ strings.Builder }

// raw writes markup.
func (w *writer) raw(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

// text writes words.
func (w *writer) text(s string) { w.WriteString(escaped(s)) }

// lines writes words whose lines stay apart.
func (w *writer) lines(s string) {
	w.WriteString(strings.ReplaceAll(escaped(s), "\n", "<br>"))
}

// attr writes an attribute after a space.
func (w *writer) attr(name, value string) {
	w.raw(" ", name, `="`, escaped(value), `"`)
}

// size writes the attributes width and height, in whole pixels.
func (w *writer) size(width, height float64) {
	w.raw(` width="`, strconv.Itoa(int(width+0.5)), `" height="`, strconv.Itoa(int(height+0.5)), `"`)
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

// unbroken joins the lines of a headline as its language joins them.
func unbroken(s string, chinese bool) string {
	if chinese {
		return strings.ReplaceAll(s, "\n", "")
	}
	return strings.ReplaceAll(s, "\n", " ")
}
