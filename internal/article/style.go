package article

import (
	"strings"

	"lianhua/internal/story"
)

// pageColors are the colours of a theme that pages use.
func pageColors() []string {
	return []string{"ground", "panel", "ink", "text", "mute", "faint", "rule", "accent", "steel"}
}

// Style writes the story's themes as custom properties: --ground, --ink and so
// on, and --paper, the ground of the pictures in every theme. The first theme is the page's own, "night" follows the system's dark mode,
// "contrast" its wish for more contrast, until data-theme at the root names one.
func Style(b *story.Bundle) string {
	var w strings.Builder
	day, ok := b.Theme(themeName)
	if rgba, known := day.Color("ground"); ok && known {
		w.WriteString(":root{--paper:" + hexColor(rgba) + "}\n")
	}
	for i, p := range b.Themes() {
		vars := properties(p)
		if i == 0 {
			w.WriteString(":root{color-scheme:light;" + vars + "}\n")
		}
		scheme := "light"
		switch p.Name() {
		case "night":
			scheme = "dark"
			w.WriteString("@media (prefers-color-scheme:dark){:root:not([data-theme]){color-scheme:dark;" + vars + "}}\n")
		case "contrast":
			w.WriteString("@media (prefers-contrast:more){:root:not([data-theme]){color-scheme:light;" + vars + "}}\n")
		}
		w.WriteString(":root[data-theme=" + p.Name() + "]{color-scheme:" + scheme + ";" + vars + "}\n")
	}
	if ok {
		w.WriteString("@media print{:root,:root:not([data-theme]),:root[data-theme]{color-scheme:light;" + properties(day) + "}}\n")
	}
	return w.String()
}

func properties(p story.Palette) string {
	var w strings.Builder
	for _, name := range pageColors() {
		rgba, ok := p.Color(name)
		if !ok {
			continue
		}
		w.WriteString("--" + name + ":" + hexColor(rgba) + ";")
	}
	return w.String()
}

func hexColor(rgba uint32) string {
	const hex = "0123456789abcdef"
	out := []byte{'#'}
	for shift := 28; shift >= 8; shift -= 4 {
		out = append(out, hex[rgba>>shift&15])
	}
	return string(out)
}
