package people

import (
	"math"

	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
	"lianhua/scenes/people/persons"
)

// ground is the square in one-point perspective, as the drawing's slots have it: the
// point in which what runs away from the eye vanishes, the one in which diagonals do,
// and the one above which the sun stands. Lengths on it are in heights of the eye.
type ground struct {
	horizon geom.Pt // the vanishing point
	depth   float64 // from it to the diagonals': the distance of the picture
	sun     float64 // how far the sun stands to the right, to one forward
	tall    float64 // a figure's height in parts of how far its feet lie below the horizon
	long    float64 // how long its shadow is, in figures
}

func groundOf(at storyboard.Spot) ground {
	g := ground{horizon: at.Slot("vanishing").Center()}
	g.depth = at.Slot("distance").Center().X - g.horizon.X
	g.sun = (at.Slot("sunward").Center().X - g.horizon.X) / g.depth
	who := at.Slot("person")
	g.tall = who.H / (who.Bottom() - g.horizon.Y)
	g.long = who.W / who.H
	return g
}

// at is a point of the ground in the picture: so far to the right, so far away.
func (g ground) at(p geom.Pt) geom.Pt {
	return geom.P(g.horizon.X+g.depth*p.X/p.Y, g.horizon.Y+g.depth/p.Y)
}

// under is the point of the ground that the picture has there.
func (g ground) under(p geom.Pt) geom.Pt {
	away := g.depth / (p.Y - g.horizon.Y)
	return geom.P((p.X-g.horizon.X)*away/g.depth, away)
}

// stand is somebody whose feet are at a point of the picture.
func (g ground) stand(at geom.Pt, i int) persons.Person {
	return persons.Person{At: at, Tall: (at.Y - g.horizon.Y) * g.tall, N: i}
}

// shadow adds that of a figure, which lies on the ground away from the sun: such a part
// of it as is asked for.
func (g ground) shadow(to *geom.Path, s persons.Person, part float64) {
	long := part * g.long
	feet := g.under(s.At)
	back := geom.P(-g.sun, -1).Unit()
	side := back.Perp()
	at := func(along, across float64) geom.Pt {
		p := feet.Add(back.Mul(along * long * g.tall)).Add(side.Mul(across * g.tall))
		p.Y = max(p.Y, 0.2)
		return g.at(p)
	}
	q := at(0, 0.07)
	to.Move(q.X, q.Y)
	for _, p := range [...]geom.Pt{{X: 0, Y: -0.07}, {X: 0.4, Y: -0.15}, {X: 0.8, Y: -0.13}, {X: 0.87, Y: -0.05}, {X: 0.93, Y: -0.08}, {X: 1, Y: 0}, {X: 0.93, Y: 0.08}, {X: 0.87, Y: 0.05}, {X: 0.8, Y: 0.13}, {X: 0.4, Y: 0.15}} {
		q = at(p.X, p.Y)
		to.Line(q.X, q.Y)
	}
	to.Close()
}

// columns is how many stand beside each other when the crowd stands in rows.
const columns = 40

// rows are n places in ranks and files, the farthest first: as wide in front as the
// slot, and as deep on the ground as it is high in the picture.
func (g ground) rows(in geom.Rect, n int) []persons.Person {
	near, far := g.under(geom.P(in.X, in.Bottom())), g.under(geom.P(in.X, in.Y))
	width := g.under(geom.P(in.Right(), in.Bottom())).X - near.X
	ranks := (n + columns - 1) / columns
	all := make([]persons.Person, 0, n)
	for i := n - 1; i >= 0; i-- {
		c, r := float64(i%columns), float64(i/columns)
		p := geom.P(near.X+width*(c+0.5)/columns, near.Y+(far.Y-near.Y)*r/math.Max(1, float64(ranks-1)))
		all = append(all, g.stand(g.at(p), i))
	}
	return all
}
