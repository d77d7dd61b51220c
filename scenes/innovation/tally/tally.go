package tally

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Tally is a mark for each of what a figure counts. Its places lie along the lines of
// slots, one a pitch: as many as are counted are lit, spread over all of them, and the
// rest stay dark. Thousands of marks are a sheet, so that a frame only points to them.
type Tally struct {
	Name   string   // of its marks
	Figure string   // id
	Slots  []string // the lines, those behind first
	Pitch  string   // the slot that is as wide and tall as places lie apart
	Mark   string   // and that which is as large as a mark
	// Shape appends a mark of a size about the middle of its place.
	Shape func(p *geom.Path, at, size geom.Pt)
	// Inks are those of the marks, by turns that look like chance; those on the first
	// slot are seen through the air, at Far of their strength.
	Inks []draw.Color
	Far  float64
	Glow draw.Color // around what is lit, Wide wider on each side, in parts of a mark's width
	Wide float64
	Dark draw.Color

	made storyboard.Kept[storyboard.Counted, tallied]
}

// tallied is a tally in one drawing.
type tallied struct {
	lit, dark *draw.Sheet
	one       geom.Pt
}

func (t *Tally) in(v *stage.View) tallied {
	count := 0
	if f, ok := v.Story.Figure(t.Figure); ok {
		count = f.Count()
	}
	m, _ := t.made.Of(storyboard.Counted{Art: v.Art, Count: count}, func() (tallied, bool) { return t.make(v.Art, count), true })
	return m
}

// Lit is the part that draws the lit marks over a layer.
func (t *Tally) Lit(layer string) storyboard.Part {
	id := draw.Name(t.Name)
	return storyboard.Part{Layer: layer, Draw: func(l *draw.List, v stage.View, _ storyboard.Spot) { l.Sheet(id, t.in(&v).lit) }}
}

// Unlit is the part that draws all places dark.
func (t *Tally) Unlit(layer string) storyboard.Part {
	id := draw.Name(t.Name).Sub("dark")
	return storyboard.Part{Layer: layer, Draw: func(l *draw.List, v stage.View, _ storyboard.Spot) { l.Sheet(id, t.in(&v).dark) }}
}

// One is the place of one that is lit, in the drawing's pixels.
func (t *Tally) One(v *stage.View) geom.Pt { return t.in(v).one }

// place is where a mark may be, and on which slot.
type place struct {
	at   geom.Pt
	slot int
}

// Room is how many places a drawing has.
func (t *Tally) Room(a *stage.Art) int { return len(t.places(a)) }

func (t *Tally) places(a *stage.Art) (all []place) {
	pitch := storyboard.Extent(a, t.Pitch)
	for k, name := range t.Slots {
		i, ok := a.Slot(name, "")
		if !ok || a.Slots[i].Path == nil {
			continue
		}
		for pts := a.Slots[i].Path.Pts; len(pts) > 1; pts = pts[2:] {
			way := pts[1].Sub(pts[0])
			more := int(math.Round(max(math.Abs(way.X)/pitch.X, math.Abs(way.Y)/pitch.Y)))
			for j := range more + 1 {
				all = append(all, place{pts[0].Lerp(pts[1], float64(j)/float64(max(more, 1))), k})
			}
		}
	}
	return all
}

func (t *Tally) make(a *stage.Art, count int) (m tallied) {
	all := t.places(a)
	lit := chosen(all, count)
	size := storyboard.Extent(a, t.Mark)
	grown := size.Add(geom.P(2*t.Wide*size.X, 2*t.Wide*size.X))
	m.dark = sheetOf(t.ink(all, t.Dark, size))
	marks := []draw.Mark{t.ink(lit, t.Glow, grown)}
	for slot := range t.Slots {
		near := 1.0
		if len(t.Slots) > 1 {
			near = t.Far + (1-t.Far)*float64(slot)/float64(len(t.Slots)-1)
		}
		for k, c := range t.Inks {
			var some []place
			for i, p := range lit {
				if p.slot == slot && int(storyboard.Chance(i, 1)*255)%len(t.Inks) == k {
					some = append(some, p)
				}
			}
			marks = append(marks, t.ink(some, c.Fade(near), size))
		}
	}
	m.lit = sheetOf(marks...)
	if len(lit) > 0 {
		m.one = lit[len(lit)*5/8].at
	}
	return m
}

// chosen is n of the places, spread over all of them: it goes through them by a stride
// of the golden section that comes to each once.
func chosen(all []place, n int) (some []place) {
	stride := int(float64(len(all)) * (math.Phi - 1))
	for stride > 1 && !coprime(stride, len(all)) {
		stride--
	}
	for i, p := range all {
		if i*stride%len(all) < n {
			some = append(some, p)
		}
	}
	return some
}

func coprime(a, b int) bool {
	for b != 0 {
		a, b = b, a%b
	}
	return a == 1
}

// ink is marks in one colour as one shape.
func (t *Tally) ink(all []place, c draw.Color, size geom.Pt) draw.Mark {
	p := &geom.Path{}
	for _, q := range all {
		t.Shape(p, q.at, size)
	}
	return draw.Mark{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Paint: draw.Ink(c), Path: p, Parent: -1, Pair: -1}
}

func sheetOf(marks ...draw.Mark) *draw.Sheet {
	s := &draw.Sheet{Marks: marks}
	s.Seal()
	return s
}
