package chrome

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Above is the part of a window above the strip of a hall's controls: what
// play.Hall.Picture asks for. They stand at the foot, within reach of a child and of
// a wheelchair.
func Above(window geom.Rect) geom.Rect {
	h := math.Max(56, window.H*0.085)
	if window.H > window.W {
		h = math.Max(56, window.H*0.0625)
	}
	window.H -= math.Min(h, window.H/4)
	return window
}

// Hall draws a hall's controls on the strip at the foot: while nobody is there, an
// invitation in both languages in the place of most of them; then what a visitor
// needs, and no gesture. Over all, the question whether somebody is still there, and
// what the staff need.
func Hall(l *draw.List, v *stage.View, c play.Controls) {
	r := l.Area
	r.Y, r.H = v.Area.Bottom(), l.Area.Bottom()-v.Area.Bottom()
	s := newStrip(l, r, c.Low != "")
	th := v.Theme
	mat(l, v)
	l.Rect(draw.Name("strip"), r, 0, draw.Ink(draw.Mix(th.Ground, th.Ink, 0.05)), draw.Decor())
	l.Rect(draw.Name("strip").Sub("edge"), geom.R(r.X, r.Y, r.W, math.Max(1, s.size/60)), 0, draw.Ink(th.Mute.Fade(0.35)), draw.Decor())
	s.right(l, v, "control.language", c.LangLink, "shell.language", language)
	s.right(l, v, "control.theme", c.ThemeLink, "shell.theme", half)
	s.reach(l, v, c)
	if c.Inviting < 1 {
		l.Push(geom.Identity(), 1-c.Inviting)
		s.visitor(l, v, c)
		l.Pop()
	}
	if c.Inviting > 0 {
		l.Push(geom.Identity(), c.Inviting)
		s.invitation(l, v)
		l.Pop()
	}
	Acts(l, v, c)
	if c.Notice != "" {
		notice(l, v, v.Layout(), c)
	}
	switch {
	case c.Keypad.Open:
		keypad(l, v, c.Keypad)
	case c.Keypad.Cleaning > 0:
		cleaning(l, v, c.Keypad.Cleaning)
	case c.Asking > 0:
		ask(l, v, c.Asking)
	}
}

// strip lays round buttons out from both of its ends.
type strip struct {
	bar
	r          geom.Rect
	near       float64 // the left edge of the next button from the left
	withinHand bool    // it has room for what a picture is magnified with
}

// most are the buttons of a strip with those that magnify, and few without.
const most, few = 8, 6

// tight is the least gap between two buttons, in pixels of the design.
const tight = 3

// LeastWidth is how wide a window is, in pixels of the design, in which a hall's strip has
// room for all of its buttons; lowers: where the picture can be lowered.
func LeastWidth(lowers bool) float64 {
	n := most
	if lowers {
		n++
	}
	return float64(n)*(draw.MinTouch+tight) + tight
}

// newStrip is one with room for another button where the picture can be lowered. It has
// the margin of the whole window, wherever the picture stands.
func newStrip(l *draw.List, r geom.Rect, lowers bool) strip {
	margin := stage.LayoutOf(Above(l.Area)).Margin
	size := math.Max(draw.MinTouch, math.Min(r.H*0.7, r.W/9))
	s := strip{bar: bar{size: size, gap: size * 0.22, right: r.Right() - margin, y: r.Center().Y}, r: r, near: r.X + margin}
	n, room := most, r.W-2*margin
	if lowers {
		n++
	}
	s.withinHand = room >= float64(n)*(s.size+s.gap)-s.gap
	if close := float64(n)*(s.size+tight) - tight; !s.withinHand && close <= r.W-2*tight {
		// A screen has no pinch, so that margins give way before the buttons do.
		margin = (r.W - close) / 2
		s.withinHand, s.gap, s.near = true, tight, r.X+margin
		s.bar.right = r.Right() - margin
	}
	if !s.withinHand && lowers {
		s.gap = math.Min(s.gap, (room-(few+1)*s.size)/few)
	}
	return s
}

func (s *strip) right(l *draw.List, v *stage.View, name, target, label string, sign icon) {
	s.button(l, v, name, target, label, sign)
}

func (s *strip) left(l *draw.List, v *stage.View, name, target, label string, sign icon) {
	b := s.bar
	b.right = s.near + b.size
	s.near += b.size + b.gap
	b.button(l, v, name, target, label, sign)
}

// visitor is what is there for somebody who is there.
func (s *strip) visitor(l *draw.List, v *stage.View, c play.Controls) {
	s.left(l, v, "control.previous", c.PreviousLink, "shell.previous", back)
	if c.Playing {
		s.left(l, v, "control.play", c.PlayLink, "shell.pause", pause)
	} else {
		s.left(l, v, "control.play", c.PlayLink, "shell.play", begin)
	}
	s.left(l, v, "control.next", c.NextLink, "shell.next", onward)
	s.left(l, v, "control.contents", c.Contents, contentsName(c), leaves)
	if s.withinHand {
		s.left(l, v, "control.zoom-out", c.ZoomOut, "shell.zoom-out", less)
		s.left(l, v, "control.zoom-in", c.ZoomIn, "shell.zoom-in", more)
	}
}

// invitation asks to touch, in both languages.
func (s *strip) invitation(l *draw.List, v *stage.View) {
	id, th := draw.Name("invitation"), v.Theme
	x := s.near
	c, r := geom.P(x+s.size/2, s.y), s.size*0.2
	for i := range 2 { // a finger's touch, and the ring that it makes
		pen := geom.Pen{Width: r * 0.2}
		l.Stroke(id.SubN("ring", i+1), l.NewPath().Circle(c, r*(1.1+0.75*float64(i))), pen, draw.Ink(th.Accent.Fade(1-0.55*float64(i))), draw.Decor())
	}
	l.Circle(id.Sub("touch"), c, r*0.55, draw.Ink(th.Accent), draw.Decor())
	x += s.size + s.gap
	room := s.bar.right - x
	both(l, v, id, "shell.invite", "shell.invite-other", geom.P(x, s.y), room, s.size*0.36, typeset.Start)
}

// both sets words in the reader's language and below in the other one, about the
// height of at, within a width.
func both(l *draw.List, v *stage.View, id draw.ID, own, other string, at geom.Pt, room, size float64, align typeset.Align) {
	for i, part := range [...]struct {
		key  string
		face typeset.Face
		k, y float64
		ink  draw.Color
	}{{own, typeset.SansBold, 1, -0.18, v.Theme.Ink}, {other, typeset.Sans, 0.72, 0.95, v.Theme.Text}} {
		st := typeset.Style{Face: part.face, Size: size * part.k}
		run := v.Set.Line(v.Words(part.key), st)
		if run.Width > room {
			st.Size *= room / run.Width
			run = v.Set.Line(v.Words(part.key), st)
		}
		x := at.X
		if align == typeset.Center {
			x -= run.Width / 2
		}
		l.Text(id.SubN("line", i+1), run, geom.P(x, at.Y+part.y*size), draw.Ink(part.ink), draw.Sem{Role: draw.RoleText, Free: true})
	}
}

// ask asks whether somebody is there; the ring of the story empties in the time that
// is left.
func ask(l *draw.List, v *stage.View, left float64) {
	c, r := wait(l, v, draw.Name("ask"), left)
	both(l, v, draw.Name("ask.question"), "shell.ask", "shell.ask-other", c, 1.6*r, r*0.3, typeset.Center)
	both(l, v, draw.Name("ask.answer"), "shell.stay", "shell.stay-other", below(c, r), l.Area.W*0.8, r*0.24, typeset.Center)
}

// cleaning says that the screen may be wiped, and for how long.
func cleaning(l *draw.List, v *stage.View, left float64) {
	c, r := wait(l, v, draw.Name("cleaning"), left)
	both(l, v, draw.Name("cleaning.what"), "shell.cleaning", "shell.cleaning-other", c, 1.6*r, r*0.3, typeset.Center)
	both(l, v, draw.Name("cleaning.why"), "shell.deaf", "shell.deaf-other", below(c, r), l.Area.W*0.8, r*0.24, typeset.Center)
}

// wait veils the picture under the ring of the story, which empties with what is left.
func wait(l *draw.List, v *stage.View, id draw.ID, left float64) (c geom.Pt, r float64) {
	th, a := v.Theme, l.Area
	l.Rect(id.Sub("veil"), a, 0, draw.Ink(th.Ground.Fade(0.86)), draw.Decor())
	c, r = a.Center(), math.Min(a.W, a.H)*0.19
	metal := r * waitMetal
	ring(l, v, id, c, r, metal)
	pen := geom.Pen{Width: metal * 0.62}
	const top = -math.Pi / 2
	l.Stroke(id.Sub("left"), l.NewPath().Arc(c, r+metal*0.5, top, top+2*math.Pi*left, false), pen, draw.Ink(th.Accent), draw.Decor())
	return c, r
}

// waitMetal is how wide that ring's metal is, to its radius.
const waitMetal = 0.14

// below is where words stand under that ring.
func below(c geom.Pt, r float64) geom.Pt { return geom.P(c.X, c.Y+r*(1.5+1.2*waitMetal)) }

// more and less are a plus and a minus.
func more(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	p := l.NewPath().Move(c.X-r, c.Y).Line(c.X+r, c.Y).Move(c.X, c.Y-r).Line(c.X, c.Y+r)
	l.Stroke(id, p, geom.Pen{Width: r * 0.34, Cap: geom.CapRound}, draw.Ink(v.Theme.Ink), draw.Decor())
}

func less(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	l.Stroke(id, l.NewPath().Move(c.X-r, c.Y).Line(c.X+r, c.Y), geom.Pen{Width: r * 0.34, Cap: geom.CapRound}, draw.Ink(v.Theme.Ink), draw.Decor())
}
