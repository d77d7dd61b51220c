package chart

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Heap is a crowd that lies heaped on a floor: against the wall at its right, or about
// its middle. It fills a field's lattice, which runs in bands: a band is Side marks
// high, and so is the lattice across. So every mark has as much room as any other, the
// foot is longer than the top, and Side times Side of them are a block, into which the
// heap falls when it is put in order.
type Heap struct {
	Rect  geom.Rect
	Bands []float64 // how many blocks lie in each, from the foot up; more or fewer marks share them
	Steep float64   // blocks by which a lone band is longer at its foot than at its top
	Lean  float64   // 1: against the right side; ½: about the middle
	Order float64   // how far it has fallen into blocks, 0 to 1
	Pour  float64   // how far it has been poured, 0 to 1, from where it leans
}

// Side is how many marks a block of a heap has along each side.
const Side = 10

const (
	heapBeyond = 0.5  // of a cell, by which the mesh goes on below and above
	heapJitter = 0.16 // of a cell
	heapPlump  = 0.44 // a mark's radius in parts of the room it has
	heapBlock  = 0.93 // of its room that a block takes when they lie apart
	heapSink   = 0.16 // of its height by which the heap's top falls to its sides
	heapDrop   = 0.3  // of its height from which marks are poured
)

// PourPart is the part of a pouring that each mark takes, the nearest first.
const PourPart = 0.26

// Poured is how far what lies so far from where it is poured has come, 0 to 1, when
// the pouring has come to t.
func Poured(t, away float64) float64 {
	if t >= 1 {
		return 1
	}
	from := (1 - PourPart) * anim.Clamp(away)
	return anim.Span(t, from, from+PourPart, anim.CubicOut)
}

// Away is how far x lies from where the heap is poured, 0 to 1.
func (h *Heap) Away(x float64) float64 {
	return math.Abs(x-h.Rect.X-h.Rect.W*h.Lean) / (h.Rect.W * max(h.Lean, 1-h.Lean))
}

// edge is how long the heap is where the band i begins, in blocks.
func (h *Heap) edge(i int) float64 {
	last := len(h.Bands) - 1
	switch {
	case last == 0:
		return h.Bands[0] + h.Steep*(0.5-float64(i))
	case i == 0:
		return 1.5*h.Bands[0] - 0.5*h.Bands[1]
	case i > last:
		return 1.5*h.Bands[last] - 0.5*h.Bands[last-1]
	}
	return (h.Bands[i-1] + h.Bands[i]) / 2
}

// long is how much of its rectangle's width the heap takes at the height of k bands:
// its sides run straight through each.
func (h *Heap) long(k float64) float64 {
	i := min(int(k), len(h.Bands)-1)
	return anim.Lerp(h.edge(i), h.edge(i+1), k-float64(i)) / h.edge(0)
}

// cell is the room of a mark at the foot.
func (h *Heap) cell() geom.Pt {
	return geom.P(h.Rect.W/h.edge(0)/Side, h.Rect.H/float64(len(h.Bands)*Side))
}

// at is the point at the height of k bands, s of its length there from the left.
func (h *Heap) at(k, s, long float64) geom.Pt {
	w := h.Rect.W
	x := h.Rect.X + w*((1-long)*h.Lean+long*s)
	u := (x - h.Rect.X) / w
	part := k / float64(len(h.Bands))
	side := (s - h.Lean) / max(h.Lean, 1-h.Lean)
	swell := 1 + 0.03*math.Sin(2.4*math.Pi*u+0.6) + 0.012*math.Sin(9*math.Pi*u) - heapSink*side*side*side*side
	return geom.P(x, h.Rect.Bottom()-h.Rect.H*part*swell)
}

// Outline adds the heap's outline.
func (h *Heap) Outline(p *geom.Path) {
	const parts = 12
	bands := len(h.Bands)
	for k := 0; k <= bands; k++ {
		q := h.at(float64(k), 0, h.long(float64(k)))
		if k == 0 {
			p.Move(q.X, q.Y)
		} else {
			p.Line(q.X, q.Y)
		}
	}
	top := h.long(float64(bands))
	for i := 1; i <= parts; i++ {
		q := h.at(float64(bands), float64(i)/parts, top)
		p.Line(q.X, q.Y)
	}
	for k := bands - 1; k >= 0; k-- {
		q := h.at(float64(k), 1, h.long(float64(k)))
		p.Line(q.X, q.Y)
	}
	p.Close()
}

// Fill gives a field, whose marks are counted already, the heap's lattice and mesh. The mesh's
// lines across run through the marks' middles, every other row set off by half a mark.
func (h *Heap) Fill(f *draw.Field) {
	cell := h.cell()
	f.Cols, f.Radius, f.Jitter = Side, heapPlump*min(cell.X, cell.Y), heapJitter*(1-h.Order)
	m := &f.Mesh
	m.U = append(m.U, -heapBeyond)
	for c := 0; c < Side; c++ {
		m.U = append(m.U, float64(c)+0.5)
	}
	m.U = append(m.U, Side+heapBeyond)
	var long [Side + 2]float64
	row, share, total := 0, 0.0, 0.0
	for _, blocks := range h.Bands {
		total += blocks
	}
	rows := (f.Count + Side - 1) / Side
	blocks := float64((rows + Side - 1) / Side)
	for k, part := range h.Bands {
		for i, u := range m.U {
			long[i] = h.long(float64(k) + anim.Clamp(u/Side))
		}
		share += part
		first, end := row, int(math.Round(share/total*float64(rows)))
		for row < end {
			number := row / Side
			for _, v := range [...]int{row, min((number+1)*Side, end)} {
				row = v
				m.V = append(m.V, float64(v))
				for i, u := range m.U {
					p, come := h.point(float64(k), float64(v-first)/float64(end-first), u, long[i], float64(i%2*2-1)*0.25*cell.X)
					if h.Order > 0 {
						p = p.Lerp(h.ordered(float64(number), float64(v-number*Side)/Side, u, blocks), h.Order)
					}
					m.P, m.Level = append(m.P, p), append(m.Level, float32(come))
				}
			}
		}
	}
}

// point is where the mesh holds u cells of a band, and how far that has come.
func (h *Heap) point(band, s, u, long, off float64) (p geom.Pt, come float64) {
	within := anim.Clamp(u / Side)
	k := band + within
	p = h.at(k, s, long)
	p.X += off
	p.Y -= (u - within*Side) * h.Rect.H / float64(len(h.Bands)*Side)
	come = Poured(h.Pour, 0.82*h.Away(p.X)+0.18*k/float64(len(h.Bands)))
	p.Y -= (1 - come) * h.Rect.H * heapDrop
	return p, come
}

// ordered is where the point u cells up and end across a block lies when the heap has
// fallen into so many blocks, row upon row.
func (h *Heap) ordered(number, end, u, blocks float64) geom.Pt {
	rows := float64(len(h.Bands))
	cols := math.Ceil(blocks / rows)
	w, t := h.Rect.W/cols, h.Rect.H/rows
	c, r := math.Mod(number, cols), math.Floor(number/cols)
	return geom.P(h.Rect.X+w*(c+(1-heapBlock)/2+heapBlock*end), h.Rect.Bottom()-t*(r+(1-heapBlock)/2+heapBlock*u/Side))
}

// HeapInk is the colours of a heap: of its marks, each of which takes one by chance, of
// what lies behind them, and of the light and the shade over it.
type HeapInk struct {
	Marks               [4]draw.Color
	Ground, Lit, Shaded draw.Color
}

// Draw draws n marks heaped, and the body that they make.
func (h *Heap) Draw(l *draw.List, id draw.ID, n int, symbol draw.Symbol, ink HeapInk) {
	body := l.NewPath()
	h.Outline(body)
	l.Push(geom.Identity(), anim.Span(h.Pour, 0.3, 1, anim.SineInOut)*(1-h.Order))
	l.Fill(id.Sub("body"), body, draw.Ink(ink.Ground.Fade(0.72)), draw.Decor())
	l.Pop()
	f := l.NewField()
	f.Count, f.Symbol, f.Inks = n, symbol, ink.Marks
	h.Fill(f)
	l.Field(id.Sub("marks"), f, draw.Decor())
	l.Push(geom.Identity(), anim.Span(h.Pour, 0.6, 1, anim.SineInOut)*(1-h.Order))
	l.Fill(id.Sub("shade"), body, draw.LinearRamp(h.Rect.Min(), h.Rect.Max(),
		draw.Stop{At: 0, Color: ink.Lit.Fade(0.3)}, draw.Stop{At: 0.45, Color: ink.Lit.Fade(0)}, draw.Stop{At: 1, Color: ink.Shaded.Fade(0.24)}), draw.Decor())
	l.Pop()
}
