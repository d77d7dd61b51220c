package innovation

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// group is one of the five figures of stars, a star for each that it counts.
type group struct {
	name string
	*shape
	tilt float64
}

// groups are those that serve the firms, from the left to the right. The page lumps
// the levels of some of them: none is told from another by colour.
var groups = [...]group{
	{"laboratories", flask(), 0.1}, {"incubators", egg(), -0.18}, {"institutes", atom(), 0.1}, {"services", umbrella(), 0.12}, {"centres", gear(), 0},
}

func (g *group) figure() string { return "innovation." + g.name }
func (g *group) layer() string  { return "cluster-" + g.name }

// from is the part of the beat from which the i-th group is there; its lines follow.
func (g *group) from(i int) float64 { return 0.06 + 0.1*float64(i) }

// inRow is how many stars stand in a row when they line up to be counted.
const inRow = 10

// golden is the angle between one seed of a sunflower and the next.
const golden = 2.399963

// star is where the i-th of n stands, in the box of two by two. A figure of another
// count than its shape has stars is a heap of so many.
func (g *group) star(i, n int) geom.Pt {
	if n == len(g.at) {
		return geom.Rotate(g.tilt, geom.Pt{}).At(g.at[i])
	}
	return geom.Polar(geom.Pt{}, math.Sqrt((float64(i)+0.5)/float64(n)), float64(i)*golden)
}

// lined is where it stands in rows of ten.
func lined(i, n int) geom.Pt {
	const pitch = 2.0 / inRow
	down := (n - 1) / inRow
	return geom.P((float64(i%inRow)-float64(min(n, inRow)-1)/2)*pitch, (float64(i/inRow)-float64(down)/2)*pitch)
}

func (g *group) part(order int) func(*draw.List, stage.View, storyboard.Spot) {
	id := draw.Name(g.layer())
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		n := count(&v, g.figure())
		drawn := v.Span(clusters, g.from(order)+0.06, g.from(order)+0.2)
		g.draw(l, &v, id, at.Rect, n, drawn, v.Pick(id))
	}
}

// draw draws n stars in a box, their lines so far drawn, and so far lined up.
func (g *group) draw(l *draw.List, v *stage.View, id draw.ID, box geom.Rect, n int, drawn, lineUp float64) {
	c, th := box.Center(), v.Theme
	half := min(box.W, box.H) / 2
	unit := v.Art.Height / 900
	star, thread, light := th.Deep, th.Deep.Fade(0.6), th.Panel
	if th.Dark() {
		star, thread, light = th.SilverLight, th.SilverMid.Fade(0.65), th.Silver
	}
	place := func(i int) geom.Pt {
		p, q := g.star(i, n), lined(i, n)
		wide := max(box.W, 26*unit)
		return geom.P(c.X+p.X*box.W/2, c.Y+p.Y*box.H/2).Lerp(geom.P(c.X+q.X*wide/2, c.Y+q.Y*wide/2), lineUp)
	}
	// All of it answers, also between the stars.
	l.Fill(id.Sub("touch"), l.NewPath().Rect(box), draw.Ink(th.Ground.Fade(0)), draw.Decor())
	far := max(box.W, box.H) * 0.75
	l.Circle(id.Sub("halo"), c, far, draw.RadialRamp(c, far, draw.Stop{At: 0, Color: light.Fade(0.2)}, draw.Stop{At: 1, Color: light.Fade(0)}), draw.Decor())
	if whole := drawn * (1 - lineUp); n == len(g.at) && whole > 0 {
		l.Push(geom.Identity(), whole)
		g.bodies(l, v, id, box)
		l.Pop()
		all, some := l.NewPath(), l.NewPath()
		if g.name == "institutes" {
			for k := range orbits {
				orbit := geom.Rotate(orbitTilt(k)+g.tilt, geom.Pt{}).Then(geom.Affine{A: box.W / 2, D: box.H / 2, E: c.X, F: c.Y})
				all.Append(*l.NewPath().Ellipse(geom.Pt{}, 1, flat), orbit)
			}
		}
		for _, k := range g.lines {
			a, b := place(k[0]), place(k[1])
			all.Move(a.X, a.Y).Line(b.X, b.Y)
		}
		if drawn < 1 {
			all.Trim(some, 0, all.Length()*drawn)
			all = some
		}
		l.Push(geom.Identity(), 1-lineUp)
		l.Stroke(id.Sub("lines"), all, geom.Pen{Width: max(0.9*unit, half*0.012)}, draw.Ink(thread), draw.Decor())
		l.Pop()
	}
	r := min(2.7*unit, 0.26*g.near*half, 0.058*half)
	for k, ring := range [...]struct{ r, fade float64 }{{3.1, 0.1}, {1.9, 0.22}, {1, 1}} {
		l.Dots(id.SubN("star", 3-k), n, func(i int) draw.Dot { return draw.Dot{At: place(i), R: r * ring.r, Color: star.Fade(ring.fade)} }, draw.Decor())
	}
}

// bodies are what the stars outline, as through thin glass.
func (g *group) bodies(l *draw.List, v *stage.View, id draw.ID, box geom.Rect) {
	c, th := box.Center(), v.Theme
	at := func(p geom.Pt) geom.Pt {
		p = geom.Rotate(g.tilt, geom.Pt{}).At(p)
		return geom.P(c.X+p.X*box.W/2, c.Y+p.Y*box.H/2)
	}
	polygon := func(pts ...geom.Pt) *geom.Path {
		path := l.NewPath()
		for i, p := range pts {
			if p = at(p); i == 0 {
				path.Move(p.X, p.Y)
			} else {
				path.Line(p.X, p.Y)
			}
		}
		return path.Close()
	}
	disc := func(part string, p geom.Pt, r float64, inner, outer draw.Color) {
		l.Circle(id.Sub(part), p, r, draw.RadialRamp(p, r, draw.Stop{At: 0, Color: inner}, draw.Stop{At: 1, Color: outer}), draw.Decor())
	}
	if len(g.body) > 0 {
		body := l.NewPath()
		for i, k := range g.body {
			if p := at(g.at[k]); i == 0 {
				body.Move(p.X, p.Y)
			} else {
				body.Line(p.X, p.Y)
			}
		}
		glass := draw.LinearRamp(box.Min(), geom.P(c.X, box.Bottom()),
			draw.Stop{At: 0, Color: th.SilverLight.Fade(0.3)}, draw.Stop{At: 0.5, Color: th.Silver.Fade(0.12)}, draw.Stop{At: 1, Color: th.Cyan.Fade(0.2)})
		l.Fill(id.Sub("body"), body.Close(), glass, draw.Decor())
	}
	half := box.W / 2
	switch g.name {
	case "laboratories": // a little of something in the flask
		const full = 0.46
		foot, neck := g.at[3], g.at[2]
		level := foot.Lerp(neck, full)
		fill := polygon(foot, geom.P(-foot.X, foot.Y), geom.P(-level.X, level.Y), level)
		l.Fill(id.Sub("filling"), fill, draw.LinearRamp(geom.P(0, c.Y), geom.P(0, box.Bottom()), draw.Stop{At: 0, Color: th.Mint.Fade(0.16)}, draw.Stop{At: 1, Color: th.Mint.Fade(0.55)}), draw.Decor())
	case "incubators":
		disc("yolk", at(g.at[len(g.at)-1]), half*0.55, th.Gold.Fade(0.6), th.Gold.Fade(0))
	case "institutes":
		disc("core", c, half*0.6, th.Cyan.Fade(0.45), th.Cyan.Fade(0))
	case "centres":
		l.Circle(id.Sub("hub"), c, half*0.65, draw.Ink(th.Ground.Fade(0.5)), draw.Decor())
	}
}
