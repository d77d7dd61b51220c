package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// flow is how far the metal has come. All that moves in the picture follows
// from it, so that nothing is early or late.
type flow struct {
	front   float64 // length along the river that has metal
	heat    float64 // 0 to 1: how much the front glows
	wrap    float64 // 0 to 1: how far the ring has closed
	ringHot float64 // 0 to 1: how hot the ring is
	turn    float64 // angle through which the ring has turned, in radians
	branch  float64 // 0 to 1: how far the branches have filled
	fed     float64 // 0 to 1: how far the uses are inked
}

// bell is 0 at both ends of a move and 1 in its middle.
func bell(p float64) float64 { return 4 * p * (1 - p) }

func (p *plan) flowAt(v *stage.View) flow {
	var f flow
	toIngots, toCoil := v.Span(melt, 0.12, 0.8), v.Span(roll, 0.05, 0.95)
	toRing := v.Span(forge, 0, 0.3)
	f.front = p.atIngots*toIngots + (p.afterCoil()-p.atIngots)*toCoil + (p.length-p.afterCoil())*toRing
	f.heat = min(1, 2*(bell(toIngots)+bell(toCoil)+bell(toRing)))
	f.wrap = v.Span(forge, 0.26, 0.78)
	f.ringHot = 1 - v.Span(forge, 0.55, 1)
	f.turn = 0.9*v.Span(forge, 0.26, 1) + 0.7*v.Ease(use)
	f.branch = v.Span(use, 0.05, 0.72)
	f.fed = v.Beat(use)
	return f
}

// afterCoil is where the river rests when rolling is done: past the coil.
func (p *plan) afterCoil() float64 { return p.atCoil + (p.length-p.atCoil)*0.35 }

// reach is how far the metal has come over a stage of the river, 0 to 1, taken
// over the length of four widths about it.
func (p *plan) reach(f flow, at float64) float64 {
	return anim.Clamp((f.front - at + p.band) / (3 * p.band))
}

// glow is the heat about the cell, behind everything.
func (p *plan) glow(l *draw.List, v *stage.View, f flow) {
	th := v.Theme
	breath := 0.86 + 0.14*math.Sin(2*math.Pi*2*v.Beat(melt))*bell(v.Beat(melt)) + 0.1*f.heat
	r := 128 * p.kCell
	c := p.cell.Add(geom.P(0, 4*p.kCell))
	heat := draw.RadialRamp(c, r,
		draw.Stop{At: 0, Color: th.MoltenLight.Fade(0.95 * breath)},
		draw.Stop{At: 0.42, Color: th.Molten.Fade(0.5 * breath)},
		draw.Stop{At: 0.72, Color: th.Molten.Fade(0.16 * breath)},
		draw.Stop{At: 1, Color: th.Molten.Fade(0)})
	l.Circle(draw.Name("heat"), c, r, heat, draw.Decor())
}

// chain is the slider that follows the metal.
var chain = draw.Name("chain")

// chainEnd is the slider's greatest value: the uses.
const chainEnd = 100

func (p *plan) drawRiver(l *draw.List, v *stage.View, f flow) {
	th := v.Theme
	now := v.Inputs.Get(chain, p.share(f))
	l.Open(chain, draw.Sem{Role: draw.RoleSlider, Label: v.Words("aluminium.follow"), Now: now, Min: 0, Max: chainEnd, Step: 5, Value: v.Words(stageKeys[p.stageAt(now)].name)})
	p.runner(l, draw.Nth("runner", 1), p.river, p.band, v)
	for i := range p.branch {
		p.runner(l, draw.Nth("runner", 2+i), p.branch[i], p.band*0.5, v)
	}
	metal := draw.LinearRamp(p.coolFrom, p.coolTo,
		draw.Stop{At: 0, Color: th.MoltenLight}, draw.Stop{At: 0.07, Color: th.Molten},
		draw.Stop{At: 0.2, Color: draw.Mix(th.Molten, th.Silver, 0.62)}, draw.Stop{At: 0.34, Color: th.Silver},
		draw.Stop{At: 0.7, Color: th.Metal}, draw.Stop{At: 1, Color: th.SilverDark})
	p.pour(l, draw.Nth("metal", 1), p.river, p.band*0.86, f.front, metal, v)
	cool := draw.Ink(th.Metal)
	for i := range p.branch {
		p.pour(l, draw.Nth("metal", 2+i), p.branch[i], p.band*0.4, p.branchLen[i]*f.branch, cool, v)
	}
	l.Close()
	if f.heat > 0 {
		at, _ := p.river.At(f.front)
		p.spark(l, draw.Nth("front", 1), at, p.band*1.5, f.heat, v)
	}
}

// runner is the empty channel that waits for the metal.
func (p *plan) runner(l *draw.List, id draw.ID, path *geom.Path, w float64, v *stage.View) {
	pen := geom.Pen{Width: w, Cap: geom.CapRound}
	l.Stroke(id, path, pen, draw.Ink(v.Theme.Rule), draw.Decor())
	pen.Width = w - max(w*0.12, 2)
	l.Stroke(id.Sub("bed"), path, pen, draw.Ink(draw.Mix(v.Theme.Ground, v.Theme.Rule, 0.22)), draw.Decor())
}

// pour fills the first part of a channel: the metal, its shade and its shine.
func (p *plan) pour(l *draw.List, id draw.ID, path *geom.Path, w, length float64, paint draw.Paint, v *stage.View) {
	if length <= 0 {
		return
	}
	part := l.NewPath()
	path.Trim(part, 0, length)
	if part.Empty() {
		return
	}
	l.Stroke(id, part, geom.Pen{Width: w, Cap: geom.CapRound}, paint, draw.Decor())
	th := v.Theme
	l.Push(geom.Translate(w*0.1, w*0.2), 1)
	l.Stroke(id.Sub("shade"), part, geom.Pen{Width: w * 0.36, Cap: geom.CapRound}, draw.Ink(th.Steel.Fade(0.16)), draw.Decor())
	l.Pop()
	l.Push(geom.Translate(-w*0.08, -w*0.2), 1)
	l.Stroke(id.Sub("shine"), part, geom.Pen{Width: w * 0.16, Cap: geom.CapRound}, draw.Ink(th.SilverLight.Fade(0.62)), draw.Decor())
	l.Pop()
}

// spark is the hot front of the metal.
func (p *plan) spark(l *draw.List, id draw.ID, at geom.Pt, r, force float64, v *stage.View) {
	th := v.Theme
	l.Circle(id, at, r, draw.RadialRamp(at, r,
		draw.Stop{At: 0, Color: th.MoltenLight.Fade(force)},
		draw.Stop{At: 0.35, Color: th.Molten.Fade(0.8 * force)},
		draw.Stop{At: 1, Color: th.Molten.Fade(0)}), draw.Decor())
}
