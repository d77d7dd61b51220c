package hydrogen

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// ridges are the outlines of the goal, one behind the other.
const ridges = 3

func ridge(n int) string { return draw.Nth("ridge", n).String() }

// parts are what moves within the drawing: bubbles, pearls, the level of the globe;
// and the line under the goal's name.
func parts() []storyboard.Part {
	return []storyboard.Part{
		{Layer: "membrane", Slot: "bubbles-oxygen", Draw: rising("bubbles-oxygen", oxygenStrings)},
		{Layer: "membrane", Slot: "bubbles-hydrogen", Draw: rising("bubbles-hydrogen", hydrogenStrings)},
		{Layer: "string-far-back", Slot: "string-far", Draw: drawFar},
		{Layer: "string-near-back", Slot: "string-near", Draw: drawNear},
		{Layer: "feed-back", Slot: "feed", Draw: drawFeed},
		{Layer: "line-back", Slot: "line", Draw: drawLine},
		{Layer: "globe-level", Slot: "globe", Draw: drawLevel},
		{Layer: ridge(ridges), Slot: "valley-line", Draw: drawGoal},
	}
}

// rising draws the bubbles over a plate; the reader's finger brings more of them.
func rising(name string, strings int) func(*draw.List, stage.View, storyboard.Spot) {
	id, more := draw.Name(name), draw.Name(name+"-pressed")
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		f := flowAt(&v)
		bubbles(l, id, at.Rect, strings, f.turns, 0.3+0.7*f.power)
		if f.press > 0 {
			bubbles(l, more, at.Rect, strings*2, f.turns*1.3, f.press)
		}
	}
}

// bore is how wide the tubes of the chain are, all of one width, in the drawing's pixels.
func bore(v *stage.View) float64 {
	p := storyboard.PlaceOf(v)
	return p.Slot("bore").W / p.K
}

// The string runs through two tubes that follow on one another: the part of it
// that lies in the first.
const farShare = 0.44

func drawFar(l *draw.List, v stage.View, at storyboard.Spot) {
	f, w := flowAt(&v), bore(&v)
	t := newTube(l, at.Path)
	share := min(1, f.string/farShare)
	pearls(l, draw.Name("pearls-far"), t, w, share, f.run, 0)
	if t.length > 0 && f.string > 0 && share < 1 {
		lead(l, draw.Name("lead"), t.at(t.length*share), w)
	}
}

func drawNear(l *draw.List, v stage.View, at storyboard.Spot) {
	f, w := flowAt(&v), bore(&v)
	t := newTube(l, at.Path)
	share := (f.string - farShare) / (1 - farShare)
	pearls(l, draw.Name("pearls-near"), t, w, share, f.run, 0)
	if t.length > 0 && share > 0 && share < 1 {
		lead(l, draw.Name("lead"), t.at(t.length*share), w)
	}
}

func drawFeed(l *draw.List, v stage.View, at storyboard.Spot) {
	f := flowAt(&v)
	pearls(l, draw.Name("pearls-feed"), newTube(l, at.Path), bore(&v), f.feed, f.run, 0)
}

func drawLine(l *draw.List, v stage.View, at storyboard.Spot) {
	f := flowAt(&v)
	pearls(l, draw.Name("pearls-line"), newTube(l, at.Path), bore(&v), f.line, f.run, 0)
}

// drawLevel is the surface of what stands in the globe.
func drawLevel(l *draw.List, v stage.View, at storyboard.Spot) {
	level := flowAt(&v).level
	if level <= 0 || level >= 1 {
		return
	}
	r := at.Rect.W / 2
	y := at.Rect.Bottom() - at.Rect.H*level
	half := math.Sqrt(max(0, r*r-(y-at.Rect.Center().Y)*(y-at.Rect.Center().Y)))
	l.Fill(draw.Name("level"), l.NewPath().Ellipse(geom.P(at.Rect.Center().X, y), half, half*0.16), draw.Ink(draw.RGB(0xE9FFF6).Fade(0.85)), draw.Decor())
}

// drawGoal is the dashed line under the name of what is still only a goal.
func drawGoal(l *draw.List, v stage.View, at storyboard.Spot) {
	show := anim.CubicOut(v.Span(driving, 0.66, 0.9))
	if show <= 0 || at.Path == nil {
		return
	}
	k := v.Art.Height / 900
	line := l.NewPath()
	at.Path.Trim(line, 0, at.Path.Length()*show)
	l.Stroke(draw.Name("goal"), line, geom.Pen{Width: max(1.2, 1.8*k), Dash: 6 * k, Gap: 5 * k}, draw.Ink(v.Theme.Deep), draw.Decor())
}
