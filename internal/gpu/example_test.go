package gpu

import (
	"fmt"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

func ExampleRenderer() {
	var l draw.List
	l.Reset(geom.R(0, 0, 4, 2), draw.RGB(0xffffff))
	l.Rect(draw.Name("bar"), geom.R(1, 0, 2, 2), 0, draw.Ink(draw.RGB(0)), draw.Decor())
	r, err := New(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	// frame runs it within a frame of the game, as Ebitengine calls Draw.
	frame(func() {
		dst := ebiten.NewImage(4, 2)
		r.Draw(dst, &l, 1)
		fmt.Println(read(dst).Pix[:16])
		fmt.Println(r.Stats().Calls, r.Draws())
		dst.Deallocate()
		r.Deallocate()
	})
	// Output:
	// [255 255 255 255 0 0 0 255 0 0 0 255 255 255 255 255]
	// 1 1
}
