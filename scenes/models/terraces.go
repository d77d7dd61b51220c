package models

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// terraces is a hill planted with a mark for each of what a figure counts, all with the
// same ground: a tread has as many rows across as all others, and along it rows lie
// close where it is wide. The drawing has the edges of the treads, the lowest first, the
// outer edge of each before its inner one, both from the left round.
type terraces struct {
	layer, figure, slot, mark string
	per                       int // marks side by side on a tread
	symbol                    draw.Symbol
	from, to                  float64 // the part of the beat in which it is planted
	inks                      func(th *stage.Theme) [4]draw.Color
}

// yardsFrom is the part of the beat from which yards follow the homes.
const yardsFrom = 0.74

var (
	homes = terraces{
		layer: "homes", figure: homesID, slot: "treads", mark: "home", per: 8, symbol: draw.Disc, from: 0.06, to: 0.76,
		inks: func(th *stage.Theme) [4]draw.Color {
			if th.Dark() { // every home is a lamp
				return [4]draw.Color{th.Gold, th.GoldDark, th.Gold, th.GoldLight}
			}
			return [4]draw.Color{th.GoldDark, th.Gold, draw.Mix(th.GoldDark, th.Gold, 0.5), draw.Mix(th.Gold, th.GoldLight, 0.45)}
		},
	}
	yards = terraces{
		layer: "yards", figure: yardsID, slot: "knoll-treads", mark: "one-yard", per: 4, symbol: draw.Square, from: yardsFrom, to: 0.94,
		inks: func(th *stage.Theme) [4]draw.Color {
			c := draw.Mix(th.Clay, th.Accent, 0.5)
			return [4]draw.Color{c, th.Accent, c, draw.Mix(c, th.Ink, 0.2)}
		},
	}
)

const (
	mostTreads = 16
	lag        = 0.35 // turns by which a tread begins after the one above
	front      = 0.05 // how long the front of what is planted is, in turns
	// What the page gives as a least number has no hard edge: the outermost fade so far.
	edgeOuter, edgeInner = 0.14, 0.9
)

func (t *terraces) part() storyboard.Part {
	return storyboard.Part{Layer: t.layer, Slot: t.slot, Draw: t.draw}
}

// count is how many marks there are.
func (t *terraces) count(v *stage.View) int {
	f, _ := v.Story.Figure(t.figure)
	return f.Count()
}

// contours are the edges of a hill's treads.
type contours struct {
	pts    []geom.Pt
	treads int
	along  int // points of an edge
	area   [mostTreads]float64
	all    float64
}

func contoursOf(p *geom.Path) (c contours) {
	if p == nil {
		return c
	}
	edges := 0
	for _, verb := range p.Verbs {
		if verb == geom.MoveTo {
			edges++
		}
	}
	c.treads = min(edges/2, mostTreads)
	if c.treads == 0 {
		return c
	}
	c.pts, c.along = p.Pts, len(p.Pts)/edges
	for k := range c.treads {
		for i := 1; i < c.along; i++ {
			c.area[k] += c.ground(k, i)
		}
		c.all += c.area[k]
	}
	return c
}

// edge is a point of a tread's outer (0) or inner (1) edge.
func (c *contours) edge(k, side, i int) geom.Pt { return c.pts[(2*k+side)*c.along+i] }

// ground is the area of a tread between the points before i and i.
func (c *contours) ground(k, i int) float64 {
	a, b, d, e := c.edge(k, 0, i-1), c.edge(k, 0, i), c.edge(k, 1, i), c.edge(k, 1, i-1)
	p, q := d.Sub(a), e.Sub(b)
	return max(p.X*q.Y-p.Y*q.X, p.Y*q.X-p.X*q.Y) / 2
}

// rows is how many of n rows are on the treads up to k, the highest first.
func (c *contours) rows(k, n int) float64 {
	sum := 0.0
	for j := c.treads - 1; j >= k; j-- {
		sum += c.area[j]
	}
	return float64(int(float64(n)*sum/c.all + 0.5))
}

// planted is how much of a tread is, in turns, when the hill has come to t.
func (c *contours) planted(k int, t float64) float64 {
	above := float64(c.treads - 1)
	return t*(1+front+lag*above) - lag*(above-float64(k))
}

func (t *terraces) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	c := contoursOf(at.Path)
	come := anim.Span(v.Beat(beatHomes), t.from, t.to, anim.SineInOut)
	n := t.count(&v)
	if c.treads == 0 || come <= 0 || n == 0 {
		return
	}
	id := draw.Name(t.layer)
	outline := l.NewPath()
	for i := range c.along {
		if p := c.edge(0, 0, i); i == 0 {
			outline.Move(p.X, p.Y)
		} else {
			outline.Line(p.X, p.Y)
		}
	}
	l.Fill(id.Sub("touch"), outline.Close(), draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Jitter = n, t.per, t.symbol, v.Knob(&offRows)
	f.Radius = at.Slot(t.mark).W / 2
	f.Inks = t.inks(v.Theme)
	show := max(v.Hovered(id), v.Pick(id))
	for i := range f.Inks {
		f.Inks[i] = draw.Mix(f.Inks[i], v.Theme.Ink, 0.3*show)
	}
	c.mesh(&f.Mesh, t.per, f.Rows(), come)
	storyboard.Crowd(l, id.Sub("marks"), f, at.Scale)
	if show > 0 {
		l.Stroke(id.Sub("ring"), outline, geom.Pen{Width: max(2.4/at.Scale, 1), Join: geom.JoinRound}, draw.Ink(v.Theme.Ink.Fade(0.8*show)), draw.Decor())
	}
	c.heads(l, &v, id, come)
}

// mesh lays a lattice of so many cells across over the treads, the highest first, its
// rows as close as the ground of a cell asks.
func (c *contours) mesh(m *draw.Mesh, per, rows int, come float64) {
	across := float64(per)
	m.U = append(m.U, -1, across+1)
	for k := c.treads - 1; k >= 0; k-- {
		from, to := c.rows(k+1, rows), c.rows(k, rows)
		planted, ground := c.planted(k, come), 0.0
		outer, inner := 1.0, 1.0
		if k == 0 {
			outer, inner = edgeOuter, edgeInner
		}
		for i := range c.along {
			if i > 0 {
				ground += c.ground(k, i)
			}
			m.V = append(m.V, anim.Lerp(from, to, min(1, ground/c.area[k])))
			a, b := c.edge(k, 0, i), c.edge(k, 1, i)
			m.P = append(m.P, a.Lerp(b, -1/across), a.Lerp(b, 1+1/across))
			turn := float64(i) / float64(c.along-1)
			here := anim.Span(planted-turn, 0, front, anim.SineInOut)
			m.Level = append(m.Level, float32(outer*here), float32(inner*here))
		}
	}
}

// heads are where treads are being planted: several circle at once.
func (c *contours) heads(l *draw.List, v *stage.View, id draw.ID, come float64) {
	if come >= 1 {
		return
	}
	light := v.Theme.MoltenLight
	if !v.Theme.Dark() {
		light = draw.Mix(light, v.Theme.Panel, 0.5)
	}
	for k := range c.treads {
		turn := c.planted(k, come)
		if turn <= 0 || turn >= 1 {
			continue
		}
		where := turn * float64(c.along-1)
		i := min(int(where), c.along-2)
		a := c.edge(k, 0, i).Lerp(c.edge(k, 0, i+1), where-float64(i))
		b := c.edge(k, 1, i).Lerp(c.edge(k, 1, i+1), where-float64(i))
		r := a.Dist(b)*0.7 + c.edge(0, 0, 0).Dist(c.edge(0, 0, c.along/2))*0.012
		r *= v.Knob(&headWide)
		mid := a.Lerp(b, 0.5)
		show := anim.SineInOut(min(1, turn*3.5, (1-turn)*3.5))
		l.Circle(id.SubN("head", k+1), mid, r, draw.RadialRamp(mid, r, draw.Stop{At: 0, Color: light.Fade(0.9 * show)}, draw.Stop{At: 0.5, Color: light.Fade(0.4 * show)}, draw.Stop{At: 1, Color: light.Fade(0)}), draw.Decor())
	}
}
