package hydrogen

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// flow is how far the gas has come. All that moves follows from it.
type flow struct {
	bond   float64            // 0 to 1: how far the pairs in the lens have joined
	link   [linkCount]float64 // 0 to 1: how far each link has filled
	power  float64            // 0 to 1: the electrolyser's current
	rise   float64            // turns that the bubbles have made from floor to surface
	level  float64            // 0 to 1: of the tank
	plates float64            // 0 to 1: how far the stack has been put together
	glow   float64            // 0 to 1: of the fed stack
	drive  float64            // 0 to 1: how far the car has gone
	speed  float64            // 0 to 1: how fast it goes
	valley float64            // 0 to 1: how far the goal is drawn
	press  float64            // 0 to 1: how hard the reader presses on the electrolyser
}

func (p *plan) flowAt(v *stage.View) flow {
	f := flow{
		bond:   v.Span(research, 0, 0.62),
		power:  v.Span(making, 0, 0.14),
		rise:   2.6*v.Span(making, 0.04, 1) + 1.6*v.Ease(equipment) + 1.6*v.Ease(driving),
		plates: v.Span(equipment, 0, 0.56),
		glow:   v.Span(equipment, 0.72, 1),
		drive:  v.Span(driving, 0.26, 1),
		valley: v.Span(driving, 0.1, 0.8),
	}
	f.link = [linkCount]float64{v.Span(research, 0.5, 1), v.Span(making, 0.3, 0.66), v.Span(equipment, 0.5, 0.8), v.Span(driving, 0, 0.28)}
	f.level = 0.88*v.Span(making, 0.56, 1) - 0.14*f.link[toStack] - 0.1*v.Ease(driving)
	d := v.Beat(driving)
	f.speed = 4 * f.drive * (1 - f.drive) * anim.Clamp(d*8)
	if v.Finger.Force > 0 {
		box := geom.R(p.cell.X-cellHalf*p.kCell, p.cell.Y-cellTop*p.kCell, 2*cellHalf*p.kCell, cellTop*p.kCell).Inset(-24 * p.lay.U)
		if box.Has(v.Finger.At) {
			f.press = anim.Clamp(v.Finger.Force)
		}
	}
	return f
}

// drawLinks draws the four links, of one width, and the gas that fills them.
func (p *plan) drawLinks(l *draw.List, v *stage.View, f flow) {
	th := v.Theme
	for i := range p.link {
		id := draw.Nth("link", i+1)
		pen := geom.Pen{Width: p.band, Cap: geom.CapRound}
		l.Stroke(id, p.link[i], pen, draw.Ink(draw.Mix(th.Ground, th.Mute, 0.55)), draw.Decor())
		pen.Width = p.band - max(p.band*0.16, 2)
		l.Stroke(id.Sub("bore"), p.link[i], pen, draw.Ink(draw.Mix(th.Ground, th.CyanLight, 0.3)), draw.Decor())
		p.gas(l, v, id, i, f.link[i])
	}
}

// gas fills the first part of a link: the colour, and bubbles that run with it.
func (p *plan) gas(l *draw.List, v *stage.View, id draw.ID, i int, share float64) {
	if share <= 0 {
		return
	}
	th := v.Theme
	length := p.linkLen[i] * share
	part := l.NewPath()
	p.link[i].Trim(part, 0, length)
	if part.Empty() {
		return
	}
	from, to := mixAt(th, i, 0), mixAt(th, i, 1)
	a, _ := p.link[i].At(0)
	b, _ := p.link[i].At(p.linkLen[i])
	w := p.band * 0.72
	l.Stroke(id.Sub("gas"), part, geom.Pen{Width: w, Cap: geom.CapRound}, draw.LinearRamp(a, b, draw.Stop{At: 0, Color: from}, draw.Stop{At: 1, Color: to}), draw.Decor())
	l.Push(geom.Translate(-w*0.06, -w*0.2), 1)
	l.Stroke(id.Sub("shine"), part, geom.Pen{Width: w * 0.16, Cap: geom.CapRound}, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.5)), draw.Decor())
	l.Pop()
	pitch := p.band * 1.7
	n := int(p.linkLen[i] / pitch)
	shift := math.Mod(3*share, 1)
	link, r := p.link[i], p.band*0.17
	l.Dots(id.Sub("bubbles"), n, func(k int) draw.Dot {
		s := (float64(k) + shift) * pitch
		at, _ := link.At(s)
		fade := anim.Clamp((length - s) / pitch)
		return draw.Dot{At: at, R: r, Color: draw.RGB(0xFFFFFF).Fade(0.75 * fade * anim.Clamp(s/pitch+0.2))}
	}, draw.Decor())
}

// mixAt is the gas' colour along the chain, from cyan to mint.
func mixAt(th *stage.Theme, link int, t float64) draw.Color {
	return draw.Mix(th.Cyan, th.Mint, (float64(link)+t)/linkCount)
}
