package innovation

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// group is one of the five figures of stars, a star for each that it counts, and what
// it is called elsewhere: its figure, layer, slots and words.
type group struct {
	figure, layer, stars, threads    string
	numberSlot, labelSlot, card      string
	label, short, numberOnly, detail string
}

// groups are those that serve the firms, from the left to the right. The page lumps
// the levels of some of them: none is told from another by colour.
var groups = [...]group{of("laboratories"), of("incubators"), of("institutes"), of("services"), of("centres")}

func of(name string) group {
	figure := "innovation." + name
	return group{
		figure: figure, layer: "cluster-" + name, stars: "stars-" + name, threads: "threads-" + name,
		numberSlot: "figure-" + name, labelSlot: "label-" + name, card: "card-" + name,
		label: figure + "-label", short: figure + "-short", numberOnly: figure + "-number", detail: figure + "-card",
	}
}

// starsFrom is the part of the last beat from which the i-th group is there; its lines
// follow.
func starsFrom(i int) float64 { return 0.06 + 0.1*float64(i) }

const (
	inRow  = 10       // so many stars stand in a row when they line up to be counted
	golden = 2.399963 // the angle between one seed of a sunflower and the next
)

// part draws a group's stars where the drawing has them, and the lines between them.
func (g *group) part(order int) storyboard.Part {
	id := draw.Name(g.layer)
	return storyboard.Part{Layer: g.layer, Slot: g.stars, Draw: func(l *draw.List, v stage.View, at storyboard.Spot) {
		// All of it answers, also between the stars.
		l.Fill(id.Sub("touch"), l.NewPath().Rect(at.Rect), draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
		f, ok := v.Story.Figure(g.figure)
		if !ok || at.Path == nil {
			return
		}
		n, lineUp, unit := f.Count(), v.Pick(id), v.Art.Height/900
		star, thread := v.Theme.Deep, v.Theme.Deep.Fade(0.6)
		if v.Theme.Dark() {
			star, thread = v.Theme.SilverLight, v.Theme.SilverMid.Fade(0.65)
		}
		shaped := n == len(at.Path.Pts)/2
		drawn := v.Span(clusters, starsFrom(order)+0.06, starsFrom(order)+0.2)
		if lines := at.Line(g.threads); shaped && lines != nil && drawn*(1-lineUp) > 0 {
			if drawn < 1 {
				some := l.NewPath()
				lines.Trim(some, 0, lines.Length()*drawn)
				lines = some
			}
			l.Stroke(id.Sub("lines"), lines, geom.Pen{Width: max(unit, 0.5) * v.Knob(&threadWide)}, draw.Ink(thread.Fade(1-lineUp)), draw.Decor())
		}
		size := storyboard.Extent(v.Art, "star").X
		if n > 3*inRow { // they stand close
			size = storyboard.Extent(v.Art, "star").Y
		}
		size *= v.Knob(&starSize)
		place := func(i int) geom.Pt { return standing(at, i, n, shaped).Lerp(lined(at.Rect, i, n), lineUp) }
		halo := v.Knob(&starHalo)
		for k, ring := range [...]struct{ r, fade float64 }{{3.1 * halo, 0.1}, {1.9 * halo, 0.22}, {1, 1}} {
			l.Dots(id.SubN("star", 3-k), n, func(i int) draw.Dot {
				return draw.Dot{At: place(i), R: size * ring.r, Color: star.Fade(ring.fade)}
			}, draw.Decor())
		}
	}}
}

// standing is where the i-th of n stars stands in its figure. A figure of another count
// than the drawing has stars is a heap of so many.
func standing(at storyboard.Spot, i, n int, shaped bool) geom.Pt {
	if shaped {
		return at.Path.Pts[2*i]
	}
	out := min(at.Rect.W, at.Rect.H) / 2 * math.Sqrt((float64(i)+0.5)/float64(n))
	return geom.Polar(at.Rect.Center(), out, float64(i)*golden)
}

// lined is where it stands in rows of ten, in the middle of the figure's box.
func lined(box geom.Rect, i, n int) geom.Pt {
	pitch, down := box.W/inRow, (n-1)/inRow
	c := box.Center()
	return geom.P(c.X+(float64(i%inRow)-float64(min(n, inRow)-1)/2)*pitch, c.Y+(float64(i/inRow)-float64(down)/2)*pitch)
}
