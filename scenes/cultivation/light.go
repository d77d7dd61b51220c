package cultivation

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// passed is the part of the second beat in which the light crosses the house; blooms,
// that from which the first batch flowers.
const (
	passed = 0.78
	blooms = 0.84
)

// slant is how far the light's edge lies back at the foot of the house for each pixel
// that it stands higher.
const slant = 0.42

// front is where the light has come to at the height y, in the drawing's pixels: it
// comes in low from the left.
func front(v *stage.View, at storyboard.Spot, y float64) float64 {
	r := at.Slot("light")
	t := anim.Clamp(v.Beat(beds) / passed)
	return anim.Lerp(r.X-r.W*0.2, r.Right()+r.H*slant+r.W*0.2, t) - (r.Bottom()-y)*slant
}

// drawLight draws what of the house still lies in the shade of dawn, and the edge of
// the light. The light passes the seeds as it passes all else: they stay as they are.
func drawLight(l *draw.List, v stage.View, at storyboard.Spot) {
	left := 1 - anim.Span(v.Beat(beds), passed*0.72, passed, anim.Linear)
	if left <= 0 || at.Path == nil {
		return
	}
	r := at.Slot("light")
	shade := v.Theme.Steel.Fade(0.3)
	edge := v.Theme.MoltenLight
	if v.Theme.Dark() {
		shade = v.Theme.Ground.Fade(0.55)
	}
	head, foot := at.Rect.Y, at.Rect.Bottom()
	a, b := geom.P(front(&v, at, head), head), geom.P(front(&v, at, foot), foot)
	far := max(at.Rect.Right(), b.X) + 1
	l.PushClipPath(at.Path)
	l.Push(geom.Identity(), left)
	id := draw.Name("veil")
	l.Fill(id, l.NewPath().Move(a.X, a.Y).Line(far, head).Line(far, foot).Line(b.X, b.Y).Close(), draw.Ink(shade), draw.Decor())
	if v.Beat(beds) > 0 {
		deep := r.W * 0.16
		across := geom.P(deep, deep*slant) // square to the edge
		mid := a.Lerp(b, 0.5)
		paint := draw.LinearRamp(geom.P(mid.X-across.X, mid.Y-across.Y), mid,
			draw.Stop{At: 0, Color: edge.Fade(0)}, draw.Stop{At: 0.75, Color: edge.Fade(0.26)}, draw.Stop{At: 1, Color: edge.Fade(0.6)})
		in := anim.Span(v.Beat(beds), 0, 0.08, anim.Linear)
		l.Push(geom.Identity(), in)
		l.Fill(id.Sub("glow"), l.NewPath().Move(a.X, a.Y).Line(b.X, b.Y).Line(b.X-deep*1.4, foot).Line(a.X-deep*1.4, head).Close(), paint, draw.Decor())
		l.Line(id.Sub("edge"), a, b, r.H*0.003, draw.Ink(v.Theme.SilverLight.Fade(0.8)), draw.Decor())
		l.Pop()
	}
	l.Pop()
	l.Pop()
}
