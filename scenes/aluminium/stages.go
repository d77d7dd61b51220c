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

// The stages of the chain, in its order.
const (
	electrolysis = iota
	primary
	alloy
	aircraft
	rail
	car
	home
	stageCount

	firstGood = aircraft
)

// stageKeys are the copy keys of a stage (short is its name as set on the
// picture) and its paragraph on the page.
var stageKeys = [stageCount]struct{ name, short, state, text, paragraph string }{
	electrolysis: {"aluminium.electrolysis", "aluminium.electrolysis", "", "aluminium.electrolysis-card", "J06"},
	primary:      {"aluminium.primary", "aluminium.primary", "", "aluminium.primary-card", "J06"},
	alloy:        {"aluminium.alloy", "aluminium.alloy-short", "", "aluminium.alloy-card", "J07"},
	aircraft:     {"aluminium.aircraft", "aluminium.aircraft-short", "aluminium.developed", "aluminium.aircraft-card", "J07"},
	rail:         {"aluminium.rail", "aluminium.rail-short", "aluminium.in-use", "aluminium.rail-card", "J08"},
	car:          {"aluminium.car", "aluminium.car-short", "aluminium.in-use", "aluminium.car-card", "J08"},
	home:         {"aluminium.home", "aluminium.home-short", "aluminium.in-use", "aluminium.home-card", "J08"},
}

func stageID(i int) draw.ID { return draw.Nth("stage", i+1) }

// drawStages draws the stages, each a button that answers with its card. The
// drawings of what is not picked step back; their names stay as they are.
func (p *plan) drawStages(l *draw.List, v *stage.View, f flow, a *art) {
	any := v.AnyPicked("stage")
	l.Open(draw.Name("stages"), draw.Sem{Role: draw.RoleList, Label: v.Words("aluminium.stages")})
	for i := 0; i < stageCount; i++ {
		id := stageID(i)
		pick := v.Pick(id)
		swell := 1 + 0.035*max(v.Hovered(id), pick)
		l.Open(id, draw.Sem{Role: draw.RoleButton, Label: v.Words(stageKeys[i].name), Detail: v.Words(stageKeys[i].text), On: v.Picked.ID == id})
		p.drawStage(l, v, f, a, i, id, swell, 1-0.5*any*(1-pick))
		l.Close()
	}
	l.Close()
}

func (p *plan) drawStage(l *draw.List, v *stage.View, f flow, a *art, i int, id draw.ID, swell, alpha float64) {
	switch i {
	case electrolysis:
		l.PushAt(p.cell, p.kCell*swell, alpha)
		drawCell(l, id, v)
		l.Pop()
		p.caption(l, v, i, id, 1)
	case primary:
		p.drawPrimary(l, v, f, id, swell, alpha)
		p.caption(l, v, i, id, p.reach(f, p.atIngots))
	case alloy:
		l.Push(geom.ScaleAbout(swell, p.ring), alpha)
		p.drawRing(l, id, v, f)
		l.Pop()
		p.ringName(l, v, id, f)
		if p.lay.Form != stage.Phone {
			p.caption(l, v, i, id, f.wrap)
		}
	default:
		g := i - firstGood
		l.PushAt(p.goods[g], p.kGood*swell, alpha)
		a.drawGood(l, id, g, f.inked(g), v)
		l.Pop()
		p.goodName(l, v, i, id, f.inked(g))
	}
}

func (p *plan) drawPrimary(l *draw.List, v *stage.View, f flow, id draw.ID, swell, alpha float64) {
	toMill, toCoil := p.reach(f, p.atMill), p.reach(f, p.atCoil)
	passed := max(0, f.front-p.atMill)
	l.PushAt(p.ingots, p.kIngot*swell, alpha)
	drawIngots(l, id, anim.Span(v.Beat(melt), 0.56, 1, anim.Linear), v.Span(roll, 0, 0.5), v)
	l.Pop()
	wound := v.Span(roll, 0.5, 1)
	l.PushAt(p.coil.Sub(geom.P(0, 20*p.kMill)), p.kMill*swell, alpha)
	drawCoil(l, id, wound*max(toCoil, 0.2), -passed/(30*p.kMill)-4*wound, v)
	l.Pop()
	l.PushAt(p.mill, p.kMill*swell, alpha)
	drawMill(l, id, passed/(rollerR*p.kMill), toMill, v)
	l.Pop()
}

// caption sets the name of a stage of the river, which turns from pencil to ink
// when the metal is there.
func (p *plan) caption(l *draw.List, v *stage.View, i int, id draw.ID, reached float64) {
	c := &p.names[i]
	st := typeset.Style{Face: typeset.SansBold, Size: p.label, Align: c.align}
	color := draw.Mix(v.Theme.Mute, v.Theme.Ink, reached)
	box := chart.Label(l, v, id.Sub("name"), stageKeys[i].short, st, c.at, color)
	chart.Underline(l, v, id, box, p.label)
}

// ringName stands inside the ring.
func (p *plan) ringName(l *draw.List, v *stage.View, id draw.ID, f flow) {
	st := typeset.Style{Face: typeset.Serif, Size: p.ringLabel, Leading: 1.32, Align: typeset.Center}
	if p.lay.Form == stage.Phone {
		st.Face = typeset.SansBold
	}
	// A small ring's longest word takes all of it, rather than a fourth line.
	width := max(p.radius*ringWall*1.8, p.ringLabel*4.7)
	b := v.Set.Block(v.Words("aluminium.ring"), st, width)
	at := geom.P(p.ring.X-width/2, p.ring.Y-b.Height/2)
	chart.Lines(l, id.Sub("inside"), b, at, draw.Mix(v.Theme.Mute, v.Theme.Steel, f.wrap), draw.Sem{Role: draw.RoleText, Free: true})
}

// goodName sets the name of a use beside it, and below whether it is in use.
func (p *plan) goodName(l *draw.List, v *stage.View, i int, id draw.ID, ink float64) {
	c, keys := &p.names[i], &stageKeys[i]
	st := typeset.Style{Face: typeset.SansBold, Size: p.goodSize(), Leading: 1.25}
	name := v.Set.Block(v.Words(keys.name), st, c.width)
	if len(name.Lines) > 1 {
		name = v.Set.Block(v.Words(keys.short), st, c.width)
	}
	state := v.Set.Block(v.Words(keys.state), typeset.Style{Face: typeset.Sans, Size: p.lay.Type.Small, Leading: 1.3}, c.width)
	// Where the uses stand close, their state is left to the cards.
	withState := p.lay.Form != stage.Phone && name.Height+state.Height < p.pitch*1.15
	h := name.Height
	if withState {
		h += state.Height
	}
	at := geom.P(c.at.X, c.at.Y-h/2)
	chart.Lines(l, id.Sub("name"), name, at, draw.Mix(v.Theme.Mute, v.Theme.Ink, ink), draw.Sem{Role: draw.RoleText})
	chart.Underline(l, v, id, geom.R(at.X, at.Y, name.Width, name.Height-p.goodSize()*0.1), p.label)
	if withState && ink > 0 {
		l.Push(geom.Identity(), ink)
		chart.Lines(l, id.Sub("state"), state, geom.P(at.X, at.Y+name.Height), v.Theme.Mute, draw.Sem{Role: draw.RoleText})
		l.Pop()
	}
}

func (p *plan) goodSize() float64 {
	if p.lay.Form == stage.Phone {
		return p.lay.Type.Small
	}
	return p.lay.Type.Label * 0.94
}

// drawCards opens the card of what is picked, beside it and inside the page.
func (p *plan) drawCards(l *draw.List, v *stage.View) {
	for i := 0; i < stageCount; i++ {
		show := v.Pick(stageID(i))
		if show <= 0 {
			continue
		}
		source, _ := v.Story.Source(stageKeys[i].paragraph)
		card := chart.Card{Title: stageKeys[i].name, Text: stageKeys[i].text, Cite: source.Cite, Show: show}
		card.Open(l, v, draw.Nth("card", i+1), p.lay, func(width float64) geom.Pt { return p.cardAt(i, width) })
	}
}

// cardAt is where the card of a stage opens: below what lies on the river, to
// the left of the uses.
func (p *plan) cardAt(i int, width float64) geom.Pt {
	switch i {
	case electrolysis:
		return geom.P(p.cell.X-width*0.2, p.cell.Y+p.kCell*66)
	case primary:
		return geom.P((p.ingots.X+p.coil.X)/2-width/2, math.Max(p.ingots.Y, p.mill.Y)+p.kIngot*24)
	case alloy:
		return geom.P(p.ring.X-width/2, p.ring.Y+p.radius*ringOuter*1.06)
	}
	return geom.P(p.goods[i-firstGood].X-p.kGood*84-width, p.goods[i-firstGood].Y-p.kGood*30)
}

// appear eases a figure in over a part of a beat.
func appear(v *stage.View, beat string, from, to float64) float64 {
	return anim.CubicOut(v.Span(beat, from, to))
}
