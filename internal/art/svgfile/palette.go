package svgfile

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/authoring"
	"lianhua/internal/draw"
)

// Palette is what drawings may be painted with, and how it looks by day.
type Palette struct {
	Colors map[string]draw.Color   // by name
	Tones  map[string][]draw.Color // by the ramp's name, from its darkest end
}

// Color is a colour or a tone by name: "ink", "steel-40".
func (p Palette) Color(name string) (c draw.Color, ok bool) {
	if c, ok = p.Colors[name]; ok {
		return c, true
	}
	ramp, at, ok := p.tone(name)
	if !ok || at < 0 || at > 100 {
		return 0, false
	}
	place := float64(at) / 100 * float64(len(ramp)-1)
	i := min(int(place), len(ramp)-2)
	return draw.Mix(ramp[i], ramp[i+1], place-float64(i)), true
}

// tone takes a tone's name apart; ok is false where there is no such ramp.
func (p Palette) tone(name string) (ramp []draw.Color, at int, ok bool) {
	scale, place, ok := strings.Cut(name, "-")
	ramp = p.Tones[scale]
	at, err := strconv.Atoi(place)
	return ramp, at, ok && err == nil && len(ramp) > 1 && strconv.Itoa(at) == place
}

// unknown is empty for colours that there are, and else says which are like it.
func (p Palette) unknown(name string) (hint string) {
	if _, ok := p.Color(name); ok {
		return ""
	}
	if _, _, ok := p.tone(name); ok {
		return "tones run from 0, the darkest, to 100"
	}
	var known []string
	for c := range p.Colors {
		known = append(known, c)
	}
	tail := ""
	if i := strings.LastIndexByte(name, '-'); i > 0 {
		if _, err := strconv.Atoi(name[i+1:]); err == nil {
			tail = name[i:]
		}
	}
	for ramp := range p.Tones {
		if tail == "" {
			tail = "-50"
		}
		known = append(known, ramp+tail)
	}
	return authoring.Suggest(name, known)
}

// strange is a colour that there is not, where it stands first, and on how many
// elements.
type strange struct {
	name  string
	first *node
	on    map[*node]bool
}

// knownColor remembers an element whose colour there is not: each such colour, and
// each such scale of tones, is told once, however much is painted with it.
func (r *reader) knownColor(n *node, name string) {
	if _, ok := r.opt.Palette.Color(name); ok {
		return
	}
	key := name
	if scale, place, ok := strings.Cut(name, "-"); ok && r.opt.Palette.Tones[scale] == nil {
		if _, err := strconv.Atoi(place); err == nil {
			key = scale
		}
	}
	s := r.strange[key]
	if s == nil {
		s = &strange{on: map[*node]bool{}}
		r.strange[key] = s
	}
	s.on[n] = true
	if s.first == nil || n.line < s.first.line {
		s.name, s.first = name, n
	}
}

func (r *reader) tellStrange() {
	for _, key := range slices.Sorted(maps.Keys(r.strange)) {
		s := r.strange[key]
		message := "unknown colour " + strconv.Quote(s.name)
		if more := len(s.on) - 1; more > 0 && key == s.name {
			message += ", here and on " + strconv.Itoa(more) + " more"
		} else if more > 0 {
			message += ", and so are all tones of " + key + ", on " + strconv.Itoa(more) + " more"
		}
		r.to.at(s.first, message, r.opt.Palette.unknown(s.name))
	}
}

// nearest is the name of the colour or tone that looks most like #RRGGBB by day.
func (p Palette) nearest(value string) string {
	c, ok := hex(value)
	if !ok {
		return ""
	}
	best, least := "", math.Inf(1)
	try := func(name string) {
		k, _ := p.Color(name)
		dr, dg, db := float64(c.R())-float64(k.R()), float64(c.G())-float64(k.G()), float64(c.B())-float64(k.B())
		if d := dr*dr + dg*dg + db*db; k.A() == 255 && (d < least || d == least && name < best) {
			best, least = name, d
		}
	}
	for name := range p.Colors {
		try(name)
	}
	for ramp := range p.Tones {
		for at := 0; at <= 100; at += 4 {
			try(ramp + "-" + strconv.Itoa(at))
		}
	}
	return best
}

// hex reads #RGB and #RRGGBB.
func hex(s string) (draw.Color, bool) {
	digits, ok := strings.CutPrefix(s, "#")
	if !ok {
		return 0, false
	}
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	return draw.RGB(uint32(n)), err == nil && len(digits) == 6
}

// nearID is a hint for a reference that leads nowhere.
func nearID(doc *document, id string, kinds ...string) string {
	var known []string
	for name, n := range doc.ids {
		if slices.Contains(kinds, n.name) {
			known = append(known, name)
		}
	}
	return authoring.Suggest(id, known)
}
