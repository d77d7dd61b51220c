package fire

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Channel is what runs between two banks: lines of as many points, each pair of them
// across it. Places along it are counted in these.
type Channel struct{ Left, Right *geom.Path }

// N is how many steps it has; below 1 where a bank is missing.
func (c Channel) N() int {
	if c.Left == nil || c.Right == nil {
		return 0
	}
	return min(len(c.Left.Pts), len(c.Right.Pts)) - 1
}

// bank is a point of one, so far along.
func bank(p *geom.Path, at float64) geom.Pt {
	i := max(0, min(int(at), len(p.Pts)-2))
	return p.Pts[i].Lerp(p.Pts[i+1], anim.Clamp(at-float64(i)))
}

// Middle is that of the channel, so far along.
func (c Channel) Middle(at float64) geom.Pt {
	at = max(0, min(at, float64(c.N())))
	return bank(c.Left, at).Lerp(bank(c.Right, at), 0.5)
}

// Wide is how far the banks of a step are from each other.
func (c Channel) Wide(step int) float64 { return c.Left.Pts[step].Dist(c.Right.Pts[step]) }

// Fill is the channel from one place to another.
func (c Channel) Fill(l *draw.List, id draw.ID, from, to float64, paint draw.Paint) {
	p := l.NewPath()
	start := bank(c.Left, from)
	p.Move(start.X, start.Y)
	for i := int(from) + 1; float64(i) < to; i++ {
		p.Line(c.Left.Pts[i].X, c.Left.Pts[i].Y)
	}
	a, b := bank(c.Left, to), bank(c.Right, to)
	p.Line(a.X, a.Y).Line(b.X, b.Y)
	for i := int(math.Ceil(to)) - 1; float64(i) > from; i-- {
		p.Line(c.Right.Pts[i].X, c.Right.Pts[i].Y)
	}
	end := bank(c.Right, from)
	l.Fill(id, p.Line(end.X, end.Y).Close(), paint, draw.Decor())
}
