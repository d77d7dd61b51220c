package roof

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// fallenRows are in how many rows fallen tiles lie: those in front cover those behind.
const fallenRows = 9

// Fallen is where the tiles lie that are off a roof: on the ground before the house,
// none of them on its plate.
type Fallen struct {
	// Ground has a corner of the house, and from there what a length is along its front,
	// out from it, and upwards.
	Ground *geom.Path
	Plate  geom.Rect
}

// Draw appends the tiles from one number to another. One always lies in the same place,
// which its number and the roof's deal.
func (f *Fallen) Draw(l *draw.List, id draw.ID, from, to, roof int, ink TileInk) {
	if from >= to || f.Ground == nil || len(f.Ground.Pts) < 4 {
		return
	}
	o := f.Ground.Pts[0]
	along, out, up := f.Ground.Pts[1].Sub(o), f.Ground.Pts[2].Sub(o), f.Ground.Pts[3].Sub(o)
	k := along.Len()
	wide, tall := 0.17*k, 0.09*k
	light, dark := draw.Mix(ink.Clay, ink.Shine, 0.24), draw.Mix(ink.Clay, ink.Shade, 0.18)
	for row := range fallenRows {
		var shades, tiles *geom.Path
		for n := from; n < to; n++ {
			depth := storyboard.Chance(n, roof)
			if min(int(depth*fallenRows), fallenRows-1) != row {
				continue
			}
			x, y := -0.4+3.75*storyboard.Chance(n+57*roof+300, 1), 2.02+0.9*depth
			c := o.Add(along.Mul(x)).Add(out.Mul(y))
			if y < 2.2 && x > -0.3 && x < 3.3 {
				c = c.Add(up.Mul(0.16)) // on the board, else on the table
			}
			c = f.beside(c, 0.2*k, storyboard.Chance(n+57*roof+300, 3))
			if tiles == nil {
				shades, tiles = l.NewPath(), l.NewPath()
			}
			turn := 1.2 * (storyboard.Chance(n+57*roof, 2) - 0.5)
			lying(shades, c.Add(geom.P(0.04*k, 0.05*k)), turn, wide, tall)
			lying(tiles, c, turn, wide, tall)
		}
		if tiles == nil {
			continue
		}
		foot := tiles.Bounds()
		l.Fill(id.SubN("taken-shade", row+1), shades, draw.Ink(draw.RGB(0x3A2416).Fade(0.3)), draw.Decor())
		l.Fill(id.SubN("taken", row+1), tiles, draw.LinearRamp(foot.Min(), geom.P(foot.X, foot.Bottom()), draw.Stop{At: 0, Color: light}, draw.Stop{At: 1, Color: dark}), draw.Decor())
		l.Stroke(id.SubN("taken-edge", row+1), tiles, geom.Pen{Width: 0.013 * k, Join: geom.JoinRound}, draw.Ink(ink.Shade), draw.Decor())
	}
}

// beside moves a point off the plate, to the side that is nearer.
func (f *Fallen) beside(c geom.Pt, wide, chance float64) geom.Pt {
	if room := f.Plate.Inset(-wide); room.Has(c) {
		if c.X < f.Plate.Center().X {
			c.X = room.X - 2.4*wide*chance
		} else {
			c.X = room.Right() + 2.4*wide*chance
		}
	}
	return c
}

// lying appends a tile that lies on the ground, turned.
func lying(to *geom.Path, c geom.Pt, turn, wide, tall float64) {
	sin, cos := math.Sincos(turn)
	sin *= 0.6
	corner := func(u, w float64) geom.Pt {
		return geom.P(c.X+u*wide*cos-w*tall*sin*1.4, c.Y+u*wide*sin+w*tall)
	}
	a, b, d, e := corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)
	to.Move(a.X, a.Y).Line(b.X, b.Y).Line(d.X, d.Y).Line(e.X, e.Y).Close()
}
