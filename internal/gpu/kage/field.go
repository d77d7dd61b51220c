package kage

import (
	"math"
	"strconv"

	"lianhua/internal/draw"
)

// Field is the shader for a field. It paints what of the field's marks lies
// under a pixel. A mark that reaches at most one cell from the middle of its own
// leaves four cells to look into: those whose middles surround the pixel; one
// that stays within its cell leaves one. The colour carries the place on the
// lattice and the level. How the lattice is stretched there, in pixels for a cell
// across and for a cell down, is the inverse of how that place changes from pixel
// to pixel: the same all over a triangle, so that its corners can be shared.
func Field(symbol draw.Symbol, alone bool) string {
	side, home := "2", "floor(uv - 0.5)"
	if alone {
		side, home = "1", "floor(uv)"
	}
	cover := "0.5 + Size.w - length(p)"
	if symbol == draw.Roof {
		cover = "roof(p)"
	}
	return `//kage:unit pixels
package main

var Size vec4 // columns, the last row, columns in the last row, radius in pixels
var Look vec4 // jitter, sway, phase, shown of 256
var Clip vec4 // left, top, right, bottom in pixels
var Lift vec2 // column and row of the mark that is drawn elsewhere
var Inks [4]vec4

func Fragment(dst vec4, src vec2, color vec4) vec4 {
	uv := color.xy
	// Before anything is discarded: neighbours must have their places too.
	right, down := dfdx(uv), dfdy(uv)
	at := dst.xy - imageDstOrigin()
	if at.x < Clip.x || at.y < Clip.y || at.x >= Clip.z || at.y >= Clip.w {
		discard()
	}
	turned := right.x*down.y - right.y*down.x
	across, along := vec2(down.y, -right.y)/turned, vec2(-down.x, right.x)/turned
	home := ` + home + `
	out := vec4(0)
	for j := 0; j < ` + side + `; j++ {
		for i := 0; i < ` + side + `; i++ {
			cell := home + vec2(float(i), float(j))
			inside := cell.x >= 0 && cell.y >= 0 && cell.x < Size.x && cell.y <= Size.y && (cell.y < Size.y || cell.x < Size.z)
			if inside && (cell.x != Lift.x || cell.y != Lift.y) {
				chance := imageSrc0UnsafeAt(mod(cell, 128) + 0.5 + imageSrc0Origin())
				place := cell + 0.5 + Look.x*(chance.rg-0.5)
				if Look.y != 0 {
					place += Look.y * turn(Look.z+chance.a)
				}
				d := uv - place
				p := across*d.x + along*d.y
				cover := ` + cover + `
				if cover > 0 && floor(chance.a*255+0.5)+0.5 < Look.w {
					k := floor(chance.b*255/64 + 0.001)
					ink := Inks[0]
					if k > 2.5 {
						ink = Inks[3]
					} else if k > 1.5 {
						ink = Inks[2]
					} else if k > 0.5 {
						ink = Inks[1]
					}
					ink *= min(cover, 1) * color.z
					out = ink + out*(1-ink.a)
				}
			}
		}
	}
	return out
}

// turn is the cosine and the sine of a number of turns: two parabolas, refined
// once, are right within a thousandth.
func turn(t float) vec2 {
	x := fract(vec2(t+0.75, t+0.5)) - 0.5
	y := 8*x - 16*x*abs(x)
	return y + 0.225*(y*abs(y)-y)
}
` + roofSource()
}

// roofSource is draw.RoofDistance in the shader's language, as coverage.
func roofSource() string {
	num := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	norm := math.Sqrt(draw.RoofPitch*draw.RoofPitch + 1)
	return `
func roof(p vec2) float {
	r := Size.w
	x := abs(p.x)
	walls := max(x - r*` + num(draw.RoofWall) + `, max(r*(` + num(draw.RoofTuck) + `) - p.y, p.y - r*` + num(draw.RoofFloor) + `))
	slope := (x*` + num(draw.RoofPitch) + ` - p.y - r) / ` + num(norm) + `
	return 0.5 - min(walls, max(slope, p.y - r*(` + num(draw.RoofEaves) + `)))
}
`
}
