// Package kage holds the shader of the smallest player.
package kage

// Fill paints with the colour.
const Fill = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4) vec4 {
	return color
}
`
