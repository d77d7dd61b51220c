package svgfile

import (
	"strconv"

	"lianhua/internal/art"
	"lianhua/internal/geom"
)

type clipKey struct {
	n     *node
	m     geom.Affine
	outer int
}

// mostClips is how many clips may lie in each other.
const mostClips = 8

// clipOf is the clip that holds on an element: outer, or its own within outer. m
// maps the element's coordinates to the layer's; path is its own, nil of a group.
func (r *reader) clipOf(n *node, m geom.Affine, outer int, path *geom.Path) int {
	value, ok := n.property("clip-path")
	if !ok || value == "none" {
		return outer
	}
	id, ok := reference(value)
	if !ok {
		r.to.at(n, "clip-path is "+strconv.Quote(value), "refer to a <clipPath>: url(#id)")
		return outer
	}
	c := n.doc.ids[id]
	if c == nil || c.name != "clipPath" {
		r.to.at(n, "clip-path refers to #"+id+", which is no <clipPath> of the file", nearID(n.doc, id, "clipPath"))
		return outer
	}
	if units := c.attrs["clipPathUnits"]; units == "objectBoundingBox" {
		if path == nil || path.Bounds().Empty() {
			r.to.at(c, "clipPathUnits is "+units+" on what is no shape with an extent", "userSpaceOnUse")
			return outer
		}
		b := path.Bounds()
		m = geom.Affine{A: b.W, D: b.H, E: b.X, F: b.Y}.Then(m)
	} else if units != "" && units != "userSpaceOnUse" {
		r.to.at(c, "clipPathUnits is "+strconv.Quote(units), "userSpaceOnUse")
	}
	return r.clip(c, m, outer, 0)
}

func (r *reader) clip(c *node, m geom.Affine, outer, depth int) int {
	key := clipKey{c, m, outer}
	if i, ok := r.clips[key]; ok {
		return i
	}
	if depth == mostClips {
		r.to.at(c, "clips within clips, more than "+strconv.Itoa(mostClips)+" or in a circle", "draw one path")
		return outer
	}
	if value, ok := c.property("clip-path"); ok && value != "none" {
		id, _ := reference(value)
		if within := c.doc.ids[id]; within != nil && within.name == "clipPath" && within.attrs["clipPathUnits"] != "objectBoundingBox" {
			outer = r.clip(within, m, outer, depth+1)
		} else {
			r.to.at(c, "clip-path is "+strconv.Quote(value), "refer to a <clipPath> of the file: url(#id)")
		}
	}
	path, ok := r.clipPath(c, r.transformed(c, "transform", m))
	if !ok {
		return outer
	}
	r.d.Clips = append(r.d.Clips, art.Clip{Path: path, Outer: outer})
	r.clips[key] = len(r.d.Clips) - 1
	return r.clips[key]
}

// clipPath is the shapes of a clip as one path.
func (r *reader) clipPath(c *node, m geom.Affine) (all geom.Path, ok bool) {
	r.inert(c)
	evenOdd := false
	r.rule(c, "clip-rule", &evenOdd)
	var parts []geom.Path
	for _, n := range c.kids {
		var target *node
		at := m
		switch n.name {
		case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
			target = n
		case "use":
			r.inert(n)
			at = r.transformed(n, "transform", at)
			if target, _ = r.target(n); target == nil {
				return all, false
			}
			at = geom.Translate(r.length(n, "x", 0), r.length(n, "y", 0)).Then(at)
		case "title", "desc", "":
			continue
		default:
			r.to.at(n, "it stands in a clip", "clips are shapes: take them out of their group")
			return all, false
		}
		part, ok := r.clipShape(target, at, evenOdd)
		if !ok {
			return all, false
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		r.to.at(c, "an empty clip, which would hide what it is laid on", "give it a shape, or delete it")
		return all, false
	}
	for i, p := range parts {
		if len(parts) > 1 {
			forward, ok := clockwise(p)
			if !ok {
				r.to.at(c, "a clip of several shapes of which one has more than one outline", "unite them (Inkscape: Path > Union)")
				return all, false
			}
			parts[i] = forward
		}
		all.Append(parts[i], geom.Identity())
	}
	if !r.inRange(all) {
		r.to.at(c, "it reaches beyond "+strconv.Itoa(mostLength), "draw at the design's size")
		return all, false
	}
	return all, r.count(c, len(all.Pts), place{uses: []*node{c}})
}

func (r *reader) clipShape(n *node, m geom.Affine, evenOdd bool) (p geom.Path, ok bool) {
	r.inert(n)
	if v, has := n.property("clip-path"); has && v != "none" {
		r.to.at(n, "a clip on the shape of a clip", "put clip-path on the <clipPath> itself")
		return p, false
	}
	switch n.name {
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
	default:
		r.to.at(n, "it stands in a clip", "clips are shapes")
		return p, false
	}
	r.rule(n, "clip-rule", &evenOdd)
	if p, ok = r.outline(n); !ok {
		return p, false
	}
	if evenOdd {
		if p, ok = nonZero(p); !ok {
			r.to.at(n, "clip-rule evenodd, and its outlines cross", "unite its outlines (Inkscape: Path > Union), or set clip-rule to nonzero")
			return p, false
		}
	}
	var out geom.Path
	out.Append(p, r.transformed(n, "transform", m))
	return out, true
}
