package desk

import (
	"strconv"
	"strings"

	"lianhua/internal/authoring"
	"lianhua/internal/vision"
	"lianhua/internal/workbench/edit"
)

// color is a name of the theme, in each theme.
type color struct {
	Name   string         `json:"name"`
	Role   string         `json:"role"`
	Used   bool           `json:"used"` // the scene's drawings name it
	Themes []colorInTheme `json:"themes"`
}

type colorInTheme struct {
	Theme string  `json:"theme"`
	Value value   `json:"value"`
	On    []stand `json:"on"`
}

// stand is how a colour is seen on another.
type stand struct {
	Name     string  `json:"name"`
	Contrast float64 `json:"contrast"` // by WCAG 2.2, 1 to 21
	Least    float64 `json:"least"`    // what the colour's role asks for
}

// tone is a scale of colours that the scene's drawings name, in each theme.
type tone struct {
	Name   string        `json:"name"`
	Themes []toneInTheme `json:"themes"`
}

type toneInTheme struct {
	Theme  string  `json:"theme"`
	Values []value `json:"values"`
}

// colors are those of the theme, and the scales that the scene's drawings name.
func (r *reading) colors(scene string) ([]color, []tone) {
	colors, tones := []color{}, []tone{}
	s := r.sheet(authoring.ThemeFile)
	if s == nil {
		return colors, tones
	}
	used := map[string]bool{}
	for _, form := range []string{"", ".phone", ".kiosk", ".wall"} {
		file := "art/" + scene + form + ".svg"
		content, err := r.d.history.Read(file)
		if err != nil {
			continue
		}
		for _, name := range r.d.named.of(file, content) {
			used[name] = true
		}
	}
	themes := s.now.Children(edit.Path{"themes"})
	roles := map[string]string{}
	var grounds []string
	names := s.now.Children(edit.Path{"roles"})
	for _, name := range names {
		v, _ := s.now.Find(edit.Path{"roles", name})
		if roles[name] = v.Text; v.Text == "ground" {
			grounds = append(grounds, name)
		}
	}
	for _, name := range names {
		one := color{Name: name, Role: roles[name], Used: used[name]}
		for _, theme := range themes {
			in := colorInTheme{Theme: theme, Value: s.value("color", edit.Path{"themes", theme, name}), On: []stand{}}
			least, on := contrastOf(roles[name], grounds)
			for _, ground := range on {
				front, okF := rgba(in.Value.Text)
				back, okB := rgba(s.value("color", edit.Path{"themes", theme, ground}).Text)
				if okF && okB {
					in.On = append(in.On, stand{ground, vision.Contrast(front, back), least})
				}
			}
			one.Themes = append(one.Themes, in)
		}
		colors = append(colors, one)
	}
	for _, theme := range themes[:min(1, len(themes))] {
		for _, name := range s.now.Children(edit.Path{"themes", theme, "tones"}) {
			if used[name] {
				tones = append(tones, s.tone(name, themes))
			}
		}
	}
	return colors, tones
}

func (s *sheet) tone(name string, themes []string) tone {
	one := tone{Name: name}
	for _, theme := range themes {
		in := toneInTheme{Theme: theme}
		for _, n := range s.now.Children(edit.Path{"themes", theme, "tones", name}) {
			in.Values = append(in.Values, s.value("color", edit.Path{"themes", theme, "tones", name, n}))
		}
		one.Themes = append(one.Themes, in)
	}
	return one
}

// contrastOf is what a role asks for, and on which colours.
func contrastOf(role string, grounds []string) (least float64, on []string) {
	words := strings.Fields(role)
	if len(words) == 0 {
		return 0, nil
	}
	switch words[0] {
	case "text":
		least = authoring.TextContrast
	case "mark":
		least = authoring.MarkContrast
	default:
		return 0, nil
	}
	if len(words) > 2 {
		return least, words[2:]
	}
	return least, grounds
}

// rgba reads #RRGGBB or #RRGGBBAA.
func rgba(text *string) (uint32, bool) {
	if text == nil || len(*text) != 7 && len(*text) != 9 || (*text)[0] != '#' {
		return 0, false
	}
	n, err := strconv.ParseUint((*text)[1:], 16, 32)
	if err != nil {
		return 0, false
	}
	if len(*text) == 7 {
		n = n<<8 | 0xff
	}
	return uint32(n), true
}
