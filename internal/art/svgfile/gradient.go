package svgfile

import (
	"strconv"
	"strings"

	"lianhua/internal/art"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// gradientIn is a gradient as it lies on a shape.
type gradientIn struct {
	m        geom.Affine // from its coordinates to the layer's
	radial   bool
	from, to geom.Pt
	stops    []art.Stop
}

// mostHrefs is how far a gradient may take what it lacks from others.
const mostHrefs = 8

// gradientOf is the gradient of an ink, nil where it is a colour; ok is false where
// it cannot be drawn, which was told.
func (r *reader) gradientOf(n *node, k ink, path geom.Path, m geom.Affine) (g *gradientIn, ok bool) {
	if k.kind != gradient {
		return nil, true
	}
	chain, ok := r.chain(k.server)
	if !ok {
		return nil, false
	}
	said := func(name string) (string, *node) {
		for _, c := range chain {
			if v, ok := c.attrs[name]; ok && (c.name == k.server.name || name == "gradientUnits" || name == "gradientTransform" || name == "spreadMethod") {
				return strings.TrimSpace(v), c
			}
		}
		return "", nil
	}
	if v, c := said("spreadMethod"); v != "" && v != "pad" {
		r.to.at(c, "spreadMethod is "+v, "pad is the only one: draw the repeats as stops")
		return nil, false
	}
	units, c := said("gradientUnits")
	if units != "" && units != "userSpaceOnUse" && units != "objectBoundingBox" {
		r.to.at(c, "gradientUnits is "+strconv.Quote(units), "userSpaceOnUse or objectBoundingBox")
		return nil, false
	}
	g = &gradientIn{m: m, radial: k.server.name == "radialGradient"}
	box := units != "userSpaceOnUse"
	if box {
		b := path.Bounds()
		if b.Empty() {
			r.to.at(n, "a gradient by the box of a shape that has no width or height", "give the gradient gradientUnits=\"userSpaceOnUse\"")
			return nil, false
		}
		g.m = geom.Affine{A: b.W, D: b.H, E: b.X, F: b.Y}.Then(g.m)
	}
	if v, c := said("gradientTransform"); c != nil {
		own, why := transform(v)
		if why != "" {
			r.to.at(c, "gradientTransform: "+why, "matrix translate scale rotate skewX skewY, angles in degrees")
			return nil, false
		}
		g.m = own.Then(g.m)
	}
	if !usable(g.m) {
		r.to.at(k.server, "its transform flattens it to a line", "draw it with an extent both ways")
		return nil, false
	}
	good := true
	at := func(name string, missing float64, needed bool) float64 {
		v, c := said(name)
		if c == nil {
			if needed && !box {
				r.to.at(k.server, name+" is not given, and would depend on the window", "write it, in pixels")
				good = false
			}
			return missing
		}
		read := length
		if box {
			read = share
		}
		f, ok := read(v)
		if !ok {
			r.to.at(c, name+" is "+strconv.Quote(v), "write a number; per cent only with objectBoundingBox")
			good = false
		}
		return f
	}
	if g.radial {
		g.from = geom.P(at("cx", 0.5, true), at("cy", 0.5, true))
		rad := at("r", 0.5, true)
		g.to = geom.P(g.from.X+rad, g.from.Y)
		if f := geom.P(at("fx", g.from.X, false), at("fy", g.from.Y, false)); good && (f.Dist(g.from) > 1e-3*rad || at("fr", 0, false) != 0) {
			r.to.at(k.server, "its focus is not its centre", "move the focus to the centre: fx and fy as cx and cy, and no fr")
			return nil, false
		}
	} else {
		g.from, g.to = geom.P(at("x1", 0, false), at("y1", 0, false)), geom.P(at("x2", 1, true), at("y2", 0, false))
	}
	if good && g.from.Dist(g.to) < 1e-9 {
		r.to.at(k.server, "it has no length", "draw it longer, or use a colour")
		return nil, false
	}
	g.stops = r.stops(chain)
	return g, good && g.stops != nil
}

// chain is a gradient and those that it takes from what it lacks.
func (r *reader) chain(n *node) (all []*node, ok bool) {
	for {
		all = append(all, n)
		ref, has := n.attrs["href"]
		if !has || ref == "" {
			return all, true
		}
		next := n.doc.ids[strings.TrimPrefix(ref, "#")]
		switch {
		case next == nil || !strings.HasPrefix(ref, "#"):
			r.to.at(n, "href is "+strconv.Quote(ref)+", which is not in the file", nearID(n.doc, strings.TrimPrefix(ref, "#"), "linearGradient", "radialGradient"))
			return nil, false
		case next.name != "linearGradient" && next.name != "radialGradient":
			r.to.at(n, "href leads to "+next.tag(), "gradients take from gradients")
			return nil, false
		case len(all) == mostHrefs:
			r.to.at(n, "href leads on more than "+strconv.Itoa(mostHrefs)+" times, or in a circle", "give it stops of its own")
			return nil, false
		}
		n = next
	}
}

// stops are the colours of a gradient, nil where they cannot be had.
func (r *reader) stops(chain []*node) (stops []art.Stop) {
	for _, c := range chain {
		good := true
		for _, k := range c.kids {
			if k.name == "stop" {
				s, ok := r.stop(k)
				stops, good = append(stops, s), good && ok
			}
		}
		if stops == nil {
			continue
		}
		if !good {
			return nil
		}
		for i := range stops {
			if i > 0 {
				stops[i].At = max(stops[i].At, stops[i-1].At)
			}
		}
		if len(stops) > draw.MaxStops {
			r.to.at(c, strconv.Itoa(len(stops))+" stops", strconv.Itoa(draw.MaxStops)+" are the most: leave out those that change little")
			return nil
		}
		r.fades(c, stops)
		return stops
	}
	r.to.at(chain[0], "it has no stops", "give it two <stop>")
	return nil
}

// stop reads one; ok is false where it has no colour, which was told.
func (r *reader) stop(n *node) (s art.Stop, ok bool) {
	r.inert(n)
	s.Opacity = 1
	if v, ok := n.attrs["offset"]; ok {
		at, ok := share(v)
		if !ok {
			r.to.at(n, "offset is "+strconv.Quote(v), "write a number from 0 to 1")
		}
		s.At = min(max(at, 0), 1)
	}
	r.share(n, "stop-opacity", &s.Opacity)
	switch k := r.ink(n, "stop-color", r.classes(n), ink{}); k.kind {
	case color:
		s.Color = r.color(k.color)
		return s, true
	case unset:
		r.to.at(n, "it has no colour, so SVG would paint it black", `class="stop-NAME"`)
	default:
		if v, _ := n.property("stop-color"); v == "none" || v == "transparent" || k.kind == gradient {
			r.to.at(n, "stop-color is "+v, `class="stop-NAME" and stop-opacity="0"`)
		}
	}
	return s, false
}

// paint is the gradient in the coordinates that m maps its own to.
func (g *gradientIn) paint(m geom.Affine, opacity float64) art.Paint {
	p := art.Paint{Radial: g.radial, Opacity: 1, From: m.At(g.from)}
	p.Stops = append(p.Stops, g.stops...)
	for i := range p.Stops {
		p.Stops[i].Opacity *= opacity
	}
	if g.radial {
		_, most := stretch(m)
		p.To = geom.P(p.From.X+g.from.Dist(g.to)*most, p.From.Y)
		return p
	}
	// Where colours are equal stays a line, though no more across the mapped one:
	// the way from the first to the last colour is the inverse transpose's.
	along := g.to.Sub(g.from)
	along = along.Mul(1 / along.Dot(along))
	det := m.Det()
	v := geom.P((m.D*along.X-m.B*along.Y)/det, (m.A*along.Y-m.C*along.X)/det)
	p.To = p.From.Add(v.Mul(1 / v.Dot(v)))
	return p
}
