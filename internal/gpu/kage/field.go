package kage

import (
	"math"
	"strconv"
	"strings"

	"lianhua/internal/draw"
)

// NoiseSide is the side of the image that fields take for their chance: draw's
// tile, which goes on from its beginning for as many cells as a pixel looks into.
const NoiseSide = draw.NoiseSide + Window - 1

// Window is how many cells a pixel looks into at most, across and down.
const Window = 2 * draw.MaxReach

// Field is the shader for a field of a symbol. It paints what of the field's marks
// lies under a pixel. The colour carries the place on the lattice and the level.
// How the lattice is stretched there, in pixels for a cell across and for a cell
// down, is the inverse of how that place changes from pixel to pixel: the same all
// over a triangle, so that its corners can be shared.
//
// A GPU in software runs both ways of every branch and keeps what a loop changes
// in memory: so there is one loop, nothing in it branches, and what lies in front
// is painted first, so that of each ink only a weight has to be kept.
func Field(symbol draw.Symbol) string {
	return `//kage:unit pixels
package main

var Size vec4 // half the last column, columns, half the last mark, radius in pixels
var Look vec4 // jitter, sway, phase, the greatest order that is shown
var Clip vec4 // left, top, right, bottom in pixels
var Reach vec2 // how far marks wander, in cells, and reach beyond that, in pixels
var Lift float // the mark that is drawn elsewhere
var Inks [4]vec4 // the first, and what each next has more than the one before

func Fragment(dst vec4, src vec2, color vec4) vec4 {
	uv := color.xy
	right, down := dfdx(uv), dfdy(uv)
	turned := right.x*down.y - right.y*down.x
	across, along := vec2(down.y, -right.y)/turned, vec2(-down.x, right.x)/turned
	reach := min(Reach.x+Reach.y*vec2(length(vec2(right.x, down.x)), length(vec2(right.y, down.y))), ` + number(draw.MaxReach-0.001) + `)
	home := ceil(uv - reach - 0.5)
	window := floor(uv+reach-0.5) - home + 1
	from := uv - home - 0.5 + 0.5*Look.x
	tile := mod(home, ` + strconv.Itoa(draw.NoiseSide) + `) + 0.5 + imageSrc0Origin()
	alphas := vec4(Inks[0].a, Inks[1].a, Inks[2].a, Inks[3].a)
	seen, through := vec4(0), 1.0
	at := window - 1
	for n := 0; n < ` + strconv.Itoa(Window*Window) + `; n++ {
		if float(n) >= window.x*window.y {
			break
		}
		cell := home + at
		chance := imageSrc0UnsafeAt(tile + at)
		t := Look.z + chance.a
		d := from - at - Look.x*chance.rg - Look.y*turn(t)
		mark := cell.y*Size.y + cell.x
		inside := step(abs(cell.x-Size.x), Size.x) * step(abs(mark-Size.z), Size.z)
		inside *= step(chance.a, Look.w) * min(abs(mark-Lift), 1)
		cover := clamp(0.5-beyond(across*d.x+along*d.y, t), 0, 1) * inside * color.z * through
		ink := vec4(1, step(vec3(0.249, 0.5, 0.751), vec3(chance.b)))
		seen += ink * cover
		through -= cover * dot(ink, alphas)
		at.x -= 1
		at += vec2(window.x, -1) * step(at.x, -0.5)
	}
	pixel := dst.xy - imageDstOrigin()
	clip := step(Clip.xy, pixel) * (1 - step(Clip.zw, pixel))
	return (seen.x*Inks[0] + seen.y*Inks[1] + seen.z*Inks[2] + seen.w*Inks[3]) * clip.x * clip.y
}

// turn is the cosine and the sine of a number of turns: two parabolas, refined
// once, are right within a thousandth.
func turn(t float) vec2 {
	x := fract(vec2(t+0.75, t+0.5)) - 0.5
	y := 8*x - 16*x*abs(x)
	return y + 0.225*(y*abs(y)-y)
}

// beyond is how far p lies outside of the symbol as it stands at t turns.
func beyond(p vec2, t float) float {
	return ` + poses(symbol) + `
}
`
}

// poses is draw.Symbol.Distance as an expression.
func poses(s draw.Symbol) string {
	if s.Poses() < 2 {
		return union(s.Pieces(0))
	}
	return "mix(" + union(s.Pieces(0)) + ", " + union(s.Pieces(1)) + ", step(0.5, fract(t)))"
}

func union(pieces []draw.Piece) string {
	var all []string
	for _, p := range pieces {
		one := joined("max", edges(p.Hull))
		if len(p.Hole) > 0 {
			one = "max(" + one + ", -(" + joined("max", edges(p.Hole)) + "))"
		}
		all = append(all, one)
	}
	return joined("min", all)
}

// joined nests a function of two values over all.
func joined(f string, all []string) string {
	if len(all) == 1 {
		return all[0]
	}
	return f + "(" + all[0] + ", " + joined(f, all[1:]) + ")"
}

func edges(list []draw.Edge) (all []string) {
	for _, e := range list {
		far := ""
		if e.Arc {
			far = "length(p)"
			if e.X != 0 || e.Y != 0 {
				far = "length(p - Size.w*vec2(" + number(e.X) + ", " + number(e.Y) + "))"
			}
		} else {
			far = strings.TrimPrefix(term(e.X, "p.x")+term(e.Y, "p.y"), " + ")
		}
		if e.D != 0 {
			far += term(-e.D, "Size.w")
		}
		all = append(all, far)
	}
	return all
}

// term is what is added, with its sign.
func term(k float64, v string) string {
	switch sign := " + "; {
	case k == 0:
		return ""
	case k < 0:
		sign = " - "
		fallthrough
	default:
		if a := math.Abs(k); a != 1 {
			return sign + number(a) + "*" + v
		}
		return sign + v
	}
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 32) }
