package play

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// handoverLasts is how long a place takes to open into another scene, in seconds.
const handoverLasts = 1.1

// handover is a way from one scene to another by what both have.
type handover struct {
	on    bool
	back  bool // it leads from the scene that is opened into
	way   int  // of the options'
	at    float64
	old   shot
	drawn bool // the pictures and places below are known
	place geom.Rect
	into  geom.Rect
}

// handed is the two pictures of a handover, kept beside the state, of which they
// follow.
type handed struct {
	outer, inner           draw.List // the place's, and what it opens into
	outerSheet, innerSheet *draw.Sheet
	serial                 uint64 // of the last sheet
}

// sheet is a list as a sheet that looks as no other does.
func (p *handed) sheet(l *draw.List) *draw.Sheet {
	p.serial++
	return draw.Miniature(l, handedKey+p.serial)
}

// handedKey begins the keys of sheets that are handed over, far from digests.
const handedKey = 0x68616e6465640000

// handsOver reports by which handover a way leads from a scene that is seen whole to
// another.
func (m *Machine) handsOver(from, to int) (way int, back, ok bool) {
	if m.reduced || m.list == nil || m.contents.at > 0 || m.veil > 0 || m.handover.on || m.shot.zoom.scale != 1 {
		return 0, false, false
	}
	a, b := m.scenes[from].Name(), m.scenes[to].Name()
	for i := range m.options.Handovers {
		switch h := &m.options.Handovers[i]; {
		case h.From == a && h.To == b:
			return i, false, true
		case h.To == a && h.From == b:
			return i, true, true
		}
	}
	return 0, false, false
}

// handOver begins a way by which the scene that is shown hands over to the next.
func (m *Machine) handOver(way int, back bool) {
	old := m.shot
	old.hover = old.picked
	m.cut()
	m.handover = handover{on: true, back: back, way: way, old: old}
}

// passOn moves a handover on, and reports whether there is one.
func (m *Machine) passOn(step anim.Seconds) bool {
	h := &m.handover
	if !h.on {
		return false
	}
	if h.drawn { // until it is, nothing of it has been seen
		h.at = min(1, h.at+step/handoverLasts)
	}
	if h.at == 1 {
		m.endHandover()
	}
	return true
}

// endHandover gives back what the pictures of a handover took.
func (m *Machine) endHandover() {
	if m.handover.on {
		m.handover, m.handed, m.dirty = handover{}, handed{serial: m.handed.serial}, true
	}
}

// prepare draws the two pictures of a handover and finds the place in each. Where one
// has none there is no handover: the scene comes from behind a veil.
func (m *Machine) prepare(area geom.Rect) {
	h, p := &m.handover, &m.handed
	outer, inner := h.old, m.shot
	if h.back {
		outer, inner = inner, outer
	}
	way := &m.options.Handovers[h.way]
	settled := m.shot
	settled.now = m.time(m.shot.scene).End(m.beat)
	places := func(s shot, l *draw.List, id draw.ID) geom.Rect {
		m.pictureOf(&s, l, area)
		return placeIn(l, id)
	}
	// A scene may begin before what it shares has appeared: where that stands tells
	// its end.
	if h.back {
		h.place, h.into = places(settled, &p.outer, way.Place), places(inner, &p.inner, way.Into)
		m.pictureOf(&outer, &p.outer, area)
	} else {
		h.place, h.into = places(outer, &p.outer, way.Place), places(settled, &p.inner, way.Into)
		m.pictureOf(&inner, &p.inner, area)
	}
	if h.place.Empty() || h.into.Empty() {
		m.endHandover()
		m.veil = 1
		return
	}
	p.outerSheet, p.innerSheet = p.sheet(&p.outer), p.sheet(&p.inner)
	h.drawn = true
}

// pictureOf draws a shot into a list that is not the window's.
func (m *Machine) pictureOf(s *shot, l *draw.List, area geom.Rect) {
	v := m.viewOf(s, area)
	l.Reset(area, v.Theme.Ground)
	m.scenes[s.scene].Draw(l, v)
}

// placeIn is where in a list's area a mark is seen.
func placeIn(l *draw.List, id draw.ID) geom.Rect {
	i := l.Find(id)
	if i < 0 {
		return geom.Rect{}
	}
	return l.Bounds(i).Intersect(l.Area)
}

// drawHandover draws the outer picture, which comes nearer until its place fills the
// window, and in the place the inner one.
func (m *Machine) drawHandover(l *draw.List) {
	h, p := &m.handover, &m.handed
	e := anim.CubicInOut(h.at)
	if h.back {
		e = 1 - e
	}
	nearer := math.Sqrt(h.into.W * h.into.H / (h.place.W * h.place.H))
	from, to := h.place.Center(), h.into.Center()
	about := func(c geom.Pt, k float64) geom.Affine {
		at := geom.P(from.X+(to.X-from.X)*e, from.Y+(to.Y-from.Y)*e)
		return geom.Affine{A: k, D: k, E: at.X - k*c.X, F: at.Y - k*c.Y}
	}
	outer, inner := about(from, math.Pow(nearer, e)), about(to, math.Pow(nearer, e-1))
	opening := mix(inner.Bounds(h.into), inner.Bounds(l.Area), e)

	id := draw.Name("handover")
	l.Push(outer, 1)
	l.Sheet(id.Sub("place"), p.outerSheet)
	l.Pop()
	l.PushClip(opening)
	l.Push(inner, anim.CubicInOut(anim.Clamp(e/0.4)))
	l.Sheet(id.Sub("into"), p.innerSheet)
	l.Pop()
	l.Pop()
}

// mix is the rectangle between two whose edges have gone a share of the way.
func mix(a, b geom.Rect, share float64) geom.Rect {
	x0, y0 := a.X+(b.X-a.X)*share, a.Y+(b.Y-a.Y)*share
	x1, y1 := a.Right()+(b.Right()-a.Right())*share, a.Bottom()+(b.Bottom()-a.Bottom())*share
	return geom.R(x0, y0, x1-x0, y1-y0)
}
