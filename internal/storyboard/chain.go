package storyboard

import (
	"slices"

	"lianhua/internal/anim"
	"lianhua/internal/art"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Chain is the stages of something that runs from one to the next, each of them a
// button: touched, it stands out from the rest and opens its card.
type Chain struct {
	Name   string // of its marks: the first stage is draw.Nth(Name, 1)
	Label  string // key of what the chain is called
	Stages []Stage
	// Dim is how much of their light the layers of a stage keep while another is
	// picked; 0: all of it.
	Dim float64
	// Grow is how much the layers of a stage grow that is hovered over or picked,
	// about the middle of the slot About; 0: not at all.
	Grow  float64
	About string
	// Beat has the stages come, in the part From to To as a Cue's; empty: they stand.
	Beat     string
	From, To float64
}

// Stage is one of a chain.
type Stage struct {
	Title, Text string   // keys of its name and of its card's words
	Name        string   // key of its name as the picture shows it; empty: Title
	Short       string   // and on upright forms, where that differs
	Layers      []string // that show it, and step back for others
	Slot        string   // of its name
	Touch       string   // that answers for it beside its name; empty: none
	Card        string   // whose top left corner is the card's
	Paragraph   string   // of the page, that says so; empty: none
	// Beat turns the name from pencil to ink in its first part; empty: it is ink.
	Beat string
	// Color is the theme's name of another ink, for names on dark ground; empty: ink.
	Color string
	Back  Back // of the name
}

// inked is the part of its beat in which a stage's name turns to ink.
const inked = 0.25

// light is how much of its light a layer keeps while a stage is picked.
func (c *Chain) light(v *stage.View, layer string) float64 {
	any := v.AnyPicked(c.Name)
	if any <= 0 || c.Dim <= 0 {
		return 1
	}
	for i := range c.Stages {
		for _, own := range c.Stages[i].Layers {
			if own == layer {
				return 1 - (1-c.Dim)*any*(1-v.Pick(draw.Nth(c.Name, i+1)))
			}
		}
	}
	return 1
}

// grown is how a layer stands whose stage is hovered over or picked.
func (c *Chain) grown(v *stage.View, p *Place, layer string, m geom.Affine) geom.Affine {
	if c.Grow <= 0 {
		return m
	}
	for i := range c.Stages {
		if !slices.Contains(c.Stages[i].Layers, layer) {
			continue
		}
		id := draw.Nth(c.Name, i+1)
		if on := max(v.Hovered(id), v.Pick(id)); on > 0 {
			m = m.Then(geom.ScaleAbout(1+c.Grow*on, p.spot(c.About).Rect.Center()))
		}
	}
	return m
}

func (c *Chain) come(v *stage.View) float64 {
	if c.Beat == "" {
		return 1
	}
	come := Cue{Beat: c.Beat, From: c.From, To: c.To, Ease: anim.CubicOut}
	return come.at(v)
}

// plates appends what lies behind the names, under all words of the picture.
func (c *Chain) plates(l *draw.List, v *stage.View, p *Place) {
	l.Push(geom.Identity(), c.come(v))
	for i := range c.Stages {
		if s := &c.Stages[i]; s.Back.seen(v) {
			s.name(l, v, p, draw.Nth(c.Name, i+1), true)
		}
	}
	l.Pop()
}

// draw appends the names and what answers to touch.
func (c *Chain) draw(l *draw.List, v *stage.View, p *Place) {
	show := c.come(v)
	if len(c.Stages) == 0 || show <= 0 {
		return
	}
	l.Push(geom.Identity(), show)
	defer l.Pop()
	l.Open(draw.Name(c.Name), draw.Sem{Role: draw.RoleList, Label: v.Words(c.Label)})
	for i := range c.Stages {
		s, id := &c.Stages[i], draw.Nth(c.Name, i+1)
		l.Open(id, draw.Sem{Role: draw.RoleButton, Label: v.Words(s.Title), Detail: v.Words(s.Text), On: v.Picked.ID == id})
		s.touch(l, v, p, id)
		s.name(l, v, p, id, false)
		l.Close()
	}
	l.Close()
}

// touch lays an outline that is not seen over what the stage shows.
func (s *Stage) touch(l *draw.List, v *stage.View, p *Place, id draw.ID) {
	slot := p.slot(s.Touch)
	if slot == nil {
		return
	}
	l.Push(p.M, 1)
	path := slot.Path
	if path == nil {
		path = l.NewPath().Rect(slot.Rect)
	}
	l.Fill(id.Sub("touch"), path, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	l.Pop()
}

// name sets the stage's name, underlined as what can be worked: on one line, or in a
// slot of several as a block; or appends only the plate behind it.
func (s *Stage) name(l *draw.List, v *stage.View, p *Place, id draw.ID, plate bool) {
	slot := p.slot(s.Slot)
	if slot == nil {
		return
	}
	key := s.Name
	if key == "" {
		key = s.Title
	}
	if s.Short != "" && v.Layout().Form.Upright() {
		key = s.Short
	}
	c := v.Theme.Ink
	if own, ok := v.Theme.Color(s.Color); ok {
		c = own
	}
	if s.Beat != "" {
		c = draw.Mix(v.Theme.Mute, c, v.Span(s.Beat, 0, inked))
	}
	r := p.Slot(s.Slot)
	small := v.Layout().Type.Small
	st := typeset.Style{Face: typeset.SansBold, Size: max(slot.Size*p.K, small), Align: alignOf(slot.X)}
	if slot.Fit.Lines > 1 && r.W > 0 {
		st.Leading = 1.22
		if b := fitted(v, v.Words(key), &st, slot, r.W); len(b.Lines) > 1 {
			r.Y = inSlot(slot, r, b.Height)
			if plate {
				s.Back.block(l, v, id, b, r.Min())
				return
			}
			chart.Prose(l, v, id.Sub("name"), key, st, r, c)
			last := b.Lines[len(b.Lines)-1]
			under := geom.R(r.X+last.X, r.Y+last.Y-last.Run.Ascent, last.Run.Width, last.Run.Ascent+last.Run.Descent)
			chart.Underline(l, v, id, under, st.Size)
			return
		}
	}
	if r.W > 0 {
		st = v.Set.Fit(v.Words(key), st, r.W, min(st.Size, small))
	}
	at := geom.P(r.X, r.Y)
	if r.H > 0 {
		at.Y += r.H/2 + st.Size*capHeight/2
	}
	switch slot.X {
	case art.Middle:
		at.X += r.W / 2
	case art.End:
		at.X += r.W
	}
	if plate {
		s.Back.label(l, v, id, key, st, at)
		return
	}
	box := chart.Label(l, v, id.Sub("name"), key, st, at, c)
	chart.Underline(l, v, id, box, st.Size)
}

// capHeight is how tall capitals of the sans stand, in parts of their size.
const capHeight = 0.72

// cards opens that of the stage that is picked.
func (c *Chain) cards(l *draw.List, v *stage.View, p *Place) {
	for i := range c.Stages {
		s := &c.Stages[i]
		if show := v.Pick(draw.Nth(c.Name, i+1)); show > 0 {
			openCard(l, v, p, draw.Nth("card", i+1), show, s.Title, s.Text, s.Paragraph, s.Card)
		}
	}
}
