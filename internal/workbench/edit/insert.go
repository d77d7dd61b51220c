package edit

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// insert writes a key that stands nowhere: among its siblings, below the header of its
// table, or in a table of its own.
func (f *tomlFile) insert(p Path, text string, order []Path) ([]byte, error) {
	if len(p) == 0 || f.holds(p) {
		return nil, refuse(f.name, f.Line(p), p.String()+" holds other values", "change those")
	}
	parent, key := p[:len(p)-1], quotedKey(p[len(p)-1])
	for i := range f.entries {
		if e := &f.entries[i]; slices.Equal(e.path, parent) {
			if e.scalar || !f.braced(e) {
				return nil, refuse(f.name, f.lineOf(e.from), parent.String()+" is no table", "change it in a text editor")
			}
			return f.insertInline(e, key+" = "+quoted(text))
		}
	}
	if sibling := f.sibling(p, order); sibling != nil {
		return f.insertBeside(sibling, p, key, quoted(text), order), nil
	}
	for i := range f.tables {
		if t := &f.tables[i]; slices.Equal(t.path, parent) {
			return f.insertLine(t.end, key+" = "+quoted(text)), nil
		}
	}
	if len(parent) == 0 {
		at := len(f.content)
		if len(f.tables) > 0 { // an empty line parts it from what is no longer its own
			at = f.tables[0].from
			return splice(f.content, at, at, key+" = "+quoted(text)+lineBreak(f.content)+lineBreak(f.content)), nil
		}
		return f.insertLine(at, key+" = "+quoted(text)), nil
	}
	return f.insertTable(parent, key+" = "+quoted(text), order), nil
}

// braced reports whether a value stands between braces whose end is known.
func (f *tomlFile) braced(e *entry) bool {
	return e.end-e.start > 1 && f.content[e.start] == '{' && f.content[e.end-1] == '}'
}

// holds reports whether the path names something that is no single value.
func (f *tomlFile) holds(p Path) bool {
	begins := func(path Path) bool { return len(path) >= len(p) && slices.Equal(path[:len(p)], p) }
	return slices.ContainsFunc(f.entries, func(e entry) bool { return begins(e.path) }) ||
		slices.ContainsFunc(f.tables, func(t table) bool { return begins(t.path) })
}

// insertInline adds a key behind the last one between braces.
func (f *tomlFile) insertInline(e *entry, pair string) ([]byte, error) {
	last := 0
	for i := range f.entries {
		if kid := &f.entries[i]; kid.from > e.start && kid.end < e.end {
			last = max(last, kid.end)
		}
	}
	if last == 0 {
		return splice(f.content, e.start+1, e.end-1, " "+pair+" "), nil
	}
	return splice(f.content, last, last, ", "+pair), nil
}

// sibling is the key on a line of its own beside which p belongs: the nearest before
// it in order, or else the last.
func (f *tomlFile) sibling(p Path, order []Path) *entry {
	parent := p[:len(p)-1]
	var last *entry
	for i := range f.entries {
		if e := &f.entries[i]; !e.inline && len(e.path) == len(p) && slices.Equal(e.path[:len(parent)], parent) {
			last = e
		}
	}
	if before, after := neighbours(p, order, func(q Path) bool { return f.onLine(q) != nil }); before != nil {
		return f.onLine(before)
	} else if after != nil {
		return f.onLine(after)
	}
	return last
}

func (f *tomlFile) onLine(p Path) *entry {
	for i := range f.entries {
		if e := &f.entries[i]; !e.inline && slices.Equal(e.path, p) {
			return e
		}
	}
	return nil
}

// neighbours are what stands nearest before p in order, and nearest after it, of what
// stands at all.
func neighbours(p Path, order []Path, stands func(Path) bool) (before, after Path) {
	at := slices.IndexFunc(order, func(q Path) bool { return slices.Equal(q, p) })
	if at < 0 {
		return nil, nil
	}
	for i := at - 1; i >= 0 && before == nil; i-- {
		if stands(order[i]) {
			before = order[i]
		}
	}
	for i := at + 1; i < len(order) && after == nil; i++ {
		if stands(order[i]) {
			after = order[i]
		}
	}
	return before, after
}

// insertBeside writes a key behind its sibling, or before it where it comes first in
// order, as the sibling is written: indented, dotted and aligned.
func (f *tomlFile) insertBeside(s *entry, p Path, key, value string, order []Path) []byte {
	line := lineStart(f.content, s.from)
	written := string(f.content[s.from:s.start]) // the key, and what stands around the equals sign
	name, spaced, _ := cutEquals(written)
	last := strings.TrimRight(name, " \t")
	if dot := lastDot(last); dot >= 0 {
		key = last[:dot+1] + key
	}
	pad := name[len(last):]
	if f.aligned(s) {
		pad = strings.Repeat(" ", max(1, utf8.RuneCountInString(name)-utf8.RuneCountInString(key)))
	}
	text := string(f.content[line:s.from]) + key + pad + "=" + spaced + value
	if before, after := neighbours(p, order, func(q Path) bool { return f.onLine(q) != nil }); before == nil && after != nil {
		return splice(f.content, line, line, text+lineBreak(f.content))
	}
	return f.insertLine(lineEnd(f.content, s.end), text)
}

// cutEquals parts what stands before a value at its equals sign, which is the last: a
// quoted key may hold others.
func cutEquals(written string) (name, spaced string, ok bool) {
	at := strings.LastIndexByte(written, '=')
	if at < 0 {
		return written, " ", false
	}
	return written[:at], written[at+1:], true
}

// lastDot is the dot before a key's last name, outside quotes; -1 where there is none.
func lastDot(key string) int {
	dot, quote := -1, byte(0)
	for i := range len(key) {
		switch c := key[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '.':
			dot = i
		}
	}
	return dot
}

// aligned reports whether the equals signs around a key stand below each other though
// its neighbours are of another length.
func (f *tomlFile) aligned(s *entry) bool {
	width := func(e *entry) (key, all int) {
		name, _, _ := cutEquals(string(f.content[e.from:e.start]))
		return utf8.RuneCountInString(strings.TrimRight(name, " \t")), utf8.RuneCountInString(name)
	}
	key, all := width(s)
	other := false
	for i := range f.entries {
		e := &f.entries[i]
		if e.inline || !e.scalar || len(e.path) != len(s.path) || !slices.Equal(e.path[:len(e.path)-1], s.path[:len(s.path)-1]) {
			continue
		}
		k, a := width(e)
		if a != all {
			return false
		}
		other = other || k != key
	}
	return other
}

// insertLine writes a line at the beginning of another, or at the end of the file.
func (f *tomlFile) insertLine(at int, line string) []byte {
	eol := lineBreak(f.content)
	if at > 0 && f.content[at-1] != '\n' { // the file's last line has no end, and keeps none
		return splice(f.content, at, at, eol+line)
	}
	return splice(f.content, at, at, line+eol)
}

// insertTable writes a table of its own: behind the one that comes before it in order,
// before the one that comes after it, behind its nearest relative, or at the end.
func (f *tomlFile) insertTable(p Path, pair string, order []Path) []byte {
	eol := lineBreak(f.content)
	names := make([]string, len(p))
	for i, key := range p {
		names[i] = quotedKey(key)
	}
	text := "[" + strings.Join(names, ".") + "]" + eol + pair
	before, after := neighbours(p, order, func(q Path) bool { return f.behind(q) >= 0 })
	at := len(f.content)
	switch {
	case before != nil:
		at = f.behind(before)
	case after != nil:
		at = f.heading(after)
		return splice(f.content, at, at, text+eol+eol)
	default:
		for n := len(p) - 1; n > 0 && at == len(f.content); n-- {
			if end := f.behind(p[:n]); end >= 0 {
				at = end
			}
		}
	}
	if at < len(f.content) {
		return splice(f.content, at, at, eol+text+eol)
	}
	switch {
	case at == 0:
		return []byte(text + eol)
	case f.content[at-1] != '\n':
		return splice(f.content, at, at, eol+eol+text)
	case bytes.HasSuffix(f.content, []byte(eol+eol)) || len(f.content) == len(eol):
		return splice(f.content, at, at, text+eol)
	}
	return splice(f.content, at, at, eol+text+eol)
}

// behind is the end of the last table at or below a path; -1 where there is none.
func (f *tomlFile) behind(p Path) int {
	end := -1
	for i := range f.tables {
		if t := &f.tables[i]; len(t.path) >= len(p) && slices.Equal(t.path[:len(p)], p) {
			end = t.end
		}
	}
	return end
}

// heading is where the first table at or below a path begins, with the comments that
// stand right above it.
func (f *tomlFile) heading(p Path) int {
	i := slices.IndexFunc(f.tables, func(t table) bool { return len(t.path) >= len(p) && slices.Equal(t.path[:len(p)], p) })
	at := f.tables[i].from
	for at > 0 {
		above := lineStart(f.content, at-1)
		if !strings.HasPrefix(strings.TrimSpace(string(f.content[above:at])), "#") {
			return at
		}
		at = above
	}
	return at
}
