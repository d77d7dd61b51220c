//go:build js

// Command bare is the smallest player: it draws one triangle through a Kage
// shader, and only when a frame is scheduled.
package main

import (
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/build/slim/testdata/bare/kage"
)

type game struct {
	shader *ebiten.Shader
	draws  int
}

func (g *game) Update() error { return nil }

func (g *game) Draw(screen *ebiten.Image) {
	vertices := []ebiten.Vertex{
		{DstX: 0, DstY: 0, ColorR: 1, ColorA: 1},
		{DstX: 200, DstY: 0, ColorR: 1, ColorA: 1},
		{DstX: 0, DstY: 200, ColorR: 1, ColorA: 1},
	}
	screen.DrawTrianglesShader32(vertices, []uint32{0, 1, 2}, g.shader, nil)
	g.draws++
	js.Global().Set("draws", g.draws)
}

func (g *game) Layout(w, h int) (int, int) { return w, h }

func main() {
	shader, err := ebiten.NewShader([]byte(kage.Fill))
	if err != nil {
		panic(err)
	}
	js.Global().Set("schedule", js.FuncOf(func(js.Value, []js.Value) any {
		ebiten.ScheduleFrame()
		return nil
	}))
	ebiten.SetTPS(ebiten.SyncWithFPS)
	//lint:ignore SA1019 it draws nothing while nothing is scheduled
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	if err := ebiten.RunGameWithOptions(&game{shader: shader}, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		panic(err)
	}
}
