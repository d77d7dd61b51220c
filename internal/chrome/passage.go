package chrome

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// What a passage is made of, in radii of the ring as it rests.
const (
	passageRadius = 0.185 // of the picture's shorter side
	passageMetal  = 0.16  // how wide the ring is
	passageSign   = 0.92  // how large the act's sign is
)

// Passage closes a ring of metal over the scene, has it rest about the sign of the
// act that is entered, its name and what it tells below, and opens it again.
func Passage(l *draw.List, v *stage.View, p *play.Passage) {
	c := v.Area.Center()
	least := passageRadius * min(v.Area.W, v.Area.H)
	most := math.Hypot(v.Area.W, v.Area.H)/2 + passageMetal*least
	// Even to the eye: a ring twice as large moves twice as fast.
	r := least * math.Pow(most/least, 1-anim.CubicInOut(p.Shut))
	metal := passageMetal * least * math.Sqrt(r/least)

	id := draw.Name("passage")
	l.Fill(id.Sub("around"), l.NewPath().Ring(c, 2*most, r), around(v.Theme, c, most), draw.Decor())
	shadow := geom.P(c.X+metal*0.35, c.Y+metal*0.6)
	dark := draw.RGB(0).Fade(0.2)
	l.Fill(id.Sub("shadow"), l.NewPath().Ring(shadow, r+metal*1.6, r+metal*0.4),
		draw.RadialRamp(shadow, r+metal*1.6, draw.Stop{At: 0, Color: dark}, draw.Stop{At: (r + metal*0.8) / (r + metal*1.6), Color: dark}, draw.Stop{At: 1, Color: dark.Fade(0)}), draw.Decor())
	named := anim.CubicInOut(max(0, min(1, (p.Shut-0.62)/0.3)))
	if named > 0 && p.Act != "" {
		l.Circle(id.Sub("within"), c, r, draw.Ink(v.Theme.Ground.Fade(named)), draw.Decor())
	}
	ring(l, v, id, c, r, metal)
	if named > 0 && p.Act != "" {
		l.Push(geom.Identity(), named)
		entered(l, v, id, p.Act, c, r, metal)
		l.Pop()
	}
}

// around is what the ring lies on: the page's ground, lit where the ring rests.
func around(t *stage.Theme, c geom.Pt, most float64) draw.Paint {
	edge := draw.Mix(t.Ground, t.Ink, 0.1)
	if t.Dark() {
		edge = draw.Mix(t.Ground, draw.RGB(0), 0.45)
	}
	return draw.RadialRamp(c, most, draw.Stop{At: 0, Color: t.Ground}, draw.Stop{At: 0.35, Color: t.Ground}, draw.Stop{At: 1, Color: edge})
}

// ring is one of metal, lit from above: its outer wall, its face and its inner wall.
func ring(l *draw.List, v *stage.View, id draw.ID, c geom.Pt, r, metal float64) {
	tone := func(name string) draw.Color {
		k, _ := v.Theme.Color(name)
		return k
	}
	light, silver, mid, dark := tone("silver-light"), tone("silver"), tone("silver-mid"), tone("silver-dark")
	walls := [...]struct {
		part         string
		inner, outer float64 // in widths of the metal, from the ring's inner edge
		top, bottom  draw.Color
	}{
		{"outer", 0.7, 1, silver, dark},
		{"face", 0.28, 0.74, light, mid},
		{"edge", 0.22, 0.3, dark, light},
		{"inner", -0.02, 0.24, dark, silver},
	}
	for _, w := range walls {
		a, b := r+metal*w.inner, r+metal*w.outer
		lit := draw.LinearRamp(geom.P(c.X-b*0.5, c.Y-b), geom.P(c.X+b*0.5, c.Y+b), draw.Stop{At: 0, Color: w.top}, draw.Stop{At: 0.45, Color: draw.Mix(w.top, w.bottom, 0.65)}, draw.Stop{At: 0.62, Color: w.bottom}, draw.Stop{At: 1, Color: draw.Mix(w.top, w.bottom, 0.3)})
		l.Fill(id.Sub(w.part), l.NewPath().Ring(c, b, a), lit, draw.Decor())
	}
}

// entered is the sign of an act, within the ring, and below it its name and what it
// tells.
func entered(l *draw.List, v *stage.View, id draw.ID, act string, c geom.Pt, r, metal float64) {
	sign := v.Words("act.seal-" + act)
	name := v.Words("act." + act)
	lay := v.Layout()
	size := r * passageSign
	run := v.Set.Line(sign, typeset.Style{Face: typeset.Serif, Size: size})
	l.Text(id.Sub("sign"), run, geom.P(c.X-run.Width/2, c.Y+size*0.36), draw.Ink(v.Theme.Ink), draw.Sem{Free: true})

	y := c.Y + r + metal + lay.Type.Deck*1.9
	if name != sign {
		run = v.Set.Line(name, typeset.Style{Face: typeset.SansBold, Size: lay.Type.Deck * 1.4})
		l.Text(id.Sub("name"), run, geom.P(c.X-run.Width/2, y), draw.Ink(v.Theme.Ink), draw.Sem{Free: true})
		y += lay.Type.Deck * 1.7
	}
	run = v.Set.Line(v.Words("act."+act+"-what"), typeset.Style{Face: typeset.Sans, Size: lay.Type.Deck * 1.1})
	l.Text(id.Sub("what"), run, geom.P(c.X-run.Width/2, y), draw.Ink(v.Theme.Text), draw.Sem{Free: true})
}
