package gpu

import (
	"image"
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// sceneLimits are how far a scene's picture may lie from the CPU's. Crowds of
// marks smaller than a pixel or two sample their distance at other stretches of
// the mesh's edges, which moves single pixels and not the picture.
var sceneLimits = map[string]limit{
	"cleanup":    {0.8, 0.015},
	"households": {0.8, 0.015},
	// Drawings are thousands of strokes thinner than a pixel.
	"cover":    {0.35, 0.001},
	"hydrogen": {0.35, 0.001},
	"tasks":    {0.35, 0.001},
	"water":    {0.35, 0.001},
}

func TestEveryScenesPictureIsThatOfTheCPU(t *testing.T) {
	stage, err := preview.Open(assets.Story, fonts.Sans, fonts.Bold, fonts.Serif, scenes.All(), assets.Pack)
	if err != nil {
		t.Fatal(err)
	}
	cpu := raster.New(stage.Fonts)
	var l draw.List
	for i := range stage.Deck.Slots {
		slot := &stage.Deck.Slots[i]
		name := slot.Scene.Name()
		bound, ok := sceneLimits[name]
		if !ok {
			bound = limit{0.2, 0.001}
		}
		for _, screen := range []struct {
			size  preview.Size
			scale float64
		}{{preview.Sizes()[0], 2}, {preview.Sizes()[1], 1}} {
			for b, beat := range slot.Time.Beats {
				stage.Draw(&l, stage.Settled(i, b, story.Lang(b%2), stage.Themes[b%len(stage.Themes)], screen.size.Area))
				want := cpu.Render(&l, screen.scale)
				var got *image.RGBA
				withScene(t, want.Rect.Dx(), want.Rect.Dy(), func(s *scene) {
					for range 2 {
						s.Draw(s.dst, &l, screen.scale)
					}
					got = read(s.dst)
				})
				mean, off := compare(got, want)
				where := name + "-" + beat.Name + "-" + screen.size.Name
				t.Logf("%s: mean %.3f, off %.3f %%", where, mean, off*100)
				if mean > bound.mean || off > bound.off {
					t.Errorf("%s: mean difference %.3f levels, %.3f %% of pixels off by more than 24", where, mean, off*100)
				}
				keep(t, where+"-gpu", got)
				keep(t, where+"-cpu", want)
			}
		}
	}
}
