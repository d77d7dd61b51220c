package finance

import (
	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// deal is how coins are dealt out to firms: they rise from where they fall and lie,
// settle in stacks row by row, and one stack comes forward.
type deal struct {
	all                  float64
	rise, loose, forward float64
}

func dealing(v *stage.View) deal {
	t := dealt(v)
	d := deal{all: t, rise: anim.Span(t, 0, 0.48, anim.CubicInOut), loose: 1, forward: anim.Span(t, 0.74, 1, anim.CubicInOut)}
	if t >= settleFrom+settlePace+settleTakes {
		d.loose = 0
	}
	return d
}

// Rows of stacks settle one after the other, from the top.
const (
	settleFrom  = 0.4
	settlePace  = 0.28
	settleTakes = 0.12
)

// settled is how far the stacks at a share of the height, from the top, stand; left
// how much of the loose coins is still seen there.
func (d *deal) settled(share float64) float64 {
	from := settleFrom + settlePace*anim.Clamp(share)
	return anim.Span(d.all, from, from+settleTakes, anim.SineInOut)
}

func (d *deal) left(share float64) float64 { return 1 - d.settled(share) }

// target is the part of the firms' place into which loose coins rise, through a neck.
type target struct {
	rect     geom.Rect
	from, to float64 // of its height
	neck     geom.Pt
}

// share is how far down the firms' place a share of the part lies.
func (t *target) share(part float64) float64 { return anim.Lerp(t.from, t.to, part) }

// drawn is how much the way bends to the neck: little enough that coins keep apart.
const drawn = 0.3

// of is a point on its way: to the share x across the place and part down the target.
func (t *target) of(p geom.Pt, x, part, rise float64) geom.Pt {
	if rise <= 0 {
		return p
	}
	to := t.rect.At(x, t.share(part))
	bend := p.Lerp(to, 0.5).Lerp(t.neck, drawn)
	return p.Lerp(bend, rise).Lerp(bend.Lerp(to, rise), rise)
}
