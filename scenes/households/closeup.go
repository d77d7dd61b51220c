package households

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// near and nearer are the magnifications between which houses get walls.
const (
	near   = 9
	nearer = 14
)

// closeUp gives the houses in view walls, doors and windows when the picture is
// magnified so far that they can be told apart.
func closeUp(l *draw.List, v *stage.View, p *places, f *draw.Field) {
	show := anim.Span(v.Zoom.Scale, near, nearer, anim.CubicInOut)
	inv, ok := p.zoom.Inverse()
	if show <= 0 || !ok || f.Cols == 0 {
		return
	}
	seen := inv.Bounds(p.window).Inset(-2 * f.Radius)
	walls, doors := l.NewPath(), l.NewPath()
	m := &f.Mesh
	w := len(m.U)
	for j := 0; j+1 < len(m.V); j++ {
		if m.V[j+1] <= m.V[j] || !seen.Overlaps(span(m.P[j*w:(j+2)*w]).Inset(-f.Radius)) {
			continue
		}
		for row := int(m.V[j]); float64(row) < m.V[j+1]; row++ {
			if float64(row) < m.V[j] && j > 0 && m.V[j] != m.V[j-1] {
				continue // the span before has drawn it
			}
			for i := row * f.Cols; i < min((row+1)*f.Cols, f.Count); i++ {
				if d, ok := f.At(i); ok && d.Color.A() == 255 && seen.Has(d.At) {
					house(walls, doors, d.At, d.R)
				}
			}
		}
	}
	th := v.Theme
	light, dark := th.Panel, th.Ink
	if dark.G() > light.G() {
		light, dark = dark, light
	}
	l.Push(geom.Identity(), show)
	l.Fill(draw.Name("walls"), walls, draw.Ink(draw.Mix(light, th.GoldLight, 0.12)), draw.Decor())
	l.Fill(draw.Name("doors"), doors, draw.Ink(draw.Mix(dark, th.Clay, 0.35)), draw.Decor())
	l.Pop()
}

func span(pts []geom.Pt) geom.Rect {
	r := geom.R(pts[0].X, pts[0].Y, 0, 0)
	x1, y1 := r.X, r.Y
	for _, q := range pts[1:] {
		r.X, r.Y = min(r.X, q.X), min(r.Y, q.Y)
		x1, y1 = max(x1, q.X), max(y1, q.Y)
	}
	r.W, r.H = x1-r.X, y1-r.Y
	return r
}

// house adds the wall, the door and two windows of the house of radius r at c,
// inside the symbol that the field draws.
func house(walls, doors *geom.Path, c geom.Pt, r float64) {
	w := draw.RoofWall * r
	walls.Rect(geom.R(c.X-w, c.Y+draw.RoofEaves*r, 2*w, (draw.RoofFloor-draw.RoofEaves)*r))
	doors.Rect(geom.R(c.X-0.13*r, c.Y+0.3*r, 0.26*r, (draw.RoofFloor-0.3)*r))
	doors.Rect(geom.R(c.X-0.46*r, c.Y+0.2*r, 0.2*r, 0.2*r))
	doors.Rect(geom.R(c.X+0.26*r, c.Y+0.2*r, 0.2*r, 0.2*r))
}
