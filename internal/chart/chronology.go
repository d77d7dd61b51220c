package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Chronology puts dates that the story states on a line, in even slots: years of
// the calendar, or days of a month. A date takes the whole of its slot, because
// the page says no more than the year or the day. Nothing joins the dates and
// nothing stands between them: no course is drawn that the page does not give.
type Chronology struct {
	Dates   []Date // in their order; all years or all days
	Box     geom.Rect
	Upright bool // the line runs down at the left, as narrow screens need it
	// First and Last are the line's first and last slots; 0 takes the dates' own.
	First, Last int
	Number      float64 // size of the dates, in device-independent pixels
	Label       float64 // size of the texts
	Ink         draw.Color
	Progress    float64 // 0 to 1: the line is drawn, and its dates as it passes them
}

// Date is one mark of a chronology.
type Date struct {
	Figure string // a year or a day
	Month  string // a month of that year, where the story gives one; may be empty
	Text   string // copy key of what happened; may be empty
	Since  bool   // goes on to the line's end
}

// chronologyPlan is how the line stands.
type chronologyPlan struct {
	first, slots int
	at           geom.Pt // where the first slot begins
	length       float64
	upright      bool
}

func (p chronologyPlan) point(slot float64) geom.Pt {
	d := slot / float64(p.slots) * p.length
	if p.upright {
		return geom.P(p.at.X, p.at.Y+d)
	}
	return geom.P(p.at.X+d, p.at.Y)
}

// Draw appends a group for each date, named draw.Nth(id.Name, i), and the line.
// It returns the extent of the whole.
func (t Chronology) Draw(l *draw.List, v *stage.View, id draw.ID, sem draw.Sem) geom.Rect {
	first, last, problem := t.slots(v)
	if problem != "" {
		return refuse(l, v, id, t.Box, problem)
	}
	if len(t.Dates) == 0 {
		return geom.Rect{}
	}
	p := chronologyPlan{first: first, slots: last - first + 1, upright: t.Upright}
	sides := 1
	if t.Upright {
		p.at, p.length = geom.P(t.Box.X+t.Number*0.5, t.Box.Y), t.Box.H
	} else {
		p.at, p.length = geom.P(t.Box.X, t.Box.Y+t.Number*0.6), t.Box.W
		if t.room(v, p, 1) < t.Number*5 {
			sides = 2
			p.at.Y = t.Box.Center().Y
		}
	}
	l.Open(id, listSem(sem))
	extent := t.line(l, v, id, p)
	below := t.Box.Y
	for i := range t.Dates {
		box := t.date(l, v, draw.Nth(id.Name, i+1), i, p, sides, below)
		below = box.Bottom() + t.Label*0.7
		extent = extent.Union(box)
	}
	l.Close()
	return extent
}

func (t Chronology) slots(v *stage.View) (first, last int, problem string) {
	kind := story.Year
	for i, d := range t.Dates {
		f, ok := v.Story.Figure(d.Figure)
		switch {
		case !ok:
			return 0, 0, "[" + d.Figure + "]"
		case i == 0 && (f.Kind == story.Year || f.Kind == story.Day):
			kind, first, last = f.Kind, f.Count(), f.Count()
		case f.Kind != kind || i == 0:
			return 0, 0, "[" + d.Figure + " is no " + kind.String() + ": " + f.Kind.String() + "]"
		}
		first, last = min(first, f.Count()), max(last, f.Count())
	}
	if t.First != 0 {
		first = min(first, t.First)
	}
	return first, max(last, t.Last), ""
}

// span is the slots, from the line's first, that a date takes.
func (t Chronology) span(v *stage.View, p chronologyPlan, d Date) (from, to float64) {
	f, _ := v.Story.Figure(d.Figure)
	from, to = float64(f.Count()-p.first), float64(f.Count()-p.first+1)
	if m, ok := v.Story.Figure(d.Month); ok && m.Kind == story.Month && f.Kind == story.Year {
		from += float64(m.Count()-1) / monthsOfYear
		to = from + 1.0/monthsOfYear
	}
	if d.Since {
		to = float64(p.slots)
	}
	return from, to
}

const (
	monthsOfYear = 12
	sinceThick   = 0.45 // of what goes on, to a date's own slot
)

// stem is where a date's words hang on: the middle of its slot, or where what
// goes on begins.
func (t Chronology) stem(v *stage.View, p chronologyPlan, i int) geom.Pt {
	d := t.Dates[i]
	d.Since = false
	from, to := t.span(v, p, d)
	return p.point((from + to) / 2)
}

// room is the least distance between dates whose words stand on one side.
func (t Chronology) room(v *stage.View, p chronologyPlan, sides int) float64 {
	least := p.length
	for i := sides; i < len(t.Dates); i++ {
		least = min(least, t.stem(v, p, i).X-t.stem(v, p, i-sides).X)
	}
	return least
}

func (t Chronology) line(l *draw.List, v *stage.View, id draw.ID, p chronologyPlan) geom.Rect {
	drawn := anim.Clamp(t.Progress) * float64(p.slots)
	a, b := p.point(0), p.point(drawn)
	w := max(t.Number*0.07, 1)
	c := draw.Ink(v.Theme.Mute)
	if drawn > 0 {
		l.Line(id.Sub("line"), a, b, w, c, draw.Decor())
		ticks := l.NewPath()
		for k := 0; float64(k) <= drawn; k++ {
			at, half := p.point(float64(k)), t.Number*0.2
			if p.upright {
				ticks.Move(at.X-half, at.Y).Line(at.X+half, at.Y)
			} else {
				ticks.Move(at.X, at.Y-half).Line(at.X, at.Y+half)
			}
		}
		l.Stroke(id.Sub("ticks"), ticks, geom.Pen{Width: w}, c, draw.Decor())
	}
	end := p.point(float64(p.slots))
	return geom.R(a.X, a.Y, max(end.X-a.X, w), max(end.Y-a.Y, w))
}

func (t Chronology) date(l *draw.List, v *stage.View, id draw.ID, i int, p chronologyPlan, sides int, below float64) geom.Rect {
	d := t.Dates[i]
	f, _ := v.Story.Figure(d.Figure)
	from, to := t.span(v, p, d)
	pass := from / float64(p.slots)
	show := anim.Span(t.Progress, pass, pass+1/float64(p.slots), anim.CubicOut)
	ink := t.Ink
	if ink == 0 {
		ink = v.Theme.Accent
	}
	drawn := max(from, min(to, anim.Clamp(t.Progress)*float64(p.slots)))
	a, b := p.point(from), p.point(drawn)
	thick := t.Number * 0.34
	l.Open(id, draw.Sem{Role: draw.RoleItem, Figure: f.ID})
	if drawn > from {
		paint := draw.Ink(ink)
		if d.Since {
			thick *= sinceThick
			paint = draw.LinearRamp(a, p.point(to), draw.Stop{At: 0, Color: ink}, draw.Stop{At: 0.5, Color: ink}, draw.Stop{At: 1, Color: ink.Fade(0.2)})
		}
		bar := geom.R(a.X, a.Y-thick/2, b.X-a.X, thick)
		if p.upright {
			bar = geom.R(a.X-thick/2, a.Y, thick, b.Y-a.Y)
		}
		l.Rect(id.Sub("date"), bar, 0, paint, draw.Sem{Figure: d.Month})
	}
	box := t.words(l, v, id, d, i, p, sides, below, show)
	l.Close()
	return box
}

// words sets a date and what happened, and the stem that leads to them.
func (t Chronology) words(l *draw.List, v *stage.View, id draw.ID, d Date, i int, p chronologyPlan, sides int, below, show float64) geom.Rect {
	stem := t.stem(v, p, i)
	style := typeset.Style{Face: typeset.Sans, Size: t.Label, Leading: 1.35}
	width := t.Box.Right() - stem.X - t.Number*1.3
	if !p.upright {
		style.Align = typeset.Center
		width = min(t.room(v, p, sides)*0.92, t.Box.W*0.45)
		if edges := 2 * min(stem.X-t.Box.X, t.Box.Right()-stem.X); edges > t.Number*4 {
			width = min(width, edges) // words stay centred on their stem
		}
	}
	var text *typeset.Block
	height := t.Number * 1.1
	if d.Text != "" {
		text = v.Set.Block(v.Words(d.Text), style, width)
		height += t.Label*0.3 + text.Height
	}
	var box geom.Rect
	var knee geom.Pt
	align := typeset.Start
	switch {
	case p.upright:
		box = geom.R(stem.X+t.Number*1.3, max(stem.Y-t.Number*0.55, below), width, height)
		knee = geom.P(box.X-t.Number*0.3, box.Y+t.Number*0.55)
	default:
		align = typeset.Center
		x := max(t.Box.X, min(stem.X-width/2, t.Box.Right()-width))
		box = geom.R(x, stem.Y+t.Number*0.9, width, height)
		knee = geom.P(stem.X, box.Y-t.Number*0.1)
		if sides == 2 && i%2 == 0 {
			box.Y = stem.Y - t.Number*0.9 - height
			knee.Y = box.Bottom() + t.Number*0.1
		}
	}
	if show <= 0 {
		return box
	}
	l.Push(geom.Identity(), show)
	edge := stem
	if p.upright {
		edge.X += t.Number * 0.3
	} else if knee.Y > stem.Y {
		edge.Y += t.Number * 0.3
	} else {
		edge.Y -= t.Number * 0.3
	}
	l.Line(id.Sub("stem"), edge, knee, max(t.Number*0.05, 1), draw.Ink(v.Theme.Mute), draw.Decor())
	at := geom.P(box.X, box.Y+t.Number*0.9)
	if align == typeset.Center {
		at.X = box.Center().X
	}
	Figure(l, v, id.Sub("figure"), d.Figure, NumberStyle{Size: t.Number, Unit: max(t.Number*0.55, t.Label*0.85), Align: align}, at)
	if text != nil {
		Prose(l, v, id.Sub("text"), d.Text, style, geom.R(box.X, box.Y+t.Number*1.1+t.Label*0.3, width, text.Height), v.Theme.Text)
	}
	l.Pop()
	return box
}
