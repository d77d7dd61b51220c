// Package shaderir holds shaders that were compiled when the player was built.
package shaderir

import (
	"fmt"
	"strings"
)

// Program is a shader as WebGL takes it.
type Program struct {
	UniformNames     []string
	Uniforms         []Type
	Reached          string // for each uniform, y where the shader reads it
	Vertex, Fragment string // GLSL ES 3.00
}

// FilterUniformVariables replaces uniform variables with 0 when they are not used.
// By minimizing uniform variables, more commands can be merged in the graphicscommand package.
func (p *Program) FilterUniformVariables(uniforms []uint32) {
	for i, typ := range p.Uniforms {
		n := typ.DwordCount()
		if p.Reached[i] != 'y' {
			clear(uniforms[:n])
		}
		uniforms = uniforms[n:]
	}
}

type Type struct {
	Main   BasicType
	Sub    []Type
	Length int
}

type BasicType int

const (
	None BasicType = iota
	Bool
	Int
	Float
	Vec2
	Vec3
	Vec4
	IVec2
	IVec3
	IVec4
	Mat2
	Mat3
	Mat4
	Texture
	Array
	Struct
)

const (
	dwords = "\x00\x01\x01\x01\x02\x03\x04\x02\x03\x04\x04\x09\x10\x00"
	names  = "none bool int float vec2 vec3 vec4 ivec2 ivec3 ivec4 mat2 mat3 mat4 texture"
)

// DwordCount is how many numbers a value takes. No uniform is a struct: the build
// refuses it.
func (t Type) DwordCount() int {
	if t.Main == Array {
		return t.Length * t.Sub[0].DwordCount()
	}
	return int(dwords[t.Main])
}

func (t Type) String() string {
	if t.Main == Array {
		return fmt.Sprintf("[%d]%s", t.Length, t.Sub[0].String())
	}
	return strings.Fields(names)[t.Main]
}
