package hydrogen

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// tube is the middle line of a tube of glass, in straight pieces.
type tube struct {
	line   *geom.Path
	length float64
}

// newTube follows a slot's line; of a slot that is none it has no length.
func newTube(l *draw.List, p *geom.Path) tube {
	t := tube{line: l.NewPath()}
	if p == nil {
		return t
	}
	line := t.line
	p.Flatten(0.2, func(to geom.Pt, move bool) {
		if move {
			line.Move(to.X, to.Y)
		} else {
			line.Line(to.X, to.Y)
		}
	})
	for i := 1; i < len(line.Pts); i++ {
		t.length += line.Pts[i].Dist(line.Pts[i-1])
	}
	return t
}

// at is the point that lies s along the line, which has a length.
func (t tube) at(s float64) geom.Pt {
	pts := t.line.Pts
	for i := 1; i < len(pts); i++ {
		d := pts[i].Dist(pts[i-1])
		if s <= d && d > 0 {
			return pts[i-1].Lerp(pts[i], s/d)
		}
		s -= d
	}
	return pts[len(pts)-1]
}

// pearlSizes are the radii of a string's pearls, in turn, as parts of the first.
var pearlSizes = [...]float64{1, 0.82, 0.92, 0.7}

// pearls draws the string in a tube as far as the share of the whole that has come;
// moved is how many gaps it has run on, before how many the tube begins.
func pearls(l *draw.List, id draw.ID, t tube, bore, share, moved, before float64) {
	if share <= 0 || t.length <= 0 {
		return
	}
	gap := bore * 1.06
	shift := moved - before
	first := math.Ceil(-shift)
	n := int(t.length*share/gap-shift-first) + 1
	if end := t.length*share/gap - shift; end < first {
		return
	}
	globules(l, id, pearlGlints[:], n, func(i int) globule {
		k := first + float64(i)
		s := (k + shift) * gap
		// A pearl comes and goes under the collars.
		ends := min(1, s/gap*2, (t.length-s)/gap*2)
		size := pearlSizes[int(math.Mod(k, 4)+4)%4]
		return globule{t.at(s), bore * 0.35 * size, max(0, ends)}
	})
}

// lead is the bright first pearl, where the string has come to.
func lead(l *draw.List, id draw.ID, at geom.Pt, bore float64) {
	glow := draw.RGB(0xBFFFE8)
	l.Circle(id.Sub("glow"), at, bore*2.6, draw.RadialRamp(at, bore*2.6,
		draw.Stop{At: 0, Color: glow.Fade(0.9)}, draw.Stop{At: 0.4, Color: glow.Fade(0.36)}, draw.Stop{At: 1, Color: glow.Fade(0)}), draw.Decor())
	globules(l, id, pearlGlints[1:], 1, func(int) globule { return globule{at, bore * 0.52, 1} })
}
