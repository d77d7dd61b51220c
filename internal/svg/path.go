package svg

import (
	"math"

	"lianhua/internal/geom"
)

// polyline writes path data: relative to the last point as it was written, so
// that rounding does not add up.
type polyline struct {
	digits int
	x, y   int64 // the last point, in units of the last digit
	last   byte  // the last command's letter
	sep    bool  // a number was written last
	point  bool  // the last number has a point
}

func (w *writer) data(p *geom.Path, digits int) {
	w.poly = polyline{digits: digits}
	w.lines(p)
}

// lines goes on from where the last data ended.
func (w *writer) lines(p *geom.Path) {
	sx, sy := w.poly.x, w.poly.y
	i := 0
	for _, v := range p.Verbs {
		pts := p.Pts[i : i+v.Points()]
		i += v.Points()
		switch v {
		case geom.MoveTo:
			w.step('m', pts)
			sx, sy = w.poly.x, w.poly.y
		case geom.LineTo:
			w.lineTo(pts[0])
		case geom.QuadTo:
			w.step('q', pts)
		case geom.CubeTo:
			w.step('c', pts)
		case geom.CloseTo:
			w.b = append(w.b, 'z')
			w.poly.last, w.poly.sep = 'z', false
			w.poly.x, w.poly.y = sx, sy
		}
	}
}

func (w *writer) unit(v float64) int64 {
	return int64(math.Round(math.Max(-1e9, math.Min(1e9, v)) * powers[w.poly.digits]))
}

func (w *writer) command(c byte) {
	g := &w.poly
	// After m, further pairs are lines.
	if c == g.last && c != 'm' || c == 'l' && g.last == 'm' {
		g.last = c
		return
	}
	w.b = append(w.b, c)
	g.last, g.sep = c, false
}

// delta writes one number, set off from the one before only where it must be.
func (w *writer) delta(n int64) {
	g := &w.poly
	start := len(w.b)
	w.b = appendScaled(w.b, n, g.digits)
	first := w.b[start]
	if g.sep && first != '-' && !(first == '.' && g.point) {
		w.b = append(w.b, 0)
		copy(w.b[start+1:], w.b[start:])
		w.b[start] = ' '
	}
	g.sep, g.point = true, n%int64(powers[g.digits]) != 0
}

func (w *writer) step(c byte, pts []geom.Pt) {
	w.command(c)
	g := &w.poly
	var x, y int64
	for _, p := range pts {
		x, y = w.unit(p.X), w.unit(p.Y)
		w.delta(x - g.x)
		w.delta(y - g.y)
	}
	g.x, g.y = x, y
}

func (w *writer) lineTo(p geom.Pt) {
	g := &w.poly
	x, y := w.unit(p.X), w.unit(p.Y)
	switch {
	case y == g.y:
		w.command('h')
		w.delta(x - g.x)
	case x == g.x:
		w.command('v')
		w.delta(y - g.y)
	default:
		w.command('l')
		w.delta(x - g.x)
		w.delta(y - g.y)
	}
	g.x, g.y = x, y
}
