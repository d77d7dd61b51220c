package svgfile

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/BurntSushi/toml"

	"lianhua/internal/art"
	"lianhua/internal/authoring"
	"lianhua/internal/draw"
)

// Folder is where drawings stand in the assets.
const Folder = "art"

// dayTheme is the theme that editors show.
const dayTheme = "day"

// ReadFile reads a drawing of the assets, with the palette of their theme file and
// the symbols beside it. What is wrong with the theme file itself, authoring tells.
func ReadFile(assets fs.FS, name string) (*art.Drawing, []authoring.Problem) {
	opt, problems := OptionsOf(assets)
	if problems != nil {
		return nil, problems
	}
	file, err := fs.ReadFile(assets, name)
	if err != nil {
		return nil, []authoring.Problem{{File: name, Message: "cannot be read: " + err.Error()}}
	}
	return Read(name, file, opt)
}

// OptionsOf are the palette and the symbols of the assets.
func OptionsOf(assets fs.FS) (Options, []authoring.Problem) {
	theme, err := fs.ReadFile(assets, authoring.ThemeFile)
	if err != nil {
		return Options{}, []authoring.Problem{{File: authoring.ThemeFile, Message: "cannot be read: " + err.Error()}}
	}
	p, err := ParsePalette(theme)
	if err != nil {
		return Options{}, []authoring.Problem{{File: authoring.ThemeFile, Message: err.Error()}}
	}
	symbols, err := fs.ReadFile(assets, Folder+"/"+SymbolsFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Options{}, []authoring.Problem{{File: Folder + "/" + SymbolsFile, Message: "cannot be read: " + err.Error()}}
	}
	return Options{Palette: p, Symbols: symbols}, nil
}

// ParsePalette takes the day's colours and tones from a theme file.
func ParsePalette(theme []byte) (Palette, error) {
	var file struct {
		Themes map[string]map[string]any `toml:"themes"`
	}
	if err := toml.Unmarshal(theme, &file); err != nil {
		return Palette{}, err
	}
	p := Palette{Colors: map[string]draw.Color{}, Tones: map[string][]draw.Color{}}
	for name, value := range file.Themes[dayTheme] {
		switch v := value.(type) {
		case string:
			if c, ok := hex(v); ok {
				p.Colors[name] = c
			}
		case map[string]any:
			if name != "tones" {
				continue
			}
			for ramp, list := range v {
				colors, _ := list.([]any)
				for _, one := range colors {
					text, _ := one.(string)
					if c, ok := hex(text); ok {
						p.Tones[ramp] = append(p.Tones[ramp], c)
					}
				}
			}
		}
	}
	if len(p.Colors) == 0 {
		return p, errors.New("there is no theme named " + dayTheme)
	}
	return p, nil
}

// Survey is what is known of a drawing's file.
type Survey struct {
	Name     string
	Bytes    int
	Stats    Stats
	Palette  []byte // the file with a current palette; nil where it is current
	Problems []authoring.Problem
}

// Stats count what a drawing is made of.
type Stats struct{ Layers, Shapes, Points, Colors, Clips, Slots int }

// StatsOf counts.
func StatsOf(d *art.Drawing) (s Stats) {
	s = Stats{Layers: len(d.Layers), Colors: len(d.Colors), Clips: len(d.Clips), Slots: len(d.Slots)}
	for i := range d.Layers {
		for _, item := range d.Layers[i].Items {
			if item.Layer < 0 {
				s.Shapes++
				s.Points += len(item.Shape.Path.Pts)
			}
		}
	}
	return s
}

// Look reads a file for those who draw it: a drawing, or the symbols.
func Look(name string, file []byte, opt Options) Survey {
	s := Survey{Name: name, Bytes: len(file)}
	var d *art.Drawing
	if path.Base(name) == SymbolsFile {
		d, s.Problems = readSymbols(name, file, opt)
	} else {
		d, s.Problems = Read(name, file, opt)
	}
	if d != nil {
		s.Stats = StatsOf(d)
	}
	if now, err := WithPalette(file, opt.Palette); err == nil && !bytes.Equal(now, file) {
		s.Palette = now
	}
	return s
}

// All are the names of the drawings of the assets, the symbols among them.
func All(assets fs.FS) ([]string, error) {
	names, err := fs.Glob(assets, Folder+"/*.svg")
	if err != nil {
		return nil, err
	}
	kept := names[:0]
	for _, name := range names {
		if !strings.HasPrefix(path.Base(name), ".") {
			kept = append(kept, name)
		}
	}
	return kept, nil
}
