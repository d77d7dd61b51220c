package cash

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// lines is how many lines of a mesh run along a crowd.
const lines = 9

// across is where line i of a mesh of lines runs, 0 to 1, the outer ones with a cell's room.
func across(i int, margin float64) float64 {
	switch i {
	case 0:
		return -margin
	case lines - 1:
		return 1 + margin
	}
	return float64(i) / (lines - 1)
}

// Lie draws a crowd that lies, and under them their thickness: the same marks, in their
// shade's colour c and a little lower, as far as that is to show. Seen is how much there
// is of both.
func Lie(l *draw.List, id draw.ID, f *draw.Field, c draw.Color, show, seen, scale float64) {
	if show > 0 {
		g := l.NewField()
		m := g.Mesh
		*g = *f
		g.Mesh.U, g.Mesh.V = append(m.U, f.Mesh.U...), append(m.V, f.Mesh.V...)
		g.Mesh.P, g.Mesh.Level = append(m.P, f.Mesh.P...), append(m.Level, f.Mesh.Level...)
		g.Inks = [4]draw.Color{c, c, c, c}
		l.Push(geom.Translate(0, f.Radius*0.36), show*seen)
		storyboard.Crowd(l, id.Sub("shade"), g, scale)
		l.Pop()
	}
	l.Push(geom.Identity(), seen)
	storyboard.Crowd(l, id, f, scale)
	l.Pop()
}

// aside is where a press of the finger moves a mark: away, by less the farther it is.
func aside(v *stage.View, at *storyboard.Spot, p geom.Pt, reach float64) geom.Pt {
	if v.Finger.Force <= 0 || reach <= 0 {
		return p
	}
	d := p.Sub(at.Under(v.Finger.At))
	q := d.Dot(d) / (reach * reach)
	if q >= 1 {
		return p
	}
	return p.Add(d.Unit().Mul(reach * 0.4 * v.Finger.Force * (1 - q) * (1 - q)))
}
