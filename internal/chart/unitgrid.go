package chart

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// UnitGrid shows a count as that many dots, one for each thing, in rows, or in
// square blocks that can be counted. It suits counts up to some thousands; for
// crowds take a draw.Field. An inexact count ends in dots that fade, a target is
// drawn as rings.
type UnitGrid struct {
	Figure string
	Box    geom.Rect
	Block  int     // dots along the side of a block; 0: plain rows
	Pitch  float64 // the most from one dot to the next; 0: as far as the box allows
	Ink    draw.Color
	Off    draw.Color // of dots that have not come yet; 0: none are seen
	// Progress is how many of the dots have come, 0 to 1, in their order.
	Progress float64
}

const (
	blockGap   = 0.9  // between blocks, in pitches
	dotRadius  = 0.37 // in pitches
	ringHole   = 0.6  // of a target's dot, in radii
	softDots   = 0.08 // the share of an inexact count's dots that fade
	dotsComing = 0.03 // the share of the dots that are on their way at once
)

// gridPlan is how n dots stand: in blocks of side × side, cols blocks in a row.
type gridPlan struct {
	at          geom.Pt
	n           int
	side, lines int // dots in a row of a block, and rows of a block
	cols        int
	pitch, step float64 // between dots, and between the gaps of blocks
}

func planGrid(n, block int, box geom.Rect, most float64) gridPlan {
	p := gridPlan{at: box.Min(), n: n}
	if block > 0 {
		p.side, p.lines, p.step = block, block, blockGap
	} else {
		p.side, p.lines = 1, 1
	}
	blocks := (n + p.side*p.lines - 1) / (p.side * p.lines)
	for cols := 1; cols <= blocks; cols++ {
		rows := (blocks + cols - 1) / cols
		w := float64(cols*p.side) + float64(cols-1)*p.step
		h := float64(rows*p.lines) + float64(rows-1)*p.step
		if pitch := min(box.W/w, box.H/h); pitch > p.pitch {
			p.pitch, p.cols = pitch, cols
		}
	}
	if most > 0 {
		p.pitch = min(p.pitch, most)
		// Closer dots fill the width before they take another row.
		wide := float64(p.side) + p.step
		p.cols = max(p.cols, min(blocks, int((box.W/p.pitch+p.step)/wide+1e-9)))
	}
	return p
}

func (p gridPlan) dot(i int) geom.Pt {
	block, k := i/(p.side*p.lines), i%(p.side*p.lines)
	col, row := block%p.cols, block/p.cols
	x := float64(col)*(float64(p.side)+p.step) + float64(k%p.side) + 0.5
	y := float64(row)*(float64(p.lines)+p.step) + float64(k/p.side) + 0.5
	return geom.P(p.at.X+x*p.pitch, p.at.Y+y*p.pitch)
}

func (p gridPlan) bounds() geom.Rect {
	if p.n == 0 {
		return geom.Rect{}
	}
	per := p.side * p.lines
	blocks := (p.n + per - 1) / per
	cols, rows := min(p.cols, blocks), (blocks+p.cols-1)/p.cols
	w := float64(cols*p.side) + float64(cols-1)*p.step
	h := float64(rows*p.lines) + float64(rows-1)*p.step
	return geom.R(p.at.X, p.at.Y, w*p.pitch, h*p.pitch)
}

// Draw appends the dots as one mark, id.Sub("dots"), in a group that names the
// figure. It returns the grid's extent.
func (g UnitGrid) Draw(l *draw.List, v *stage.View, id draw.ID, sem draw.Sem) geom.Rect {
	f, ok := v.Story.Figure(g.Figure)
	if !ok || f.Kind != story.Count {
		return refuse(l, v, id, g.Box, "["+g.Figure+" is no count]")
	}
	p := planGrid(f.Count(), g.Block, g.Box, g.Pitch)
	ink := g.Ink
	if ink == 0 {
		ink = v.Theme.Accent
	}
	if sem.Role == draw.RoleNone {
		sem.Role = draw.RolePicture
	}
	if sem.Figure == "" {
		sem.Figure = f.ID
	}
	if sem.Label == "" {
		sem.Label, sem.Detail, sem.Digits = f.Text, f.Label, draw.DigitsFigure
	}
	off := g.Off
	if off == 0 {
		off = ink.Fade(0)
	}
	soft := 0.0
	if f.Precision != story.Exact {
		soft = max(float64(p.n)*softDots, 1)
	}
	front := max(float64(p.n)*dotsComing, 1)
	come := anim.Clamp(g.Progress) * (float64(p.n) + front)
	r := p.pitch * dotRadius
	l.Open(id, sem)
	l.Dots(id.Sub("dots"), p.n, func(i int) draw.Dot {
		lit := anim.Clamp((come - float64(i)) / front)
		c := draw.Mix(off, ink, lit)
		if left := float64(p.n - i); left <= soft {
			c = c.Fade(0.25 + 0.75*(left-1)/soft)
		}
		return draw.Dot{At: p.dot(i), R: r, Color: c}
	}, draw.Decor())
	if f.Target {
		hole := v.Theme.Ground
		l.Dots(id.Sub("holes"), p.n, func(i int) draw.Dot {
			return draw.Dot{At: p.dot(i), R: r * ringHole, Color: hole.Fade(anim.Clamp(3 * (come - float64(i)) / front))}
		}, draw.Decor())
	}
	l.Close()
	return p.bounds()
}
