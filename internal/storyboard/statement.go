package storyboard

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Statement is what the page says beside the picture: a name in the serif and what it
// is below, which come in a beat.
type Statement struct {
	Slot       string
	Name, Note string // keys
	Short      string // of the note on upright forms; empty: Note
	Beat       string
	From, To   float64 // as a Cue's
}

func (s *Statement) draw(l *draw.List, v *stage.View, p *Place) {
	slot := p.slot(s.Slot)
	c := Cue{Beat: s.Beat, From: s.From, To: s.To, Ease: anim.CubicOut}
	show := c.at(v)
	if slot == nil || show <= 0 {
		return
	}
	r, t, id := p.Slot(s.Slot), v.Layout().Type, draw.ParseID(s.Slot)
	size := max(slot.Size*p.K, t.Small)
	st := v.Set.Fit(v.Words(s.Name), typeset.Style{Face: typeset.Serif, Size: size}, r.W, t.Small)
	note := s.Note
	if s.Short != "" && v.Layout().Form.Upright() {
		note = s.Short
	}
	l.Push(geom.Translate(0, (1-show)*size*lift), show)
	base := r.Y + size
	chart.Label(l, v, id, s.Name, st, geom.P(r.X, base), v.Theme.Deep)
	small := typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.35, Balance: true}
	chart.Prose(l, v, id.Sub("note"), note, small, geom.R(r.X, base+t.Small*0.35, r.W, 0), v.Theme.Text)
	l.Pop()
}
