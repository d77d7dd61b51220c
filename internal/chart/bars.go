package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/scale"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Bars compares figures of one unit by length, and by length alone: every bar
// begins at zero and all are equally thick. Figures that one scale may not
// compare are refused, and the picture says why.
type Bars struct {
	Amounts
	Upright bool    // columns that grow upwards; they lie down where their numbers would not fit side by side
	Top     float64 // the amount of a bar as long as the scale, in the base unit; 0: the largest figure, or 100 %
}

// barShare is how much of the shared progress each bar takes.
const barShare = 0.6

// leastColumnNumber is how far the numbers over columns may shrink to fit.
const leastColumnNumber = 0.8

// Draw appends a group for each bar, named draw.Nth(id.Name, i), with the bar,
// its label and its figure. It returns the extent of the whole.
func (b Bars) Draw(l *draw.List, v *stage.View, id draw.ID, sem draw.Sem) geom.Rect {
	top, refused := b.compare(l, v, id)
	if top == 0 {
		return refused
	}
	n := len(b.Figures)
	if f, _ := v.Story.Figure(b.Figures[0]); f.Kind == story.Share {
		top = max(top, 100)
	}
	if b.Top > 0 {
		top = max(top, b.Top)
	}
	room := b.room(v)
	if step := b.Box.W / float64(n) * 0.96; b.Upright && room.number > step {
		small := b
		small.Number = b.Number * max(step/room.number, leastColumnNumber)
		if b, room = small, small.room(v); room.number > step {
			b.Upright = false
			room = b.room(v)
		}
	}
	l.Open(id, listSem(sem))
	var extent geom.Rect
	for i, name := range b.Figures {
		f, _ := v.Story.Figure(name)
		extent = extent.Union(b.one(l, v, &f, draw.Nth(id.Name, i+1), i, room, top))
	}
	extent = extent.Union(b.zero(l, v, id, room))
	l.Close()
	return extent
}

// barRoom is the room that the widest number and the tallest label take.
type barRoom struct{ label, number float64 }

func (b Bars) room(v *stage.View) (room barRoom) {
	for i, name := range b.Figures {
		f, _ := v.Story.Figure(name)
		room.label = max(room.label, v.Set.Block(b.label(v, &f, i), b.labelStyle(), b.labelWidth()).Height)
		room.number = max(room.number, b.numberWidth(v, &f))
	}
	return room
}

func (b Bars) labelStyle() typeset.Style {
	st := typeset.Style{Face: typeset.Sans, Size: b.Label, Leading: 1.3}
	if b.Upright {
		st.Align = typeset.Center
	}
	return st
}

func (b Bars) labelWidth() float64 {
	if b.Upright {
		return b.Box.W / float64(len(b.Figures)) * 0.92
	}
	return b.Box.W
}

// ruler is the scale of the lengths, from the line of zero.
func (b Bars) ruler(room barRoom, top float64) scale.Ruler {
	if b.Upright {
		zero := b.Box.Bottom() - room.label - b.Label*0.5
		return scale.Linear(0, top, zero, min(b.Box.Y+b.Number*1.25, zero))
	}
	return scale.Linear(0, top, b.Box.X, max(b.Box.Right()-room.number-b.Number*0.4, b.Box.X))
}

func (b Bars) one(l *draw.List, v *stage.View, f *story.Figure, id draw.ID, i int, room barRoom, top float64) geom.Rect {
	ruler := b.ruler(room, top)
	grown := anim.Stagger(anim.Clamp(b.Progress), i, len(b.Figures), barShare, anim.CubicInOut)
	zero, _ := ruler.Range()
	end := zero + (ruler.At(f.Float64())-zero)*grown
	label := b.label(v, f, i)
	block := v.Set.Block(label, b.labelStyle(), b.labelWidth())
	var bar geom.Rect
	var at, head geom.Pt
	align := typeset.Start
	if b.Upright {
		band := scale.NewBand(len(b.Figures), b.Box.X, b.Box.Right(), 0.45, 0.225)
		bar = geom.R(band.At(i), end, band.Bandwidth(), zero-end)
		at = geom.P(band.Middle(i), end-b.Number*0.36)
		head = geom.P(band.Middle(i)-b.labelWidth()/2, zero+b.Label*0.5)
		align = typeset.Center
	} else {
		y, thick := b.lane(i, room)
		head = geom.P(zero, y-b.Label*0.35-block.Height)
		bar = geom.R(zero, y, end-zero, thick)
		at = geom.P(end+b.Number*0.4, y+thick/2+b.Number*0.36)
	}
	l.Open(id, b.sem(v, id, f, label))
	if grown > 0 {
		from, to := bar.Min(), geom.P(bar.Right(), bar.Y)
		if b.Upright {
			from, to = geom.P(bar.X, bar.Bottom()), bar.Min()
		}
		amount(l, id.Sub("bar"), f, l.NewPath().Rect(bar), from, to, b.ink(v, id), max(b.Number*0.05, 1.5))
	}
	Lines(l, id.Sub("text"), block, head, v.Theme.Text, draw.Sem{})
	extent := bar.Union(geom.R(head.X, head.Y, block.Width, block.Height))
	if show := anim.Clamp(grown * 4); show > 0 {
		l.Push(geom.Identity(), show)
		st := NumberStyle{Size: b.Number, Unit: b.unit(), Align: align, Counting: true, Running: grown}
		extent = extent.Union(Figure(l, v, id.Sub("figure"), f.ID, st, at))
		l.Pop()
	}
	l.Close()
	return extent
}

// zero draws the line that all bars begin at; between level bars, where the
// labels stand, it is open.
func (b Bars) zero(l *draw.List, v *stage.View, id draw.ID, room barRoom) geom.Rect {
	at, _ := b.ruler(room, 1).Range()
	w := max(b.Label*0.09, 1.25)
	p := l.NewPath()
	if b.Upright {
		p.Move(b.Box.X, at).Line(b.Box.Right(), at)
	} else {
		for i := range b.Figures {
			y, thick := b.lane(i, room)
			p.Move(at, y-thick*0.14).Line(at, y+thick*1.14)
		}
	}
	l.Stroke(id.Sub("zero"), p, geom.Pen{Width: w}, draw.Ink(v.Theme.Mute), draw.Decor())
	return p.Bounds()
}

// lane is where level bar i begins from above, and how thick it is.
func (b Bars) lane(i int, room barRoom) (y, thick float64) {
	band := scale.NewBand(len(b.Figures), b.Box.Y, b.Box.Bottom(), 0.2, 0)
	gap := b.Label * 0.35
	return band.At(i) + room.label + gap, max(min(band.Bandwidth()-room.label-gap, b.Number*1.15), 2)
}
