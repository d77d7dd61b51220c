package svgfile

import (
	"maps"
	"slices"
	"strings"

	"lianhua/internal/authoring"
)

// property says what becomes of a property of SVG, be it an attribute or a part of
// a style.
type property struct {
	taken bool     // it is read elsewhere
	any   bool     // whatever it says changes nothing that a drawing shows
	only  []string // the values that change nothing; all others are refused
	hint  string
}

// properties are all that editors write.
var properties = func() map[string]property {
	all := map[string]property{
		"display":               {only: []string{"inline", "block"}, hint: "delete what is hidden, or show it; data-lh-light shows layers by day or by night"},
		"visibility":            {only: []string{"visible"}, hint: "delete what is hidden, or show it"},
		"overflow":              {only: []string{"visible", "hidden", "auto"}},
		"mix-blend-mode":        {only: []string{"normal"}, hint: "draw the mixed colours"},
		"isolation":             {only: []string{"auto", "isolate"}},
		"filter":                {only: []string{"none"}, hint: hints["filter"]},
		"mask":                  {only: []string{"none"}, hint: hints["mask"]},
		"mask-type":             {any: true},
		"marker":                {only: []string{"none"}, hint: hints["marker"]},
		"marker-start":          {only: []string{"none"}, hint: hints["marker"]},
		"marker-mid":            {only: []string{"none"}, hint: hints["marker"]},
		"marker-end":            {only: []string{"none"}, hint: hints["marker"]},
		"vector-effect":         {only: []string{"none"}, hint: "strokes grow with their shape: turn it off"},
		"clip":                  {only: []string{"auto"}, hint: "use a clipPath"},
		"baseline-shift":        {any: true},
		"color":                 {any: true}, // only for currentColor, which is refused
		"color-interpolation":   {only: []string{"sRGB", "auto"}, hint: "colours mix in sRGB"},
		"color-profile":         {any: true},
		"enable-background":     {any: true},
		"solid-color":           {any: true},
		"solid-opacity":         {any: true},
		"pointer-events":        {any: true},
		"flood-color":           {any: true},
		"flood-opacity":         {any: true},
		"lighting-color":        {any: true},
		"direction":             {any: true},
		"dominant-baseline":     {any: true},
		"alignment-baseline":    {any: true},
		"unicode-bidi":          {any: true},
		"line-height":           {any: true},
		"letter-spacing":        {any: true},
		"word-spacing":          {any: true},
		"white-space":           {any: true},
		"inline-size":           {any: true},
		"block-progression":     {any: true},
		"shape-inside":          {any: true},
		"shape-subtract":        {any: true},
		"shape-padding":         {any: true},
		"shape-margin":          {any: true},
		"shape-rendering":       {any: true},
		"color-rendering":       {any: true},
		"image-rendering":       {any: true},
		"text-rendering":        {any: true},
		"text-anchor":           {any: true},
		"text-align":            {any: true},
		"text-indent":           {any: true},
		"text-transform":        {any: true},
		"text-orientation":      {any: true},
		"text-overflow":         {any: true},
		"text-decoration":       {any: true},
		"text-decoration-line":  {any: true},
		"text-decoration-style": {any: true},
		"text-decoration-color": {any: true},
		"writing-mode":          {any: true},
		"background":            {any: true}, // of the page around it
		"background-color":      {any: true},
		"mask-composite":        {any: true},
		"fill-color":            {any: true},
	}
	for _, name := range []string{
		"fill", "stroke", "fill-opacity", "stroke-opacity", "opacity", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
		"stroke-dasharray", "stroke-dashoffset", "fill-rule", "clip-rule", "clip-path", "stop-color", "stop-opacity", "paint-order",
	} {
		all[name] = property{taken: true}
	}
	return all
}()

// readStyle takes the attribute style apart.
func (n *node) readStyle(to *report) {
	for _, part := range strings.Split(n.attrs["style"], ";") {
		name, value, ok := strings.Cut(part, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		switch {
		case name == "" && value == "":
			continue
		case !ok:
			to.at(n, "style has "+part+", which says nothing", "write name:value;name:value")
		case strings.Contains(value, "!important"):
			to.at(n, name+" in style is !important", "leave that out")
		default:
			n.style[name] = value
		}
	}
}

// property is what an element itself says of a property; style goes before
// attributes.
func (n *node) property(name string) (value string, ok bool) {
	if value, ok = n.style[name]; ok {
		return value, true
	}
	value, ok = n.attrs[name]
	return strings.TrimSpace(value), ok
}

// ofWords reports whether a property is of type: there are no words.
func ofWords(name string) bool {
	return strings.HasPrefix(name, "font") || strings.HasPrefix(name, "text-")
}

// inert refuses properties that would change what is seen and are not taken.
func (r *reader) inert(n *node) {
	check := func(name, value string) {
		p, ok := properties[name]
		switch {
		case !ok && ofWords(name), !ok && strings.HasPrefix(name, "-"): // the latter an editor's own
		case !ok && name == "transform":
			r.to.at(n, "transform in style", "write it as an attribute: transform=\"…\"")
		case !ok:
			r.to.at(n, "unknown property "+name, authoring.Suggest(name, slices.Sorted(maps.Keys(properties))))
		case p.taken, p.any, slices.Contains(p.only, value):
		case name == "display" && value == "none" && n.layer != "" && (n.layer == slotsLayer || n.attrs["data-lh-light"] != ""):
			// Hidden in the editor, while the other light is drawn.
		default:
			r.to.at(n, name+" is "+value, p.hint)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(n.style)) {
		check(name, n.style[name])
	}
	for _, name := range slices.Sorted(maps.Keys(n.attrs)) {
		if _, ok := properties[name]; ok {
			check(name, strings.TrimSpace(n.attrs[name]))
		}
	}
	if o, ok := n.attrs["transform-origin"]; ok && strings.TrimSpace(o) != "" {
		if n.attrs["transform"] != "" {
			r.to.at(n, "transform-origin is "+o, "write transforms about the origin: rotate(angle, x, y)")
		}
	}
}
