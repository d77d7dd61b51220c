package draw

import (
	"math"

	"lianhua/internal/geom"
)

// Symbol is what a field draws for each of its marks. Backends take its bounds or
// its path from here, and know none by name.
type Symbol uint8

const (
	Disc       Symbol = iota
	Roof              // a gabled house, its width the diameter of the disc
	Ring              // hollow
	BrokenRing        // hollow, with a gap above and below
	Square
	HollowSquare
	Lozenge
	Seed   // a lens that stands upright
	Person // who stands, and in the second pose strides
	Coin   // lying, seen from a little above
	Slab   // a coin seen from its side
	Cash   // a coin with a square hole that tumbles: it faces, and in the second pose lies aslant
)

// The gabled house of the symbol Roof, in parts of the radius of the disc that
// it stands for, y down. The walls reach up under the roof, so that no seam
// shows between the two.
const (
	RoofWall  = 0.62 // half the width of the walls
	RoofFloor = 0.8  // the walls' lower end
	RoofEaves = -0.1 // the roof's lower end, as wide as the disc
	RoofTuck  = -0.3 // the walls' upper end, hidden by the roof
)

// hollowness is the radius of what is hollow in a ring or a frame.
const hollowness = 0.6

// gap is half the width of a broken ring's gaps.
const gap = 0.2

// written is every symbol with its name and its poses, one or two.
var written = [...]struct {
	name  string
	poses []form
}{
	Disc:         {"disc", []form{{{hull: circle(0, 0, 1)}}}},
	Ring:         {"ring", []form{{{hull: circle(0, 0, 1), hole: circle(0, 0, hollowness)}}}},
	BrokenRing:   {"brokenring", []form{{{half(gap), circle(0, 0, hollowness)}, {half(gap).mirrored(), circle(0, 0, hollowness)}}}},
	Square:       {"square", []form{{{hull: box(-0.8, -0.8, 0.8, 0.8)}}}},
	HollowSquare: {"hollowsquare", []form{{{box(-0.8, -0.8, 0.8, 0.8), box(-0.8*hollowness, -0.8*hollowness, 0.8*hollowness, 0.8*hollowness)}}}},
	Lozenge:      {"lozenge", []form{{{hull: outline{{x: 0, y: -1}, {x: 0.7, y: 0}, {x: 0, y: 1}, {x: -0.7, y: 0}}}}}},
	Roof: {"roof", []form{{
		{hull: box(-RoofWall, RoofTuck, RoofWall, RoofFloor)},
		{hull: outline{{x: 0, y: -1}, {x: 1, y: RoofEaves}, {x: -1, y: RoofEaves}}},
	}}},
	Seed: {"seed", []form{{{hull: outline{{0, -1, 0.6}, {0, 1, 0.6}}}}}},
	Person: {"person", []form{
		{head, coat, {hull: outline{{x: -0.17, y: 0.2}, {x: 0.17, y: 0.2}, {x: 0.14, y: 0.98}, {x: -0.14, y: 0.98}}}},
		{head, coat, stride, stride.mirrored()},
	}},
	Coin: {"coin", []form{{{hull: outline{{-0.97, -0.12, 0.31}, {0.97, -0.12, 0}, {0.97, 0.12, 0.31}, {-0.97, 0.12, 0}}}}}},
	Slab: {"slab", []form{{{hull: outline{{-1, -0.17, 0}, {1, -0.17, 0}, {1, 0.13, 0.08}, {-1, 0.13, 0}}}}}},
	Cash: {"cash", []form{
		{{hull: circle(0, 0, 1), hole: box(-0.24, -0.24, 0.24, 0.24)}},
		{{hull: outline{{-0.86, 0.31, 0.42}, {0.86, -0.31, 0.42}}}},
	}},
}

var (
	head   = piece{hull: circle(0, -0.73, 0.25)}
	coat   = piece{hull: outline{{-0.2, -0.5, 0.2}, {0.2, -0.5, 0}, {0.34, 0.32, 0}, {-0.34, 0.32, 0}}}
	stride = piece{hull: outline{{x: -0.02, y: 0.2}, {x: 0.24, y: 0.2}, {x: 0.4, y: 0.9}, {x: 0.2, y: 0.97}}}
)

func circle(x, y, r float64) outline { return outline{{x, y - r, 1}, {x, y + r, 1}} }

func box(x0, y0, x1, y1 float64) outline {
	return outline{{x: x0, y: y0}, {x: x1, y: y0}, {x: x1, y: y1}, {x: x0, y: y1}}
}

// half is what of the disc lies to the right of x.
func half(x float64) outline {
	k := math.Sqrt(1 - x*x)
	return outline{{x, -k, (1 - x) / k}, {x, k, 0}}
}

// mirrored is left for right.
func (o outline) mirrored() outline {
	n := len(o)
	m := make(outline, n)
	for i := range o {
		// The corners backwards, each with the bend of the side that ended in it.
		m[i] = side{-o[n-1-i].x, o[n-1-i].y, o[(2*n-2-i)%n].bend}
	}
	return m
}

func (p piece) mirrored() piece { return piece{p.hull.mirrored(), p.hole.mirrored()} }

// pieces are the bounds of every pose of every symbol.
var pieces = bounds()

func bounds() (all [len(written)][][]Piece) {
	for s, w := range written {
		for _, f := range w.poses {
			var of []Piece
			for _, p := range f {
				of = append(of, Piece{p.hull.edges(), p.hole.edges(), p.hollow()})
			}
			all[s] = append(all[s], of)
		}
	}
	return all
}

// Symbols is how many there are: they are numbered from 0.
func Symbols() int { return len(written) }

func (s Symbol) String() string { return written[s.known()].name }

// known is the symbol, or the disc where a number names none.
func (s Symbol) known() Symbol {
	if int(s) < len(written) {
		return s
	}
	return Disc
}

// Poses is in how many ways the symbol stands: 1 or 2.
func (s Symbol) Poses() int { return len(pieces[s.known()]) }

// Pieces are the bounds of a pose, in parts of the radius; the symbol is what lies
// in one of them. They are not to be changed.
func (s Symbol) Pieces(pose int) []Piece { return pieces[s.known()][pose] }

// Distance is how far p, relative to the symbol's middle, lies outside of a symbol
// of radius r, negative inside: of each piece the greatest distance from its
// bounds, and of these the least. Backends with pixels take ½ less the distance
// as the coverage, within 0 to 1.
func (s Symbol) Distance(pose int, p geom.Pt, r float64) float64 {
	near := math.Inf(1)
	for i := range pieces[s.known()][pose] {
		q := &pieces[s.known()][pose][i]
		d := distance(q.Hull, p, r)
		if len(q.Hole) > 0 {
			d = max(d, -distance(q.Hole, p, r))
		}
		near = min(near, d)
	}
	return near
}

// Path adds the symbol around c with the radius r as a path, to be filled by the
// nonzero rule.
func (s Symbol) Path(dst *geom.Path, pose int, c geom.Pt, r float64) {
	s = s.known()
	for i, p := range written[s].poses[pose] {
		p.hull.path(dst, c, r)
		for k, q := range pieces[s][pose][i].hollow {
			if at := geom.P(c.X+q.X*r, c.Y+q.Y*r); k == 0 {
				dst.Move(at.X, at.Y)
			} else {
				dst.Line(at.X, at.Y)
			}
		}
		if len(p.hole) > 0 {
			dst.Close()
		}
	}
}

// Extent is how far from its middle the symbol reaches, in parts of its radius,
// and Side how far to each side.
func (s Symbol) Extent() float64 { return extents[s.known()].far }
func (s Symbol) Side() float64   { return extents[s.known()].side }

// Fringe is how far, in pixels, its soft edge goes on from there: half a pixel,
// and as much as a whole one before a corner. Sharp corners have a tenth of a
// pixel's coverage even beyond that, which no backend draws.
func (s Symbol) Fringe() float64 { return extents[s.known()].fringe }

var extents = reaches()

func reaches() (all [len(written)]struct{ far, side, fringe float64 }) {
	for s, w := range written {
		e := &all[s]
		e.fringe = 0.5
		for _, f := range w.poses {
			for _, p := range f {
				for _, q := range p.hull.points() {
					e.far = max(e.far, math.Hypot(q.X, q.Y))
					e.side = max(e.side, math.Abs(q.X), math.Abs(q.Y))
				}
				if len(p.hull.edges()) > 1 {
					e.fringe = 1
				}
			}
		}
	}
	return all
}

// Round reports whether the symbol is a disc and nothing else, which backends
// may draw as such.
func (s Symbol) Round() bool {
	all := pieces[s.known()]
	return len(all) == 1 && len(all[0]) == 1 && len(all[0][0].Hole) == 0 && len(all[0][0].Hull) == 1 && all[0][0].Hull[0] == Edge{Arc: true, D: 1}
}
