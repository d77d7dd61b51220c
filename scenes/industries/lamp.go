package industries

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The lamp rises from the river, and then its thread runs out over the water.
const (
	riseFrom, riseTo = 0.28, 0.46
	runFrom, runTo   = 0.46, 0.82
	deep             = 2.1  // from how many times its width below
	clear            = 1.16 // radii of the flower within which it never comes
)

// drift is how far the lamp is from its home: below it while it rises, and beside it
// where the reader's finger draws it over the water. It comes near no petal: the page
// does not say which of them it is.
func drift(v stage.View, p storyboard.Place) geom.Pt {
	home := p.Slot("lamp")
	by := geom.P(0, (1-anim.Span(v.Beat(lights), riseFrom, riseTo, anim.CubicOut))*home.W*v.Knob(&lampDepth))
	if force := anim.Clamp(v.Finger.Force); force > 0 && v.Beat(lights) >= 1 {
		by = by.Add(apart(p, v.Finger.At, home.W).Sub(home.Center()).Mul(force))
	}
	return by.Mul(1 / p.K)
}

// apart is the point nearest to one at which the lamp keeps clear of the flower.
func apart(p storyboard.Place, at geom.Pt, width float64) geom.Pt {
	foot := p.Slot("foot")
	c, least := foot.Center(), foot.W/2*clear+width/2
	away := at.Sub(c)
	if away.Len() >= least {
		return at
	}
	if away.Len() == 0 {
		away = geom.P(-1, 0)
	}
	return c.Add(away.Unit().Mul(least))
}

// parts are the thread and the light along the edge of what is touched.
func parts() []storyboard.Part {
	all := []storyboard.Part{{Layer: "thread", Slot: "thread", Draw: thread}}
	for i, p := range petals {
		all = append(all, storyboard.Part{Layer: "thread", Slot: "touch-" + p.name, Draw: edge(i)})
	}
	return all
}

// edge has the outline of a petal shine while it is pointed at or picked.
func edge(i int) func(*draw.List, stage.View, storyboard.Spot) {
	id := draw.Nth("petal", i+1)
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		on := max(v.Hovered(id), v.Pick(id))
		if on <= 0 || at.Path == nil || v.Beat(open) < 1 {
			return
		}
		l.Push(geom.ScaleAbout(1+0.04*on, at.Slot(coreSlot).Center()), on)
		l.Stroke(id.Sub("edge"), at.Path, geom.Pen{Width: 2.4 / at.Scale, Join: geom.JoinRound}, draw.Ink(v.Theme.MoltenLight), draw.Decor())
		l.Pop()
	}
}

// thread runs from the lamp to open water and ends there, hollow. Dots, for dashes say
// that something is a target.
func thread(l *draw.List, v stage.View, at storyboard.Spot) {
	come := anim.Span(v.Beat(lights), runFrom, runTo, anim.SineInOut)
	if come <= 0 || at.Path == nil {
		return
	}
	length := at.Path.Length()
	// The line hangs from the lamp and is fast at its end: each point follows the lamp
	// by how near to it it lies.
	by := drift(v, at.Place())
	line := l.NewPath()
	var end geom.Pt
	for k := 0; k <= links; k++ {
		s := come * float64(k) / links
		q, _ := at.Path.At(length * s)
		near := (1 - s) * (1 - s)
		q = q.Add(by.Mul(near))
		if k == 0 {
			line.Move(q.X, q.Y)
		} else {
			line.Line(q.X, q.Y)
		}
		end = q
	}
	w := at.Slot("lamp").W
	pen := geom.Pen{Width: max(w*0.024, 1.1/at.Scale) * v.Knob(&threadWide), Cap: geom.CapRound, Join: geom.JoinRound, Dash: w * 0.002, Gap: w * 0.078}
	l.Stroke(draw.Name("line"), line, pen, draw.Ink(v.Theme.Deep), draw.Decor())
	if r := w * 0.07 * anim.Clamp(8*come); r > 0 {
		l.Circle(draw.Name("end").Sub("ground"), end, r, draw.Ink(v.Theme.Panel), draw.Decor())
		l.Stroke(draw.Name("end"), l.NewPath().Circle(end, r), geom.Pen{Width: max(w*0.022, 1.1/at.Scale)}, draw.Ink(v.Theme.Deep), draw.Decor())
	}
}

// links is in how many pieces the thread bends.
const links = 48
