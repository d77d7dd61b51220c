package hydrogen

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// The links of the chain as the page names them, and the layers that show them.
const stageCount = 4

var stages = [stageCount]struct {
	name, text  string // keys of the copy
	note, short string // what stands beside the name; short where room is scarce
	slot, touch string
	card        string
	layers      [2]string
}{
	{"hydrogen.research", "hydrogen.research-card", "", "", "research", "touch-1", "card-1", [2]string{"lens"}},
	{"hydrogen.making", "hydrogen.making-card", "hydrogen.making-note", "hydrogen.making-short", "making", "touch-2", "card-2", [2]string{"making"}},
	{"hydrogen.equipment", "hydrogen.equipment-card", "hydrogen.equipment-note", "", "equipment", "touch-3", "card-3", [2]string{"equipment"}},
	{"hydrogen.use", "hydrogen.use-card", "hydrogen.use-note", "", "use", "touch-4", "card-4", [2]string{"use", "driving"}},
}

// paragraph is where the page speaks of the chain.
const paragraph = "J10"

func stageID(i int) draw.ID { return draw.Nth("stage", i+1) }

// drawStages sets the names of the stages over the picture. Each is a button, worked
// by touching what it names, and answers with its card.
func drawStages(l *draw.List, v *stage.View, p *storyboard.Place) {
	l.Open(draw.Name("stages"), draw.Sem{Role: draw.RoleList, Label: v.Words("hydrogen.stages")})
	for i := range stages {
		s, id := &stages[i], stageID(i)
		l.Open(id, draw.Sem{Role: draw.RoleButton, Label: v.Words(s.name), Detail: v.Words(s.text), On: v.Picked.ID == id})
		if k, ok := v.Art.Slot(s.touch, ""); ok && v.Art.Slots[k].Path != nil {
			l.Push(p.M, 1)
			l.Fill(id.Sub("touch"), v.Art.Slots[k].Path, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
			l.Pop()
		}
		box := note(l, v, p, id.Sub("name"), s.slot, s.name, typeset.SansBold, v.Theme.Ink)
		chart.Underline(l, v, id, box, box.H*0.8)
		if s.note != "" {
			key := s.note
			if s.short != "" && v.Layout().Form.Upright() {
				key = s.short
			}
			note(l, v, p, id.Sub("note"), s.slot+"-note", key, typeset.Sans, v.Theme.Ink)
		}
		l.Close()
	}
	l.Close()
	note(l, v, p, draw.Name("station-name"), "station", "hydrogen.station", typeset.Sans, v.Theme.Ink)
	note(l, v, p, draw.Name("equal"), "equal", "hydrogen.equal", typeset.Sans, v.Theme.Mute)
}

// drawCards opens the card of what is picked, beside it and inside the page.
func drawCards(l *draw.List, v *stage.View, p *storyboard.Place) {
	lay := v.Layout()
	for i := range stages {
		show := v.Pick(stageID(i))
		if show <= 0 {
			continue
		}
		source, _ := v.Story.Source(paragraph)
		card := chart.Card{Title: stages[i].name, Text: stages[i].text, Cite: source.Cite, Show: show}
		at := p.Slot(stages[i].card).Center()
		card.Open(l, v, draw.Nth("card", i+1), lay, func(float64) geom.Pt { return at })
	}
}
