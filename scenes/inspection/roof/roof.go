package roof

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// Row is how many tiles lie side by side on a roof.
const Row = 10

// Roof is a slope that is tiled row by row from its ridge, a mark for each of what is
// counted.
type Roof struct {
	Rows                 int
	corner, across, down geom.Pt
}

// TileInk is what tiles are made of, what shades them and what lights them.
type TileInk struct{ Clay, Shade, Shine draw.Color }

// Of has room for so many tiles within a slot's outline: the left of the ridge, its
// right, and the two corners of the eave.
func Of(p *geom.Path, tiles float64) Roof {
	return Roof{max(1, int(math.Ceil(tiles/Row))), p.Pts[0], p.Pts[1].Sub(p.Pts[0]), p.Pts[3].Sub(p.Pts[0])}
}

// At is a point of it: so many tiles from the left, so many rows from the ridge.
func (r *Roof) At(col, row float64) geom.Pt {
	return r.corner.Add(r.across.Mul(col / Row)).Add(r.down.Mul(row / float64(r.Rows)))
}

// Middle is that of the n-th tile, as far as the next row leaves it to be seen.
func (r *Roof) Middle(n int) geom.Pt {
	return r.At(float64(n%Row)+0.5, float64(n/Row)+0.55)
}

// Deep is from one row to the next.
func (r *Roof) Deep() float64 { return math.Hypot(r.down.X, r.down.Y) / float64(r.Rows) }

// Tile appends the n-th tile, moved by so much.
func (r *Roof) Tile(to *geom.Path, n int, by geom.Pt) {
	const gap, over = 0.035, 0.16
	col, row := float64(n%Row), float64(n/Row)
	foot := min(row+1+over, float64(r.Rows)+0.2)
	a, b := r.At(col+gap, row).Add(by), r.At(col+1-gap, row).Add(by)
	c, d := r.At(col+1-gap, foot).Add(by), r.At(col+gap, foot).Add(by)
	sag := c.Lerp(d, 0.5).Add(r.down.Mul(0.34 / float64(r.Rows)))
	to.Move(a.X, a.Y).Line(b.X, b.Y).Line(c.X, c.Y).Quad(sag.X, sag.Y, d.X, d.Y).Close()
}

// Track is the line along which a finger takes tiles off, row by row: at the middle of
// a tile it is that tile's turn, and past the last one none is off.
func (r *Roof) Track(l *draw.List, tiles float64) *geom.Path {
	p := l.NewPath()
	for row := range r.Rows {
		y := float64(row) + 0.5
		a, b := r.At(0.5, y), r.At(0.5+min(Row, tiles-Row*float64(row)), y)
		p.Move(a.X, a.Y).Line(b.X, b.Y)
	}
	return p
}

// Light is how a tile in a row takes the light, moved by so much: from the row's head to
// its foot, square to it, so that tiles side by side have the same.
func (r *Roof) Light(row int, by geom.Pt, c draw.Color, ink TileInk) draw.Paint {
	square := geom.P(-r.across.Y, r.across.X).Unit()
	step := r.down.Mul(1.2 / float64(r.Rows))
	from := r.At(Row/2, float64(row)).Add(by)
	to := from.Add(square.Mul(square.X*step.X + square.Y*step.Y))
	return draw.LinearRamp(from, to, draw.Stop{At: 0, Color: draw.Mix(c, ink.Shade, 0.5)}, draw.Stop{At: 0.5, Color: c}, draw.Stop{At: 1, Color: draw.Mix(c, ink.Shine, 0.24)})
}

// clays are the shades of tiles, which mean nothing: how far from one to another.
var clays = [...]float64{0.42, 0.62, 0.3, 0.8}

// Tiles appends the first n tiles. No two roofs of a picture have the same number: it
// deals the shades.
func (r *Roof) Tiles(l *draw.List, id draw.ID, n, roof int, ink TileInk) {
	edges := l.NewPath()
	for row := range r.Rows {
		var inks [len(clays)]*geom.Path
		for i := row * Row; i < min(n, (row+1)*Row); i++ {
			k := int(storyboard.Chance(i+131*roof, 2) * (float64(len(clays)) - 0.01))
			if inks[k] == nil {
				inks[k] = l.NewPath()
			}
			r.Tile(inks[k], i, geom.Pt{})
			r.Tile(edges, i, geom.Pt{})
		}
		for k, path := range inks {
			if path != nil {
				c := draw.Mix(draw.Mix(ink.Clay, ink.Shade, 0.16), draw.Mix(ink.Clay, ink.Shine, 0.16), clays[k])
				l.Fill(id.SubN("tiles", row*len(clays)+k+1), path, r.Light(row, geom.Pt{}, c, ink), draw.Decor())
			}
		}
	}
	thin := geom.Pen{Width: 0.06 * r.Deep(), Join: geom.JoinRound}
	l.Stroke(id.Sub("edges"), edges, thin, draw.Ink(ink.Shade.Fade(0.9)), draw.Decor())
}

// Loose appends the n-th tile lifted by so much; as far as it lies loose, 0 to 1, it has
// turned and slid. It is the k-th of those that are.
func (r *Roof) Loose(l *draw.List, id draw.ID, n, k int, by geom.Pt, lies float64, ink TileInk) {
	path, deep := l.NewPath(), r.Deep()
	r.Tile(path, n, by)
	l.Push(geom.Rotate(0.42*lies, r.Middle(n)).Then(geom.Translate(0.45*deep*lies, 0.3*deep*lies)), 1)
	l.Fill(id.SubN("loose", k), path, r.Light(n/Row, by, draw.Mix(ink.Clay, ink.Shine, 0.1), ink), draw.Decor())
	l.Stroke(id.SubN("loose-edge", k), path, geom.Pen{Width: 0.08 * deep, Join: geom.JoinRound}, draw.Ink(ink.Shade), draw.Decor())
	l.Pop()
}

// Lit lays so much light from the left over the roof, and shade over its right.
func (r *Roof) Lit(l *draw.List, id draw.ID, strength float64) {
	n := float64(r.Rows)
	a, b, c, d := r.At(0, 0), r.At(Row, 0), r.At(Row, n), r.At(0, n)
	p := l.NewPath().Move(a.X, a.Y).Line(b.X, b.Y).Line(c.X, c.Y).Line(d.X, d.Y).Close()
	light, black := draw.RGB(0xFFE2B0), draw.RGB(0x2A1512)
	l.Fill(id.Sub("light"), p, draw.LinearRamp(a, geom.P(b.X, c.Y), draw.Stop{At: 0, Color: light.Fade(strength)}, draw.Stop{At: 0.45, Color: light.Fade(0)}, draw.Stop{At: 0.5, Color: black.Fade(0)}, draw.Stop{At: 1, Color: black.Fade(0.26)}), draw.Decor())
}
