package svgfile

import (
	"strconv"
	"strings"

	"lianhua/internal/geom"
)

// ink is what a shape is filled or stroked with.
type ink struct {
	kind   inkKind
	color  string // its name, of a colour
	server *node  // of a gradient
}

type inkKind uint8

const (
	unset inkKind = iota // what SVG paints black, or not at all
	none
	color
	gradient
)

// style is what elements inherit.
type style struct {
	fill, stroke               ink
	fillOpacity, strokeOpacity float64
	pen                        geom.Pen
	miterLimit                 float64
	evenOdd, strokeFirst       bool
}

func initialStyle() style {
	return style{fillOpacity: 1, strokeOpacity: 1, miterLimit: 4, pen: geom.Pen{Width: 1, Join: geom.JoinMiter}}
}

// styled is s with what the element says.
func (r *reader) styled(n *node, s style) style {
	r.inert(n)
	classes := r.classes(n)
	s.fill = r.ink(n, "fill", classes, s.fill)
	s.stroke = r.ink(n, "stroke", classes, s.stroke)
	r.share(n, "fill-opacity", &s.fillOpacity)
	r.share(n, "stroke-opacity", &s.strokeOpacity)
	r.rule(n, "fill-rule", &s.evenOdd)
	if v, ok := n.property("paint-order"); ok {
		s.strokeFirst = strings.HasPrefix(v, "stroke") || strings.HasPrefix(v, "markers stroke")
	}
	r.pen(n, &s)
	return s
}

// share reads an opacity.
func (r *reader) share(n *node, name string, v *float64) {
	text, ok := n.property(name)
	if !ok || text == "inherit" {
		return
	}
	got, ok := share(text)
	if !ok {
		r.to.at(n, name+" is "+strconv.Quote(text), "write a number from 0 to 1")
		return
	}
	*v = min(max(got, 0), 1)
}

func (r *reader) rule(n *node, name string, evenOdd *bool) {
	switch v, ok := n.property(name); {
	case !ok || v == "inherit":
	case v == "nonzero":
		*evenOdd = false
	case v == "evenodd":
		*evenOdd = true
	default:
		r.to.at(n, name+" is "+strconv.Quote(v), "nonzero or evenodd")
	}
}

// classes are the names of the colours that the element's classes give, by
// property: fill, stroke, stop-color.
func (r *reader) classes(n *node) map[string]string {
	var out map[string]string
	for _, class := range strings.Fields(n.attrs["class"]) {
		name, of := "", ""
		for _, prefix := range [...]string{"fill", "stroke", "stop"} {
			if rest, ok := strings.CutPrefix(class, prefix+"-"); ok {
				name, of = rest, prefix
			}
		}
		if of == "stop" {
			of = "stop-color"
		}
		if of == "" {
			r.to.at(n, "unknown class "+strconv.Quote(class), "classes give colours: fill-NAME, stroke-NAME, stop-NAME; delete others")
			continue
		}
		r.knownColor(n, name)
		if out == nil {
			out = map[string]string{}
		}
		if _, twice := out[of]; twice {
			r.to.at(n, "two classes give its "+of, "keep one")
		}
		out[of] = name
	}
	return out
}

// ink is what the element is filled or stroked with.
func (r *reader) ink(n *node, name string, classes map[string]string, inherited ink) ink {
	value, said := n.property(name)
	class, classed := classes[name]
	switch {
	case classed && said:
		r.to.at(n, "its "+name+" is given by a class and once more as "+strconv.Quote(value), "keep the class and delete "+name+" (in the editor: from its style)")
		return ink{kind: color, color: class}
	case classed:
		return ink{kind: color, color: class}
	case !said || value == "inherit":
		return inherited
	case value == "none" || value == "transparent":
		return ink{kind: none}
	}
	if id, ok := reference(value); ok {
		server := n.doc.ids[id]
		switch {
		case server == nil:
			r.to.at(n, name+" refers to #"+id+", which is not in the file", nearID(n.doc, id, "linearGradient", "radialGradient"))
		case server.name != "linearGradient" && server.name != "radialGradient":
			r.to.at(n, name+" refers to "+server.tag(), "linear and radial gradients paint, nothing else")
		default:
			return ink{kind: gradient, server: server}
		}
		return ink{kind: none}
	}
	r.to.at(n, name+" is "+strconv.Quote(value), r.byClass(name, value))
	return ink{kind: none}
}

// byClass says which class to take in place of a colour by value.
func (r *reader) byClass(property, value string) string {
	property = strings.TrimSuffix(property, "-color")
	if near := r.opt.Palette.nearest(value); near != "" {
		return `colours are given by class: class="` + property + "-" + near + `" comes nearest`
	}
	return `colours are given by class: class="` + property + `-NAME", or ` + property + `="none"`
}

// reference is the id in url(#id).
func reference(value string) (id string, ok bool) {
	inner, ok := strings.CutPrefix(value, "url(")
	if !ok {
		return "", false
	}
	inner, ok = strings.CutSuffix(inner, ")")
	inner = strings.Trim(strings.TrimSpace(inner), `"'`)
	id, local := strings.CutPrefix(inner, "#")
	return id, ok && local && id != ""
}

var caps = map[string]geom.Cap{"butt": geom.CapButt, "round": geom.CapRound, "square": geom.CapSquare}
var joins = map[string]geom.Join{"miter": geom.JoinMiter, "round": geom.JoinRound, "bevel": geom.JoinBevel}

// pen reads how the element is stroked.
func (r *reader) pen(n *node, s *style) {
	size := func(name string, to *float64) {
		text, ok := n.property(name)
		if !ok || text == "inherit" {
			return
		}
		v, ok := length(text)
		if !ok {
			r.to.at(n, name+" is "+strconv.Quote(text), "write a number of pixels")
			return
		}
		*to = v
	}
	size("stroke-width", &s.pen.Width)
	if s.pen.Width < 0 {
		r.to.at(n, "stroke-width is below 0", "write a number of pixels")
		s.pen.Width = 0
	}
	size("stroke-dashoffset", &s.pen.Phase)
	size("stroke-miterlimit", &s.miterLimit)
	if v, ok := n.property("stroke-linecap"); ok && v != "inherit" {
		if s.pen.Cap, ok = caps[v]; !ok {
			r.to.at(n, "stroke-linecap is "+strconv.Quote(v), "butt, round or square")
		}
	}
	if v, ok := n.property("stroke-linejoin"); ok && v != "inherit" {
		if s.pen.Join, ok = joins[v]; !ok {
			r.to.at(n, "stroke-linejoin is "+strconv.Quote(v), "miter, round or bevel")
		}
	}
	if v, ok := n.property("stroke-dasharray"); ok && v != "inherit" {
		r.dashes(n, v, &s.pen)
	}
}

func (r *reader) dashes(n *node, value string, pen *geom.Pen) {
	pen.Dash, pen.Gap = 0, 0
	if value == "none" || value == "" {
		return
	}
	var all []float64
	sum := 0.0
	for _, part := range strings.FieldsFunc(value, func(c rune) bool { return c == ',' || c == ' ' || c == '\t' || c == '\n' || c == '\r' }) {
		v, ok := length(part)
		if !ok || v < 0 {
			r.to.at(n, "stroke-dasharray is "+strconv.Quote(value), "write a dash and a gap in pixels, as 4 2")
			return
		}
		all, sum = append(all, v), sum+v
	}
	if sum == 0 {
		return
	}
	if len(all)%2 == 1 {
		all = append(all, all...)
	}
	for i, v := range all {
		if v != all[i%2] {
			r.to.at(n, "stroke-dasharray has more than one dash and one gap", "write one of each, as 4 2; or lay two strokes over each other")
			return
		}
	}
	switch {
	case all[1] == 0:
	case all[0] == 0:
		r.to.at(n, "its dashes have no length", "give dots the length 0.01")
	default:
		pen.Dash, pen.Gap = all[0], all[1]
	}
}
