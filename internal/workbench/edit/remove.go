package edit

import (
	"bytes"
	"slices"
)

// remove takes a key out, with its line, and its table with it where nothing else
// stands there.
func (f *tomlFile) remove(p Path) ([]byte, error) {
	e := &f.entries[f.at[p.key()]]
	if e.inline {
		return f.removeInline(e)
	}
	start, end := lineStart(f.content, e.from), lineEnd(f.content, e.end)
	if t := f.only(e); t != nil {
		start = t.from
		if above := lineStart(f.content, max(0, start-1)); start > 0 && len(bytes.TrimSpace(f.content[above:start])) == 0 {
			start = above // the empty line that parts it from what stands before
		} else if end < len(f.content) && len(bytes.TrimSpace(f.content[end:lineEnd(f.content, end)])) == 0 {
			end = lineEnd(f.content, end)
		}
	}
	if f.alone(e) && end < len(f.content) && lineEnd(f.content, end) == f.tables[0].from && len(bytes.TrimSpace(f.content[end:f.tables[0].from])) == 0 {
		end = f.tables[0].from
	}
	if end == len(f.content) && end > 0 && f.content[end-1] != '\n' && start > 0 { // the last line keeps no end
		start--
		if start > 0 && f.content[start-1] == '\r' {
			start--
		}
	}
	return splice(f.content, start, end, ""), nil
}

// only is the table in which nothing but the key stands, no comment either.
func (f *tomlFile) only(e *entry) *table {
	for i := range f.tables {
		t := &f.tables[i]
		if t.list || t.from > e.from || e.from >= t.end {
			continue
		}
		head := lineEnd(f.content, t.from)
		if said := bytes.IndexByte(f.content[t.from:head], '#') >= 0; !said && head == lineStart(f.content, e.from) && lineEnd(f.content, e.end) == t.end {
			return t
		}
	}
	return nil
}

// alone reports whether a key is the only one above all tables.
func (f *tomlFile) alone(e *entry) bool {
	return len(f.tables) > 0 && e.from < f.tables[0].from && !slices.ContainsFunc(f.entries, func(o entry) bool {
		return !o.inline && o.from != e.from && o.from < f.tables[0].from
	})
}

// removeInline takes a key out from between braces, with the comma that parts it from
// its neighbour.
func (f *tomlFile) removeInline(e *entry) ([]byte, error) {
	parent := e.path[:len(e.path)-1]
	at := slices.IndexFunc(f.entries, func(o entry) bool { return slices.Equal(o.path, parent) && !o.scalar })
	if at < 0 || !f.braced(&f.entries[at]) {
		return nil, refuse(f.name, f.lineOf(e.from), "a place in a list cannot be left out", "change the list in a text editor")
	}
	box := &f.entries[at]
	before, after := box.start+1, -1
	for i := range f.entries {
		switch o := &f.entries[i]; {
		case o == e || !o.inline || o.from < box.start || o.end > box.end:
		case o.end <= e.from:
			before = max(before, o.end)
		case o.from >= e.end && after < 0:
			after = o.from
		}
	}
	switch {
	case before > box.start+1:
		return splice(f.content, before, e.end, ""), nil
	case after >= 0:
		return splice(f.content, e.from, after, ""), nil
	}
	return splice(f.content, box.start, box.end, "{}"), nil
}
