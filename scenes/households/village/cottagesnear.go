package village

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The magnifications between which the roofs of a crowd become houses.
const (
	cottagesFrom = 9
	cottagesTo   = 14
)

// Nearness is how far houses have taken the place of a crowd's small roofs, as a reader
// magnifies the picture, 0 to 1; Room is how far each has come to keep to a plot of its
// own by then.
func Nearness(v *stage.View) float64 {
	return anim.Span(v.Zoom.Scale, cottagesFrom, cottagesTo, anim.CubicInOut)
}

func Room(v *stage.View) float64 {
	return anim.Span(math.Log(max(v.Zoom.Scale, 1)), math.Log(1.5), math.Log(cottagesTo), anim.SineInOut)
}

// CottagesNear draws the houses of a crowd of roofs that a magnified picture shows,
// with walls, doors and windows, when they are near enough to be told apart.
func CottagesNear(l *draw.List, v *stage.View, at storyboard.Spot, f *draw.Field, id draw.ID) {
	show := Nearness(v)
	if show <= 0 || f.Cols == 0 {
		return
	}
	inv, ok := at.Place().M.Then(v.Zoom.Of(v.Layout().Body)).Inverse()
	if !ok {
		return
	}
	var faces [len(planes)][len(f.Inks)]*geom.Path
	for k := range faces {
		for i := range faces[k] {
			faces[k][i] = l.NewPath()
		}
	}
	seen := inv.Bounds(v.Area).Inset(-2 * f.Radius)
	each(f, seen, func(i int, d draw.Dot) {
		_, _, chance := f.Place(i)
		side := 2 * d.R
		if chance[3] < 128 {
			side = -side
		}
		for k := range planes {
			p := faces[k][chance[2]>>6]
			for j, q := range planes[k].corners {
				x, y := d.At.X+side*q.X, d.At.Y+d.R*(draw.RoofFloor+2*q.Y)
				if j == 0 {
					p.Move(x, y)
				} else {
					p.Line(x, y)
				}
			}
			p.Close()
		}
	})
	l.Push(geom.Identity(), show)
	for k := range faces {
		for i, p := range faces[k] {
			l.Fill(id.SubN("face", k*len(f.Inks)+i+1), p, draw.Ink(planes[k].paint(v.Theme, f.Inks[i])), draw.Decor())
		}
	}
	l.Pop()
}

// each calls do for every mark of a field that stands in a rectangle.
func each(f *draw.Field, seen geom.Rect, do func(i int, d draw.Dot)) {
	m := &f.Mesh
	w := len(m.U)
	for j := 0; j+1 < len(m.V); j++ {
		if m.V[j+1] <= m.V[j] || !seen.Overlaps(spanOf(m.P[j*w:(j+2)*w]).Inset(-f.Radius)) {
			continue
		}
		for row := int(m.V[j]); float64(row) < m.V[j+1]; row++ {
			for i := row * f.Cols; i < min((row+1)*f.Cols, f.Count); i++ {
				if _, along, _ := f.Place(i); along < m.V[j] || along >= m.V[j+1] {
					continue
				}
				if d, ok := f.At(i); ok && d.Color.A() == 255 && seen.Has(d.At) {
					do(i, d)
				}
			}
		}
	}
}

func spanOf(pts []geom.Pt) geom.Rect {
	x0, y0, x1, y1 := pts[0].X, pts[0].Y, pts[0].X, pts[0].Y
	for _, q := range pts[1:] {
		x0, y0, x1, y1 = min(x0, q.X), min(y0, q.Y), max(x1, q.X), max(y1, q.Y)
	}
	return geom.R(x0, y0, x1-x0, y1-y0)
}
