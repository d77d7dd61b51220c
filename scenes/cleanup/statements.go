package cleanup

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// What a field and two rows of them hold, as the drawing has them.
const perRows = 10 * perField

// counted is the part of a beat in which a crowd comes and its number runs. Its years stand
// below once it has: nothing grew in them.
const counted = 0.94

func told(beat float64) float64 { return anim.Span(beat, counted, 1, anim.CubicOut) }

// drawSwept draws the figure of those who swept, under the heading.
func drawSwept(l *draw.List, v stage.View, lay stage.Layout, title geom.Rect) {
	show := anim.Span(v.Beat(beatSweep), 0, 0.07, anim.CubicOut)
	if show <= 0 {
		return
	}
	size, room := tall(lay), lay.Head.W*0.5
	if !lay.Form.Upright() {
		room = lay.Px(250)
	}
	l.Push(geom.Identity(), show)
	headline(l, &v, draw.Name("swept"), sweepersID, "cleanup.sweepers", size, geom.P(lay.Head.X, title.Bottom()+size*1.1), room, v.Theme.GoldDark, swept(&v), told(v.Beat(beatSweep)))
	l.Pop()
}

// tall is the size of a crowd's figure.
func tall(lay stage.Layout) float64 {
	if lay.Form.Upright() {
		return lay.Type.FigureSmall * 1.16
	}
	return lay.Type.Figure * 1.2
}

// headline is a crowd's figure and, as far as it may be told, what it counts below.
func headline(l *draw.List, v *stage.View, id draw.ID, figure, words string, size float64, at geom.Pt, room float64, c draw.Color, running, told float64) {
	t := v.Layout().Type
	chart.Figure(l, v, id, figure, chart.NumberStyle{Size: size, Unit: max(size*0.32, t.Small), Color: c, Counting: true, Running: running, Text: words}, at)
	st := typeset.Style{Face: typeset.Sans, Size: max(t.Label, t.Small), Leading: 1.2, Balance: true}
	if v.Layout().Form.Upright() {
		st.Size, st.Leading = t.Small, 1.3
	}
	chart.Prose(l, v, id.Sub("what"), words, st, geom.R(at.X, at.Y+st.Size*0.5, room, 0), v.Theme.Text.Fade(told))
}

// drawWords draws what stands on the picture; it goes where that is magnified.
func drawWords(l *draw.List, v stage.View, p storyboard.Place) {
	lay, left := v.Layout(), aside(&v)
	second := v.Beat(beatContests)
	words := func(show float64, draw func()) {
		if show *= left; show > 0 {
			l.Push(geom.Identity(), show)
			draw()
			l.Pop()
		}
	}
	words(anim.Span(second, 0, 0.2, anim.CubicOut), func() {
		r, size := p.Slot("contested"), tall(lay)
		switch lay.Form {
		case stage.Phone:
			size *= 0.8 // its unit stands clear of the hill
		case stage.Kiosk:
			size *= 0.86
		}
		headline(l, &v, draw.Name("contested"), contestantsID, "cleanup.contestants", size, geom.P(r.X, r.Y+size*0.8), r.W, v.Theme.Crowd, anim.Span(second, 0, counted, anim.Linear), told(second))
	})
	words(anim.Span(v.Beat(beatCount), 0.6, 0.85, anim.CubicOut), func() { legend(l, &v, p) })
	words(anim.Span(second, 0.55, 0.85, anim.CubicOut), func() {
		r, key := p.Slot("note"), "cleanup.note"
		st := typeset.Style{Face: typeset.Sans, Size: lay.Type.Small, Leading: 1.4, Balance: true}
		end := lowest(&v) + st.Size*0.3
		if lay.Form == stage.Phone {
			end -= st.Size // the hint stands below
		}
		if v.Set.Block(v.Words(key), st, r.W).Height > end-r.Y {
			key = "cleanup.note-short"
		}
		r.Y = min(r.Y, end-v.Set.Block(v.Words(key), st, r.W).Height)
		chart.Prose(l, &v, draw.Name("note"), key, st, r, v.Theme.Ink)
	})
	words(anim.Span(v.Beat(beatSweep), 0.3, 0.5, anim.CubicOut)*(1-anim.Span(v.Beat(beatCount), 0, 0.2, anim.Linear)), func() {
		r := p.Slot("apart")
		st := typeset.Style{Face: typeset.Sans, Size: lay.Type.Small, Align: typeset.End}
		chart.Label(l, &v, draw.Name("apart"), "cleanup.apart", st, geom.P(min(r.Right(), lay.Head.Right()), min(r.Bottom(), lowest(&v))), v.Theme.Text)
	})
}

// lowest is the lowest baseline on the picture that is clear of the source's line, and of
// the hint where that stands above it.
func lowest(v *stage.View) float64 {
	lay := v.Layout()
	line, above := 52.0, 1.6
	switch lay.Form {
	case stage.Phone:
		line, above = 34, 3
	case stage.Kiosk:
		line, above = 92, 3.2
	}
	if !lay.Form.Upright() && lay.Type.Small > lay.Px(15) {
		above = 2.6
	}
	return v.Area.Bottom() - lay.Px(line) - above*lay.Type.Small
}

// legend says how many people stand in a field and in two rows of fields.
func legend(l *draw.List, v *stage.View, p storyboard.Place) {
	r, size := p.Slot("legend"), v.Layout().Type.Small
	if !v.Layout().Form.Upright() {
		size *= 1.1
	}
	st := typeset.Style{Face: typeset.SansBold, Size: size}
	l.Open(draw.Name("legend"), draw.Sem{})
	base := r.Y + size
	step(l, geom.P(r.X, base-size*0.72), size, v.Theme)
	box := chart.Tick(l, v, draw.Name("perblock"), perField, "cleanup.block", st, geom.P(r.X+size*3.2, base), v.Theme.Ink)
	chart.Tick(l, v, draw.Name("perrow"), perRows, "cleanup.row", st, geom.P(box.Right()+size*1.4, base), v.Theme.Ink)
	l.Close()
}

// step is a field with its wall, as those of the hills.
func step(l *draw.List, at geom.Pt, size float64, th *stage.Theme) {
	night := th.Night()
	ink := goldWater[night]
	slab := func(part string, y, high, in float64, c draw.Color) {
		l.Rect(draw.Name("tile").Sub(part), geom.R(at.X+in*size, at.Y+y*size, (2.6-2*in)*size, high*size), high*size*0.4, draw.Ink(c), draw.Decor())
	}
	slab("wall", 0.1, 0.86, 0, draw.Mix(ink.Wall, ink.Soil, 0.5))
	slab("bund", -0.06, 0.82, 0, ink.Bund)
	slab("water", 0.06, 0.56, 0.14, th.Gold)
}
