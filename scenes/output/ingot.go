package output

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// bevel is how far an ingot's end narrows to each side, in parts of its width.
const bevel = 0.105

// levels are how many shades the ends have: ends of one shade are drawn at once.
const levels = 18

// metal is the ingots' colours: cold silver, and the gold that the sun lends it.
type metal struct {
	tones                   [6]draw.Color // from dark to light
	gold, pale, dusk, flash draw.Color
	lent                    float64 // how much of the gold an edge takes
}

var sunlit = metal{
	tones: [...]draw.Color{draw.RGB(0x2E3A44), draw.RGB(0x4C6373), draw.RGB(0x74879A), draw.RGB(0x93A5B3), draw.RGB(0xC3CFD8), draw.RGB(0xF4F7F9)},
	gold:  draw.RGB(0xFFD9A0), pale: draw.RGB(0xFFF8E6), dusk: draw.RGB(0xC2A070), flash: draw.RGB(0xFFFFFF), lent: 0.5,
}

func metalOf(v *stage.View) metal {
	m := sunlit
	if v.Theme.Dark() { // a low glow is left of the sun
		for i := range m.tones {
			m.tones[i] = draw.Mix(v.Theme.Ground, m.tones[i], 0.64)
		}
		m.pale, m.dusk, m.lent = draw.Mix(v.Theme.Ground, m.gold, 0.62), draw.Mix(v.Theme.Ground, m.gold, 0.22), 0.62
	}
	return m
}

// at is the tone for so much light, 0 to 1.
func (m *metal) at(lum float64) draw.Color {
	x := max(0, min(1, lum)) * float64(len(m.tones)-1)
	i := min(int(x), len(m.tones)-2)
	return draw.Mix(m.tones[i], m.tones[i+1], x-float64(i))
}

// facet is one of the surfaces of an ingot's end: its corners, in parts of the width
// from the left and of the height from the foot, and how it takes the light.
type facet struct {
	name    string
	corners [4]geom.Pt
	more    float64 // light than the end has
	gold    float64 // parts of what the metal takes of the sun's
}

// facets from behind to the front. The face is in three, of which the middle shines.
var facets = [...]facet{
	{"right", [4]geom.Pt{{X: 0.988, Y: 0.02}, {X: 0.883, Y: 0.98}, {X: 0.805, Y: 0.82}, {X: 0.9, Y: 0.17}}, 0.42, 1},
	{"top", [4]geom.Pt{{X: 0.117, Y: 0.98}, {X: 0.883, Y: 0.98}, {X: 0.805, Y: 0.82}, {X: 0.195, Y: 0.82}}, 0.3, 0.4},
	{"left", [4]geom.Pt{{X: 0.012, Y: 0.02}, {X: 0.117, Y: 0.98}, {X: 0.195, Y: 0.82}, {X: 0.1, Y: 0.17}}, -0.18, 0},
	{"face", [4]geom.Pt{{X: 0.1, Y: 0.17}, {X: 0.9, Y: 0.17}, {X: 0.805, Y: 0.82}, {X: 0.195, Y: 0.82}}, -0.06, 0},
	{"shine", [4]geom.Pt{{X: 0.36, Y: 0.17}, {X: 0.7, Y: 0.17}, {X: 0.805, Y: 0.82}, {X: 0.52, Y: 0.82}}, 0.1, 0},
	{"glint", [4]geom.Pt{{X: 0.52, Y: 0.17}, {X: 0.64, Y: 0.17}, {X: 0.775, Y: 0.82}, {X: 0.66, Y: 0.82}}, 0.26, 0.4},
}

func (f *facet) add(path *geom.Path, p *pile, q geom.Pt) {
	corners := f.corners
	for k, c := range corners {
		corners[k] = geom.P(q.X+c.X*p.w, q.Y-c.Y*p.h)
	}
	path.Polygon(corners[:]...)
}

func (f *facet) color(m *metal, lum float64) draw.Color {
	return draw.Mix(m.at(lum+f.more), m.gold, m.lent*f.gold)
}

// outline adds that of an ingot's end.
func outline(path *geom.Path, p *pile, q geom.Pt) *geom.Path {
	s, g := p.w*bevel, p.w*0.012
	return path.Move(q.X+g, q.Y-p.h*0.02).Line(q.X+p.w-g, q.Y-p.h*0.02).Line(q.X+p.w-s, q.Y-p.h*0.98).Line(q.X+s, q.Y-p.h*0.98).Close()
}

// end is the end of a single ingot.
func end(l *draw.List, p *pile, m *metal, id draw.ID, q geom.Pt, lum float64) {
	for k := range facets {
		path := l.NewPath()
		facets[k].add(path, p, q)
		l.Fill(id.Sub(facets[k].name), path, draw.Ink(facets[k].color(m, lum)), draw.Decor())
	}
}

// ends are those of all ingots that lie, one mark for each, and their facets by shades.
func ends(l *draw.List, p *pile, m *metal, lying int) {
	var shade [mostIngots]uint8
	for i := 0; i < lying; i++ {
		q, lum := p.place(i)
		shade[i] = uint8(math.Round(max(0, min(1, lum)) * levels))
		l.Fill(draw.Nth("ingot", i+1), outline(l.NewPath(), p, q), draw.Ink(m.at(lum-0.3)), draw.Decor())
	}
	for s := uint8(0); s <= levels; s++ {
		for k := range facets {
			path := l.NewPath()
			for i := 0; i < lying; i++ {
				if shade[i] == s {
					q, _ := p.place(i)
					facets[k].add(path, p, q)
				}
			}
			if !path.Empty() {
				l.Fill(draw.Nth(facets[k].name, int(s)+1), path, draw.Ink(facets[k].color(m, float64(s)/levels)), draw.Decor())
			}
		}
	}
}

// side is a part of the long side of the ingot whose foot's right corner is q, from
// one share of its height to another.
func side(l *draw.List, p *pile, q geom.Pt, from, to float64) *geom.Path {
	s := p.w * bevel
	a, b := geom.P(q.X-s*from, q.Y-p.h*from), geom.P(q.X-s*to, q.Y-p.h*to)
	return l.NewPath().Move(a.X, a.Y).Line(b.X, b.Y).Line(b.X+p.long.X, b.Y+p.long.Y).Line(a.X+p.long.X, a.Y+p.long.Y).Close()
}

// long draws the long side that takes the sun full on, and what lies on top of k
// ingots from the place q on.
func long(l *draw.List, p *pile, m *metal, id draw.ID, q geom.Pt, k int) {
	s := p.w * bevel
	x := geom.P(q.X+p.w*float64(k), q.Y)
	far := x.Add(p.long)
	l.Fill(id.Sub("side"), side(l, p, x, 0, 1), draw.LinearRamp(x, geom.P(far.X, x.Y+p.long.Y*0.6),
		draw.Stop{At: 0, Color: m.at(0.24)}, draw.Stop{At: 0.09, Color: m.at(0.74)}, draw.Stop{At: 0.32, Color: m.pale},
		draw.Stop{At: 0.5, Color: draw.Mix(m.pale, m.gold, 0.5)}, draw.Stop{At: 0.78, Color: m.dusk}, draw.Stop{At: 1, Color: draw.Mix(m.dusk, m.tones[1], 0.62)}), draw.Decor())
	l.Fill(id.Sub("foot"), side(l, p, x, 0, 0.28), draw.LinearRamp(x, far, draw.Stop{At: 0, Color: m.tones[0].Fade(0.75)}, draw.Stop{At: 0.4, Color: m.dusk.Fade(0.45)}, draw.Stop{At: 1, Color: m.tones[0].Fade(0.7)}), draw.Decor())
	l.Fill(id.Sub("lip"), side(l, p, x, 0.78, 1), draw.LinearRamp(x, far, draw.Stop{At: 0, Color: m.flash.Fade(0.5)}, draw.Stop{At: 0.35, Color: m.flash.Fade(0.9)}, draw.Stop{At: 1, Color: m.gold.Fade(0.25)}), draw.Decor())
	lid := l.NewPath().Move(q.X+s, q.Y-p.h).Line(x.X-s, x.Y-p.h).Line(x.X-s+p.long.X, x.Y-p.h+p.long.Y).Line(q.X+s+p.long.X, q.Y-p.h+p.long.Y).Close()
	l.Fill(id.Sub("lid"), lid, draw.LinearRamp(geom.P(q.X, q.Y-p.h), geom.P(far.X, q.Y-p.h+p.long.Y), draw.Stop{At: 0, Color: m.at(0.76)}, draw.Stop{At: 0.55, Color: draw.Mix(m.at(0.9), m.pale, 0.6)}, draw.Stop{At: 0.82, Color: m.pale}, draw.Stop{At: 1, Color: draw.Mix(m.dusk, m.pale, 0.5)}), draw.Decor())
}

// sides are what is seen of a row of k ingots beside its ends, and the grooves
// between them, from which the row above leaves the first hands' breadth to be seen.
func sides(l *draw.List, p *pile, m *metal, row, k int) {
	id, q := draw.Nth("row", row+1), p.at(row, 0)
	long(l, p, m, id, q, k)
	s := p.w * bevel
	grooves := l.NewPath()
	for i := 1; i < k; i++ {
		x := q.X + p.w*float64(i)
		grooves.Move(x-s, q.Y-p.h).Line(x+s, q.Y-p.h).Line(x+s*0.6+p.long.X, q.Y-p.h+p.long.Y).Line(x-s*0.6+p.long.X, q.Y-p.h+p.long.Y).Close()
	}
	l.Fill(id.Sub("grooves"), grooves, draw.Ink(m.tones[0].Fade(0.72)), draw.Decor())
	l.Fill(id.Sub("dark"), l.NewPath().Move(q.X+p.w*0.02, q.Y).Line(q.X+p.w*(float64(k)-0.02), q.Y).Line(q.X+p.w*float64(k)-s, q.Y-p.h+0.5).Line(q.X+s, q.Y-p.h+0.5).Close(), draw.Ink(m.tones[0]), draw.Decor())
}

// bar is a single ingot in the air.
func bar(l *draw.List, p *pile, m *metal, i int, q geom.Pt, lum float64) {
	id := draw.Nth("bar", i+1)
	long(l, p, m, id, q, 1)
	l.Fill(draw.Nth("ingot", i+1), outline(l.NewPath(), p, q), draw.Ink(m.at(lum-0.3)), draw.Decor())
	end(l, p, m, id, q, lum)
}
