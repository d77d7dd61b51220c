package edit

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"lianhua/internal/authoring"
)

// entry is a key with its value.
type entry struct {
	path       Path
	from       int // where the key begins
	start, end int // of the value
	kind       Kind
	text       string
	scalar     bool // a text, a number or a truth value
	inline     bool // within the value of another
	prefix     int  // how many keys of the path the table gives
}

// table is a header with the keys below it.
type table struct {
	path   Path
	from   int // the beginning of the header's line
	end    int // behind the line of its last key, or of its header
	list   bool
	closed bool // a key stands below it
}

// tomlFile is a TOML file taken apart.
type tomlFile struct {
	name    string
	content []byte
	entries []entry
	tables  []table
	at      map[string]int // entries by path
}

func openTOML(name string, content []byte) (*tomlFile, error) {
	f := &tomlFile{name: name, content: content, at: map[string]int{}}
	var p unstable.Parser
	p.Reset(content)
	lists := map[string]int{}
	var here Path
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			here = f.header(&p, e, lists)
		case unstable.KeyValue:
			f.pair(e, here, false)
			if n := len(f.tables); n > 0 {
				f.tables[n-1].end, f.tables[n-1].closed = lineEnd(content, int(e.Raw.Offset+e.Raw.Length)), true
			}
		}
	}
	if err := p.Error(); err != nil {
		line := 1
		if at := (*unstable.ParserError)(nil); errors.As(err, &at) && len(at.Highlight) > 0 {
			line = f.lineOf(int(p.Range(at.Highlight).Offset))
		}
		return nil, &Refusal{authoring.Syntax(name, string(content), line, err.Error())}
	}
	for i := range f.entries {
		if key := f.entries[i].path.key(); f.entries[i].scalar {
			if first, twice := f.at[key]; twice {
				return nil, refuse(name, f.lineOf(f.entries[i].from), "the key "+f.entries[i].path.String()+" is given twice",
					"keep one; the first stands on line "+strconv.Itoa(f.lineOf(f.entries[first].from)))
			}
			f.at[key] = i
		}
	}
	return f, nil
}

// header notes a table and gives its path, with its place in each list on the way.
func (f *tomlFile) header(p *unstable.Parser, e *unstable.Node, lists map[string]int) Path {
	var path Path
	from := 0
	for keys := e.Key(); keys.Next(); {
		from = int(keys.Node().Raw.Offset)
		path = append(path, string(keys.Node().Data))
		if n, ok := lists[path.key()]; ok && (!keys.IsLast() || e.Kind != unstable.ArrayTable) {
			path = append(path, strconv.Itoa(n-1))
		}
	}
	if e.Kind == unstable.ArrayTable {
		key := path.key()
		lists[key]++
		path = append(path, strconv.Itoa(lists[key]-1))
	}
	f.tables = append(f.tables, table{
		path: path, from: lineStart(f.content, from), end: lineEnd(f.content, from), list: e.Kind == unstable.ArrayTable,
	})
	return path
}

// pair notes a key, and what its value holds.
func (f *tomlFile) pair(e *unstable.Node, here Path, inline bool) {
	path := slices.Clone(here)
	from := int(e.Raw.Offset)
	for keys := e.Key(); keys.Next(); {
		path = append(path, string(keys.Node().Data))
	}
	f.value(e.Value(), entry{path: path, from: from, end: int(e.Raw.Offset + e.Raw.Length), inline: inline, prefix: len(here)})
}

func (f *tomlFile) value(v *unstable.Node, e entry) {
	switch v.Kind {
	case unstable.InlineTable:
		e.start = int(v.Raw.Offset)
		f.entries = append(f.entries, e)
		for kids := v.Children(); kids.Next(); {
			if kid := kids.Node(); kid.Kind == unstable.KeyValue {
				f.pair(kid, e.path, true)
			}
		}
	case unstable.Array:
		e.start = e.end
		f.entries = append(f.entries, e)
		n := 0
		for kids := v.Children(); kids.Next(); n++ {
			kid := kids.Node()
			path := append(slices.Clone(e.path), strconv.Itoa(n))
			f.value(kid, entry{path: path, from: int(kid.Raw.Offset), end: int(kid.Raw.Offset + kid.Raw.Length), inline: true, prefix: len(path)})
		}
	default:
		e.start, e.end = int(v.Raw.Offset), int(v.Raw.Offset+v.Raw.Length)
		e.scalar, e.kind, e.text = true, Bare, string(v.Data)
		if v.Kind == unstable.String {
			e.kind, e.text = Text, strings.ReplaceAll(e.text, "\r\n", "\n")
		}
		f.entries = append(f.entries, e)
	}
}

func (f *tomlFile) lineOf(at int) int { return 1 + bytes.Count(f.content[:at], []byte("\n")) }

// lineStart is the beginning of the line that holds the byte at.
func lineStart(content []byte, at int) int { return bytes.LastIndexByte(content[:at], '\n') + 1 }

// lineEnd is behind the end of that line, or the end of the file.
func lineEnd(content []byte, at int) int {
	if n := bytes.IndexByte(content[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(content)
}

func (f *tomlFile) Find(p Path) (Value, bool) {
	i, ok := f.at[p.key()]
	if !ok {
		return Value{}, false
	}
	e := &f.entries[i]
	return Value{
		Line: f.lineOf(e.from), Text: e.text, Raw: string(f.content[e.start:e.end]), Kind: e.kind, start: e.start, end: e.end,
	}, true
}

func (f *tomlFile) Children(p Path) (names []string) {
	seen := map[string]bool{}
	add := func(path Path) {
		if len(path) > len(p) && slices.Equal(path[:len(p)], p) && !seen[path[len(p)]] {
			seen[path[len(p)]] = true
			names = append(names, path[len(p)])
		}
	}
	t := 0
	for i := range f.entries { // tables that hold nothing have their place, too
		for ; t < len(f.tables) && f.tables[t].from < f.entries[i].from; t++ {
			add(f.tables[t].path)
		}
		add(f.entries[i].path)
	}
	for ; t < len(f.tables); t++ {
		add(f.tables[t].path)
	}
	return names
}

func (f *tomlFile) Line(p Path) int {
	for n := len(p); n > 0; n-- {
		for i := range f.entries {
			if slices.Equal(f.entries[i].path, p[:n]) {
				return f.lineOf(f.entries[i].from)
			}
		}
		for i := range f.tables {
			if slices.Equal(f.tables[i].path, p[:n]) {
				return f.lineOf(f.tables[i].from)
			}
		}
	}
	return 1
}

func (f *tomlFile) values() values {
	out := values{}
	for key, i := range f.at {
		out[key] = f.entries[i].text
	}
	return out
}

func (f *tomlFile) Set(p Path, text string, order ...Path) ([]byte, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	content, err := f.set(p, text, order)
	if err != nil {
		return nil, err
	}
	return proved(f.name, f.values(), p, &text, content)
}

func (f *tomlFile) set(p Path, text string, order []Path) ([]byte, error) {
	v, stands := f.Find(p)
	switch {
	case !stands:
		return f.insert(p, text, order)
	case v.Text == text:
		return f.content, nil
	case v.Kind == Bare:
		if !bare.MatchString(text) {
			return nil, refuse(f.name, v.Line, strconv.Quote(text)+" is neither a number nor true or false", "write a number with a point, as 1.5")
		}
		return splice(f.content, v.start, v.end, text), nil
	}
	return splice(f.content, v.start, v.end, rewritten(v.Raw, text, lineBreak(f.content))), nil
}

func (f *tomlFile) Put(p Path, raw string) ([]byte, error) {
	v, stands := f.Find(p)
	if !stands {
		return nil, refuse(f.name, f.Line(p), "there is no "+p.String()+" any more", "write it anew")
	}
	content := splice(f.content, v.start, v.end, raw)
	again, err := openTOML(f.name, content)
	if err != nil {
		return nil, err
	}
	now, _ := again.Find(p)
	return proved(f.name, f.values(), p, &now.Text, content)
}

func (f *tomlFile) Remove(p Path) ([]byte, error) {
	if _, stands := f.Find(p); !stands {
		return f.content, nil
	}
	content, err := f.remove(p)
	if err != nil {
		return nil, err
	}
	return proved(f.name, f.values(), p, nil, content)
}
