package village

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Ripple is light that goes out from a place until it has come to all of a picture:
// what lies within its edge is seen.
type Ripple struct {
	about  geom.Pt
	rx, ry float64
	to     float64 // in parts of the whole
}

// rippleSoft is how wide the edge is, in parts of the whole.
const rippleSoft = 0.035

// RippleOf is the ripple that has come so far, 0 to 1, of one that fills an oval in the
// end: slow at first, where what it comes to is near.
func RippleOf(oval geom.Rect, come float64) Ripple {
	return Ripple{oval.Center(), oval.W / 2, oval.H / 2, (1 + rippleSoft) * math.Pow(anim.Clamp(come), 1.55)}
}

// Level is how far what stands at p has come, 0 to 1, and First what stands where the
// light goes out from.
func (r *Ripple) Level(p geom.Pt) float64 {
	d := math.Hypot((p.X-r.about.X)/r.rx, (p.Y-r.about.Y)/r.ry)
	return anim.Clamp((r.to - d) / rippleSoft)
}

func (r *Ripple) First() float64 { return min(r.to/rippleSoft, 1) }

// Over draws the ground of crowds: whole where the light has come, and so faint where it
// has not.
func (r *Ripple) Over(l *draw.List, faint float64, crowds []string, soils []*draw.Sheet) {
	if r.to >= 1+rippleSoft {
		lay(l, "soil", crowds, soils)
		return
	}
	l.Push(geom.Identity(), faint)
	lay(l, "site", crowds, soils)
	l.Pop()
	if r.to > 0 {
		r.Reveal(l)
		lay(l, "soil", crowds, soils)
		l.Pop()
	}
}

func lay(l *draw.List, part string, crowds []string, soils []*draw.Sheet) {
	for i, soil := range soils {
		l.Sheet(draw.Name(crowds[i]).Sub(part), soil)
	}
}

// Reveal shows what follows within the middle of the edge, until Pop.
func (r *Ripple) Reveal(l *draw.List) {
	to := max(r.to-rippleSoft/2, 0)
	l.PushClipPath(l.NewPath().Ellipse(r.about, r.rx*to, r.ry*to))
}

// Glow is the light at the edge, while it is on its way.
func (r *Ripple) Glow(l *draw.List, v *stage.View, id draw.ID) {
	show := anim.Span(r.to, 0, 0.12, anim.SineInOut) * (1 - anim.Span(r.to, 0.82, 1, anim.SineInOut))
	if show <= 0 {
		return
	}
	bright := v.Theme.MoltenLight
	rim := 1 + 0.07/max(r.to, 0.07)
	out := r.to * rim
	inner := max(0, 1-2.6*(rim-1)/rim)
	l.Push(geom.Affine{A: r.rx, D: r.ry, E: r.about.X, F: r.about.Y}, show)
	l.Circle(id, geom.P(0, 0), out, draw.RadialRamp(geom.P(0, 0), out,
		draw.Stop{At: 0, Color: bright.Fade(0)}, draw.Stop{At: min(inner, 1/rim), Color: bright.Fade(0)},
		draw.Stop{At: 1 / rim, Color: draw.Mix(bright, v.Theme.Panel, 0.4).Fade(0.85)}, draw.Stop{At: 1, Color: bright.Fade(0)}), draw.Decor())
	l.Pop()
}
