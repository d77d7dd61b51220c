package kage

// A frame's quads are painted by one of five shaders, each with as few branches
// and samples as it can do with: a GPU in software runs every branch. The source
// position counts coverage pixels, four to a texel of the atlas, side by side.
const pickFunc = `//kage:unit pixels
package main

func pick(p vec2) float {
	q := floor(p.x * 0.25)
	t := imageSrc0UnsafeAt(vec2(q+0.5, p.y+0.5) + imageSrc0Origin())
	return dot(t, 1-min(abs(vec4(0, 1, 2, 3)-(p.x-4*q)), 1))
}
`

// Plain paints masks, pixel by pixel, with the colour.
const Plain = pickFunc + `
func Fragment(dst vec4, src vec2, color vec4) vec4 {
	return color * pick(floor(src-imageSrc0Origin()))
}
`

// rampFunc is the colour at custom's place: two coordinates, the ramp's row plus
// one (negative: radial, 0: no ramp).
const rampFunc = `
func paint(color vec4, custom vec4) vec4 {
	if custom.z == 0 {
		return color
	}
	t := custom.x
	if custom.z < 0 {
		t = length(custom.xy)
	}
	texel := vec2(floor(clamp(t, 0, 1)*255+0.5)+0.5, abs(custom.z)-0.5)
	return imageSrc1UnsafeAt(texel+imageSrc1Origin()) * color.a
}
`

// Rich paints masks and, where the last custom value is −r, discs of the
// radius r about the source position's origin.
const Rich = pickFunc + rampFunc + `
func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	at := src - imageSrc0Origin()
	cover := pick(floor(max(at, 0)))
	if custom.w < 0 {
		cover = clamp(0.5-custom.w-length(at), 0, 1)
	}
	return paint(color, custom) * cover
}
`

// Layered paints masks with the colour or, where custom has a row, with the pixel of
// a layer that custom's place falls on.
const Layered = pickFunc + `
func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	cover := pick(floor(src - imageSrc0Origin()))
	over := imageSrc1UnsafeAt(floor(custom.xy)+0.5+imageSrc1Origin()) * color.a
	if custom.z == 0 {
		over = color
	}
	return over * cover
}
`

// Carried paints masks with a layer that custom's place falls on, in between its
// pixels; beyond it there is nothing.
const Carried = pickFunc + `
func over(p vec2) vec4 {
	return imageSrc1At(p + 0.5 + imageSrc1Origin())
}

func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	p := custom.xy - 0.5
	i := floor(p)
	f := p - i
	top := mix(over(i), over(i+vec2(1, 0)), f.x)
	bottom := mix(over(i+vec2(0, 1)), over(i+vec2(1, 1)), f.x)
	return mix(top, bottom, f.y) * color.a * pick(floor(src-imageSrc0Origin()))
}
`

// Between paints masks in between their pixels.
const Between = pickFunc + rampFunc + `
func Fragment(dst vec4, src vec2, color vec4, custom vec4) vec4 {
	p := src - imageSrc0Origin() - 0.5
	i := floor(p)
	f := p - i
	top := mix(pick(i), pick(i+vec2(1, 0)), f.x)
	bottom := mix(pick(i+vec2(0, 1)), pick(i+vec2(1, 1)), f.x)
	return paint(color, custom) * mix(top, bottom, f.y)
}
`
