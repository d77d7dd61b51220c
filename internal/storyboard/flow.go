package storyboard

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Flow is what runs through a pipe: a slot that is a line. What has come fills the
// pipe's bed from its start, with a shine along it and bubbles that run on.
type Flow struct {
	Name  string  // of its marks
	Width float64 // of the pipe, in the drawing's pixels
	// Colours by the theme's names: of the bed, of what fills it at the start and at
	// the end of the line, and of shine and bubbles. Without a name there is none.
	Bed, Start, End, Light string
	// Share is how much of the pipe is filled, 0 to 1; Run how many gaps between
	// bubbles they have run on.
	Share func(v stage.View) float64
	Run   func(v stage.View) float64
}

// Measures of a flow, in parts of its width.
const (
	flowFill   = 0.72 // its filling
	flowShine  = 0.12
	flowLift   = 0.2 // of the shine over the middle
	flowBubble = 0.17
	flowGap    = 1.7 // from one bubble to the next
)

// Part is the flow in a slot of a drawing, over a layer.
func (f *Flow) Part(layer, slot string) Part { return Part{Layer: layer, Slot: slot, Draw: f.draw} }

func (f *Flow) draw(l *draw.List, v stage.View, at Spot) {
	if at.Path == nil {
		return
	}
	id, w := draw.ParseID(f.Name), f.Width
	if c, ok := v.Theme.Color(f.Bed); ok {
		l.Stroke(id.Sub("bed"), at.Path, geom.Pen{Width: w, Cap: geom.CapRound}, draw.Ink(c), draw.Decor())
	}
	share := anim.Clamp(f.Share(v))
	if share <= 0 {
		return
	}
	length := at.Path.Length()
	come := l.NewPath()
	at.Path.Trim(come, 0, length*share)
	if come.Empty() {
		return
	}
	start, ok := v.Theme.Color(f.Start)
	if end, both := v.Theme.Color(f.End); ok && both {
		a, _ := at.Path.At(0)
		b, _ := at.Path.At(length)
		paint := draw.LinearRamp(a, b, draw.Stop{At: 0, Color: start}, draw.Stop{At: 1, Color: end})
		l.Stroke(id.Sub("fill"), come, geom.Pen{Width: w * flowFill, Cap: geom.CapRound}, paint, draw.Decor())
	}
	light, ok := v.Theme.Color(f.Light)
	if !ok {
		return
	}
	l.Push(geom.Translate(0, -w*flowLift), 1)
	l.Stroke(id.Sub("shine"), come, geom.Pen{Width: w * flowShine, Cap: geom.CapRound}, draw.Ink(light.Fade(0.5)), draw.Decor())
	l.Pop()
	if f.Run != nil {
		f.bubbles(l, v, at, light, length, share)
	}
}

func (f *Flow) bubbles(l *draw.List, v stage.View, at Spot, light draw.Color, length, share float64) {
	gap := f.Width * flowGap
	shift := math.Mod(f.Run(v), 1)
	path, r := at.Path, f.Width*flowBubble
	l.Dots(draw.ParseID(f.Name).Sub("bubbles"), int(length/gap), func(k int) draw.Dot {
		s := (float64(k) + shift) * gap
		pos, _ := path.At(s)
		seen := anim.Clamp((length*share-s)/gap) * anim.Clamp(s/gap+0.2)
		return draw.Dot{At: pos, R: r, Color: light.Fade(0.75 * seen)}
	}, draw.Decor())
}
