package scenes_test

import (
	"image"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// longWindows are windows far from the shape of the designs: walls of two and three
// screens side by side, nearly square windows, and narrow columns.
func longWindows() []preview.Size {
	var all []preview.Size
	for _, s := range []struct {
		name string
		w, h float64
	}{
		{"two screens", 3840, 1080}, {"three screens", 5760, 1080},
		{"old screen", 1024, 768}, {"nearly square", 900, 880}, {"column", 360, 1000},
	} {
		all = append(all, preview.Size{Name: s.name, Area: geom.R(0, 0, s.w, s.h)})
	}
	return all
}

const (
	edgeScale = 1.0 / 8 // walls are looked at from afar
	edgeLevel = 6       // levels of a channel by which a neighbour stands off the page
)

// Part of a line that must be bare page for its end to be a cut. Lines of words run
// across more of a narrow window than any column of them fills of its height.
const (
	bareColumn = 0.4
	bareRow    = 0.85
)

// In no window does a drawing end before the window does: no sky, hill, floor or
// water is cut off in a straight line with the bare page beyond it. Below, grounds
// may end in a line: a shelf, a kerb, the far shore of the page.
func TestGroundsReachTheWindowsEdges(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		slot := &s.Deck.Slots[scene]
		r := raster.New(s.Fonts)
		var l draw.List
		for _, size := range longWindows() {
			for _, theme := range s.Themes[:2] {
				page := pageOf(theme)
				for b := range slot.Time.Beats {
					s.Draw(&l, s.Settled(scene, b, story.ZH, theme, size.Area))
					img := r.Render(&l, edgeScale)
					if x, bare := cut(img, page, true); bare >= bareColumn {
						t.Errorf("%s, %s, beat %d: the drawing ends at x %.0f: %.0f %% of that column are bare page", size.Name, theme.Name, b+1, float64(x)/edgeScale, 100*bare)
					}
					if y, bare := cut(img, page, false); bare >= bareRow {
						t.Errorf("%s, %s, beat %d: the drawing ends at y %.0f: %.0f %% of that row are bare page", size.Name, theme.Name, b+1, float64(y)/edgeScale, 100*bare)
					}
				}
			}
		}
	})
}

// pageOf is the colour of a theme's bare page as pixels have it.
func pageOf(theme *stage.Theme) [3]uint8 {
	l := draw.List{}
	l.Reset(geom.R(0, 0, 1, 1), theme.Ground)
	p := raster.New(nil).Render(&l, 1).Pix
	return [3]uint8{p[0], p[1], p[2]}
}

// cut is the column in the outer thirds of a picture, or the row in its upper third,
// that is most the bare page beside something that stands off it, and how much of it
// is. A neighbour is one of the next two lines, as edges lie between pixels.
func cut(img *image.RGBA, page [3]uint8, across bool) (at int, bare float64) {
	long, high := img.Rect.Dx(), img.Rect.Dy()
	step, down := 4, img.Stride
	last := long - 2
	if !across {
		long, high, step, down = high, long, down, step
		last = long / 3
	}
	off := func(i int) bool {
		for c, v := range page {
			if d := int(img.Pix[i+c]) - int(v); d > edgeLevel || d < -edgeLevel {
				return true
			}
		}
		return false
	}
	for x := 2; x < last; x++ {
		if 3*x > long && 3*x < 2*long {
			continue
		}
		for _, side := range []int{-1, 1} {
			n := 0
			for y := range high {
				i := x*step + y*down
				if [3]uint8(img.Pix[i:i+3]) == page && (off(i+side*step) || off(i+2*side*step)) {
					n++
				}
			}
			if part := float64(n) / float64(high); part > bare {
				at, bare = x, part
			}
		}
	}
	return at, bare
}
