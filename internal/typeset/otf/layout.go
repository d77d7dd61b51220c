package otf

import (
	"errors"
	"slices"
)

// The features that typeset text carries, of GSUB and of GPOS. Fonts may hold
// others, which stay off: halt, for browsers.
func wanted(tag string) bool {
	switch tag {
	case "ccmp", "locl", "liga", "rlig", "clig", "calt", "rclt", "kern", "dist", "curs", "mark", "mkmk", "abvm", "blwm", "rvrn":
		return true
	}
	return false
}

// The script and the language system of simplified Chinese.
const (
	script   = "hani"
	language = "ZHS "
)

// The lookup types that are read, and those that only point to another. GSUB
// and GPOS number theirs alike, so a lookup is never shared between them.
const (
	gsubSingle    = 1
	gsubLigature  = 4
	gsubExtension = 7
	gposPair      = 2
	gposExtension = 9
)

// lookup is one step of layout: its first subtable that knows a glyph applies.
type lookup struct {
	kind int
	subs []data
}

// parseLayout returns the lookups of the wanted features, in their order.
func parseLayout(d data, name string) ([]lookup, error) {
	if len(d) == 0 {
		return nil, nil
	}
	features, list := d.at(6), d.at(8)
	var use []int
	for _, i := range systemFeatures(d.at(4)) {
		rec := features.from(2 + 6*i)
		if i >= features.count(0, 6) || len(rec) < 6 || !wanted(string(rec[:4])) {
			continue
		}
		f := features.at(2 + 6*i + 4)
		for k := range f.count(2, 2) {
			use = append(use, f.u16(4+2*k))
		}
	}
	slices.Sort(use)
	var out []lookup
	for _, i := range slices.Compact(use) {
		if i >= list.count(0, 2) {
			continue
		}
		l, err := parseLookup(list.at(2+2*i), name)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

// systemFeatures returns the indices of the features of simplified Chinese, of
// the script's default where the font does not tell languages apart.
func systemFeatures(scripts data) []int {
	find := func(d data, at int, tag string) data {
		for i := range d.count(at, 6) {
			if rec := d.from(at + 2 + 6*i); len(rec) >= 6 && string(rec[:4]) == tag {
				return d.at(at + 2 + 6*i + 4)
			}
		}
		return nil
	}
	s := find(scripts, 0, script)
	if s == nil {
		s = find(scripts, 0, "DFLT")
	}
	system := find(s, 2, language)
	if system == nil {
		system = s.at(0)
	}
	var out []int
	if required := system.u16(2); len(system) >= 6 && required != 0xFFFF {
		out = append(out, required)
	}
	for i := range system.count(4, 2) {
		out = append(out, system.u16(6+2*i))
	}
	return out
}

func parseLookup(d data, name string) (lookup, error) {
	l := lookup{kind: d.u16(0)}
	if d.u16(2) != 0 {
		return l, unsupported(name, "a lookup flag")
	}
	for i := range d.count(4, 2) {
		kind, sub := d.u16(0), d.at(6+2*i)
		if name == "GSUB" && kind == gsubExtension || name == "GPOS" && kind == gposExtension {
			kind, sub = sub.u16(2), sub.from(sub.u32(4))
		}
		if name == "GSUB" && kind != gsubSingle && kind != gsubLigature || name == "GPOS" && kind != gposPair {
			return l, unsupported(name, "a lookup type")
		}
		l.kind = kind
		l.subs = append(l.subs, sub)
	}
	return l, nil
}

func unsupported(name, what string) error {
	return errors.New("its table " + name + " uses " + what + " that the player does not read; cut the font with studio fonts")
}

// covered is the place of a glyph in a coverage table.
func covered(d data, g GID) (int, bool) {
	switch d.u16(0) {
	case 1:
		lo, hi := 0, d.count(2, 2)
		for lo < hi {
			mid := (lo + hi) / 2
			switch at := d.u16(4 + 2*mid); {
			case at == int(g):
				return mid, true
			case at < int(g):
				lo = mid + 1
			default:
				hi = mid
			}
		}
	case 2:
		if r, ok := inRange(d, 2, g); ok {
			return r.u16(4) + int(g) - r.u16(0), true
		}
	}
	return 0, false
}

// class is a glyph's class; 0 if it has none.
func class(d data, g GID) int {
	switch d.u16(0) {
	case 1:
		if i := int(g) - d.u16(2); i >= 0 && i < d.count(4, 2) {
			return d.u16(6 + 2*i)
		}
	case 2:
		if r, ok := inRange(d, 2, g); ok {
			return r.u16(4)
		}
	}
	return 0
}

// inRange finds the record (first, last, value) that holds g.
func inRange(d data, at int, g GID) (data, bool) {
	lo, hi := 0, d.count(at, 6)
	for lo < hi {
		mid := (lo + hi) / 2
		r := d.from(at + 2 + 6*mid)
		switch {
		case r.u16(2) < int(g):
			lo = mid + 1
		case r.u16(0) > int(g):
			hi = mid
		default:
			return r, true
		}
	}
	return nil, false
}
