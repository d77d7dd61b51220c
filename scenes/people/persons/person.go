package persons

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Person is one of many who stand in a drawing: where the feet are, how tall the figure
// is there, and a number by which it is told from the others. What people wear, and how
// they stand, follows from the number and means nothing.
type Person struct {
	At   geom.Pt
	Tall float64
	N    int
}

// part is what of a figure has one colour. Parts are laid in this order.
type part uint8

const (
	legs  part = iota
	coats      // the first of them
	shade = coats + part(len(dayCoats))
	white = shade + 1
	bags  = shade + 2
	skin  = shade + 3
	hair  = shade + 4 // the darker of two
	face  = shade + 6
	rim   = shade + 7 // what the sun edges
	parts = shade + 8
)

// What clothes are made of: the colour means nothing. By night they are a step lighter
// than what stands behind them.
var (
	dayCoats   = [...]string{"steel-20", "steel-28", "steel-36", "steel-44", "steel-12", "water-16", "iron-52", "steel-60", "steel-74", "stone-84"}
	nightCoats = [...]string{"steel-34", "steel-42", "steel-50", "steel-58", "steel-26", "water-34", "iron-76", "steel-70", "steel-84", "wall-30"}
)

// shares is who wears what: some coats are worn more often than others.
var shares = [...]int{0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 7, 8, 9}

// clothes are the colours of the parts in a theme.
func clothes(th *stage.Theme) (all [parts]draw.Color) {
	named := func(name string) draw.Color {
		c, _ := th.Color(name)
		return c
	}
	worn, edge := dayCoats[:], "light-24"
	if th.Dark() {
		worn, edge = nightCoats[:], "lamp-30"
	}
	for i, name := range worn {
		all[coats+part(i)] = named(name)
	}
	all[legs], all[shade], all[white], all[bags] = named("iron-44"), named("steel-0").Fade(0.42), named("wall-84"), named("timber-34")
	all[skin], all[hair], all[hair+1], all[face], all[rim] = named("skin-44"), named("timber-0"), named("timber-18"), named("skin-64"), named(edge)
	return all
}

// outline adds a figure to the paths of its parts. The low sun is on its right.
func (s Person) outline(to *[parts]geom.Path) {
	chance := func(k int) float64 { return storyboard.Chance(7*s.N+k/4, k%4) }
	h := s.Tall * (0.95 + 0.1*chance(0))
	lean, broad := 0.024*(chance(1)-0.5), 0.94+0.14*chance(2)
	at := func(x, y float64) geom.Pt { return geom.P(s.At.X+(x*broad+lean*y)*h, s.At.Y-y*h) }
	coat := &to[coats+part(shares[int(chance(3)*float64(len(shares)-1)+0.5)])]
	pose := int(chance(4) * 5.99)
	skirt, hem := pose == 2, 0.43
	if pose == 0 || skirt {
		hem = 0.3
	}
	for _, side := range [...]float64{-1, 1} {
		limb(&to[legs], at, 0.03, geom.P(side*0.036, 0), geom.P(side*0.036, 0.2), geom.P(side*0.038, hem+0.05))
	}
	// The arms hang behind the coat, or are folded over it.
	if pose == 4 {
		limb(&to[shade], at, 0.027, geom.P(-0.12, 0.76), geom.P(-0.11, 0.6), geom.P(0.04, 0.62))
	}
	limb(coat, at, 0.028, geom.P(-0.118, 0.78), geom.P(-0.148, 0.6), geom.P(-0.138, 0.45))
	limb(coat, at, 0.028, geom.P(0.118, 0.78), geom.P(0.15, 0.6), geom.P(0.136, 0.45))
	if skirt {
		trunk(coat, at, [...]geom.Pt{{X: -0.105, Y: 0.8}, {X: -0.115, Y: 0.62}, {X: -0.085, Y: 0.58}, {X: -0.12, Y: 0.42}, {X: -0.135, Y: 0.27}, {X: 0, Y: 0.245}})
	} else {
		trunk(coat, at, [...]geom.Pt{{X: -0.125, Y: 0.79}, {X: -0.12, Y: 0.7}, {X: -0.115, Y: 0.6}, {X: -0.11, Y: 0.5}, {X: -0.105, Y: hem}, {X: 0, Y: hem - 0.02}})
	}
	// The half that the sun does not see.
	a, b, c, d := at(-0.125, 0.79), at(-0.12, 0.6), at(-0.107, hem), at(-0.012, hem-0.015)
	e, f := at(-0.02, 0.845), at(-0.08, 0.84)
	to[shade].Move(a.X, a.Y).Quad(b.X, b.Y, c.X, c.Y).Line(d.X, d.Y).Line(e.X, e.Y).Quad(f.X, f.Y, a.X, a.Y).Close()
	limb(&to[shade], at, 0.02, geom.P(-0.12, 0.77), geom.P(-0.15, 0.6), geom.P(-0.14, 0.46))
	switch pose {
	case 0, 1:
		p, q, r := at(-0.035, 0.848), at(0, 0.69), at(0.035, 0.848)
		to[white].Move(p.X, p.Y).Line(q.X, q.Y).Line(r.X, r.Y).Close()
	case 3:
		p := at(0.105, 0.47)
		to[bags].RoundRect(geom.R(p.X, p.Y, h*0.1, h*0.12), h*0.012)
	case 5:
		p := at(-0.19, 0.58)
		to[white].Rect(geom.R(p.X, p.Y, h*0.085, h*0.115))
	}
	s.head(to, at(0, 0.925), h*0.062, skirt, chance(5))
	limb(&to[rim], at, 0.009, geom.P(0.127, 0.79), geom.P(0.16, 0.6), geom.P(0.148, 0.46))
	limb(&to[rim], at, 0.007, geom.P(0.062, 0.02), geom.P(0.064, 0.2), geom.P(0.066, hem-0.02))
}

// head adds a head of the radius r: most look this way, a few are seen from behind.
func (s Person) head(to *[parts]geom.Path, at geom.Pt, r float64, long bool, chance float64) {
	own := &to[hair+part(s.N&1)]
	own.Circle(at, r*1.12)
	if long {
		own.Ellipse(geom.P(at.X, at.Y+r*0.7), r*1.2, r*1.3)
	}
	to[skin].Rect(geom.R(at.X-r*0.32, at.Y+r*0.6, r*0.64, r*0.9))
	if chance > 0.3 {
		to[face].Ellipse(geom.P(at.X+r*0.08, at.Y+r*0.24), r*0.82, r*0.9)
	}
	to[rim].Ellipse(geom.P(at.X+r*0.98, at.Y-r*0.25), r*0.16, r*0.72)
}

// limb adds a strip through three points, twice as wide as half.
func limb(to *geom.Path, at func(x, y float64) geom.Pt, half float64, a, b, c geom.Pt) {
	p, q, r := at(a.X-half, a.Y), at(b.X-half, b.Y), at(c.X-half, c.Y)
	u, v, w := at(c.X+half, c.Y), at(b.X+half, b.Y), at(a.X+half, a.Y)
	to.Move(p.X, p.Y).Line(q.X, q.Y).Line(r.X, r.Y).Line(u.X, u.Y).Line(v.X, v.Y).Line(w.X, w.Y).Close()
}

// trunk adds a coat that is the same on both sides: the points of its left one, from
// the shoulder to the middle of its hem, every second of them a handle.
func trunk(to *geom.Path, at func(x, y float64) geom.Pt, left [6]geom.Pt) {
	p := func(i int, side float64) geom.Pt { return at(side*left[i].X, left[i].Y) }
	a := p(0, 1)
	to.Move(a.X, a.Y)
	quad := func(by, end geom.Pt) { to.Quad(by.X, by.Y, end.X, end.Y) }
	quad(p(1, 1), p(2, 1))
	quad(p(3, 1), p(4, 1))
	quad(p(5, 1), p(4, -1))
	quad(p(3, -1), p(2, -1))
	quad(p(1, -1), p(0, -1))
	quad(at(-0.06, 0.85), at(0, 0.85))
	quad(at(0.06, 0.85), p(0, 1))
	to.Close()
}
