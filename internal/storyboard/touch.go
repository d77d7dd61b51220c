package storyboard

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Card tells what has been picked, beside a slot.
type Card struct {
	Layer       string // what is picked
	Title, Text string // keys of the copy
	Paragraph   string // of the page, that says so; empty: none
	Slot        string // whose top left corner is the card's, where the form has room
}

// CardOf is the card of a layer by the names that most have: the words' key is its title's,
// and with "-card" its text's, and its slot is named after the layer.
func CardOf(layer, words, paragraph string) Card {
	return Card{Layer: layer, Title: words, Text: words + "-card", Paragraph: paragraph, Slot: "card-" + layer}
}

func (c *Card) draw(l *draw.List, v *stage.View, p *Place) {
	id := draw.ParseID(c.Layer)
	show := v.Pick(id)
	if show <= 0 {
		return
	}
	openCard(l, v, p, id.Sub("card"), show, c.Title, c.Text, c.Paragraph, c.Slot)
}

// openCard opens a card with its top left corner at a slot's, where the form has room.
func openCard(l *draw.List, v *stage.View, p *Place, id draw.ID, show float64, title, text, paragraph, slot string) {
	cite := ""
	if source, ok := v.Story.Source(paragraph); ok {
		cite = source.Cite
	}
	card := chart.Card{Title: title, Text: text, Cite: cite, Show: show}
	at := p.Slot(slot)
	card.Open(l, v, id, v.Layout(), func(float64) geom.Pt { return at.Min() })
}

// Answers is what a board's layers that can be worked do beyond what the drawing says.
type Answers interface {
	// Mean is what a layer means, completed: a link's target, a slider's value.
	Mean(v stage.View, layer draw.ID, s draw.Sem) draw.Sem
}

// swell is how much a layer grows that is hovered over or picked.
const swell = 0.02

// answer has a layer show that it is hovered over or picked, or that another is.
func (b *Board) answer(v *stage.View, s *state, layer int, id draw.ID) {
	pick := v.Pick(id)
	if b.Dim > 0 {
		s.alpha *= 1 - (1-b.Dim)*v.AnyPicked(id.Name)*(1-pick)
	}
	if grown := max(v.Hovered(id), pick); grown > 0 {
		if all := extent(v.Art, layer); !all.Empty() { // else Go draws it, and says it in its own way
			s.m = s.m.Then(geom.ScaleAbout(1+swell*grown, all.Center()))
		}
	}
}

// extent is that of a layer's shapes and of the layers within, as drawn.
func extent(a *stage.Art, layer int) (r geom.Rect) {
	for _, piece := range a.Layers[layer].Pieces {
		if piece.Sheet != nil {
			r = r.Union(piece.Sheet.Bounds)
		} else {
			r = r.Union(extent(a, piece.Layer))
		}
	}
	return r
}

func (b *Board) meaning(v *stage.View, layer int, id draw.ID) draw.Sem {
	drawn := &v.Art.Drawing.Layers[layer]
	s := draw.Sem{On: v.Picked.ID == id, Free: true}
	s.Role, _ = draw.ParseRole(drawn.Role)
	if drawn.Label != "" {
		s.Label = v.Words(drawn.Label)
	}
	if drawn.Detail != "" {
		s.Detail = v.Words(drawn.Detail)
	}
	if b.Answers != nil {
		s = b.Answers.Mean(*v, id, s)
	}
	return s
}
