package households

import (
	"math"

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

// closeness is how far houses have taken the place of the field's small roofs.
func closeness(v *stage.View) float64 {
	return anim.Span(v.Zoom.Scale, near, nearer, anim.CubicInOut)
}

// closeUp draws the houses in view with walls, doors and windows when the picture
// is magnified so far that they can be told apart.
func closeUp(l *draw.List, v *stage.View, p *places, f *draw.Field) {
	show := closeness(v)
	inv, ok := p.zoom.Inverse()
	if show <= 0 || !ok || f.Cols == 0 {
		return
	}
	seen := inv.Bounds(p.window).Inset(-2 * f.Radius)
	var tiles [len(f.Inks)]*geom.Path
	for k := range tiles {
		tiles[k] = l.NewPath()
	}
	walls, doors, lifted := l.NewPath(), l.NewPath(), l.NewPath()
	m := &f.Mesh
	w := len(m.U)
	for j := 0; j+1 < len(m.V); j++ {
		if m.V[j+1] <= m.V[j] || !seen.Overlaps(span(m.P[j*w:(j+2)*w]).Inset(-f.Radius)) {
			continue
		}
		for row := int(math.Ceil(m.V[j])); float64(row) < m.V[j+1]; row++ {
			for i := row * f.Cols; i < min((row+1)*f.Cols, f.Count); i++ {
				d, ok := f.At(i)
				if !ok || d.Color.A() < 255 || !seen.Has(d.At) {
					continue
				}
				_, _, chance := f.Place(i)
				tile := tiles[chance[2]>>6]
				if i+1 == f.Lifted {
					tile = lifted
				}
				house(tile, walls, doors, d.At, d.R)
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
	for k, tile := range tiles {
		l.Fill(draw.Nth("tiles", k+1), tile, draw.Ink(f.Inks[k]), draw.Decor())
	}
	l.Fill(draw.Name("doors"), doors, draw.Ink(draw.Mix(dark, th.Clay, 0.35)), draw.Decor())
	l.Fill(draw.Name("lifted"), lifted, draw.Ink(f.LiftInk), draw.Decor())
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

// house adds the roof, the wall, the door and two windows of the house of radius
// r at c: the symbol that the field draws, with its parts told apart.
func house(tile, walls, doors *geom.Path, c geom.Pt, r float64) {
	w, top := draw.RoofWall*r, draw.RoofEaves*r
	walls.Rect(geom.R(c.X-w, c.Y+draw.RoofTuck*r, 2*w, (draw.RoofFloor-draw.RoofTuck)*r))
	tile.Move(c.X, c.Y-r).Line(c.X+r, c.Y+top).Line(c.X-r, c.Y+top).Close()
	doors.Rect(geom.R(c.X-0.13*r, c.Y+0.3*r, 0.26*r, (draw.RoofFloor-0.3)*r))
	doors.Rect(geom.R(c.X-0.46*r, c.Y+0.2*r, 0.2*r, 0.2*r))
	doors.Rect(geom.R(c.X+0.26*r, c.Y+0.2*r, 0.2*r, 0.2*r))
}
