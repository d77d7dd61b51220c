package svgfile

import (
	"math"
	"strconv"

	"lianhua/internal/art"
	"lianhua/internal/geom"
)

// shape draws an element as it is filled and stroked.
func (r *reader) shape(n *node, p place) {
	m := r.transformed(n, "transform", p.m)
	s := r.styled(n, p.style)
	path, ok := r.outline(n)
	if !ok {
		return
	}
	if p.layer < 0 {
		r.to.at(n, "it stands in no layer", "put it into one: a <g> with inkscape:groupmode=\"layer\", or with data-lh-layer")
		return
	}
	if n.name == "line" {
		s.fill = ink{kind: none} // there is nothing within a line
	}
	if s.fill.kind == unset {
		r.to.at(n, "it says nothing of its fill, so SVG would paint it black", `class="fill-NAME" or fill="none"`)
		return
	}
	if s.pen.Width == 0 {
		s.stroke = ink{kind: none}
	}
	filled, stroked := s.fill.kind != none, s.stroke.kind != none && s.stroke.kind != unset
	opacity := 1.0
	r.share(n, "opacity", &opacity)
	switch {
	case !filled && !stroked:
		r.to.at(n, "it is neither filled nor stroked", "delete it; a touch area takes a colour and fill-opacity=\"0\"")
		return
	case filled && stroked && opacity != 1:
		r.to.at(n, "opacity on a shape that is both filled and stroked", "use fill-opacity and stroke-opacity, or two shapes")
		return
	}
	if !r.count(n, len(path.Pts), p) {
		return
	}
	clip := r.clipOf(n, m, p.clip, &path)
	if filled && s.strokeFirst {
		r.stroke(n, path, m, s, opacity, clip, p)
		stroked = false
	}
	if filled {
		r.fill(n, path, m, s, opacity, clip, p)
	}
	if stroked {
		r.stroke(n, path, m, s, opacity, clip, p)
	}
}

// count adds points, and refuses those that are too many.
func (r *reader) count(n *node, points int, p place) bool {
	r.drawn += points
	if len(p.uses) == 0 {
		r.points += points
	}
	if !r.over() {
		return true
	}
	if !r.told {
		r.told = true
		r.to.at(n, "with it the file has more points than a drawing may: "+strconv.Itoa(mostPoints)+", or "+strconv.Itoa(mostDrawn)+" with what <use> repeats",
			"simplify its paths (Inkscape: Path > Simplify), or leave crowds to the storyboard")
	}
	return false
}

// over reports whether the file has more than a drawing may.
func (r *reader) over() bool { return r.points > mostPoints || r.drawn > mostDrawn }

func (r *reader) fill(n *node, path geom.Path, m geom.Affine, s style, opacity float64, clip int, p place) {
	if s.evenOdd {
		ok := false
		if path, ok = nonZero(path); !ok {
			r.to.at(n, "fill-rule evenodd, and its outlines cross", "shapes are filled by nonzero: unite its outlines (Inkscape: Path > Union), or set fill-rule to nonzero")
			return
		}
	}
	toLayer := geom.Identity()
	g, ok := r.gradientOf(n, s.fill, path, m)
	if !ok {
		return
	}
	if g != nil && g.radial && !similar(g.m) {
		toLayer = normal(g.m)
	}
	r.emit(n, art.Shape{Path: path, M: toLayer, Clip: clip}, m, s.fill, g, opacity*s.fillOpacity, p)
}

func (r *reader) stroke(n *node, path geom.Path, m geom.Affine, s style, opacity float64, clip int, p place) {
	if s.stroke.kind == none || s.stroke.kind == unset {
		return
	}
	if s.pen.Join == geom.JoinMiter && miterTells(path, s.miterLimit) {
		r.to.at(n, "stroke-miterlimit is "+strconv.FormatFloat(s.miterLimit, 'g', -1, 64), "4 is the only one; or make its stroke-linejoin round or bevel")
		return
	}
	if s.pen.Cap != geom.CapButt && speck(path) {
		r.to.at(n, "a stroke without a length, which caps would make a dot", "draw a circle or a rectangle")
		return
	}
	toLayer := geom.Identity()
	if !similar(m) {
		toLayer = normal(m)
	}
	g, ok := r.gradientOf(n, s.stroke, path, m)
	if !ok {
		return
	}
	if g != nil && g.radial {
		inv, _ := toLayer.Inverse()
		if !similar(g.m.Then(inv)) {
			r.to.at(n, "a stroke with a radial gradient that is no circle", "make it a circle, or turn the stroke into a path (Inkscape: Path > Stroke to Path)")
			return
		}
	}
	r.emit(n, art.Shape{Path: path, M: toLayer, Pen: s.pen, Clip: clip}, m, s.stroke, g, opacity*s.strokeOpacity, p)
}

// normal is a transform that does as m, but for its scale: it enlarges nothing, so
// that what it is laid on keeps its exactness when numbers are rounded.
func normal(m geom.Affine) geom.Affine {
	_, most := stretch(m)
	return geom.ScaleBy(1/most, 1/most).Then(m)
}

// emit adds a shape whose path is in the element's coordinates, which m maps to
// the layer.
func (r *reader) emit(n *node, sh art.Shape, m geom.Affine, k ink, g *gradientIn, opacity float64, p place) {
	if sh.M == geom.Identity() && similar(m) && !(m.A == 1 && m.B == 0 && m.C == 0 && m.D == 1) {
		sh.M = m // its numbers stay as they were written, and alike where they were
	}
	inv, ok := sh.M.Inverse()
	if !ok {
		r.to.at(n, "its transform flattens it to nothing", "delete it")
		return
	}
	in := m.Then(inv)
	var path geom.Path
	path.Append(sh.Path, in)
	sh.Path = path
	_, grow := stretch(in)
	sh.Pen.Width, sh.Pen.Dash, sh.Pen.Gap, sh.Pen.Phase = sh.Pen.Width*grow, sh.Pen.Dash*grow, sh.Pen.Gap*grow, sh.Pen.Phase*grow
	if g == nil {
		sh.Paint = art.Paint{Color: r.color(k.color), Opacity: opacity}
	} else {
		sh.Paint = g.paint(g.m.Then(inv), opacity)
	}
	var shown geom.Path
	if !usable(sh.M) || !r.inRange(sh.Path) || !r.inRange(*shown.Append(sh.Path, sh.M)) {
		r.to.at(n, "it reaches beyond "+strconv.Itoa(mostLength), "draw at the design's size")
		return
	}
	if p.port != nil {
		r.inPort(sh, p.port)
	}
	l := &r.d.Layers[p.layer]
	l.Items = append(l.Items, art.Item{Layer: -1, Shape: sh})
}

func (r *reader) inRange(p geom.Path) bool {
	for _, q := range p.Pts {
		if !(q.X >= -mostLength && q.X <= mostLength && q.Y >= -mostLength && q.Y <= mostLength) {
			return false
		}
	}
	return true
}

// color is the index of a colour of the drawing.
func (r *reader) color(name string) int {
	i, ok := r.colors[name]
	if !ok {
		i = len(r.d.Colors)
		r.colors[name] = i
		r.d.Colors = append(r.d.Colors, name)
	}
	return i
}

// houseMiter is the miter limit of the house's pens, which is SVG's own.
const houseMiter = 4

// miterTells reports whether the path has a corner that another miter limit than
// the house's would draw otherwise.
func miterTells(p geom.Path, limit float64) bool {
	if limit == houseMiter {
		return false
	}
	var at, in, first, start geom.Pt
	found := false
	corner := func(in, out geom.Pt) {
		half := math.Sqrt(max((1+in.Dot(out))/2, 0)) // cosine of half the turn
		if half*max(limit, houseMiter) >= 1 && half*min(limit, houseMiter) < 1 {
			found = true
		}
	}
	p.Flatten(flatness, func(to geom.Pt, move bool) {
		if move {
			at, start, in = to, to, geom.Pt{}
			return
		}
		if to == at {
			return
		}
		out := to.Sub(at).Unit()
		if in == (geom.Pt{}) {
			first = out
		} else {
			corner(in, out)
		}
		if at, in = to, out; to == start {
			corner(in, first)
		}
	})
	return found
}

// speck reports whether a contour of the path has no length.
func speck(p geom.Path) bool {
	var at geom.Pt
	found, open, long := false, false, false
	p.Flatten(0.1, func(to geom.Pt, move bool) {
		if move {
			found = found || open && !long
			open, long = false, false
		} else {
			open = true
			long = long || to != at
		}
		at = to
	})
	return found || open && !long
}
