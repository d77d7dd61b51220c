package edit

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"lianhua/internal/authoring"
)

// Path names a value within a file. In TOML it is the keys from the outermost, with
// the places in lists as decimals from 0; in SVG an element's id and an attribute.
type Path []string

func (p Path) String() string { return strings.Join(p, ".") }

// key is the path as a key of maps.
func (p Path) key() string { return strings.Join(p, "\x1f") }

// Kind is how a value is written.
type Kind uint8

// The kinds of values that can be changed.
const (
	Text Kind = iota // in quotes
	Bare             // a number or a truth value
)

// Value is a value as it stands in a file.
type Value struct {
	Line int    // from 1
	Text string // what is meant: without quotes and escapes
	Raw  string // as it is written, with them
	Kind Kind

	start, end int // of Raw, in bytes
}

// File is a file whose values can be changed. It never changes itself: each change
// gives the content that the file would have.
type File interface {
	// Find is a value; false where it stands nowhere.
	Find(p Path) (Value, bool)
	// Children are the names below a path, in the order of the file.
	Children(p Path) []string
	// Line is where the value stands, or the nearest that holds it; 1 at least.
	Line(p Path) int
	// Set writes a value. Where it stands nowhere, order says among which siblings it
	// or its table belongs; nil puts it last.
	Set(p Path, text string, order ...Path) ([]byte, error)
	// Put writes a value as Raw has it; it has to stand there.
	Put(p Path, raw string) ([]byte, error)
	// Remove takes a value out, and its table where that holds nothing else.
	Remove(p Path) ([]byte, error)
}

// Open reads a file by its name's ending.
func Open(name string, content []byte) (File, error) {
	if wrong, found := authoring.Unreadable(name, content); found {
		return nil, &Refusal{wrong}
	}
	switch path.Ext(name) {
	case ".toml":
		return openTOML(name, content)
	case ".svg":
		return openSVG(name, content)
	}
	return nil, refuse(name, 0, "values of such a file cannot be changed here", "open it in its own editor")
}

// Refusal is why a file is not changed, as authors are told of what is wrong.
type Refusal struct{ authoring.Problem }

func (r *Refusal) Error() string { return r.String() }

func refuse(name string, line int, message, hint string) error {
	return &Refusal{authoring.Problem{File: name, Line: line, Message: message, Hint: hint}}
}

// splice gives content with the bytes from start to end replaced.
func splice(content []byte, start, end int, with string) []byte {
	return slices.Concat(content[:start], []byte(with), content[end:])
}

// proved gives what a change made where it is what was asked for: the value at p is
// want (nil: none), and every other is what it was.
func proved(name string, before values, p Path, want *string, content []byte) ([]byte, error) {
	after, err := Open(name, content)
	if err != nil {
		return nil, fmt.Errorf("the change would break the file: %w", err)
	}
	now, ok := after.(interface{ values() values })
	if !ok {
		return content, nil
	}
	meant := before.with(p, want)
	if !meant.equal(now.values()) {
		return nil, refuse(name, 0, "the value "+p.String()+" cannot be changed without changing others", "change it in a text editor")
	}
	return content, nil
}

// values are all values of a file, by the keys of their paths.
type values map[string]string

func (v values) with(p Path, want *string) values {
	out := make(values, len(v)+1)
	for key, text := range v {
		out[key] = text
	}
	if want == nil {
		delete(out, p.key())
	} else {
		out[p.key()] = *want
	}
	return out
}

func (v values) equal(other values) bool {
	if len(v) != len(other) {
		return false
	}
	for key, text := range v {
		if now, ok := other[key]; !ok || now != text {
			return false
		}
	}
	return true
}
