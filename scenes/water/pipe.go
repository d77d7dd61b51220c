package water

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/water/sewer"
)

// Slots that say where the pipe lies: the line of its first row, where that begins and
// where the last row runs, how long a kilometre and how thick the pipe is.
const (
	pipeTop  = "pipe-top"
	pipeSlot = "pipe"
	kmSlot   = "pipe-km"
)

// How many kilometres lie in a row, bend included, and from one number on the pipe to
// the next.
const (
	inWideRow, wideNumbers       = 20, 10
	inUprightRow, uprightNumbers = 10, 50
)

// snug is how much of the way between rows the pipe takes at most: beyond, a bend
// would collide with itself.
const snug = 0.62

// kilometres is the length of the sewers, which figures have in metres.
func kilometres(v *stage.View) float64 { return v.Value(sewersID) / 1000 }

// pipe is the pipe as it lies folded, its lengths kilometres.
type pipe struct {
	sewer.Pipe
	small float64 // the least type, in the drawing's pixels
}

func newPipe(l *draw.List, v *stage.View, at storyboard.Spot) (p pipe, ok bool) {
	total := kilometres(v)
	if total <= 0 || at.Path == nil {
		return p, false
	}
	slot, size := at.Slot(pipeSlot), at.Slot(kmSlot)
	fold := sewer.Fold{Length: total, Unit: size.W, Row: inWideRow, Left: slot.X, Wave: 0.27 * size.H}
	p.Pipe = sewer.Pipe{Unit: size.W, Lengths: total, Bare: wideNumbers}
	if v.Layout().Form.Upright() {
		fold.Row, p.Bare = inUprightRow, uprightNumbers
	}
	top := geom.NewWalk(l.NewPath(), l.NewPath())
	top.Follow(at.Path, 0.05)
	p.Way = fold.Lay(l, top, slot.Bottom())
	p.Thick = min(size.H, snug*fold.Gap(top, slot.Bottom())) * v.Knob(&pipeThick)
	p.small = v.Layout().Type.Small / at.Scale
	return p, true
}

// The part of its beat by which the last length lies, and how many kilometres behind
// the lengths the water's head runs.
const (
	laidBy = 0.93
	behind = 3.5
)

// work is how far the pipe has come, in kilometres.
type work struct {
	front float64 // evenly
	laid  float64 // in whole lengths
	water float64
}

func workAt(v *stage.View, total float64) work {
	p := v.Beat(beatPipe)
	w := work{front: total * anim.Span(p, 0, laidBy, anim.SineInOut)}
	w.laid = math.Floor(w.front)
	if w.front >= total {
		w.laid = total
	}
	w.water = min(w.laid, max(0, w.front-behind*(1-anim.Span(p, laidBy, 1, anim.SineInOut))))
	return w
}

// drawPipe is the pipe in its trench.
func drawPipe(l *draw.List, v stage.View, at storyboard.Spot) {
	p, ok := newPipe(l, &v, at)
	if !ok {
		return
	}
	w := workAt(&v, p.Lengths)
	p.Trench(l, &v, 1-v.Span(beatPipe, laidBy, 1))
	p.Glow(l, &v, w.water)
	p.Draw(l, &v, w.laid, w.water)
	p.coming(l, &v, w)
	p.Flange(l, &v, draw.Nth("flange", 1), 0, 1)
	p.Flange(l, &v, draw.Nth("flange", 2), p.Lengths, v.Span(beatPipe, laidBy-0.04, laidBy+0.02))
}

// readPipe is what reads it, and the words on it.
func readPipe(l *draw.List, v stage.View, at storyboard.Spot) {
	if p, ok := newPipe(l, &v, at); ok {
		p.lit(l, &v)
		p.words(l, &v, at, workAt(&v, p.Lengths))
		p.read(l, &v, at)
	}
}

// waiting is how many loose lengths are on their way, flight from how many kilometres
// ahead they come, and settling how many lie while the last that came turns to pipe.
const (
	waiting  = 4
	flight   = 4.6
	settling = 2.6
)

// coming is the loose lengths that slide along the trench, the flash where one locks,
// and the foam at the water's head.
func (p *pipe) coming(l *draw.List, v *stage.View, w work) {
	beat := v.Beat(beatPipe)
	if beat >= 1 {
		return
	}
	first := math.Floor(w.front)
	gone := 1 - anim.Span(beat, laidBy, 1, anim.SineInOut)
	for j := waiting; float64(j) > w.front-first-settling; j-- {
		k, away := first+float64(j), float64(j)-(w.front-first)
		left := max(away, 0) / waiting
		if mid := k - 0.5 + v.Knob(&flyFrom)*math.Pow(left, 1.4); mid > 0 && mid < p.Lengths {
			p.Loose(l, v, draw.Nth("loose", int(k)%8+1), mid, gone*min(anim.Clamp(1.6*(1-left)), 1+min(away, 0)/settling))
		}
	}
	in := anim.Span(beat, 0, 0.04, anim.SineInOut) * (1 - anim.Span(beat, laidBy-0.03, laidBy+0.03, anim.SineInOut))
	at, _ := p.At(w.laid)
	sewer.Flare(l, draw.Name("lamp"), at, 6*p.Thick, v.Theme.MoltenLight.Fade(0.3*in))
	sewer.Flare(l, draw.Name("flash"), at, 1.7*p.Thick*v.Knob(&flashing), draw.Mix(v.Theme.MoltenLight, v.Theme.SilverLight, 0.6).Fade(in))
	head, _ := p.At(w.water)
	sewer.Flare(l, draw.Name("foam"), head, 1.1*p.Thick*v.Knob(&foaming), v.Theme.SilverLight.Fade(anim.Clamp(w.water)*(1-anim.Span(beat, 0.97, 1, anim.Linear))))
}
