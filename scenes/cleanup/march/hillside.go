package march

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// Hillside is terraces from the far to the near one, and a front that goes along all of
// them to where it comes to rest.
type Hillside struct {
	// Edges are the terraces' upper ones, each evenly along x, and last the line where
	// the land ends.
	Edges []storyboard.Edge
	// Rest is where the front comes to rest, evenly from the far to the near end: of its
	// points only the x count.
	Rest storyboard.Edge
	// Unit is a length of the land, by which light and shade are measured.
	Unit float64
}

// HillsideOf reads n terraces from slots: edge.1 to edge.n+1, and the front's line.
func HillsideOf(at storyboard.Spot, edges []string, front string, unit float64) Hillside {
	h := Hillside{Rest: at.Edge(front), Unit: unit}
	for _, name := range edges {
		h.Edges = append(h.Edges, at.Edge(name))
	}
	return h
}

// N is how many terraces there are.
func (h *Hillside) N() int { return len(h.Edges) - 1 }

// Height is that of terrace k's edge at x, and of the land's end for the last k.
func (h *Hillside) Height(k int, x float64) float64 {
	e := h.Edges[min(k, h.N())]
	n := len(e) - 1
	t := (x - e[0].X) / (e[n].X - e[0].X) * float64(n)
	i := max(0, min(int(t), n-1))
	return anim.Lerp(e[i].Y, e[i+1].Y, t-float64(i))
}

// Depth is how far below its edge terrace k ends.
func (h *Hillside) Depth(k int, x float64) float64 { return h.Height(k+1, x) - h.Height(k, x) }

// On is the point at x and a share c of the terrace's depth.
func (h *Hillside) On(k int, x, c float64) geom.Pt {
	return geom.P(x, h.Height(k, x)+h.Depth(k, x)*c)
}

// Of is the terrace that a point stands on, and how far across it.
func (h *Hillside) Of(p geom.Pt) (k int, c float64) {
	for k < h.N()-1 && h.Height(k+1, p.X) < p.Y {
		k++
	}
	return k, (p.Y - h.Height(k, p.X)) / h.Depth(k, p.X)
}

// Front is where on terrace k, c across it, the front comes to rest.
func (h *Hillside) Front(k int, c float64) float64 {
	t := (float64(k) + c) / float64(h.N()) * float64(len(h.Rest)-1)
	i := max(0, min(int(t), len(h.Rest)-2))
	return anim.Lerp(h.Rest[i].X, h.Rest[i+1].X, t-float64(i))
}

// Farthest is how far the front comes at most.
func (h *Hillside) Farthest() (x float64) {
	for i, p := range h.Rest {
		if i == 0 || p.X > x {
			x = p.X
		}
	}
	return x
}

// Ahead shades what lies before a front that has so far to go, softly at its edge.
func (h *Hillside) Ahead(l *draw.List, name string, whole geom.Rect, away float64, c draw.Color) {
	u := h.Unit
	for k := range h.N() {
		x := h.Front(k, 0.5) - away
		from, to := max(x-60*u, whole.X), whole.Right()
		if from >= to {
			continue
		}
		n := int((to-from)/(18*u)) + 1
		p := l.NewPath().Move(from, h.Height(k, from))
		for i := 1; i <= n; i++ {
			at := anim.Lerp(from, to, float64(i)/float64(n))
			p.Line(at, h.Height(k, at))
		}
		if k == h.N()-1 {
			p.Line(to, whole.Bottom()).Line(from, whole.Bottom())
		} else {
			for i := n; i >= 0; i-- {
				at := anim.Lerp(from, to, float64(i)/float64(n))
				p.Line(at, h.Height(k+1, at))
			}
		}
		l.Fill(draw.Nth(name, k+1), p.Close(), draw.LinearRamp(geom.P(x-60*u, 0), geom.P(x+150*u, 0),
			draw.Stop{At: 0, Color: c.Fade(0)}, draw.Stop{At: 0.4, Color: c.Fade(0.42)}, draw.Stop{At: 1, Color: c}), draw.Decor())
	}
}

// Glow is the light that the front casts on the ground, wide and warm, and bright at its edge.
func (h *Hillside) Glow(l *draw.List, name string, away float64, warm, edge draw.Color) {
	id := draw.Name(name)
	for k := range h.N() {
		u, far := h.Unit, float64(k)
		at := h.On(k, h.Front(k, 0.5)-away, 0.5)
		Shine(l, id.SubN("warm", k+1), at.Sub(geom.P((60+6*far)*u, 0)), (190+26*far)*u, 0.36, warm)
		Shine(l, id.SubN("edge", k+1), at.Sub(geom.P(10*u, 0)), (70+9*far)*u, 0.5, edge)
	}
}

// Shine is soft light on the ground about a point, so far to its sides, and flat.
func Shine(l *draw.List, id draw.ID, c geom.Pt, r, flat float64, ink draw.Color) {
	l.Push(geom.Affine{A: 1, D: flat, E: c.X, F: c.Y}, 1)
	l.Circle(id, geom.Pt{}, r, draw.RadialRamp(geom.Pt{}, r, draw.Stop{At: 0, Color: ink}, draw.Stop{At: 0.22, Color: ink.Fade(0.62)}, draw.Stop{At: 0.45, Color: ink.Fade(0.26)},
		draw.Stop{At: 0.72, Color: ink.Fade(0.07)}, draw.Stop{At: 1, Color: ink.Fade(0)}), draw.Decor())
	l.Pop()
}
