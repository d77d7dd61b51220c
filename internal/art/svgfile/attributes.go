package svgfile

import (
	"maps"
	"slices"
	"strings"

	"lianhua/internal/authoring"
)

// own are the attributes that an element has besides those of all: its shape, and
// what it refers to.
var own = map[string][]string{
	"svg":            {"viewBox", "width", "height", "x", "y", "version", "baseProfile", "preserveAspectRatio"},
	"g":              {},
	"path":           {"d", "pathLength"},
	"rect":           {"x", "y", "width", "height", "rx", "ry"},
	"circle":         {"cx", "cy", "r"},
	"ellipse":        {"cx", "cy", "rx", "ry"},
	"line":           {"x1", "y1", "x2", "y2"},
	"polyline":       {"points"},
	"polygon":        {"points"},
	"use":            {"href", "x", "y", "width", "height"},
	"defs":           {},
	"symbol":         {"viewBox", "preserveAspectRatio", "x", "y", "width", "height", "refX", "refY"},
	"linearGradient": {"href", "x1", "y1", "x2", "y2", "gradientUnits", "gradientTransform", "spreadMethod"},
	"radialGradient": {"href", "cx", "cy", "r", "fx", "fy", "fr", "gradientUnits", "gradientTransform", "spreadMethod"},
	"stop":           {"offset"},
	"clipPath":       {"clipPathUnits"},
	"title":          {},
	"desc":           {},
	"style":          {"type", "media"},
}

// hints say what to do in place of what SVG has and drawings do not.
var hints = map[string]string{
	"text": "words stand in slots: delete it, and draw a slot", "tspan": "words stand in slots", "textPath": "words stand in slots",
	"image": "drawings are vectors: trace it, or draw it", "foreignObject": "delete it: only SVG is drawn",
	"filter": "blur and shadow are drawn as gradients", "mask": "use a clipPath, or a gradient that fades",
	"pattern": "draw its shapes, or use a symbol with <use>", "marker": "turn it into paths (Inkscape: Path > Stroke to Path)",
	"script": "drawings do nothing by themselves: the storyboard moves them", "a": "ungroup it: links are the storyboard's",
	"animate": "the storyboard moves layers", "animateTransform": "the storyboard moves layers", "animateMotion": "the storyboard moves layers", "set": "the storyboard moves layers",
	"switch": "ungroup it", "meshgradient": "use linear or radial gradients", "hatch": "draw its lines", "cursor": "delete it", "view": "delete it", "font": "delete it",
}

// dataAttributes are those of this project, by where they may stand.
var (
	dataOfRoot  = []string{"data-lh-anchor"}
	dataOfLayer = []string{"data-lh-layer", "data-lh-light", "data-lh-role", "data-lh-label", "data-lh-detail"}
	dataOfSlot  = []string{"data-lh-lang", "data-lh-align", "data-lh-size", "data-lh-lines", "data-lh-least", "data-lh-drop", "data-lh-anchor"}
)

// ofAll are attributes that every element may have and that change nothing here.
var ofAll = []string{"id", "class", "style", "transform", "transform-origin", "role", "lang", "tabindex", "focusable", "cursor"}

// known refuses an element, or attributes of it, that drawings do not have.
func (r *reader) known(n *node) bool {
	names, ok := own[n.name]
	if !ok {
		hint := hints[n.name]
		if hint == "" && strings.HasPrefix(n.name, "fe") {
			hint = hints["filter"]
		}
		if hint == "" {
			hint = authoring.Suggest(n.name, slices.Collect(maps.Keys(own)))
		}
		r.to.at(n, "drawings have no such element", hint)
		return false
	}
	data := dataOfLayer
	switch {
	case n.parent == nil:
		data = dataOfRoot
	case n.slot():
		data = dataOfSlot
	case n.layer == "":
		data = nil
	}
	for _, name := range slices.Sorted(maps.Keys(n.attrs)) {
		_, property := properties[name]
		switch {
		case slices.Contains(names, name), slices.Contains(ofAll, name), property, ofWords(name), strings.HasPrefix(name, "aria-"):
		case strings.HasPrefix(name, "data-lh-"):
			if !slices.Contains(data, name) {
				r.to.at(n, "unknown or misplaced attribute "+name, r.whereData(n, name))
			}
		case strings.HasPrefix(name, "data-"):
		case strings.HasPrefix(name, "on"):
			r.to.at(n, "the script "+name, "delete it: the storyboard answers to touch")
		default:
			all := slices.Concat(names, ofAll, slices.Collect(maps.Keys(properties)))
			r.to.at(n, "unknown attribute "+name, authoring.Suggest(name, all))
		}
	}
	return true
}

// whereData says what to do about an attribute of this project's that may not stand
// where it does.
func (r *reader) whereData(n *node, name string) string {
	switch {
	case n.slot() && slices.Contains(dataOfLayer, name), n.layer == "" && !n.slot() && slices.Contains(dataOfLayer, name):
		return name + " belongs on a layer: a <g> with inkscape:groupmode=\"layer\" or data-lh-layer"
	case slices.Contains(dataOfSlot, name) && !n.slot():
		return name + " belongs on a shape with an id in the layer named slots"
	}
	return authoring.Suggest(name, slices.Concat(dataOfRoot, dataOfLayer, dataOfSlot))
}

// slot reports whether the element is a shape in the layer of the slots.
func (n *node) slot() bool {
	if n.name == "g" {
		return false
	}
	for p := n.parent; p != nil; p = p.parent {
		if p.layer == slotsLayer {
			return true
		}
	}
	return false
}
