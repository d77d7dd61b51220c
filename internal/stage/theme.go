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
	Name string

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
}

// ThemeOf reads a theme from its palette. It fails where a colour is missing
// and names all that are.
func ThemeOf(p Palette) (*Theme, error) {
	t := &Theme{Name: p.Name()}
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
