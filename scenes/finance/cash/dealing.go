package cash

import (
	"lianhua/internal/anim"
	"lianhua/internal/geom"
)

// Dealing is how a crowd leaves where it lies and is dealt out elsewhere: it rises as a
// cloud, settles row by row into what is drawn there, and one of these comes forward.
type Dealing struct {
	T             float64 // how far it has come, 0 to 1
	Rise, Forward float64
	Loose         bool // the cloud is still seen
}

// DealingAt is how it stands when it has come so far.
func DealingAt(t float64) Dealing {
	return Dealing{
		T: t, Rise: anim.Span(t, 0, 0.48, anim.CubicInOut), Forward: anim.Span(t, 0.74, 1, anim.CubicInOut),
		Loose: t < SettleFrom+SettlePace+SettleTakes,
	}
}

// Seen is how much of the loose crowd is seen at all.
func (d *Dealing) Seen() float64 {
	const end = SettleFrom + SettlePace + SettleTakes
	return 1 - anim.Span(d.T, end-0.1, end, anim.Linear)
}

// Rows settle one after the other, from the top: when they begin, until the last
// does, and how long each takes, in parts of the way.
const (
	SettleFrom  = 0.4
	SettlePace  = 0.28
	SettleTakes = 0.12
)

// Settled is how far what is dealt stands at a share of the height, from the top, and
// Left how much of the loose crowd is still seen there.
func (d *Dealing) Settled(share float64) float64 {
	from := SettleFrom + SettlePace*anim.Clamp(share)
	return anim.Span(d.T, from, from+SettleTakes, anim.SineInOut)
}

func (d *Dealing) Left(share float64) float64 { return 1 - d.Settled(share) }

// Target is the part of a place into which a crowd rises, past a neck.
type Target struct {
	Rect     geom.Rect
	From, To float64 // of its height
	Neck     geom.Pt
}

// Share is how far down the place a share of the part lies.
func (t *Target) Share(part float64) float64 { return anim.Lerp(t.From, t.To, part) }

// drawn is how much the way bends to the neck: little enough that marks keep apart.
const drawn = 0.16

// Rising takes a crowd to a target; nil leaves it where it is.
type Rising struct {
	Dealing
	Target
}

// at is a place of the crowd on its way, to the share x across the target and part
// down it, and its light.
func (m *Rising) at(p geom.Pt, x, part float64) (geom.Pt, float64) {
	if m == nil || m.T <= 0 {
		return p, 1
	}
	to := m.Rect.At(x, m.Share(part))
	bend := p.Lerp(to, 0.5).Lerp(m.Neck, drawn)
	return p.Lerp(bend, m.Rise).Lerp(bend.Lerp(to, m.Rise), m.Rise), m.Left(m.Share(part))
}
