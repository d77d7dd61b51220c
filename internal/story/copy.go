package story

import (
	"errors"
	"strings"
)

// Copy is one text of the story: words, with figures shown inside them.
type Copy struct {
	Key      string
	Elements []Element
	Figures  []string // the ids of the figures in it; shared, not to be changed
	OK       bool     // false where the story has no such key
	text     string
}

// Element is a stretch of a copy: literal text, or a figure.
type Element struct {
	Text   string // the literal text, or the figure as this element shows it
	Figure string // the figure's id; empty for literal text
	Bare   bool   // the figure's number alone, without lead and unit
}

// Lacking is what is shown in place of a text or a figure that the story has not.
func Lacking(key string) string { return "⟨" + key + "⟩" }

// Text is the whole copy as plain text, figures formatted.
func (c Copy) Text() string { return c.text }

// The errors of [SplitCopy].
var (
	ErrBrace = errors.New("unmatched brace: write {figure.id} to show a figure")
	ErrForm  = errors.New("unknown form after the bar: only {figure.id|number} is known")
)

// SplitCopy separates literal text from figures. A figure is written
// {figure.id}, or {figure.id|number} for its digits alone. The Text of a
// figure's element is left empty.
func SplitCopy(raw string) ([]Element, error) {
	var elements []Element
	for raw != "" {
		open := strings.IndexAny(raw, "{}")
		if open < 0 {
			return append(elements, Element{Text: raw}), nil
		}
		if raw[open] == '}' {
			return nil, ErrBrace
		}
		if open > 0 {
			elements = append(elements, Element{Text: raw[:open]})
		}
		inside, rest, found := strings.Cut(raw[open+1:], "}")
		if !found || strings.Contains(inside, "{") {
			return nil, ErrBrace
		}
		id, form, hasForm := strings.Cut(inside, "|")
		if hasForm && form != "number" {
			return nil, ErrForm
		}
		if id == "" {
			return nil, ErrBrace
		}
		elements = append(elements, Element{Figure: id, Bare: hasForm})
		raw = rest
	}
	return elements, nil
}
