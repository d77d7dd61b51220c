package cleanup

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// sky draws its light; a magnified picture shows none of it.
func sky(l *draw.List, v *stage.View, p *places, m *moment) {
	if p.aside <= 0 {
		return
	}
	l.PushClip(geom.R(v.Area.X, v.Area.Y, v.Area.W, p.lay.Foot.Y-v.Area.Y))
	l.Push(geom.Identity(), p.aside)
	halo(l, v.Theme, p, anim.CubicInOut(m.count))
	l.Pop()
	l.Pop()
}

// ground draws the terraces. When people are counted the hills sink and pale, so
// that the blocks stand on clear ground.
func ground(l *draw.List, v *stage.View, p *places, m *moment) {
	th := v.Theme
	sink := anim.CubicInOut(m.count)
	box := p.hills.Box
	l.PushClip(geom.R(v.Area.X, v.Area.Y, v.Area.W, p.lay.Foot.Y-v.Area.Y))
	l.Push(geom.Translate(0, sink*box.H*0.6), 1-sink*0.55)
	p.hills.Draw(l, draw.Name("hills"), chart.TerraceInk{
		Far: draw.Mix(th.Ground, th.HillFar, 0.8), Near: draw.Mix(th.HillFar, th.HillNear, 0.72),
		Edge: draw.Mix(th.HillNear, th.HillFar, 0.1),
	})
	l.Pop()
	l.Pop()
}

// mist is where the foot of the valley fades into the page.
func mist(l *draw.List, v *stage.View, p *places) {
	g := v.Theme.Ground
	b, depth := p.lay.Foot.Y, p.lay.Px(60)
	l.Rect(draw.Name("mist"), geom.R(v.Area.X, b-depth, v.Area.W, depth), 0, draw.LinearRamp(geom.P(0, b-depth), geom.P(0, b),
		draw.Stop{At: 0, Color: g.Fade(0)}, draw.Stop{At: 0.6, Color: g.Fade(0.55)}, draw.Stop{At: 1, Color: g}), draw.Decor())
}

// halo is the light in the sky: the moon's or the sun's, or on an upright screen
// only what shines over the ridge.
func halo(l *draw.List, th *stage.Theme, p *places, sink float64) {
	ramp := func(r float64) draw.Paint {
		return draw.RadialRamp(geom.P(0, 0), r, draw.Stop{At: 0, Color: th.MoltenLight.Fade(0.34)}, draw.Stop{At: 0.25, Color: th.MoltenLight.Fade(0.16)}, draw.Stop{At: 0.6, Color: th.MoltenLight.Fade(0.05)}, draw.Stop{At: 1, Color: th.MoltenLight.Fade(0)})
	}
	if p.lay.Form.Upright() {
		if sink >= 1 {
			return
		}
		x := p.hills.Box.X + p.hills.Box.W*0.66
		r := p.hills.Box.W * 0.5
		l.Push(geom.Affine{A: 1, D: p.hills.Rise * 2 / r, E: x, F: p.hills.Crest(0, x)}, 1-sink)
		l.Circle(draw.Name("halo"), geom.P(0, 0), r, ramp(r), draw.Decor())
		l.Pop()
		return
	}
	c := geom.P(p.lay.Inner().Right()-p.lay.Px(170), p.lay.Head.Y+p.lay.Px(176))
	r, d := p.lay.Px(260), p.lay.Px(30)
	l.Push(geom.Translate(c.X, c.Y), 1)
	l.Circle(draw.Name("halo"), geom.P(0, 0), r, ramp(r), draw.Decor())
	l.Circle(draw.Name("moon"), geom.P(0, 0), d, draw.RadialRamp(geom.P(-d*0.3, -d*0.3), d*1.4, draw.Stop{At: 0, Color: draw.Mix(th.GoldLight, th.MoltenLight, 0.5)}, draw.Stop{At: 1, Color: th.GoldLight}), draw.Decor())
	l.Pop()
}

// pieces is how many pieces of litter lie about, a setting without an amount.
const pieces = 260

// litter strews small things over the terraces; they go as the front comes.
func litter(l *draw.List, v *stage.View, p *places, m *moment) {
	if m.sweep >= 1 {
		return
	}
	chance := draw.Noise()
	first, second := l.NewPath(), l.NewPath()
	size := p.u * 8.4
	n := pieces
	if p.lay.Form.Upright() {
		n, size = pieces*3/5, p.width/80
	}
	for i := 0; i < n; i++ {
		c := chance[i*4 : i*4+8]
		k := i % lanes
		along := (float64(i/lanes) + float64(c[0])/255) / float64((n+lanes-1)/lanes)
		stay := 1 - anim.Span(m.lead[k]-along, -0.03, 0.012, anim.CubicInOut)
		if stay <= 0 {
			continue
		}
		x := p.from + p.width*along
		crest := p.hills.Crest(k, x)
		y := crest + (p.hills.Crest(k+1, x)-crest)*(0.06+0.86*float64(c[1])/255)
		if k == lanes-1 {
			y = crest + (p.hills.Box.Bottom()-crest)*(0.05+0.6*float64(c[1])/255)
		}
		to := first
		if c[2] > 140 {
			to = second
		}
		scrap(to, geom.P(x, y), size*(0.6+0.8*float64(c[3])/255)*stay, float64(c[4])/255*math.Pi, 0.25+0.5*float64(c[5])/255)
	}
	l.Fill(draw.Name("litter"), first, draw.Ink(v.Theme.Litter), draw.Decor())
	l.Fill(draw.Name("litter.2"), second, draw.Ink(draw.Mix(v.Theme.Litter, v.Theme.Clay, 0.55)), draw.Decor())
}

// scrap adds a bent leaf of the given half length around c.
func scrap(p *geom.Path, c geom.Pt, half, angle, bend float64) {
	if half < 0.2 {
		return
	}
	s, k := math.Sincos(angle)
	at := func(x, y float64) geom.Pt { return geom.P(c.X+(k*x-s*y)*half, c.Y+(s*x+k*y)*half) }
	a, b := at(-1, 0), at(1, 0)
	up, down := at(0, -bend*2), at(0, -bend*2+0.75)
	p.Move(a.X, a.Y).Quad(up.X, up.Y, b.X, b.Y).Quad(down.X, down.Y, a.X, a.Y).Close()
}

// fronted is how much the front shows: it comes in as the sweep begins and goes
// as it ends.
func (m *moment) fronted() float64 {
	return anim.Span(m.sweep, 0, 0.08, anim.SineInOut) * (1 - anim.Span(m.sweep, 0.9, 1, anim.SineInOut))
}

// glow is the light that the crowd at the front casts on the ground.
func glow(l *draw.List, v *stage.View, p *places, m *moment) {
	show := m.fronted()
	if show <= 0 {
		return
	}
	l.PushClip(geom.R(v.Area.X, v.Area.Y, v.Area.W, p.lay.Foot.Y-v.Area.Y))
	defer l.Pop()
	for k, lead := range m.lead {
		x := p.from + p.width*lead
		top := p.hills.Crest(k, x)
		depth := p.hills.Crest(k+1, x) - top
		r := math.Max(p.width*0.13, depth*1.5)
		flat := depth * 1.15 / r
		l.Push(geom.Affine{A: 1, D: flat, E: x - r*0.45, F: top + depth*0.5}, show)
		l.Circle(draw.Nth("glow", k+1), geom.P(0, 0), r, draw.RadialRamp(geom.P(0, 0), r,
			draw.Stop{At: 0, Color: v.Theme.GoldLight.Fade(0.26)}, draw.Stop{At: 0.55, Color: v.Theme.GoldLight.Fade(0.1)}, draw.Stop{At: 1, Color: v.Theme.GoldLight.Fade(0)}), draw.Decor())
		l.Pop()
	}
}

// frontBeads is how many places of each bend of the front are measured for its
// length.
const frontBeads = 24

// front is the line up to which the ground is swept, as beads: they may travel
// without being drawn anew.
func front(l *draw.List, v *stage.View, p *places, m *moment) {
	show := m.fronted()
	if show <= 0 {
		return
	}
	x := p.from + p.width*m.lead[0]
	bead := draw.Dot{At: geom.P(x+p.u*6, p.hills.Crest(0, x)-p.hills.Rise*0.3), R: p.u * 0.75, Color: v.Theme.Ink.Fade(0.75 * show)}
	var line beads
	line.begin(bead.At)
	last := geom.P(x, p.hills.Crest(0, x))
	for k := 1; k <= lanes; k++ {
		lead := m.lead[min(k, lanes-1)]
		x := p.from + p.width*lead
		at := geom.P(x, p.hills.Crest(k, x))
		if k == lanes {
			at.Y -= p.u * 30
		}
		line.bend(last, last.Lerp(at, 0.5))
		last = at
	}
	line.bend(last, last)
	gap := p.u * 5.1
	l.Dots(draw.Name("front"), int(line.length/gap)+1, func(i int) draw.Dot {
		bead.At = line.at(float64(i) * gap)
		return bead
	}, draw.Decor())
}

// beads is a line of bends, measured in straight pieces.
type beads struct {
	pts    [(lanes+1)*frontBeads + 1]geom.Pt
	to     [(lanes+1)*frontBeads + 1]float64 // length of the line up to each
	n      int
	length float64
	seen   int // the piece that was asked for last
}

func (b *beads) begin(at geom.Pt) { b.pts[0], b.n = at, 1 }

// bend adds a quadratic curve.
func (b *beads) bend(by, to geom.Pt) {
	from := b.pts[b.n-1]
	for i := 1; i <= frontBeads; i++ {
		t := float64(i) / frontBeads
		at := from.Lerp(by, t).Lerp(by.Lerp(to, t), t)
		d := at.Sub(b.pts[b.n-1])
		b.length += math.Sqrt(d.Dot(d))
		b.pts[b.n], b.to[b.n] = at, b.length
		b.n++
	}
}

// at is the place so far along the line; it is to be asked for in order.
func (b *beads) at(along float64) geom.Pt {
	for b.seen+2 < b.n && b.to[b.seen+1] < along {
		b.seen++
	}
	part := b.to[b.seen+1] - b.to[b.seen]
	if part <= 0 {
		return b.pts[b.seen]
	}
	return b.pts[b.seen].Lerp(b.pts[b.seen+1], (along-b.to[b.seen])/part)
}
