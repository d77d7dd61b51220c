package authoring

import (
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"lianhua/internal/decimal"
	"lianhua/internal/story"
)

// Table is a TOML table with the way back to its lines.
type Table struct {
	file   string
	lines  lines
	path   []string
	values map[string]any
	report *report
}

// readTable reads one file. It reports a missing or malformed file and then
// returns false.
func readTable(fsys fs.FS, name string, rep *report) (Table, bool) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		rep.add(Problem{File: name, Message: "cannot be read: " + err.Error(), Hint: "every story needs this file"})
		return Table{}, false
	}
	return parseTable(name, string(data), rep)
}

// ReadTable reads TOML that is no story's: a hall's settings. It returns false where
// that is not TOML; [Table.Problems] then says why.
func ReadTable(name, text string) (Table, bool) {
	rep := &report{}
	t, ok := parseTable(name, text, rep)
	t.report = rep
	return t, ok
}

// Problems are what was found in the table's file so far, sorted by place.
func (t Table) Problems() []Problem { return t.report.sorted() }

func parseTable(name, text string, rep *report) (Table, bool) {
	if p, known := rep.memory.table(name, text); known {
		rep.memory.keep(name, p)
		return Table{file: name, lines: p.lines, values: p.values, report: rep}, true
	}
	var values map[string]any
	if _, err := toml.Decode(text, &values); err != nil {
		line, message := 1, err.Error()
		var syntax toml.ParseError
		if errors.As(err, &syntax) {
			line, message = syntax.Position.Line, syntax.Message
			if message == "" { // the library leaves it empty for some errors
				message = strings.TrimSpace(syntax.Error())
			}
		}
		p, found := Unreadable(name, []byte(text))
		if !found {
			p = Syntax(name, text, line, message)
		}
		rep.add(p)
		return Table{}, false
	}
	p := parsed{text, values, locate(text)}
	rep.memory.keep(name, p)
	return Table{file: name, lines: p.lines, values: values, report: rep}, true
}

func (t Table) at(key string) []string { return append(slices.Clone(t.path), key) }

// fail reports an error at the key, or at the table itself for an empty key.
func (t Table) Fail(key, message, hint string) { t.problem(Error, key, message, hint) }

func (t Table) problem(s Severity, key, message, hint string) {
	path := t.path
	if key != "" {
		path = t.at(key)
	}
	t.report.add(Problem{File: t.file, Line: t.lines.of(path), Severity: s, Message: message, Hint: hint})
}

// line is the line of the key, or of the table for an empty key.
func (t Table) Line(key string) int {
	if key == "" {
		return t.lines.of(t.path)
	}
	return t.lines.of(t.at(key))
}

// keys are the table's keys in the order of the file.
func (t Table) keys() []string {
	keys := make([]string, 0, len(t.values))
	for k := range t.values {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if la, lb := t.Line(a), t.Line(b); la != lb {
			return la - lb
		}
		return strings.Compare(a, b)
	})
	return keys
}

// only reports keys that are not among the known ones.
func (t Table) Only(known ...string) {
	for _, k := range t.keys() {
		if !slices.Contains(known, k) {
			t.Fail(k, "unknown key "+strconv.Quote(k), Suggest(k, known))
		}
	}
}

// text is an optional string; it is empty where the key is missing.
func (t Table) Text(key string) string {
	v, ok := t.values[key]
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.Fail(key, key+" is not a text", `put it in quotes: `+key+` = "…"`)
	}
	return s
}

// need is a string that must be there and not be empty.
func (t Table) need(key, hint string) string {
	if _, ok := t.values[key]; !ok {
		t.Fail("", "missing "+key, hint)
		return ""
	}
	s := t.Text(key)
	if _, isText := t.values[key].(string); isText && strings.TrimSpace(s) == "" {
		t.Fail(key, key+" is empty", hint)
	}
	return s
}

// Flag is an optional boolean, with what it is where it is missing or none.
func (t Table) Flag(key string, missing bool) bool {
	v, ok := t.values[key]
	if !ok {
		return missing
	}
	b, ok := v.(bool)
	if !ok {
		t.Fail(key, key+" is not true or false", "write "+key+" = true")
		return missing
	}
	return b
}

// whole is an optional integer within the limits.
func (t Table) Whole(key string, low, high, missing int64) int64 {
	v, ok := t.values[key]
	if !ok {
		return missing
	}
	n, ok := v.(int64)
	if !ok || n < low || n > high {
		t.Fail(key, key+" is not a whole number from "+strconv.FormatInt(low, 10)+" to "+strconv.FormatInt(high, 10), "write "+key+" = 1")
		return missing
	}
	return n
}

// decimal is an optional decimal, written in quotes so that it stays exact.
func (t Table) decimal(key string, missing decimal.Decimal) decimal.Decimal {
	v, ok := t.values[key]
	if !ok {
		return missing
	}
	s, ok := v.(string)
	if !ok {
		t.Fail(key, key+" is not written in quotes", `a bare number may lose digits: write `+key+` = "86.36"`)
		return missing
	}
	d, err := decimal.Parse(s)
	if err != nil {
		t.Fail(key, "bad decimal "+strconv.Quote(s)+": "+err.Error(), `digits and at most one point, no separators or units: `+key+` = "1360"`)
		return missing
	}
	return d
}

// sub is the table under the key; false where it is missing or something else.
func (t Table) Sub(key string) (Table, bool) {
	v, ok := t.values[key]
	if !ok {
		return Table{}, false
	}
	m, ok := v.(map[string]any)
	if !ok {
		t.Fail(key, key+" is not a table", "write ["+key+"] and its keys below it")
		return Table{}, false
	}
	return Table{t.file, t.lines, t.at(key), m, t.report}, true
}

// each calls f for every table under the key, in the order of the file.
func (t Table) each(key string, f func(name string, sub Table)) {
	group, ok := t.Sub(key)
	if !ok {
		return
	}
	for _, name := range group.keys() {
		if sub, ok := group.Sub(name); ok {
			f(name, sub)
		}
	}
}

// list are the tables [[key]].
func (t Table) list(key string) []Table {
	v, ok := t.values[key]
	if !ok {
		return nil
	}
	items, ok := v.([]map[string]any)
	if !ok {
		t.Fail(key, key+" is not a list of tables", "begin each with [["+key+"]]")
		return nil
	}
	out := make([]Table, len(items))
	for i, m := range items {
		out[i] = Table{t.file, t.lines, append(t.at(key), strconv.Itoa(i)), m, t.report}
	}
	return out
}

// both is a text in both languages: key = { zh = "…", en = "…" }.
func (t Table) both(key string) story.Both {
	const hint = `write both languages: { zh = "…", en = "…" }`
	if _, ok := t.values[key]; !ok {
		t.Fail("", "missing "+key, key+" = "+hint[len("write both languages: "):])
		return story.Both{}
	}
	sub, ok := t.Sub(key)
	if !ok {
		return story.Both{}
	}
	sub.Only("zh", "en")
	both := story.Both{ZH: sub.need("zh", hint), EN: sub.need("en", hint)}
	sub.english("en", key, both.EN)
	return both
}

// Number is a number, whole or not; false where it is missing or something else.
func (t Table) Number(key string) (float64, bool) {
	switch v := t.values[key].(type) {
	case nil:
		return 0, false
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	t.Fail(key, key+" is not a number", "write "+key+" = 1")
	return 0, false
}

// Texts is a list of strings; false where it is missing or something else.
func (t Table) Texts(key string) ([]string, bool) {
	v, ok := t.values[key]
	if !ok {
		return nil, false
	}
	items, ok := v.([]any)
	all := make([]string, 0, len(items))
	for _, item := range items {
		s, text := item.(string)
		ok = ok && text
		all = append(all, s)
	}
	if !ok {
		t.Fail(key, key+" is not a list of texts", `write `+key+` = ["…", "…"]`)
		return nil, false
	}
	return all, true
}
