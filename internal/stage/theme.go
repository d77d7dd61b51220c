package stage

import (
	"errors"
	"slices"
	"strings"

	"lianhua/internal/draw"
)

// Theme is the colours that scenes draw with, by what they are for. The names in
// the story's theme file are the fields' in lower case, words joined by hyphens.
type Theme struct {
	Name    string
	palette Palette

	Ground draw.Color // behind everything
	Panel  draw.Color // a surface on the ground
	Ink    draw.Color // titles and figures
	Text   draw.Color // sentences
	Mute   draw.Color // sources, hints, units
	Faint  draw.Color // what is not lit yet
	Rule   draw.Color // hairlines
	Accent draw.Color // the one thing to look at: clay

	Coal, Molten, MoltenLight                                draw.Color // the electrolysis cell and its metal
	SilverLight, Silver, SilverMid, SilverDark, Metal, Steel draw.Color // aluminium, from light to dark

	Cyan, CyanLight, Mint, MintLight, Deep draw.Color // hydrogen and water; Deep carries labels

	Leaf, LeafLight, LeafDark draw.Color // fields
	Gold, GoldLight, GoldDark draw.Color // rice; people
	Clay, ClayLight           draw.Color // roofs
	HillFar, HillNear         draw.Color // terraces, from the horizon to the foot
	Sky                       draw.Color // above them
	Litter                    draw.Color
	Crowd                     draw.Color // a second crowd, told apart from Gold
}

func (t *Theme) fields() map[string]*draw.Color {
	return map[string]*draw.Color{
		"ground": &t.Ground, "panel": &t.Panel, "ink": &t.Ink, "text": &t.Text, "mute": &t.Mute,
		"faint": &t.Faint, "rule": &t.Rule, "accent": &t.Accent,
		"coal": &t.Coal, "molten": &t.Molten, "molten-light": &t.MoltenLight,
		"silver-light": &t.SilverLight, "silver": &t.Silver, "silver-mid": &t.SilverMid,
		"silver-dark": &t.SilverDark, "metal": &t.Metal, "steel": &t.Steel,
		"cyan": &t.Cyan, "cyan-light": &t.CyanLight, "mint": &t.Mint, "mint-light": &t.MintLight, "deep": &t.Deep,
		"leaf": &t.Leaf, "leaf-light": &t.LeafLight, "leaf-dark": &t.LeafDark,
		"gold": &t.Gold, "gold-light": &t.GoldLight, "gold-dark": &t.GoldDark,
		"clay": &t.Clay, "clay-light": &t.ClayLight,
		"hill-far": &t.HillFar, "hill-near": &t.HillNear, "sky": &t.Sky, "litter": &t.Litter, "crowd": &t.Crowd,
	}
}

// Palette gives named colours as 0xRRGGBBAA.
type Palette interface {
	Name() string
	Color(name string) (rgba uint32, ok bool)
	Tones(name string) []uint32 // a scale; nil where there is none
}

// ThemeOf reads a theme from its palette. It fails where a colour is missing
// and names all that are.
func ThemeOf(p Palette) (*Theme, error) {
	t := &Theme{Name: p.Name(), palette: p}
	var missing []string
	for name, field := range t.fields() {
		c, ok := p.Color(name)
		if !ok {
			missing = append(missing, name)
			continue
		}
		*field = draw.Color(c)
	}
	if len(missing) > 0 {
		slices.Sort(missing)
		return nil, errors.New("theme " + t.Name + " lacks the colours " + strings.Join(missing, ", ") + ": add them to assets/theme.toml")
	}
	return t, nil
}

// Color is the colour of a name as drawings use them: the theme's own ("ink"), or a
// tone, N hundredths along a scale ("steel-40").
func (t *Theme) Color(name string) (c draw.Color, ok bool) {
	if t.palette == nil {
		return 0, false
	}
	if c, ok := t.palette.Color(name); ok {
		return draw.Color(c), true
	}
	scale, place, _ := strings.Cut(name, "-")
	n, ok := hundredths(place)
	if !ok {
		return 0, false
	}
	tones := t.palette.Tones(scale)
	if len(tones) < 2 {
		return 0, false
	}
	at := float64(n) / 100 * float64(len(tones)-1)
	i := min(int(at), len(tones)-2)
	return draw.Mix(draw.Color(tones[i]), draw.Color(tones[i+1]), at-float64(i)), true
}

// hundredths reads a whole number from 0 to 100, written as numbers are. It allocates
// nothing, for scenes ask for tones in every frame.
func hundredths(s string) (n int, ok bool) {
	if s == "" || len(s) > 3 || len(s) > 1 && s[0] == '0' {
		return 0, false
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, n <= 100
}

// Dark reports whether the theme is a night: its ground is darker than its ink.
func (t *Theme) Dark() bool { return light(t.Ground) < light(t.Ink) }

// Night is which of two colours, by day and by night, a theme has: 0 or 1.
func (t *Theme) Night() int {
	if t.Dark() {
		return 1
	}
	return 0
}

// light is about how bright a colour looks, by the luma of ITU-R BT.601.
func light(c draw.Color) float64 {
	return 0.299*float64(c.R()) + 0.587*float64(c.G()) + 0.114*float64(c.B())
}
