package habits

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// eyeSlot has the eye before the window in its middle, as far from it as the slot is wide.
const eyeSlot = "eye"

// rest is the angle at which all propped sashes stand, in radians.
func rest(v *stage.View) float64 { return v.Knob(&openAngle) * math.Pi / 180 }

// sway swings out: three times to and fro, each time less.
func sway(t float64) float64 {
	return 1 - math.Exp(-3.6*t)*math.Cos(6*math.Pi*t)*(1-t)
}

// opened is how far a sash has been swung by the story.
func opened(v *stage.View, i int) float64 {
	from := swingFrom + swingEach*float64(i)
	return anim.Span(v.Beat(beatOpen), from, from+swingLasts, anim.BackOut)
}

// angle is how far a sash stands open: not at all while it is picked, when the reader
// looks at its papercut, and as far as a finger in its bay leaves it.
func angle(v *stage.View, i int, bay geom.Rect) float64 {
	id := aimID(i)
	open := opened(v, i) * (1 - v.Pick(id)) * (1 - 0.12*v.Hovered(id))
	if down, force := pressed(v, bay); force > 0 {
		open = anim.Lerp(open, 1-down, force*anim.Clamp(opened(v, i)))
	}
	return rest(v) * open
}

// rolled is how far the old sheet of a pane has been rolled down.
func rolled(v *stage.View, i int, pane geom.Rect) float64 {
	from := rollFrom + rollEach*float64(i-raised)
	t := anim.Span(v.Beat(beatOpen), from, from+rollLasts, anim.SineInOut)
	if down, force := pressed(v, pane); force > 0 {
		t = anim.Lerp(t, down, force*t)
	}
	return t
}

// pressed is how far down a rectangle of the window a finger presses, and with what
// force: less the farther beside the rectangle it is, so that nothing jumps.
func pressed(v *stage.View, r geom.Rect) (down, force float64) {
	if v.Finger.Force <= 0 || r.Empty() {
		return 0, 0
	}
	p := v.Finger.At
	beside := math.Hypot(max(r.X-p.X, p.X-r.Right(), 0), max(r.Y-p.Y, p.Y-r.Bottom(), 0))
	return anim.Clamp((p.Y - r.Y) / r.H), v.Finger.Force * anim.Clamp(1-4*beside/r.W)
}

func paneSlot(i int) string { return draw.Nth("pane", i+1).String() }

// sheet are the cues of a pane: the old sheet that is seen as far as it has not been
// rolled, the roll while it is on its way, and what the pane throws on the sill.
func sheet(i int) []storyboard.Cue {
	slot := paneSlot(i)
	share := func(v stage.View) float64 {
		p := storyboard.PlaceOf(&v)
		return rolled(&v, i, p.Slot(slot))
	}
	return []storyboard.Cue{
		{Layer: draw.Nth("old", i+1).String(), Do: storyboard.Fill{Slot: slot}, Share: func(v stage.View) float64 { return 1 - share(v) }},
		{Layer: draw.Nth("roll", i+1).String(), Do: storyboard.Appear{}, Share: func(v stage.View) float64 {
			t := share(v)
			return min(t, 1-t) * 14
		}},
		{Layer: draw.Nth("cast", i+1).String(), Do: storyboard.Appear{}, Share: share},
	}
}

// carried is how far above its end the roll of a pane is.
func carried(i int) func(v stage.View, p storyboard.Place) geom.Pt {
	slot := paneSlot(i)
	return func(v stage.View, p storyboard.Place) geom.Pt {
		pane := p.Slot(slot)
		return geom.P(0, -(1-rolled(&v, i, pane))*pane.H/p.K)
	}
}

// sash is a window's wing that hangs from its upper edge and swings out. The drawing
// has it shut, in a layer of the slot's name.
type sash struct {
	at        int
	slot, bay string
}

func newSash(i int) *sash {
	return &sash{at: i, slot: draw.Nth("sash", i+1).String(), bay: draw.Nth("bay", i+1).String()}
}

// swing takes points of a shut sash to where they are seen when it is open.
type swing struct {
	shut     geom.Rect
	eye      geom.Pt
	far      float64
	cos, sin float64
}

func (s *swing) of(p geom.Pt) geom.Pt {
	down := p.Y - s.shut.Y
	k := s.far / (s.far + down*s.sin)
	return s.eye.Add(geom.P(p.X, s.shut.Y+down*s.cos).Sub(s.eye).Mul(k))
}

// at is the point that lies so far across and down the sash, in parts of it.
func (s *swing) at(across, down float64) geom.Pt {
	return s.of(geom.P(s.shut.X+across*s.shut.W, s.shut.Y+down*s.shut.H))
}

var (
	edge  = draw.RGB(0x24150D) // a sash's thickness, seen from below
	dark  = draw.RGB(0x3A2216)
	grain = draw.RGB(0xB98250)
)

func (s *sash) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	id, p := aimID(s.at), at.Place()
	bay := at.Slot(s.bay)
	l.Fill(id.Sub("touch"), l.NewPath().Rect(bay), draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	eye := at.Slot(eyeSlot)
	turn := angle(&v, s.at, p.Slot(s.bay))
	w := swing{shut: at.Rect, eye: eye.Center(), far: eye.W, cos: math.Cos(turn), sin: math.Sin(turn)}
	left, right, thick := w.at(0, 1), w.at(1, 1), (0.012+0.02*w.cos)*w.shut.H
	l.Fill(id.Sub("thickness"), l.NewPath().Move(left.X, left.Y).Line(right.X, right.Y).Line(right.X, right.Y+thick).Line(left.X, left.Y+thick).Close(), draw.Ink(edge), draw.Decor())
	s.shapes(l, &v, &w)
	if dim := 1 - anim.Clamp(opened(&v, s.at)); dim > 0 {
		a, b, c, d := w.at(0, 0), w.at(1, 0), right, left
		l.Fill(id.Sub("dim"), l.NewPath().Move(a.X, a.Y).Line(b.X, b.Y).Line(c.X, c.Y).Line(d.X, d.Y).Close(), draw.Ink(v.Theme.Faint.Fade(v.Knob(&shutDim)*dim)), draw.Decor())
	}
	s.prop(l, &v, &w, turn)
}

// shapes are those of the shut sash, seen as it stands. Its ramps run straight down it.
func (s *sash) shapes(l *draw.List, v *stage.View, w *swing) {
	middle, n := w.shut.Center().X, 0
	for i := range v.Art.Layers {
		if v.Art.Drawing.Layers[i].Name != s.slot {
			continue
		}
		for _, piece := range v.Art.Layers[i].Pieces {
			if piece.Sheet == nil {
				continue
			}
			for k := range piece.Sheet.Marks {
				m := &piece.Sheet.Marks[k]
				path := l.NewPath()
				path.Verbs = append(path.Verbs, m.Path.Verbs...)
				for _, q := range m.Path.Pts {
					path.Pts = append(path.Pts, w.of(m.M.At(q)))
				}
				paint := m.Paint
				if paint.Ramp.N > 0 {
					paint.Ramp.From = w.of(geom.P(middle, m.M.At(paint.Ramp.From).Y))
					paint.Ramp.To = w.of(geom.P(middle, m.M.At(paint.Ramp.To).Y))
				}
				n++
				shape := aimID(s.at).SubN("shape", n)
				l.Push(geom.Identity(), m.Alpha)
				if pen := m.Pen; pen.Width > 0 {
					pen.Width *= m.M.Scale() * (0.6 + 0.4*w.cos)
					l.Stroke(shape, path, pen, paint, draw.Decor())
				} else {
					l.Fill(shape, path, paint, draw.Decor())
				}
				l.Pop()
			}
		}
	}
}

// prop is the stick that holds the sash up, once there is room for it.
func (s *sash) prop(l *draw.List, v *stage.View, w *swing, turn float64) {
	show := anim.Span(turn, 0.25*rest(v), 0.45*rest(v), anim.Linear)
	if show <= 0 {
		return
	}
	head, wide := w.at(0.9, 0.985), w.shut.W*0.024*v.Knob(&propThick)
	foot := geom.P(w.shut.X+0.93*w.shut.W, w.shut.Bottom()+0.02*w.shut.H)
	id := aimID(s.at)
	l.Push(geom.Identity(), show)
	l.Line(id.Sub("prop"), head, foot, wide, draw.Ink(dark), draw.Decor())
	off := geom.P(-wide*0.16, 0)
	l.Line(id.Sub("prop-light"), head.Add(off), foot.Add(off), wide*0.36, draw.Ink(grain), draw.Decor())
	l.Pop()
}
