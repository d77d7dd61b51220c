package chrome

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/stage"
)

// Low is the part of a window, above the strip, where the story is shown to visitors who
// reach no higher than a line, in parts of the window's height from its top: it stands
// below, whole, composed for the room that there is. Where that is too little to read
// anything in, as fits says, it stands as low as a picture can be read.
func Low(window geom.Rect, line float64) (r geom.Rect, fits bool) {
	whole := Above(window)
	r = whole
	r.Y = math.Ceil(math.Max(whole.Y, math.Min(window.Y+line*window.H, whole.Bottom()-1)))
	r.H = whole.Bottom() - r.Y
	fits = stage.Legible(r)
	for !stage.Legible(r) && r.Y > whole.Y {
		r.Y, r.H = r.Y-1, r.H+1
	}
	return r, fits
}

// reach is the button that lowers the picture, or raises it.
func (s *strip) reach(l *draw.List, v *stage.View, c play.Controls) {
	if c.Low == "" {
		return
	}
	if c.Lowered {
		s.right(l, v, "control.low", c.Low, "shell.raise", upward)
	} else {
		s.right(l, v, "control.low", c.Low, "shell.lower", downward)
	}
}

// mat is what a low picture leaves of the window above it: nothing to touch.
func mat(l *draw.List, v *stage.View) {
	r := l.Area
	r.H = v.Area.Y - r.Y
	if r.H <= 0 {
		return
	}
	th := v.Theme
	l.Rect(draw.Name("mat"), r, 0, draw.Ink(draw.Mix(th.Ground, th.Ink, 0.05)), draw.Decor())
}

// downward and upward are somebody in a wheelchair, and where the picture goes.
func downward(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	wheelchair(l, v, id, c, r, 1)
}

func upward(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	wheelchair(l, v, id, c, r, -1)
}

func wheelchair(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r, way float64) {
	r *= 1.3
	ink := draw.Ink(v.Theme.Ink)
	at := func(x, y float64) geom.Pt { return geom.P(c.X+x*r, c.Y+y*r) }
	l.Circle(id.Sub("head"), at(-0.42, -0.82), r*0.19, ink, draw.Decor())
	body := l.NewPath()
	for i, p := range [...]geom.Pt{at(-0.42, -0.45), at(-0.36, 0.12), at(0.2, 0.12), at(0.46, 0.72), at(0.68, 0.64)} {
		if i == 0 {
			body.Move(p.X, p.Y)
		} else {
			body.Line(p.X, p.Y)
		}
	}
	pen := geom.Pen{Width: r * 0.2, Cap: geom.CapRound, Join: geom.JoinRound}
	l.Stroke(id.Sub("body"), body, pen, ink, draw.Decor())
	l.Stroke(id.Sub("wheel"), l.NewPath().Arc(at(-0.26, 0.36), r*0.56, 0.2*math.Pi, 1.28*math.Pi, false), geom.Pen{Width: r * 0.15, Cap: geom.CapRound}, ink, draw.Decor())
	tip, tail := at(0.62, -0.52+0.36*way), at(0.62, -0.52-0.36*way)
	arrow := l.NewPath().Move(tail.X, tail.Y).Line(tip.X, tip.Y).
		Move(tip.X-r*0.26, tip.Y-way*r*0.26).Line(tip.X, tip.Y).Line(tip.X+r*0.26, tip.Y-way*r*0.26)
	l.Stroke(id.Sub("arrow"), arrow, geom.Pen{Width: r * 0.17, Cap: geom.CapRound, Join: geom.JoinRound}, ink, draw.Decor())
}
