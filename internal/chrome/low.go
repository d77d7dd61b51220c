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

// downward and upward are a window with an arrow in it, to its foot and to its head.
func downward(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) {
	shift(l, v, id, c, r, 1)
}
func upward(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r float64) { shift(l, v, id, c, r, -1) }

func shift(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r, way float64) {
	tip := c.Y + way*r*0.5
	p := l.NewPath().Move(c.X, c.Y-way*r).Line(c.X, tip).
		Move(c.X-r*0.6, tip-way*r*0.6).Line(c.X, tip).Line(c.X+r*0.6, tip-way*r*0.6).
		Move(c.X-r*0.9, c.Y+way*r).Line(c.X+r*0.9, c.Y+way*r)
	l.Stroke(id, p, geom.Pen{Width: r * 0.3, Cap: geom.CapRound, Join: geom.JoinRound}, draw.Ink(v.Theme.Ink), draw.Decor())
}
