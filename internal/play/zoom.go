package play

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// zoom is how a picture is magnified. Where to differs from scale, the scale
// glides there.
type zoom struct {
	scale, to float64
	from      float64
	since     anim.Seconds
	focus     geom.Pt // in fractions of the body
}

const zoomLasts = 0.35

func wholeZoom() zoom { return zoom{scale: 1, to: 1, from: 1, focus: geom.P(0.5, 0.5)} }

func (z *zoom) gliding() bool { return z.scale != z.to }

// maxZoom is how far the drawn scene can be magnified, at least 1.
func (m *Machine) maxZoom() float64 {
	if z, ok := m.scenes[m.shot.scene].(stage.Zoomable); ok {
		return max(1, z.MaxZoom())
	}
	return 1
}

func (m *Machine) zoomScale() float64 { return m.shot.zoom.scale }

// body is where a zoomable picture stands.
func (m *Machine) body() (geom.Rect, bool) {
	if m.list == nil {
		return geom.Rect{}, false
	}
	b := stage.LayoutOf(m.list.Area).Body
	return b, !b.Empty()
}

// Wheel turns the wheel at a point. It magnifies a zoomable picture where ctrl
// is held, as pinching on a touch pad reports it; otherwise it reports false:
// the page scrolls.
func (m *Machine) Wheel(at geom.Pt, dx, dy float64, ctrl bool) bool {
	if !ctrl || m.maxZoom() <= 1 || math.IsNaN(dy) || !finite(at) {
		return false
	}
	m.read()
	m.zoomAbout(at, m.shot.zoom.scale*math.Exp(-max(-200, min(dy, 200))*0.01))
	return true
}

// zoomAbout magnifies to the scale and keeps the picture's point under at.
func (m *Machine) zoomAbout(at geom.Pt, scale float64) {
	body, ok := m.body()
	if !ok {
		return
	}
	z := &m.shot.zoom
	scale = max(1, min(scale, m.maxZoom()))
	k := scale / z.scale
	f := body.At(z.focus.X, z.focus.Y)
	// The picture's offset after both: what stays put is where it meets 1-scale.
	off := at.Mul(1 - k).Add(f.Mul(1 - z.scale).Mul(k))
	z.scale, z.to = scale, scale
	if scale > 1 {
		m.focusOn(body, off.Mul(1/(1-scale)))
	}
	m.takeOver()
	m.dirty = true
}

func (m *Machine) focusOn(body geom.Rect, f geom.Pt) {
	m.shot.zoom.focus = geom.P(anim.Clamp((f.X-body.X)/body.W), anim.Clamp((f.Y-body.Y)/body.H))
}

// pan moves a magnified picture with the finger.
func (m *Machine) pan(by geom.Pt) {
	body, ok := m.body()
	z := &m.shot.zoom
	if !ok || z.scale <= 1 {
		return
	}
	f := body.At(z.focus.X, z.focus.Y)
	m.focusOn(body, f.Add(by.Mul(1/(1-z.scale))))
	m.dirty = true
}

// zoomTo glides to a scale about the present focus.
func (m *Machine) zoomTo(scale float64) {
	z := &m.shot.zoom
	z.from, z.to, z.since = z.scale, max(1, min(scale, m.maxZoom())), m.clock
	m.dirty = true
}

// glide moves the scale to where it goes, in equal ratios.
func (m *Machine) glide(anim.Seconds) bool {
	z := &m.shot.zoom
	if !z.gliding() {
		return false
	}
	p := anim.Clamp((m.clock - z.since) / zoomLasts)
	if m.reduced || p >= 1 {
		z.scale = z.to
		return true
	}
	z.scale = z.from * math.Pow(z.to/z.from, anim.CubicInOut(p))
	return true
}

// doubleTapped magnifies a zoomable picture at its second tap, or shows it
// whole again. The mark at index i takes the taps where there is one, but a crowd.
func (m *Machine) doubleTapped(at geom.Pt, i int) bool {
	if m.maxZoom() <= 1 {
		return false
	}
	if i >= 0 {
		if _, crowd := m.fieldOf(i); !crowd {
			return false
		}
	}
	first, where := m.tapped, m.tappedP
	m.tapped, m.tappedP = m.clock, at
	if first < 0 || m.clock > first+doubleTap || at.Dist(where) > 3*slop {
		return false
	}
	m.tapped = -1
	if m.shot.zoom.to > 1 {
		m.zoomTo(1)
		return true
	}
	if body, ok := m.body(); ok {
		m.focusOn(body, at)
		m.zoomTo(math.Sqrt(m.maxZoom()))
	}
	return true
}

func (m *Machine) beginPinch(second pointer) {
	m.second = second
	m.press.pinch = true
	m.finger.down = false
	m.spread = max(1, m.press.at.Dist(second.at))
}

// pinch magnifies as two fingers part, about their middle.
func (m *Machine) pinch() {
	if !m.second.on || !m.press.on {
		return
	}
	d := max(1, m.press.at.Dist(m.second.at))
	m.zoomAbout(m.press.at.Lerp(m.second.at, 0.5), m.shot.zoom.scale*d/m.spread)
	m.spread = d
}
