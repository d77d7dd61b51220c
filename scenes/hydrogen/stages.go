package hydrogen

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// The links of the chain as the page names them.
const stageCount = 4

var stageKeys = [stageCount]struct{ name, text, beat string }{
	{"hydrogen.research", "hydrogen.research-card", research},
	{"hydrogen.making", "hydrogen.making-card", making},
	{"hydrogen.equipment", "hydrogen.equipment-card", equipment},
	{"hydrogen.use", "hydrogen.use-card", driving},
}

// paragraph is where the page speaks of the chain.
const paragraph = "J10"

func stageID(i int) draw.ID { return draw.Nth("stage", i+1) }

// drawStages draws the stages, each a button that answers with its card. The
// drawings of what is not picked step back; their names stay as they are.
func (p *plan) drawStages(l *draw.List, v *stage.View, f flow, car *carArt) {
	any := v.AnyPicked("stage")
	l.Open(draw.Name("stages"), draw.Sem{Role: draw.RoleList, Label: v.Words("hydrogen.stages")})
	for i := 0; i < stageCount; i++ {
		id := stageID(i)
		pick := v.Pick(id)
		swell := 1 + 0.03*max(v.Hovered(id), pick)
		l.Open(id, draw.Sem{Role: draw.RoleButton, Label: v.Words(stageKeys[i].name), Detail: v.Words(stageKeys[i].text), On: v.Picked.ID == id})
		p.drawStage(l, v, f, car, i, id, swell, 1-0.5*any*(1-pick))
		p.caption(l, v, i, id)
		l.Close()
	}
	l.Close()
}

func (p *plan) drawStage(l *draw.List, v *stage.View, f flow, car *carArt, i int, id draw.ID, swell, alpha float64) {
	switch i {
	case 0:
		l.PushAt(p.lens, p.kLens*swell, alpha)
		drawLens(l, id, f.bond, v)
		l.Pop()
	case 1:
		l.PushAt(p.cell, p.kCell*swell, alpha)
		drawElectrolyser(l, id, v, f)
		l.Pop()
		l.PushAt(p.tank, p.kTank*swell, alpha)
		drawTank(l, id, v, f)
		l.Pop()
		p.gasNames(l, v, id, f)
	case 2:
		l.PushAt(p.stack, p.kStack*swell, alpha)
		drawStack(l, id, v, f)
		l.Pop()
	default:
		l.PushAt(p.pump, p.kPump*swell, alpha)
		drawPump(l, id, v, f)
		l.Pop()
		at := p.carFrom.Lerp(p.carTo, f.drive)
		l.PushAt(at, p.kCar*swell, alpha)
		car.drawCar(l, id, (at.X-p.carFrom.X)/p.kCar, v, f)
		l.Pop()
	}
}

// gasNames tells the two gases apart where there is room for it.
func (p *plan) gasNames(l *draw.List, v *stage.View, id draw.ID, f flow) {
	if !p.tags || f.power <= 0 {
		return
	}
	st := typeset.Style{Face: typeset.SansBold, Size: p.lay.Type.Small, Align: typeset.Center}
	// Each gas has the space from its electrode's rod to the wall between them.
	room, least := 57*p.kCell, max(st.Size*0.8, 8.5)
	for _, gas := range [...]string{"hydrogen.gas", "hydrogen.oxygen"} {
		if st = v.Set.Fit(v.Words(gas), st, room, 0); st.Size < least {
			return
		}
	}
	y := p.cell.Y - (cellTop-30)*p.kCell
	l.Push(geom.Identity(), f.power)
	chart.Label(l, v, id.Sub("hydrogen-name"), "hydrogen.gas", st, geom.P(p.cell.X-30*p.kCell, y), v.Theme.Deep)
	chart.Label(l, v, id.Sub("oxygen-name"), "hydrogen.oxygen", st, geom.P(p.cell.X+30*p.kCell, y), v.Theme.Deep)
	l.Pop()
}

// caption sets the name of a stage, which turns from pencil to ink in its beat.
func (p *plan) caption(l *draw.List, v *stage.View, i int, id draw.ID) {
	c := &p.names[i]
	st := typeset.Style{Face: typeset.SansBold, Size: p.label, Align: c.align}
	reached := v.Span(stageKeys[i].beat, 0, 0.25)
	box := chart.Label(l, v, id.Sub("name"), stageKeys[i].name, st, c.at, draw.Mix(v.Theme.Mute, v.Theme.Ink, reached))
	chart.Underline(l, v, id, box, p.label)
}

// drawCards opens the card of what is picked, beside it and inside the page.
func (p *plan) drawCards(l *draw.List, v *stage.View) {
	for i := 0; i < stageCount; i++ {
		show := v.Pick(stageID(i))
		if show <= 0 {
			continue
		}
		source, _ := v.Story.Source(paragraph)
		card := chart.Card{Title: stageKeys[i].name, Text: stageKeys[i].text, Cite: source.Cite, Show: show}
		card.Open(l, v, draw.Nth("card", i+1), p.lay, func(width float64) geom.Pt {
			return geom.P(p.names[i].at.X-width/2, p.names[i].at.Y+p.label*0.6)
		})
	}
}

// appear eases a statement in over a part of a beat.
func appear(v *stage.View, beat string, from, to float64) float64 {
	return anim.CubicOut(v.Span(beat, from, to))
}
