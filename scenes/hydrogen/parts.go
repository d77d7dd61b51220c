package hydrogen

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/hydrogen/drops"
)

// ridges are the outlines of the goal, one behind the other.
const ridges = 3

func ridge(n int) string { return draw.Nth("ridge", n).String() }

// parts are what moves within the drawing: bubbles, pearls, the level of the globe;
// and the line under the goal's name.
func parts() []storyboard.Part {
	all := []storyboard.Part{
		{Layer: "globe-level", Slot: "globe", Draw: drawLevel},
		{Layer: ridge(ridges), Slot: "valley-line", Draw: drawGoal},
	}
	for _, gas := range [...]struct {
		slot    string
		strings int
	}{{"bubbles-oxygen", oxygenStrings}, {"bubbles-hydrogen", 2 * oxygenStrings}} {
		rising := &drops.Bubbles{
			Name: gas.slot, Strings: gas.strings, Each: inString, Glints: bubbleGlints,
			Turns: of(func(f flow) float64 { return f.turns }),
			Show:  of(func(f flow) float64 { return 0.3 + 0.7*f.power }), // a few hang on the plate before
		}
		// The reader's finger brings more of them.
		pressed := &drops.Bubbles{
			Name: gas.slot + "-pressed", Strings: 2 * gas.strings, Each: inString, Glints: bubbleGlints,
			Turns: of(func(f flow) float64 { return 1.3 * f.turns }),
			Show:  of(func(f flow) float64 { return f.press }),
		}
		all = append(all, rising.Part("membrane", gas.slot), pressed.Part("membrane", gas.slot))
	}
	for _, tube := range [...]struct {
		name  string
		share func(f flow) float64
		head  func(l *draw.List, v stage.View, at geom.Pt, bore float64)
	}{
		{"string-far", func(f flow) float64 { return f.string / farShare }, lead},
		{"string-near", func(f flow) float64 { return (f.string - farShare) / (1 - farShare) }, lead},
		{"feed", func(f flow) float64 { return f.feed }, nil},
		{"line", func(f flow) float64 { return f.line }, nil},
	} {
		pearls := &drops.Flow{
			Name: "pearls-" + tube.name, Bore: "bore", Glints: pearlGlints, Sizes: pearlSizes,
			Share: of(tube.share), Run: of(func(f flow) float64 { return f.run }), Head: tube.head,
		}
		all = append(all, pearls.Part(tube.name+"-back", tube.name))
	}
	return all
}

// of is a measure of the flow at a view.
func of(measure func(f flow) float64) func(stage.View) float64 {
	return func(v stage.View) float64 { return measure(flowAt(&v)) }
}

// The string runs through two tubes that follow on one another: the part of it
// that lies in the first.
const farShare = 0.44

// Two volumes of hydrogen come with one of oxygen: so many strings of bubbles rise at
// its plate, and so many bubbles are in one.
const (
	oxygenStrings = 5
	inString      = 14
)

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
