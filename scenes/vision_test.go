package scenes_test

import (
	"image"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/story"
	"lianhua/internal/vision"
)

// What stands apart for readers who see all colours stands apart for those who
// see fewer: of the edges in a settled picture hardly any is lost, and nowhere so
// many at once that a thing of its own could vanish.
func TestNothingVanishesForReadersWhoSeeFewerColors(t *testing.T) {
	const mostShare, mostAtOnce = 0.015, 80
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		r := raster.New(s.Fonts)
		var l draw.List
		for k, size := range preview.Sizes()[:2] {
			pixels := 2.0 - float64(k) // a phone's are finer than a laptop's
			for _, theme := range s.Themes {
				for b := range s.Deck.Slots[scene].Time.Beats {
					m := s.Settled(scene, b, story.ZH, theme, size.Area)
					s.Draw(&l, m)
					picture := r.Render(&l, pixels)
					for _, kind := range vision.Kinds()[1:] {
						e := lostEdges(picture, kind.Image(picture))
						if share := float64(e.lost) / float64(e.all); share > mostShare {
							t.Errorf("%s, %v: %.1f %% of the edges are lost, most around %v", describe(s, m, size.Name), kind, 100*share, e.worst)
						}
						if e.most > mostAtOnce {
							t.Errorf("%s, %v: %d edge pixels are lost at %v", describe(s, m, size.Name), kind, e.most, e.worst)
						}
					}
				}
			}
		}
	})
}

// edges counts pairs of pixels that are apart in one picture and not in another.
type edges struct {
	all, lost int
	worst     image.Point // the tile that lost most, and how many
	most      int
}

const (
	edgeReach = 2  // pixels between the two of a pair: beyond the soft rim of a shape
	edgeApart = 20 // CIE 1976 difference of a pair that is an edge
	edgeLost  = 8  // below which it is none any more
	edgeTile  = 24 // pixels
)

func lostEdges(before, after *image.RGBA) edges {
	var e edges
	known := map[uint32]vision.Lab{}
	lab := func(img *image.RGBA, x, y int) vision.Lab {
		p := img.Pix[img.PixOffset(x, y):]
		c := uint32(p[0])<<24 | uint32(p[1])<<16 | uint32(p[2])<<8 | 0xff
		v, ok := known[c]
		if !ok {
			v = vision.LabOf(c)
			known[c] = v
		}
		return v
	}
	lost := map[image.Point]int{}
	w, h := before.Rect.Dx(), before.Rect.Dy()
	for y := range h - edgeReach {
		for x := range w - edgeReach {
			here := lab(before, x, y)
			for _, o := range [...]image.Point{{edgeReach, 0}, {0, edgeReach}} {
				if here.Distance(lab(before, x+o.X, y+o.Y)) < edgeApart {
					continue
				}
				e.all++
				if lab(after, x, y).Distance(lab(after, x+o.X, y+o.Y)) < edgeLost {
					e.lost++
					tile := image.Pt(x/edgeTile, y/edgeTile)
					if lost[tile]++; lost[tile] > e.most {
						e.most, e.worst = lost[tile], tile.Mul(edgeTile)
					}
				}
			}
		}
	}
	return e
}
