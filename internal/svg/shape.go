package svg

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

func (w *writer) shape(m *draw.Mark) {
	if m.Path.Empty() {
		return
	}
	digits := fine(m.M.Scale() * w.zoom)
	w.form(m.Path, digits)
	if m.Sem.Role != draw.RoleNone {
		w.id(m.ID)
	}
	w.transform(m.M, 2)
	if m.Pen.Width > 0 {
		w.s(` fill="none"`)
		w.paint("stroke", &m.Paint, m.Alpha)
		w.pen(m.Pen, digits)
	} else {
		w.paint("fill", &m.Paint, m.Alpha)
	}
	w.meaning(&m.Sem)
	w.end()
}

func (w *writer) pen(p geom.Pen, digits int) {
	if p.Width != 1 {
		w.number("stroke-width", p.Width, digits)
	}
	switch p.Cap {
	case geom.CapRound:
		w.s(` stroke-linecap="round"`)
	case geom.CapSquare:
		w.s(` stroke-linecap="square"`)
	}
	switch p.Join {
	case geom.JoinMiter:
		w.s(` stroke-linejoin="miter"`)
	case geom.JoinBevel:
		w.s(` stroke-linejoin="bevel"`)
	}
	if p.Dash > 0 && p.Gap > 0 {
		w.s(` stroke-dasharray="`)
		w.list2(digits, p.Dash, p.Gap)
		w.s(`"`)
		if p.Phase != 0 {
			w.number("stroke-dashoffset", p.Phase, digits)
		}
	}
}

// form begins the element that says a path in the fewest words.
func (w *writer) form(p *geom.Path, digits int) {
	if r, rad, ok := asRect(p); ok {
		w.open("rect")
		w.rect(r, rad, digits)
		return
	}
	if c, rx, ry, ok := asEllipse(p); ok {
		if math.Abs(rx-ry) < 1e-6 {
			w.open("circle")
			w.number("cx", c.X, digits)
			w.number("cy", c.Y, digits)
			w.number("r", rx, digits)
			return
		}
		w.open("ellipse")
		w.number("cx", c.X, digits)
		w.number("cy", c.Y, digits)
		w.number("rx", rx, digits)
		w.number("ry", ry, digits)
		return
	}
	w.open("path")
	w.s(` d="`)
	w.data(p, digits)
	w.s(`"`)
}

// asRect recognises what geom.Path's Rect and RoundRect make.
func asRect(p *geom.Path) (r geom.Rect, rad float64, ok bool) {
	var q geom.Path
	switch len(p.Pts) {
	case 4:
		a, c := p.Pts[0], p.Pts[2]
		r = geom.R(a.X, a.Y, c.X-a.X, c.Y-a.Y)
	case 17:
		a, b := p.Pts[0], p.Pts[4]
		left, bottom := p.Pts[12].X, p.Pts[8].Y
		rad = b.Y - a.Y
		r = geom.R(left, a.Y, b.X-left, bottom-a.Y)
		// Pts[8] is the corner's end only where both radii agree; same checks it.
	default:
		return r, 0, false
	}
	if r.Empty() || rad < 0 {
		return r, 0, false
	}
	q.RoundRect(r, rad)
	return r, rad, same(p, &q)
}

// asEllipse recognises what geom.Path's Circle and Ellipse make.
func asEllipse(p *geom.Path) (c geom.Pt, rx, ry float64, ok bool) {
	if len(p.Pts) != 13 || len(p.Verbs) != 6 {
		return c, 0, 0, false
	}
	right, bottom, left := p.Pts[0], p.Pts[3], p.Pts[6]
	c = geom.P((right.X+left.X)/2, right.Y)
	rx, ry = (right.X-left.X)/2, bottom.Y-right.Y
	if rx <= 0 || ry <= 0 {
		return c, 0, 0, false
	}
	var q geom.Path
	q.Ellipse(c, rx, ry)
	return c, rx, ry, same(p, &q)
}

func same(p, q *geom.Path) bool {
	if len(p.Verbs) != len(q.Verbs) || len(p.Pts) != len(q.Pts) {
		return false
	}
	for i, v := range p.Verbs {
		if v != q.Verbs[i] {
			return false
		}
	}
	for i, a := range p.Pts {
		if b := q.Pts[i]; math.Abs(a.X-b.X) > 1e-6 || math.Abs(a.Y-b.Y) > 1e-6 {
			return false
		}
	}
	return true
}
