package cultivation

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/cultivation/dawn"
)

// mostPlants is how many a bed has room for.
const mostPlants = 600

// seedbed is a box of the bench: a seedling stands there for each firm of its figure,
// of which so many as another figure says flower, from the left.
type seedbed struct {
	layer, plants, roots, figure, flowers, paragraph string
}

var seedbeds = [...]seedbed{
	{layer: "bed-new", plants: "plants-new", roots: "roots-new", figure: "cultivation.new-medium", paragraph: "J16"},
	{layer: "bed-applied", plants: "plants-applied", roots: "roots-applied", figure: "cultivation.applied", flowers: approvedID, paragraph: planned},
}

// tuft is how many seedlings of a row are drawn together: what grows is drawn anew
// each frame, what stands keeps its shape.
const tuft = 7

// plot is a bed as it lies in a drawing.
type plot struct {
	chart.Rows
	soil                   geom.Rect // the cut before them
	flowers                int
	grow, bloom            float64
	light                  dawn.Front
	finger                 geom.Pt
	press                  float64
	stems, blossoms, roots float64 // in times of what they are drawn
	// Outlines, a hundred pixels long, from where they grow.
	leaf, petals, root *geom.Path
}

func (s *seedbed) plot(v *stage.View, at storyboard.Spot) plot {
	p := plot{
		Rows: chart.Rows{Rect: at.Rect, Deep: 5, Narrow: 0.952, N: v.Count(s.figure, mostPlants), Eye: at.Slot("eye").Center().X},
		soil: at.Slot(s.roots), grow: v.Beat(beds), light: daybreak.Front(v, at), finger: at.Under(v.Finger.At), press: v.Finger.Force,
		leaf: at.Line("leaf"), petals: at.Line("petals"), root: at.Line("root"), stems: v.Knob(&stemTall), blossoms: v.Knob(&flowerSize), roots: v.Knob(&rootLong),
	}
	if v.Layout().Form.Upright() {
		p.Deep, p.Narrow = 10, 0.985
	}
	p.flowers = v.Count(s.flowers, mostPlants)
	p.bloom = anim.Span(p.grow, blooms, 1, anim.BackOut)
	return p
}

// grown is how far a seedling has come, 0 to 1: it comes when the light has passed it.
func (p *plot) grown(i int, foot geom.Pt) float64 {
	if p.grow >= blooms {
		return 1
	}
	return anim.Clamp((p.light.At(foot.Y)-foot.X)/(p.Pitch()*11.5) + 0.18*(storyboard.Chance(i, 3)-0.5))
}

// parted is how far a seedling leans away from the reader's finger.
func (p *plot) parted(foot geom.Pt) float64 {
	d := foot.Sub(p.finger)
	near := 1 - math.Hypot(d.X, d.Y*1.4)/(4*p.Pitch())
	if p.press <= 0 || near <= 0 {
		return 0
	}
	return math.Copysign(near*p.press*p.Pitch()*1.3, d.X)
}

// tufts are the paths of seedlings that are drawn together.
type tufts struct{ stems, left, right, petals, hearts, roots *geom.Path }

// draw draws the back rows first.
func (s *seedbed) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	p := s.plot(&v, at)
	if p.grow <= 0 || p.leaf == nil || p.petals == nil || p.root == nil {
		return
	}
	th, pitch := v.Theme, p.Pitch()
	pen := geom.Pen{Width: pitch * 0.13, Cap: geom.CapRound, Join: geom.JoinRound}
	thin := geom.Pen{Width: pitch * 0.066, Cap: geom.CapRound}
	l.Open(draw.Name(s.plants), draw.Sem{})
	for r := range p.Deep {
		near := p.Near(r)
		shade, bright := draw.Mix(th.Leaf, th.LeafDark, 0.42-0.2*near), draw.Mix(th.Leaf, th.LeafLight, 0.12+0.22*near)
		if th.Dark() {
			shade, bright = draw.Mix(th.LeafLight, th.Leaf, 0.35+0.3*near), draw.Mix(th.Leaf, th.LeafDark, 0.5*near)
		}
		for from := 0; from < p.Cols(); from += tuft {
			t := tufts{l.NewPath(), l.NewPath(), l.NewPath(), l.NewPath(), l.NewPath(), l.NewPath()}
			for c := from; c < min(from+tuft, p.Cols()); c++ {
				if i := c*p.Deep + r; i < p.N {
					p.add(&t, i, near)
				}
			}
			id := draw.Nth(s.plants, from/tuft+1)
			storyboard.Paint(l, id.SubN("stems", r+1), t.stems, pen, bright)
			storyboard.Paint(l, id.SubN("left", r+1), t.left, geom.Pen{}, shade)
			storyboard.Paint(l, id.SubN("right", r+1), t.right, geom.Pen{}, bright)
			storyboard.Paint(l, id.SubN("petals", r+1), t.petals, geom.Pen{}, draw.Mix(th.Clay, th.SilverLight, 0.58)) // light, for readers to whom red is green
			storyboard.Paint(l, id.SubN("hearts", r+1), t.hearts, geom.Pen{}, draw.Mix(th.Accent, th.Clay, 0.5))
			storyboard.Paint(l, id.Sub("roots"), t.roots, thin, draw.Mix(th.Litter, th.SilverLight, 0.55).Fade(0.75))
		}
	}
	l.Close()
}

// hooked is how far a seedling has come when its bent neck straightens.
const hooked = 0.42

// add adds the i-th seedling to the paths of its row.
func (p *plot) add(t *tufts, i int, near float64) {
	foot := p.Foot(i)
	grown := p.grown(i, foot)
	if grown < 0.1 {
		return
	}
	x, y, k := foot.X, foot.Y, p.Pitch()*0.084*(0.9+0.2*near)*(0.92+0.16*storyboard.Chance(i, 0))
	if near == 1 && !p.soil.Empty() {
		long := 0.0066 * p.roots * p.soil.H * grown * (0.75 + 0.25*storyboard.Chance(i, 2))
		t.roots.Append(*p.root, geom.Affine{A: long * float64(i/p.Deep%2*2-1), D: long, E: x, F: p.soil.Y})
	}
	if grown < hooked {
		h := (grown - 0.1) / (hooked - 0.1) * 7 * k
		t.stems.Move(x, y).Line(x, y-h*0.6).Cube(x+0.2*h, y-h*1.25, x+0.36*h, y-h*1.15, x+0.42*h, y-h*0.75)
		return
	}
	size := anim.Lerp(hooked, 1, anim.CubicOut((grown-hooked)/(1-hooked)))
	h, w := (13.5+3*storyboard.Chance(i, 2))*p.stems*k*size, 0.085*k*size
	head := geom.P(x+(p.parted(foot)+4*k*(storyboard.Chance(i, 1)-0.5))*size, y-h)
	t.stems.Move(x, y).Quad(x, y-h*0.5, head.X, head.Y)
	t.left.Append(*p.leaf, geom.Affine{A: -w, D: w, E: head.X, F: head.Y})
	t.right.Append(*p.leaf, geom.Affine{A: w, D: w, E: head.X, F: head.Y})
	if i < p.flowers && p.bloom > 0 {
		c, open := geom.P(head.X, head.Y-5.2*k*p.bloom), k*p.bloom*p.blossoms
		t.petals.Append(*p.petals, geom.ScaleAbout(0.047*open, geom.Pt{}).Then(geom.Rotate(float64(i), geom.Pt{})).Then(geom.Translate(c.X, c.Y)))
		t.hearts.Circle(c, 1.5*open)
	}
}
