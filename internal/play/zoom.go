package play

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
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

// zoomStep is how much a key or a button magnifies.
const zoomStep = 1.6

// nearlyWhole is the scale below which fingers that let go meant the whole picture.
const nearlyWhole = 1.06

func wholeZoom() zoom { return zoom{scale: 1, to: 1, from: 1, focus: geom.P(0.5, 0.5)} }

func (z *zoom) gliding() bool { return z.scale != z.to }

// maxZoom is how far the drawn scene can be magnified, at least 1.
func (m *Machine) maxZoom() float64 {
	if z, ok := m.scenes[m.shot.scene].(stage.Zoomable); ok && !m.contents.open {
		return max(1, z.MaxZoom())
	}
	return 1
}

// Zoom is how far the picture of the present scene is magnified, or on the way to
// be, and how far it can be; both are at least 1.
func (m *Machine) Zoom() (scale, most float64) {
	s, most := m.coming(), 1.0
	if z, ok := m.scenes[s.scene].(stage.Zoomable); ok && !m.contents.open {
		most = max(1, z.MaxZoom())
	}
	return s.zoom.to, most
}

// SetZoom magnifies the picture about its middle, within what is possible; 1
// shows it whole.
func (m *Machine) SetZoom(scale float64) {
	if m.maxZoom() <= 1 || math.IsNaN(scale) {
		return
	}
	m.read()
	m.takeOver()
	m.zoomTo(scale)
}

// zoomable is a scale within what is possible. One that an address tells as 1 is the
// whole picture: as often up as down, factors do not end at 1.
func (m *Machine) zoomable(scale float64) float64 {
	if thousandth(scale) <= 1 {
		return 1
	}
	return min(scale, m.maxZoom())
}

// body is where a zoomable picture stands.
func (m *Machine) body() (geom.Rect, bool) {
	if m.list == nil {
		return geom.Rect{}, false
	}
	b := stage.LayoutOf(m.view.Area).Body
	return b, !b.Empty()
}

// Wheel turns the wheel at a point. It magnifies a zoomable picture where ctrl
// is held, as pinching on a touch pad reports it; otherwise it reports false:
// the page scrolls.
func (m *Machine) Wheel(at geom.Pt, dx, dy float64, ctrl bool) bool {
	if m.covered() {
		return true
	}
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
	scale = m.zoomable(scale)
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

// Takes reports whether a finger that is down, moved by so much since then, is
// the picture's to follow; otherwise a page may take it for its own scrolling.
// The picture takes two fingers where it can be magnified, a finger that has
// rested, and one that moves a magnified picture. At the picture's edge the page
// scrolls on, as from any part of a page that scrolls by itself.
func (m *Machine) Takes(by geom.Pt) bool {
	p := &m.press
	switch {
	case !p.on || p.role == draw.RoleLink && !p.pinch || !finite(by):
		return false
	case p.pinch || p.long || p.pans:
		return true
	}
	return !p.moved && m.maxZoom() > 1 && m.canPan(p.start, by, false)
}

// canPan reports whether a drag from a point by so much moves the magnified
// picture: one across does, one along the story as far as the picture goes on
// that way; a free one does always.
func (m *Machine) canPan(from, by geom.Pt, free bool) bool {
	body, ok := m.body()
	z := &m.shot.zoom
	if !ok || z.scale <= 1 || !body.Has(from) {
		return false
	}
	const brim = 1e-3 // of the picture that is hidden
	switch {
	case free || math.Abs(by.X) > math.Abs(by.Y):
		return true
	case by.Y < 0:
		return z.focus.Y < 1-brim
	}
	return z.focus.Y > brim
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
	z.from, z.to, z.since = z.scale, m.zoomable(scale), m.clock
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
	m.spread, m.middle = max(1, m.press.at.Dist(second.at)), m.press.at.Lerp(second.at, 0.5)
}

// endPinch lets the finger that stays go on alone: it moves the picture, and
// lifting it is no tap.
func (m *Machine) endPinch(gone int) {
	rest := m.second
	if m.second.id == gone {
		rest = m.press.pointer
	}
	m.second = pointer{}
	if m.shot.zoom.scale < nearlyWhole {
		m.zoomTo(1)
	}
	m.press = press{pointer: rest, start: rest.at, since: m.clock, moved: true, pans: m.shot.zoom.scale > 1}
}

// pinch magnifies as two fingers part, and moves the picture with their middle.
func (m *Machine) pinch() {
	if !m.second.on || !m.press.on {
		return
	}
	d, middle := max(1, m.press.at.Dist(m.second.at)), m.press.at.Lerp(m.second.at, 0.5)
	m.pan(middle.Sub(m.middle))
	m.zoomAbout(middle, m.shot.zoom.scale*d/m.spread)
	m.spread, m.middle = d, middle
}
