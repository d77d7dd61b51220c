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
					pairs := edgesOf(picture)
					for _, kind := range vision.Kinds()[1:] {
						e := lostEdges(picture, pairs, kind)
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

// pair is two pixels that are apart, by their offsets in a picture.
type pair struct{ from, to int }

// labs are the colours of a picture in CIE L*a*b*, as a kind of eyes sees them.
type labs struct {
	picture *image.RGBA
	kind    vision.Kind
	// What was worked out last for colours that share a place: neighbours look alike.
	known [1 << 12]struct {
		color uint32
		lab   vision.Lab
	}
}

func (l *labs) color(offset int) uint32 {
	p := l.picture.Pix[offset : offset+3]
	return uint32(p[0])<<24 | uint32(p[1])<<16 | uint32(p[2])<<8 | 0xff
}

func (l *labs) at(c uint32) vision.Lab {
	k := &l.known[c>>8*2654435761>>20]
	if k.color != c {
		k.color, k.lab = c, vision.LabOf(l.kind.Color(c))
	}
	return k.lab
}

// edgesOf are the pairs that readers who see all colours see apart.
func edgesOf(picture *image.RGBA) (pairs []pair) {
	all := &labs{picture: picture, kind: vision.Full}
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	for y := range h - edgeReach {
		for x := range w - edgeReach {
			from := picture.PixOffset(x, y)
			here := all.color(from)
			for _, to := range [...]int{picture.PixOffset(x+edgeReach, y), picture.PixOffset(x, y+edgeReach)} {
				if there := all.color(to); there != here && all.at(here).Distance(all.at(there)) >= edgeApart {
					pairs = append(pairs, pair{from, to})
				}
			}
		}
	}
	return pairs
}

func lostEdges(picture *image.RGBA, pairs []pair, kind vision.Kind) edges {
	e := edges{all: len(pairs)}
	seen := &labs{picture: picture, kind: kind}
	lost := map[image.Point]int{}
	for _, p := range pairs {
		if seen.at(seen.color(p.from)).Distance(seen.at(seen.color(p.to))) >= edgeLost {
			continue
		}
		e.lost++
		tile := image.Pt(p.from%picture.Stride/4/edgeTile, p.from/picture.Stride/edgeTile)
		if lost[tile]++; lost[tile] > e.most {
			e.most, e.worst = lost[tile], tile.Mul(edgeTile)
		}
	}
	return e
}
