package cultivation

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// full is the part of the first beat from which the shelves are full: only then is
// a target written beside its shelf.
const full = 0.8

// texts are what stands beside the beds, the cords and the lists, and the key.
func texts() []storyboard.Text {
	all := []storyboard.Text{
		{Slot: "plan", Key: "cultivation.plan", Face: typeset.SansBold, Color: "gold-dark", Optional: true},
		{Slot: "key-seed", Key: "cultivation.key-seed", Short: "cultivation.key", Beat: shelves, From: full * 0.6, To: full},
		{Slot: "key-plant", Key: "cultivation.key-plant", Beat: shelves, From: full * 0.6, To: full, Optional: true},
		{Slot: "figure-solved", Figure: solvedID, Unit: 16, Beat: lists, From: 0.84, To: 1},
		{Slot: "name-solved", Key: "cultivation.solved", Short: "cultivation.solved-short", Beat: lists, From: 0.84, To: 1},
		{Slot: "figure-lists", Figure: listsID, Unit: 16, Beat: lists, From: opened, To: opened + 0.14},
		{Slot: "name-lists", Key: "cultivation.lists", Beat: lists, From: opened, To: opened + 0.14, Optional: true},
	}
	for _, t := range [...]struct {
		name, color string
		from        float64
	}{{"new-medium", "leaf-dark", 0.3}, {"applied", "leaf-dark", passed}, {"approved", "accent", blooms}} {
		slot := map[string]string{"new-medium": "new"}[t.name]
		if slot == "" {
			slot = t.name
		}
		said := storyboard.Text{Beat: beds, From: t.from, To: min(t.from+0.12, 1), Unit: 18}
		number, name := said, said
		number.Slot, number.Figure, number.Color = "figure-"+slot, "cultivation."+t.name, t.color
		name.Slot, name.Key, name.Short, name.Unit = "name-"+slot, "cultivation."+t.name, "cultivation."+t.name+"-short", 0
		all = append(all, number, name)
	}
	return all
}

// words sets each target beside its shelf: on wide forms a number with its name below,
// on upright ones both in a line under the shelf.
func words(l *draw.List, v stage.View, p storyboard.Place) {
	show := anim.Span(v.Beat(shelves), full, 1, anim.CubicOut)
	if show <= 0 {
		return
	}
	small, upright := v.Layout().Type.Small, v.Layout().Form.Upright()
	for i := range rungs {
		r := &rungs[i]
		at, below := p.Slot("figure-"+r.name), p.Slot("name-"+r.name)
		l.Push(geom.Translate(0, (1-show)*small*0.4), show)
		id := draw.Nth("rung", i+1)
		if upright {
			size := at.H * 1.16
			number := chart.NumberStyle{Size: size, Unit: max(size*0.58, small)}
			name := typeset.Style{Size: max(size*0.6, small)}
			apart := small * 0.7
			least := max(size*0.5, small*0.9)
			for name.Size > least && inline(&v, r, number, name, apart) > at.W {
				name.Size = max(name.Size*0.95, least)
				number.Unit = min(number.Unit, name.Size)
			}
			x := at.Center().X - inline(&v, r, number, name, apart)/2
			box := chart.Figure(l, &v, id, r.figure, number, geom.P(x, at.Bottom()))
			chart.Label(l, &v, id.Sub("name"), r.words, name, geom.P(box.Right()+apart, at.Bottom()), v.Theme.Text)
		} else {
			size := at.H
			chart.Figure(l, &v, id, r.figure, chart.NumberStyle{Size: size, Unit: max(size*0.4, small)}, geom.P(at.X, at.Bottom()))
			st := v.Set.Fit(v.Words(r.words), typeset.Style{Size: max(below.H*0.8, small)}, below.W, small*0.9)
			chart.Label(l, &v, id.Sub("name"), r.words, st, geom.P(below.X, below.Y+st.Size), v.Theme.Text)
		}
		l.Pop()
	}
}

// inline is how wide a number and its name stand in one line.
func inline(v *stage.View, r *rung, number chart.NumberStyle, name typeset.Style, apart float64) float64 {
	return chart.NumberWidth(v, r.figure, number) + apart + v.Set.Line(v.Words(r.words), name).Width
}

// note is lettering in the slot sign-note, which forms without room for it lack.
func note(key string, face typeset.Face, color string, size float64) func(*draw.List, stage.View, storyboard.Spot) {
	write := lettering(key, face, color, size)
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		if at.Rect = at.Slot("sign-note"); !at.Rect.Empty() {
			write(l, v, at)
		}
	}
}

// lettering sets words in the middle of a slot of something that moves, as part of it;
// size is that of its type in parts of the slot's height.
func lettering(key string, face typeset.Face, color string, size float64) func(*draw.List, stage.View, storyboard.Spot) {
	id := draw.Name(key)
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		r, k, small := at.Rect, at.Scale, v.Layout().Type.Small
		text := v.Words(key)
		st := typeset.Style{Face: face, Size: max(r.H*k*size, small*0.9), Leading: 1.2, Align: typeset.Center}
		st = v.Set.Fit(text, st, r.W*k, small*0.9)
		b := v.Set.Block(text, st, r.W*k)
		c, _ := v.Theme.Color(color)
		l.PushAt(r.Min(), 1/k, 1)
		chart.Prose(l, &v, id, key, st, geom.R(0, (r.H*k-b.Height)/2, r.W*k, 0), c)
		l.Pop()
	}
}
