package play

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// one is a mark of a crowd.
type one struct {
	crowd draw.ID
	n     int
}

// turned is whom the last turn of the screen kept in the middle, and what was seen of
// the scene then: at an edge of the picture somebody else may stand there, yet when the
// screen turns back it is them that the reader looked at.
type turned struct {
	one
	scene int
	zoom  zoom
}

// inMiddle is whom a magnified picture shows in its middle; ok is false where
// the picture is whole, holds no crowd, or is drawn in the same area again.
func (m *Machine) inMiddle(area geom.Rect) (k one, ok bool) {
	if m.list == nil || m.list.Area == area || m.list.Area.Empty() || m.listed != m.shot.scene || m.shot.zoom.scale <= 1 {
		return one{}, false
	}
	if m.turned.crowd != noID && m.turned.scene == m.shot.scene && m.turned.zoom == m.shot.zoom {
		return m.turned.one, true
	}
	body, ok := m.body()
	if !ok {
		return one{}, false
	}
	near := math.Inf(1)
	for i := range m.list.Marks {
		mark := &m.list.Marks[i]
		if mark.Kind != draw.KindField || mark.Alpha <= 0 || mark.Field.Cols <= 0 {
			continue
		}
		inv, ok := mark.M.Inverse()
		if !ok {
			continue
		}
		at := inv.At(body.Center())
		if n, ok := mark.Field.Nearest(at, near); ok {
			d, _ := mark.Field.At(n)
			near, k = d.At.Dist(at), one{mark.ID, n}
		}
	}
	return k, !math.IsInf(near, 1)
}

// center moves the magnified picture so that it shows k in its middle, as far as
// its edges allow; false where it already does.
func (m *Machine) center(k one) bool {
	body, ok := m.body()
	i := m.list.Find(k.crowd)
	if !ok || i < 0 || m.list.Marks[i].Kind != draw.KindField {
		return false
	}
	mark := &m.list.Marks[i]
	d, ok := mark.Field.At(k.n)
	if !ok {
		return false
	}
	before := m.shot.zoom.focus
	m.pan(body.Center().Sub(mark.M.At(d.At)))
	return m.shot.zoom.focus != before
}
