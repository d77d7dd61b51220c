package svgfile

import (
	"math"
	"strconv"

	"lianhua/internal/geom"
)

// outline is an element's path in its own coordinates; ok is false where it has
// none, which was told.
func (r *reader) outline(n *node) (p geom.Path, ok bool) {
	unread := r.unread
	switch n.name {
	case "path":
		var err error
		if p, err = geom.ParseSVG(n.attrs["d"]); err != nil {
			r.to.at(n, err.Error(), "draw the path anew, or delete it")
			return p, false
		}
	case "rect":
		box := geom.R(r.length(n, "x", 0), r.length(n, "y", 0), r.length(n, "width", 0), r.length(n, "height", 0))
		if box.Empty() {
			break
		}
		rx, ry := r.radii(n)
		roundRect(&p, box, min(rx, box.W/2), min(ry, box.H/2))
	case "circle":
		if rad := r.length(n, "r", 0); rad > 0 {
			p.Circle(geom.P(r.length(n, "cx", 0), r.length(n, "cy", 0)), rad)
		}
	case "ellipse":
		if rx, ry := r.radii(n); rx > 0 && ry > 0 {
			p.Ellipse(geom.P(r.length(n, "cx", 0), r.length(n, "cy", 0)), rx, ry)
		}
	case "line":
		p.Move(r.length(n, "x1", 0), r.length(n, "y1", 0)).Line(r.length(n, "x2", 0), r.length(n, "y2", 0))
	case "polyline", "polygon":
		at, ok := numbers(n.attrs["points"])
		if !ok || len(at)%2 == 1 {
			r.to.at(n, "points is no list of pairs of numbers", `points="0,0 10,0 10,10"`)
			return p, false
		}
		for i := 0; i+1 < len(at); i += 2 {
			if i == 0 {
				p.Move(at[0], at[1])
			} else {
				p.Line(at[i], at[i+1])
			}
		}
		if n.name == "polygon" {
			p.Close()
		}
	}
	if r.unread > unread {
		return p, false
	}
	if len(p.Verbs) < 2 {
		r.to.at(n, "there is nothing of it to be seen", "delete it, or give it an extent")
		return p, false
	}
	for _, q := range p.Pts {
		if !(math.Abs(q.X) <= mostLength && math.Abs(q.Y) <= mostLength) {
			r.to.at(n, "it reaches beyond "+strconv.Itoa(mostLength), "draw at the design's size")
			return p, false
		}
	}
	return p, true
}

// radii are rx and ry, of which either stands for both.
func (r *reader) radii(n *node) (rx, ry float64) {
	auto := func(name string) bool { v, ok := n.attrs[name]; return !ok || v == "auto" }
	if !auto("rx") {
		rx = r.length(n, "rx", 0)
	}
	if !auto("ry") {
		ry = r.length(n, "ry", 0)
	}
	if auto("rx") {
		rx = ry
	}
	if auto("ry") {
		ry = rx
	}
	if rx < 0 || ry < 0 {
		r.to.at(n, "a radius below 0", "write how round it is, in pixels")
	}
	return max(rx, 0), max(ry, 0)
}

// roundRect adds a rectangle whose corners are quarters of ellipses, from its
// upper edge on clockwise, as SVG's dashes and strokes run.
func roundRect(p *geom.Path, box geom.Rect, rx, ry float64) {
	if rx <= 0 || ry <= 0 {
		p.Rect(box)
		return
	}
	if rx == ry {
		p.RoundRect(box, rx)
		return
	}
	// The corners of a square's own radius, stretched.
	p.RoundRect(geom.R(0, 0, box.W/rx, box.H/ry), 1)
	p.Transform(geom.Affine{A: rx, D: ry, E: box.X, F: box.Y})
}
