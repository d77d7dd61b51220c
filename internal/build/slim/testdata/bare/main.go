// Command bare is the smallest player: it draws one triangle through a Kage shader.
package main

import "github.com/hajimehoshi/ebiten/v2"

const fill = `//kage:unit pixels
package main

func Fragment(dst vec4, src vec2, color vec4) vec4 {
	return color
}
`

type game struct{ shader *ebiten.Shader }

func (g *game) Update() error { return nil }

func (g *game) Draw(screen *ebiten.Image) {
	vertices := []ebiten.Vertex{
		{DstX: 0, DstY: 0, ColorR: 1, ColorA: 1},
		{DstX: 100, DstY: 0, ColorR: 1, ColorA: 1},
		{DstX: 0, DstY: 100, ColorR: 1, ColorA: 1},
	}
	screen.DrawTrianglesShader32(vertices, []uint32{0, 1, 2}, g.shader, nil)
}

func (g *game) Layout(w, h int) (int, int) { return w, h }

func main() {
	shader, err := ebiten.NewShader([]byte(fill))
	if err != nil {
		panic(err)
	}
	if err := ebiten.RunGame(&game{shader}); err != nil {
		panic(err)
	}
}
