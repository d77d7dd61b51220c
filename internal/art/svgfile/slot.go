package svgfile

import (
	"math"
	"strconv"
	"strings"

	"lianhua/internal/art"
	"lianhua/internal/authoring"
	"lianhua/internal/geom"
)

// slots reads the layer of the slots.
func (r *reader) slots(n *node, m geom.Affine) {
	r.inert(n)
	for _, k := range n.kids {
		at := r.transformed(k, "transform", m)
		switch k.name {
		case "g":
			if k.layer != "" {
				r.to.at(k, "a layer within the slots", "move it out: what stands in the slots is not drawn")
				continue
			}
			r.slots(k, at)
		case "rect", "circle", "path", "line", "polyline":
			r.slot(k, at)
		case "title", "desc", "":
		default:
			r.to.at(k, "it stands among the slots", "a <rect> is a rectangle, a <path>, <line> or <polyline> a line, a <circle> a point")
		}
	}
}

func (r *reader) slot(n *node, m geom.Affine) {
	r.inert(n)
	s := art.Slot{Name: n.attrs["id"], Lang: n.attrs["data-lh-lang"], Line: n.line}
	if s.Name == "" {
		r.to.at(n, "a slot without a name", `id="title"`)
		return
	}
	r.named(n, s.Name)
	r.language(n, &s)
	path, ok := r.outline(n)
	if !ok {
		return
	}
	path.Transform(m)
	if !r.inRange(path) {
		r.to.at(n, "it reaches beyond "+strconv.Itoa(mostLength), "draw at the design's size")
		return
	}
	switch b := path.Bounds(); n.name {
	case "rect":
		if math.Abs(m.B)+math.Abs(m.C) > 1e-9 && math.Abs(m.A)+math.Abs(m.D) > 1e-9 {
			r.to.at(n, "a slot that is turned", "a rectangle of a slot stands upright: undo its transform and its groups'")
		}
		s.Rect = b
	case "circle":
		c := b.Center()
		s.Rect = geom.R(c.X, c.Y, 0, 0)
	default:
		s.Rect, s.Path = b, &path
		if !r.count(n, len(path.Pts), place{}) {
			return
		}
	}
	r.fit(n, &s)
	r.d.Slots = append(r.d.Slots, s)
}

// language tells a slot of one language by its id: title.en.
func (r *reader) language(n *node, s *art.Slot) {
	for _, lang := range [...]string{"zh", "en"} {
		name, suffixed := strings.CutSuffix(s.Name, "."+lang)
		switch {
		case suffixed && s.Lang == lang:
			s.Name = name
			return
		case suffixed:
			r.to.at(n, "its name is of one language, and data-lh-lang is "+strconv.Quote(s.Lang), `add data-lh-lang="`+lang+`"`)
			return
		}
	}
	switch s.Lang {
	case "":
	case "zh", "en":
		r.to.at(n, "it is of one language and is not called so", `id="`+s.Name+"."+s.Lang+`"`)
	default:
		r.to.at(n, "data-lh-lang is "+strconv.Quote(s.Lang), "zh or en")
	}
}

var aligns = map[string]art.Align{"start": art.Start, "middle": art.Middle, "end": art.End}
var anchors = map[string]art.Anchor{"picture": art.ToPicture, "top": art.ToTop, "bottom": art.ToBottom, "left": art.ToLeft, "right": art.ToRight}

// fit reads how what stands in the slot is set.
func (r *reader) fit(n *node, s *art.Slot) {
	if v, ok := n.attrs["data-lh-align"]; ok {
		words := strings.Fields(v)
		both := len(words) == 2
		for i, w := range words {
			a, known := aligns[w]
			both = both && known
			if i == 0 {
				s.X = a
			} else {
				s.Y = a
			}
		}
		if !both {
			r.to.at(n, "data-lh-align is "+strconv.Quote(v), `start, middle or end across, then down: "start middle"`)
		}
	}
	positive := func(name string, most float64, hint string) float64 {
		v, ok := n.attrs[name]
		if !ok {
			return 0
		}
		f, ok := number(v)
		if !ok || f <= 0 || f > most {
			r.to.at(n, name+" is "+strconv.Quote(v), hint)
		}
		return f
	}
	s.Size = positive("data-lh-size", 1000, "the size of its type in pixels of the design, as 19")
	s.Fit.Least = positive("data-lh-least", 1, "the smallest part of its size, above 0 and up to 1, as 0.8")
	lines := positive("data-lh-lines", 20, "how many lines there may be, 1 to 20")
	s.Fit.Lines = int(lines)
	if lines != math.Trunc(lines) {
		r.to.at(n, "data-lh-lines is "+n.attrs["data-lh-lines"], "a whole number of lines")
	}
	switch v, ok := n.attrs["data-lh-drop"]; {
	case !ok || v == "false":
	case v == "true":
		s.Fit.Drop = true
	default:
		r.to.at(n, "data-lh-drop is "+strconv.Quote(v), "true, where the second text may be left out; else leave the attribute out")
	}
	if v, ok := n.attrs["data-lh-anchor"]; ok {
		a, known := anchors[v]
		if !known {
			var names []string
			for name := range anchors {
				names = append(names, name)
			}
			r.to.at(n, "data-lh-anchor is "+strconv.Quote(v), authoring.Suggest(v, names))
		}
		s.Anchor = a
	}
}
