package cultivation

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// A heap is a crowd of seeds whose lattice runs in bands: a band is block rows of a
// heap high, and so is the lattice across. So every seed has as much room as any
// other, the foot is longer than the top, and a hundred seeds are a block, into which
// the heap falls when it is picked.
type heap struct {
	rung  int
	bands []float64 // how many blocks lie in each, from the foot up
	steep float64   // blocks by which a lone band is longer at its foot than at its top
}

const (
	block   = 10 // seeds along each side of a block
	beyond  = 0.5
	jitter  = 0.16
	plump   = 0.44 // a seed's radius in parts of the room it has
	waviest = 4
)

var (
	mediumHeap = heap{rung: 2, bands: []float64{10}, steep: 1.6}
	microHeap  = heap{rung: 3, bands: []float64{22, 22, 21, 19, 16}, steep: 0}
)

// length is how long the heap is at the height of k bands, in blocks: its sides run
// straight through each band.
func (h *heap) length(k float64) float64 {
	last := len(h.bands) - 1
	i := int(k)
	edge := func(i int) float64 {
		switch {
		case last == 0:
			return h.bands[0] + h.steep*(0.5-float64(i))
		case i == 0:
			return 1.5*h.bands[0] - 0.5*h.bands[1]
		case i > last:
			return 1.5*h.bands[last] - 0.5*h.bands[last-1]
		}
		return (h.bands[i-1] + h.bands[i]) / 2
	}
	return anim.Lerp(edge(i), edge(min(i+1, last+1)), k-float64(i))
}

// shape is a heap as it lies on a shelf.
type shape struct {
	*heap
	rect  geom.Rect
	lean  float64 // 1: against the wall at the right; ½: about the middle
	order float64 // how far it has fallen into blocks
	cell  geom.Pt // the room of a seed, at the foot
}

func (h *heap) on(v *stage.View, r geom.Rect) shape {
	s := shape{heap: h, rect: r, lean: 1, order: tidy(v, h.rung)}
	if v.Layout().Form.Upright() {
		s.lean = 0.5
	}
	s.cell = geom.P(r.W/h.length(0)/block, r.H/float64(len(h.bands)*block))
	return s
}

// at is the point of the heap at the height of k bands, s of its length from the left.
func (h *shape) at(k, s float64) geom.Pt {
	long := h.length(k) / h.length(0) * h.rect.W
	x := h.rect.X + (h.rect.W-long)*h.lean + long*s
	high := h.rect.H * k / float64(len(h.bands))
	u := (x - h.rect.X) / h.rect.W
	swell := 1 + 0.045*math.Sin(waviest*math.Pi*u+0.6) + 0.02*math.Sin(11*math.Pi*u)
	return geom.P(x, h.rect.Bottom()-high*swell)
}

// draw draws one mark a seed: hollow rings with a gap, for they are only planned.
func (h *heap) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	r := &rungs[h.rung]
	n := min(count(&v, r.figure), mostSeeds[h.rung])
	s := h.on(&v, at.Rect)
	line, hollow := tone(&v)
	l.Open(draw.Name(r.name), draw.Sem{})
	l.Push(geom.Identity(), anim.Span(v.Beat(shelves), full*0.2, full, anim.SineInOut)*(1-s.order))
	id := draw.Name(r.name)
	body := s.outline(l)
	l.Fill(id.Sub("body"), body, draw.Ink(draw.Mix(hollow, v.Theme.GoldLight, 0.22).Fade(0.72)), draw.Decor())
	l.Pop()
	f := l.NewField()
	f.Count, f.Cols, f.Symbol = n, block, draw.BrokenRing
	f.Radius, f.Jitter = plump*min(s.cell.X, s.cell.Y), jitter*(1-s.order)
	f.Inks = [4]draw.Color{line, v.Theme.Gold, line, draw.Mix(line, v.Theme.GoldLight, 0.25)}
	s.mesh(f, &v)
	l.Field(id.Sub("seeds"), f, draw.Decor())
	l.Push(geom.Identity(), anim.Span(v.Beat(shelves), full*0.5, full, anim.SineInOut)*(1-s.order))
	a, b := at.Rect.Min(), at.Rect.Max()
	shade := v.Theme.GoldDark
	if v.Theme.Dark() {
		shade = v.Theme.Ground
	}
	l.Fill(id.Sub("shade"), body, draw.LinearRamp(a, b, draw.Stop{At: 0, Color: hollow.Fade(0.4)}, draw.Stop{At: 0.45, Color: hollow.Fade(0)}, draw.Stop{At: 1, Color: shade.Fade(0.24)}), draw.Decor())
	l.Pop()
	l.Close()
	touch(l, &v, r.name, at.Rect)
}

// outline is the heap's.
func (h *shape) outline(l *draw.List) *geom.Path {
	const parts = 12
	p := l.NewPath()
	foot, top := h.at(0, 0), float64(len(h.bands))
	p.Move(foot.X, foot.Y)
	for k := 1; k <= len(h.bands); k++ {
		q := h.at(float64(k), 0)
		p.Line(q.X, q.Y)
	}
	for i := 1; i <= parts; i++ {
		q := h.at(top, float64(i)/parts)
		p.Line(q.X, q.Y)
	}
	for k := len(h.bands) - 1; k >= 0; k-- {
		q := h.at(float64(k), 1)
		p.Line(q.X, q.Y)
	}
	return p.Close()
}

// mesh stretches the lattice over the heap. Its lines across run through the seeds'
// middles, every other row set off by half a seed.
func (h *shape) mesh(f *draw.Field, v *stage.View) {
	m := &f.Mesh
	m.U = append(m.U, -beyond)
	for c := 0; c < block; c++ {
		m.U = append(m.U, float64(c)+0.5)
	}
	m.U = append(m.U, block+beyond)
	along := 0.0
	for k, blocks := range h.bands {
		for b := 0.0; b < blocks; b++ {
			for _, end := range [...]float64{0, 1} {
				m.V = append(m.V, (along+end)*block)
				h.across(m, v, float64(k), (b+end)/blocks, along, end)
			}
			along++
		}
	}
}

// across adds the points of a line across a band, s of its length from the left, which
// is an end of the block of that number.
func (h *shape) across(m *draw.Mesh, v *stage.View, band, s, number, end float64) {
	high := float64(len(h.bands))
	for i, u := range m.U {
		k := band + anim.Clamp(u/block)
		p := h.at(k, s)
		p.Y -= (u - anim.Clamp(u/block)*block) * h.cell.Y
		p.X += h.cell.X * 0.25 * float64(i%2*2-1)
		if h.order > 0 {
			p = p.Lerp(h.ordered(number, end, u), h.order)
		}
		come := poured(v, 0.82*away(v, h.rect, p.X)+0.18*k/high)
		p.Y -= (1 - come) * h.rect.H * 0.3
		m.P = append(m.P, p)
		m.Level = append(m.Level, float32(come))
	}
}

// spread is how much of its room a block takes when they lie apart.
const spread = 0.93

// ordered is where the point u across a block lies when the heap has fallen into
// blocks, row upon row.
func (h *shape) ordered(number, end, u float64) geom.Pt {
	total := 0.0
	for _, b := range h.bands {
		total += b
	}
	cols := math.Ceil(total / float64(len(h.bands)))
	w, t := h.rect.W/cols, h.rect.H/float64(len(h.bands))
	c, r := math.Mod(number, cols), math.Floor(number/cols)
	return geom.P(h.rect.X+w*(c+(1-spread)/2+spread*end), h.rect.Bottom()-t*(r+(1-spread)/2+spread*u/block))
}
