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

// limitOf is how far a picture may lie from the CPU's. Crowds of marks smaller than a
// pixel or two sample their distance at other stretches of the mesh's edges, which
// moves single pixels and not the picture; drawings are thousands of strokes thinner
// than a pixel.
func limitOf(l *draw.List) limit {
	bound := limit{0.2, 0.001}
	for i := range l.Marks {
		switch l.Marks[i].Kind {
		case draw.KindField:
			return limit{1, 0.015}
		case draw.KindSheet:
			bound = limit{0.4, 0.001}
		}
	}
	return bound
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
				if bound := limitOf(&l); mean > bound.mean || off > bound.off {
					t.Errorf("%s: mean difference %.3f levels, %.3f %% of pixels off by more than 24", where, mean, off*100)
				}
				keep(t, where+"-gpu", got)
				keep(t, where+"-cpu", want)
			}
		}
	}
}
