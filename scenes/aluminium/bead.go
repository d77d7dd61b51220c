package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// The slider's scale: the river takes the first part, half the ring the next,
// the branches the rest.
const (
	riverEnd = 62.0
	ringEnd  = 76.0
)

// share is the slider's value for how far the metal has come by itself.
func (p *plan) share(f flow) float64 {
	n := riverEnd*f.front/p.length + (ringEnd-riverEnd)*f.wrap + (chainEnd-ringEnd)*f.branch
	return math.Round(n)
}

// stageAt is the stage that the slider's value lies at.
func (p *plan) stageAt(now float64) int {
	at := now / riverEnd * p.length
	switch {
	case now > (ringEnd+chainEnd)/2:
		return firstGood + int(anim.Clamp((now-88)/12)*(goodsCount-0.01))
	case now >= riverEnd-2:
		return alloy
	case at > p.atIngots*0.7:
		return primary
	}
	return electrolysis
}

// drawBead shows where the reader has dragged to: a drop on the river, on both
// halves of the ring, then on every branch, for they lead on alike.
func (p *plan) drawBead(l *draw.List, v *stage.View, f flow) {
	now := v.Inputs.Get(chain, -1)
	if now < 0 {
		return
	}
	switch {
	case now <= riverEnd:
		at, _ := p.river.At(p.length * now / riverEnd)
		p.bead(l, draw.Nth("bead", 1), at, p.band*0.62, now, v)
		p.tag(l, at, now, v)
	case now <= ringEnd:
		a := math.Pi * (now - riverEnd) / (ringEnd - riverEnd)
		if p.entry < -1 {
			a *= 0.75
		}
		at := geom.Polar(p.ring, p.radius, p.entry+a)
		p.bead(l, draw.Nth("bead", 1), at, p.band*0.5, now, v)
		p.bead(l, draw.Nth("bead", 2), geom.Polar(p.ring, p.radius, p.entry-a), p.band*0.5, now, v)
		p.tag(l, at, now, v)
	default:
		for i := range p.branch {
			at, _ := p.branch[i].At(p.branchLen[i] * (now - ringEnd) / (chainEnd - ringEnd))
			p.bead(l, draw.Nth("bead", 1+i), at, p.band*0.34, now, v)
		}
	}
}

func (p *plan) bead(l *draw.List, id draw.ID, at geom.Pt, r, now float64, v *stage.View) {
	th := v.Theme
	hot := anim.Clamp(1 - now/40)
	halo := draw.Mix(th.Accent, th.Molten, hot)
	l.Circle(id.Sub("halo"), at, r*2.2, draw.RadialRamp(at, r*2.2,
		draw.Stop{At: 0, Color: halo.Fade(0.75)}, draw.Stop{At: 0.45, Color: halo.Fade(0.4)}, draw.Stop{At: 1, Color: halo.Fade(0)}), draw.Decor())
	l.Circle(id, at, r, draw.RadialRamp(at.Add(geom.P(-r*0.3, -r*0.35)), r*1.3,
		draw.Stop{At: 0, Color: th.SilverLight}, draw.Stop{At: 0.5, Color: draw.Mix(th.Silver, th.MoltenLight, hot)}, draw.Stop{At: 1, Color: draw.Mix(th.SilverDark, th.Molten, hot)}), draw.Decor())
	l.Stroke(id.Sub("edge"), l.NewPath().Circle(at, r), geom.Pen{Width: max(r*0.12, 1.5)}, draw.Ink(th.Accent), draw.Decor())
}

// tag names the stage beside the drop.
func (p *plan) tag(l *draw.List, at geom.Pt, now float64, v *stage.View) {
	key := stageKeys[p.stageAt(now)].name
	st := typeset.Style{Face: typeset.SansBold, Size: p.lay.Type.Small, Align: typeset.Center}
	run := v.Set.Line(v.Words(key), st)
	h := p.lay.Type.Small * 1.9
	w := run.Width + h*0.9
	at.X = max(p.lay.Body.X+w/2+4, min(at.X, p.lay.Body.Right()-w/2-4))
	box := geom.RectAround(geom.P(at.X, at.Y-p.band*1.1-h/2), w, h)
	l.Open(draw.Name("tag"), draw.Sem{Free: true})
	l.Rect(draw.Name("tag").Sub("panel"), box, h/2, draw.Ink(v.Theme.Ink), draw.Decor())
	chart.Label(l, v, draw.Name("tag").Sub("name"), key, st, geom.P(at.X, box.Center().Y+p.lay.Type.Small*0.37), v.Theme.Ground)
	l.Close()
}
