package contents

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// rangeOf is a range of the blue-green hills that run through all leaves: how high it
// lies over their foot, and how it rises and falls, in pixels of the design.
type rangeOf struct{ lift, swing, pace, seed float64 }

var ranges = [...]rangeOf{{200, 72, 0.0062, 1.7}, {146, 84, 0.0088, 4.1}, {94, 78, 0.0122, 0.6}, {44, 56, 0.0170, 2.9}}

// rise is a range's height at x of the design, above the foot.
func (r *rangeOf) rise(x float64) float64 {
	y := 0.0
	for i, octave := range [...][2]float64{{1, 1}, {2.3, 0.55}, {4.7, 0.26}, {9.1, 0.1}, {19, 0.035}} {
		y += octave[1] * math.Sin(x*r.pace*octave[0]+r.seed*float64(1+i)*2.4)
	}
	y = math.Max(0.02, 0.5+y/3)
	return r.lift*(0.62+x/2880) + r.swing*1.5*math.Pow(y, 1.25)
}

// nearer is how much larger trees and houses are where the hills are few and low.
const nearer = 2.3

// hills paints the hills within a box of a leaf, whose left edge is at x of the
// design; valley is where they sink, so that what stands there has room. From a shore
// they begin low.
func (p *page) hills(leaf int, box geom.Rect, x, k, valley float64, shore bool) {
	if p.look.plain {
		return
	}
	const n = 40
	c := &p.look
	for i := range ranges {
		r := &ranges[i]
		var line [n + 1]geom.Pt
		top := box.Bottom()
		for q := range line {
			u := box.W * float64(q) / n
			at := x + u/k
			sink := 1 - 0.55*math.Exp(-math.Pow((at-valley)/190, 2))
			if shore {
				sink *= 0.3 + 0.7*anim.CubicInOut(anim.Clamp(1.5*u/box.W))
			}
			line[q] = geom.P(box.X+u, math.Max(box.Y, box.Bottom()-r.rise(at)*sink*k))
			top = math.Min(top, line[q].Y)
		}
		path := p.smooth(line[:])
		body := p.NewPath().Append(*path, geom.Identity())
		body.Line(box.Right(), box.Bottom()).Line(box.X, box.Bottom()).Close()
		id := func(part string) draw.ID { return draw.ID{Name: "contents.hill", N: leaf + 1, Part: part, K: i + 1} }
		p.Fill(id("body"), body, draw.LinearRamp(geom.P(0, top), geom.P(0, box.Bottom()),
			draw.Stop{At: 0, Color: c.deep[i].Fade(0.95)}, draw.Stop{At: 0.3, Color: draw.Mix(c.deep[i], c.light[i], 0.5).Fade(0.9)},
			draw.Stop{At: 0.64, Color: draw.Mix(c.light[i], c.haze, 0.5).Fade(0.86)}, draw.Stop{At: 1, Color: c.haze.Fade(0.8)}), draw.Decor())
		p.Stroke(id("crest"), path, geom.Pen{Width: 1.3 * k}, draw.Ink(c.crest.Fade(0.75)), draw.Decor())
		for f, down := range [...]float64{9, 20} {
			fold := p.NewPath()
			for q := 1; q < n; q++ {
				y := math.Min(line[q].Y+down*k*(1+0.2*math.Sin(float64(q)*0.8+float64(f))), box.Bottom())
				if q == 1 {
					fold.Move(line[q].X, y)
				} else {
					fold.Line(line[q].X, y)
				}
			}
			p.Stroke(id("fold").SubN("fold", 10*i+f+1), fold, geom.Pen{Width: 0.9 * k}, draw.Ink(c.shade.Fade(0.16-0.05*float64(f))), draw.Decor())
		}
		things := k
		if shore {
			things *= nearer
		}
		if i >= 2 {
			p.trees(id, line[:], things, i)
		}
		if i == len(ranges)-1 {
			p.hamlet(id, line[:], things, leaf, box.Bottom())
		}
	}
}

// trees stand along a crest, as one mark of crowns and one of the light on them.
func (p *page) trees(id func(string) draw.ID, line []geom.Pt, k float64, seed int) {
	crowns, lights := p.NewPath(), p.NewPath()
	for q := 2 + seed; q < len(line)-2; q += 2 + (q*7+seed*5)%4 {
		at, r := line[q], (2.4+float64((q*13+seed)%9)*0.22)*k
		crowns.Circle(geom.P(at.X, at.Y-r*0.4), r)
		lights.Circle(geom.P(at.X+r*0.3, at.Y-r*0.7), r*0.5)
	}
	if crowns.Empty() {
		return
	}
	c := &p.look
	p.Fill(id("trees"), crowns, draw.Ink(draw.Mix(c.deep[2], c.shade, 0.3)), draw.Decor())
	p.Fill(id("lights"), lights, draw.Ink(draw.Mix(c.deep[2], c.crest, 0.45)), draw.Decor())
}

// hamlet is houses below a crest, far from one another: nobody counts them. They stand
// above the leaf's edge.
func (p *page) hamlet(id func(string) draw.ID, line []geom.Pt, k float64, seed int, edge float64) {
	walls, roofs, doors := p.NewPath(), p.NewPath(), p.NewPath()
	for n := range 3 {
		at := line[(7+seed*5+n*11)%(len(line)-8)+4]
		w := (10 + float64((seed+2*n)%3)*1.6) * k
		foot := geom.P(at.X, min(at.Y+14*k, edge-0.2*w))
		walls.Rect(geom.R(foot.X-0.42*w, foot.Y-0.46*w, 0.84*w, 0.46*w))
		doors.Rect(geom.R(foot.X-0.1*w, foot.Y-0.3*w, 0.2*w, 0.3*w))
		roofs.Move(foot.X-0.62*w, foot.Y-0.42*w).Line(foot.X-0.4*w, foot.Y-0.84*w).Line(foot.X+0.4*w, foot.Y-0.84*w).Line(foot.X+0.62*w, foot.Y-0.42*w).Close()
	}
	c := &p.look
	p.Fill(id("walls"), walls, draw.Ink(c.wall), draw.Decor())
	p.Fill(id("doors"), doors, draw.Ink(c.shade.Fade(0.6)), draw.Decor())
	p.Fill(id("roofs"), roofs, draw.Ink(c.sign), draw.Decor())
}

// sun goes down behind the hills of the last leaf.
func (p *page) sun(id func(string) draw.ID, c geom.Pt, r float64) {
	if p.look.plain {
		return
	}
	red := p.look.sign
	p.Circle(id("glow"), c, 1.8*r, draw.RadialRamp(c, 1.8*r, draw.Stop{At: 0, Color: red.Fade(0.45)}, draw.Stop{At: 1, Color: red.Fade(0)}), draw.Decor())
	p.Circle(id("sun"), c, r, draw.RadialRamp(geom.P(c.X, c.Y-0.3*r), 1.2*r, draw.Stop{At: 0, Color: draw.Mix(red, p.look.hot[0], 0.4)}, draw.Stop{At: 1, Color: red}), draw.Decor())
}

// flock is three birds that fly over a leaf.
func (p *page) flock(id func(string) draw.ID, at geom.Pt, k float64) {
	if p.look.plain {
		return
	}
	path := p.NewPath()
	for _, b := range [...][3]float64{{0, 0, 11}, {25, -11, 8}, {37, 6, 7}} {
		x, y, w := at.X+b[0]*k, at.Y+b[1]*k, b[2]*k
		path.Move(x-w, y-0.42*w).Quad(x-0.4*w, y-0.45*w, x, y+0.18*w).Quad(x+0.4*w, y-0.55*w, x+w, y-0.6*w).Quad(x+0.5*w, y-0.2*w, x, y+0.42*w).Quad(x-0.45*w, y-0.1*w, x-w, y-0.42*w).Close()
	}
	p.Fill(id("flock"), path, draw.Ink(p.look.wall.Fade(0.9)), draw.Decor())
}

// smooth is a curve through points from left to right.
func (p *page) smooth(pts []geom.Pt) *geom.Path {
	path := p.NewPath().Move(pts[0].X, pts[0].Y)
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		before, after := pts[max(i-2, 0)], pts[min(i+1, len(pts)-1)]
		path.Cube(a.X+(b.X-before.X)/6, a.Y+(b.Y-before.Y)/6, b.X-(after.X-a.X)/6, b.Y-(after.Y-a.Y)/6, b.X, b.Y)
	}
	return path
}
