package history

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"lianhua/internal/workbench/edit"
)

// Change gives one value of a file another text.
type Change struct {
	File  string // below the folder, with slashes
	Path  edit.Path
	Text  *string     // nil takes the value out
	Old   *string     // what whoever changes it saw; nil: it stood nowhere
	Any   bool        // whatever stands there now: Old is not asked
	Goes  bool        // the file goes with its last value
	Raw   bool        // Text has its quotes and escapes, as it is to be written
	Order []edit.Path // among which siblings it belongs where it stands nowhere
}

// Place is a value by its file and path.
type Place struct {
	File string    `json:"file"`
	Path edit.Path `json:"path"`
}

// Conflict is a value that is another than whoever changes it saw.
type Conflict struct {
	Place
	Mine, Theirs *string // what it should become, and what stands there now; nil: nothing
}

func (c *Conflict) Error() string {
	return fmt.Sprintf("%s in %s was changed meanwhile: it is %s now, and not to become %s unseen", c.Path, c.File, shown(c.Theirs), shown(c.Mine))
}

func shown(text *string) string {
	if text == nil {
		return "nowhere"
	}
	return strconv.Quote(*text)
}

// turn is a value that was one thing and became another, both as they are written; nil
// where it stood nowhere.
type turn struct {
	path     edit.Path
	from, to *string
	order    []edit.Path
}

// make applies a change to a file's content.
func (c *Change) make(content []byte) (after []byte, t turn, err error) {
	f, err := edit.Open(c.File, content)
	if err != nil {
		return nil, turn{}, err
	}
	now, stands := f.Find(c.Path)
	var theirs *string
	t = turn{path: slices.Clone(c.Path), order: c.Order}
	if stands {
		theirs, t.from = &now.Text, &now.Raw
	}
	if !c.Any && !equal(theirs, c.Old) && (c.Raw || !equal(theirs, c.Text)) {
		return nil, turn{}, &Conflict{Place{c.File, c.Path}, c.Text, theirs}
	}
	if c.Raw {
		after, err = write(f, c.File, c.Path, c.Text, c.Order)
	} else if c.Text == nil {
		after, err = f.Remove(c.Path)
	} else {
		after, err = f.Set(c.Path, *c.Text, c.Order...)
	}
	if err != nil {
		return nil, turn{}, err
	}
	f, err = edit.Open(c.File, after)
	if err != nil {
		return nil, turn{}, err
	}
	if now, stands := f.Find(c.Path); stands {
		t.to = &now.Raw
	}
	if c.Goes && t.to == nil && len(bytes.TrimSpace(after)) == 0 {
		after = nil
	}
	return after, t, nil
}

// write gives a value as it is written, wherever it stands now.
func write(f edit.File, name string, p edit.Path, raw *string, order []edit.Path) ([]byte, error) {
	if raw == nil {
		return f.Remove(p)
	}
	if _, stands := f.Find(p); stands {
		return f.Put(p, *raw)
	}
	content, err := f.Set(p, "", order...)
	if err != nil {
		return nil, err
	}
	if f, err = edit.Open(name, content); err != nil {
		return nil, err
	}
	return f.Put(p, *raw)
}

// back takes a turn back in a file whose other values may have changed meanwhile.
func (t *turn) back(name string, content []byte) ([]byte, error) {
	f, err := edit.Open(name, content)
	if err != nil {
		return nil, err
	}
	var raw, text *string
	if now, stands := f.Find(t.path); stands {
		raw, text = &now.Raw, &now.Text
	}
	if !equal(raw, t.to) {
		return nil, &Conflict{Place{name, t.path}, t.from, text}
	}
	return write(f, name, t.path, t.from, t.order)
}

func equal(a, b *string) bool {
	return a == b || a != nil && b != nil && *a == *b
}
