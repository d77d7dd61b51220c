package drops

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Flow is what runs through a tube, a slot that is a line, drop behind drop, as far
// as it has come.
type Flow struct {
	Name   string // of its marks
	Bore   string // a slot as wide as the tube
	Glints []Glint
	Sizes  []float64                  // radii of the drops, in turn, in parts of the bore
	Share  func(v stage.View) float64 // how much of the tube it has come through, 0 to 1
	Run    func(v stage.View) float64 // gaps between drops that it has run on
	// Head draws the first drop, while it is on its way; nil: it is as the others.
	Head func(l *draw.List, v stage.View, at geom.Pt, bore float64)
}

// flowGap is from one drop to the next, in bores.
const flowGap = 1.06

// Part is the flow in a slot of a drawing, over a layer.
func (f *Flow) Part(layer, slot string) storyboard.Part {
	return storyboard.Part{Layer: layer, Slot: slot, Draw: f.draw}
}

func (f *Flow) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	share := min(f.Share(v), 1)
	t := newTube(l, at.Path)
	if share <= 0 || t.length <= 0 {
		return
	}
	bore := at.Slot(f.Bore).W
	if bore <= 0 {
		return
	}
	f.drops(l, t, bore, share, f.Run(v))
	if f.Head != nil && share < 1 {
		f.Head(l, v, t.at(t.length*share), bore)
	}
}

func (f *Flow) drops(l *draw.List, t tube, bore, share, run float64) {
	gap := bore * flowGap
	// As many as there can be: those before the tube and beyond what has come are not seen.
	first, n := math.Floor(-run), int(t.length/gap)+2
	sizes := f.Sizes
	Draw(l, draw.ParseID(f.Name), f.Glints, n, func(i int) Drop {
		k := first + float64(i)
		s := (k + run) * gap
		// A drop comes out of the collar, and into sight behind those that lead.
		ends := min(1, s/gap*2, (t.length*share-s)/gap*1.4)
		n := float64(len(sizes))
		size := sizes[int(math.Mod(math.Mod(k, n)+n, n))]
		return Drop{t.at(s), bore * size, max(0, ends)}
	})
}

// tube is the middle line of a tube, in straight pieces.
type tube struct {
	line   *geom.Path
	length float64
}

// newTube follows a slot's line; of a slot that is none it has no length.
func newTube(l *draw.List, p *geom.Path) tube {
	t := tube{line: l.NewPath()}
	if p == nil {
		return t
	}
	line := t.line
	p.Flatten(0.2, func(to geom.Pt, move bool) {
		if move {
			line.Move(to.X, to.Y)
		} else {
			line.Line(to.X, to.Y)
		}
	})
	for i := 1; i < len(line.Pts); i++ {
		t.length += line.Pts[i].Dist(line.Pts[i-1])
	}
	return t
}

// at is the point that lies s along the line, which has a length.
func (t tube) at(s float64) geom.Pt {
	pts := t.line.Pts
	for i := 1; i < len(pts); i++ {
		d := pts[i].Dist(pts[i-1])
		if s <= d && d > 0 {
			return pts[i-1].Lerp(pts[i], s/d)
		}
		s -= d
	}
	return pts[len(pts)-1]
}
