package authoring

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/story"
	"lianhua/internal/vision"
)

// ThemeFile is where colours stand in the assets.
const ThemeFile = "theme.toml"

// Contrasts that a role asks for, by WCAG 2.2, success criteria 1.4.3 and
// 1.4.11.
const (
	TextContrast = 4.5
	MarkContrast = 3
)

// role is what a colour is for, and on which other colours it must be seen.
type role struct {
	name string   // text, mark, ground, free
	on   []string // for text and mark
}

func readThemes(t Table) []story.ThemeRecord {
	t.Only("roles", "themes")
	roles, names := readRoles(t)
	if len(names) == 0 {
		return nil
	}
	var themes []story.ThemeRecord
	t.each("themes", func(name string, sub Table) {
		theme := story.ThemeRecord{Name: name}
		colors := map[string]uint32{}
		sub.Only(append([]string{tonesKey}, names...)...)
		for _, color := range names {
			if _, ok := sub.values[color]; !ok {
				sub.Fail("", "theme "+name+" has no colour "+color, color+` = "#RRGGBB"`)
				continue
			}
			text := sub.Text(color)
			rgba, ok := parseColor(text)
			if !ok {
				sub.Fail(color, "bad colour "+strconv.Quote(text), `write "#RRGGBB", or "#RRGGBBAA" with an opacity`)
				continue
			}
			colors[color] = rgba
			theme.Colors = append(theme.Colors, story.ColorRecord{Name: color, RGBA: rgba})
		}
		checkContrast(sub, roles, names, colors)
		theme.Tones = readTones(sub)
		themes = append(themes, theme)
	})
	sameTones(t, themes)
	if len(themes) == 0 {
		t.Fail("themes", "no theme", "begin with [themes.day]")
	}
	return themes
}

// readRoles reads what each colour is for: "ground", "free", "text" or "mark",
// the last two on all grounds or "on" the colours that follow.
func readRoles(t Table) (map[string]role, []string) {
	roles := map[string]role{}
	group, ok := t.Sub("roles")
	if !ok {
		t.Fail("", "missing [roles]", `say what each colour is for: ink = "text"`)
		return roles, nil
	}
	names := group.keys()
	var grounds []string
	for _, name := range names {
		words := strings.Fields(group.Text(name))
		r := role{}
		if len(words) > 0 {
			r.name = words[0]
		}
		if len(words) > 2 && words[1] == "on" {
			r.on = words[2:]
		}
		seen := r.name == "text" || r.name == "mark"
		if !seen && r.name != "ground" && r.name != "free" || len(words) > 1 && (len(r.on) == 0 || !seen) {
			group.Fail(name, "unknown role "+strconv.Quote(strings.Join(words, " ")), `roles are "ground", "free", "text", "mark", "text on NAME …" and "mark on NAME …"`)
		}
		for _, on := range r.on {
			if !slices.Contains(names, on) {
				group.Fail(name, "unknown colour "+strconv.Quote(on), Suggest(on, names))
			}
		}
		if r.name == "ground" {
			grounds = append(grounds, name)
		}
		roles[name] = r
	}
	for name, r := range maps.All(roles) {
		if (r.name == "text" || r.name == "mark") && len(r.on) == 0 {
			r.on = grounds
			roles[name] = r
		}
	}
	return roles, names
}

func checkContrast(t Table, roles map[string]role, names []string, colors map[string]uint32) {
	for _, name := range names {
		r := roles[name]
		least := TextContrast
		if r.name == "mark" {
			least = MarkContrast
		}
		for _, on := range r.on {
			front, okF := colors[name]
			back, okB := colors[on]
			if !okF || !okB {
				continue
			}
			if got := vision.Contrast(front, back); got < least {
				t.Fail(name, fmt.Sprintf("%s on %s has a contrast of %.2f:1", name, on, got),
					fmt.Sprintf("its role %q needs %.1f:1: move its lightness away from %s", r.name, least, on))
			}
		}
	}
}

// parseColor reads #RRGGBB or #RRGGBBAA into 0xRRGGBBAA.
func parseColor(s string) (uint32, bool) {
	hex, ok := strings.CutPrefix(s, "#")
	if !ok || len(hex) != 6 && len(hex) != 8 {
		return 0, false
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return 0, false
	}
	if len(hex) == 6 {
		n = n<<8 | 0xFF
	}
	return uint32(n), true
}
