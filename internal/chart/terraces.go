package chart

import (
	"lianhua/internal/anim"
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Terraces is a hillside of N steps, from the far ridge to the valley floor,
// across the whole of Box. It is a setting and carries no amounts.
type Terraces struct {
	N    int
	Box  geom.Rect // the crests' middle heights run from its top down; the ground ends at its bottom
	Rise float64   // how far the far ridge rises above its middle, in device-independent pixels
	Turn float64   // shifts the shape of the ridge, in turns
}

// Crest is the height of the edge of step k, from 0, at x; step N is the bottom
// of the box. Steps never cross: each keeps at least half its depth.
func (t Terraces) Crest(k int, x float64) float64 {
	if k >= t.N {
		return t.Box.Bottom()
	}
	near := float64(k) / float64(t.N)
	u := (x - t.Box.X) / t.Box.W
	base := t.Box.Y + t.Box.H*near
	rise := t.Rise * (1 - 0.9*near)
	far := anim.Wave(2 * math.Pi * (0.92*(u-0.66) + 0.06*near + t.Turn))
	fold := anim.Wave(2 * math.Pi * (1.9*(u-0.2) - 0.14*near + t.Turn))
	return base - rise*(0.66*far+0.34*fold)
}

// terraceSteps is how many straight pieces stand for a crest before smoothing.
const terraceSteps = 40

// crest is the edge of a step, measured.
type crest [terraceSteps + 1]geom.Pt

func (t Terraces) crest(k int) (c crest) {
	for i := range c {
		x := t.Box.X + t.Box.W*float64(i)/terraceSteps
		c[i] = geom.P(x, t.Crest(k, x))
	}
	return c
}

// edge adds the line of a crest, moved down by drop, from the left end of the
// box to the right, smooth through the middles of its pieces.
func edge(p *geom.Path, c *crest, drop float64, join bool) {
	if join {
		p.Line(c[0].X, c[0].Y+drop)
	} else {
		p.Move(c[0].X, c[0].Y+drop)
	}
	for i := 1; i < terraceSteps; i++ {
		mid := c[i].Lerp(c[i+1], 0.5)
		if i == terraceSteps-1 {
			mid = c[i+1]
		}
		p.Quad(c[i].X, c[i].Y+drop, mid.X, mid.Y+drop)
	}
}

// ground adds the slope below a crest, down to the bottom of the box.
func (t Terraces) ground(p *geom.Path, c *crest) {
	edge(p, c, 0, false)
	p.Line(t.Box.Right(), t.Box.Bottom()).Line(t.Box.X, t.Box.Bottom()).Close()
}

// TerraceInk is what the slopes are painted with.
type TerraceInk struct {
	Far, Near draw.Color // the slopes, from the ridge to the valley
	Edge      draw.Color // the line along each crest
	Mist      draw.Color // what the valley's foot fades into
	MistDepth float64    // in device-independent pixels
}

// Draw appends the slopes from the farthest on, each laid over the one before.
func (t Terraces) Draw(l *draw.List, id draw.ID, ink TerraceInk) {
	for k := 0; k < t.N; k++ {
		near := float64(k) / float64(max(t.N-1, 1))
		c := draw.Mix(ink.Far, ink.Near, near)
		p := l.NewPath()
		line := t.crest(k)
		t.ground(p, &line)
		top := t.Box.Y + t.Box.H*float64(k)/float64(t.N)
		shade := draw.LinearRamp(geom.P(0, top-t.Rise), geom.P(0, top+t.Box.H*1.6/float64(t.N)),
			draw.Stop{At: 0, Color: draw.Mix(c, ink.Edge, 0.22)}, draw.Stop{At: 1, Color: c})
		l.Fill(id.SubN("slope", k+1), p, shade, draw.Decor())
		e := l.NewPath()
		edge(e, &line, 0, false)
		l.Stroke(id.SubN("edge", k+1), e, geom.Pen{Width: max(t.Box.H/420, 0.75)}, draw.Ink(ink.Edge.Fade(0.75)), draw.Decor())
	}
	if ink.MistDepth > 0 {
		b := t.Box.Bottom()
		mist := draw.LinearRamp(geom.P(0, b-ink.MistDepth), geom.P(0, b),
			draw.Stop{At: 0, Color: ink.Mist.Fade(0)}, draw.Stop{At: 0.55, Color: ink.Mist.Fade(0.55)}, draw.Stop{At: 1, Color: ink.Mist})
		l.Rect(id.Sub("mist"), geom.R(t.Box.X, b-ink.MistDepth, t.Box.W, ink.MistDepth+1), 0, mist, draw.Decor())
	}
}
