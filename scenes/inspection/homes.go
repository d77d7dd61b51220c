package inspection

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/decimal"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// homes are the households of the trial: their names in the copy, and their layers and
// slots in the drawing.
var homes = func() (all [5]home) {
	for i, letter := range [...]string{"a", "b", "c", "d", "e"} {
		nth := func(name string) string { return draw.Nth(name, i+1).String() }
		all[i] = home{"inspection.house-" + letter, nth("home"), nth("house"), nth("ridge"), nth("roof"), nth("plate"), nth("ground")}
	}
	return all
}()

type home struct {
	name                string // key
	layer, house, ridge string
	roof, plate, ground string // slots: the roof's corners, and what a length along each wall is
}

// full is the score that a home starts from: its tiles.
func full(v *stage.View) float64 {
	f, _ := v.Story.Figure(fullID)
	return max(0, min(f.Float64(), mostTiles))
}

// score is what a home has left of the full score: what the reader set, in whole
// points.
func score(v *stage.View, i int) float64 {
	all := full(v)
	return math.Round(max(0, min(all, v.Inputs.Get(draw.Nth("home", i+1), all))))
}

// mean is the town's score by the page's rule: the mean of the households that were
// looked at.
func mean(v *stage.View) decimal.Decimal {
	sum := int64(0)
	for i := range homes {
		sum += int64(score(v, i))
	}
	d, _, _ := decimal.FromInt(sum).Quo(decimal.FromInt(int64(len(homes))), 1, decimal.HalfUp)
	return d
}

// points are what the sliders say.
type points struct{}

// Mean has a home's slider tell its score.
func (points) Mean(v stage.View, layer draw.ID, s draw.Sem) draw.Sem {
	if layer.Name == "home" && layer.N >= 1 && layer.N <= len(homes) {
		s.Now, s.Min, s.Max, s.Step = score(&v, layer.N-1), 0, full(&v), 1
	}
	return s
}

// inRow is how many tiles lie side by side.
const inRow = 10

// roof is the slope that is tiled.
type roof struct {
	corner, across, down geom.Pt
	rows                 int
}

func roofOf(p *geom.Path, tiles float64) roof {
	return roof{p.Pts[0], p.Pts[1].Sub(p.Pts[0]), p.Pts[3].Sub(p.Pts[0]), max(1, int(math.Ceil(tiles/inRow)))}
}

// at is a point of it: so many tiles from the left, so many rows from the ridge.
func (r *roof) at(col, row float64) geom.Pt {
	return r.corner.Add(r.across.Mul(col / inRow)).Add(r.down.Mul(row / float64(r.rows)))
}

// tile appends the n-th tile, moved by so much.
func (r *roof) tile(to *geom.Path, n int, by geom.Pt) {
	const gap, over = 0.035, 0.16
	col, row := float64(n%inRow), float64(n/inRow)
	foot := min(row+1+over, float64(r.rows)+0.2)
	a, b := r.at(col+gap, row).Add(by), r.at(col+1-gap, row).Add(by)
	c, d := r.at(col+1-gap, foot).Add(by), r.at(col+gap, foot).Add(by)
	sag := c.Lerp(d, 0.5).Add(r.down.Mul(0.34 / float64(r.rows)))
	to.Move(a.X, a.Y).Line(b.X, b.Y).Line(c.X, c.Y).Quad(sag.X, sag.Y, d.X, d.Y).Close()
}

// slope is from the head of a row to its foot, square to it: tiles side by side have
// the same light.
func (r *roof) slope(row int) (from, to geom.Pt) {
	square := geom.P(-r.across.Y, r.across.X).Unit()
	step := r.down.Mul(1.2 / float64(r.rows))
	from = r.at(inRow/2, float64(row))
	return from, from.Add(square.Mul(square.X*step.X + square.Y*step.Y))
}

// track is the line along which a finger takes tiles off, row by row: at the middle of
// a tile it is that tile's turn, and past the last one none is off.
func (r *roof) track(l *draw.List, tiles float64) *geom.Path {
	p := l.NewPath()
	for row := range r.rows {
		y := float64(row) + 0.5
		a, b := r.at(0.5, y), r.at(0.5+min(inRow, tiles-inRow*float64(row)), y)
		p.Move(a.X, a.Y).Line(b.X, b.Y)
	}
	return p
}

// What shades tiles, and what lights them.
var lacquer, shine = draw.RGB(0x5A231A), draw.RGB(0xFFD9A0)

// clay is what tiles are made of: by night it has less light.
func clay(v *stage.View) draw.Color {
	if v.Theme.Dark() {
		return draw.Mix(v.Theme.Clay, lacquer, 0.24)
	}
	return v.Theme.Clay
}

// clays are the shades of tiles, which mean nothing: how far from one to another.
var clays = [...]float64{0.42, 0.62, 0.3, 0.8}

// Once, unasked, the last tiles of the first house lift and lie back; then one lies
// loose, ringed, until the reader has taken any.
const (
	liftFrom, liftTo = 0.64, 0.96
	lifted           = 5
	looseFrom        = 0.9
)

func lift(v *stage.View, house, n, all int) (up float64) {
	if k := all - 1 - n; house == 0 && k < lifted && v.Inputs.Len() == 0 {
		t := anim.Span(v.Beat(beatScore), liftFrom, liftTo, anim.Linear)
		t = anim.Span(t, 0.08*float64(k), 0.68+0.08*float64(k), anim.Linear)
		up = math.Sin(math.Pi * t)
	}
	return up
}

func drawTiles(house int) func(*draw.List, stage.View, storyboard.Spot) {
	id := draw.Nth("home", house+1)
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		all, left := full(&v), int(score(&v, house))
		if at.Path == nil || len(at.Path.Pts) < 4 || all < 1 {
			return
		}
		r := roofOf(at.Path, all)
		deep := math.Hypot(r.down.X, r.down.Y) / float64(r.rows)
		base := clay(&v)
		edges := l.NewPath()
		loose := v.Inputs.Len() == 0 && house == 0 && left > 0
		for row := range r.rows {
			var inks [len(clays)]*geom.Path
			for n := row * inRow; n < min(left, (row+1)*inRow); n++ {
				if loose && n >= int(all)-lifted {
					continue
				}
				k := int(storyboard.Chance(n+131*house, 2) * (float64(len(clays)) - 0.01))
				if inks[k] == nil {
					inks[k] = l.NewPath()
				}
				r.tile(inks[k], n, geom.Pt{})
				r.tile(edges, n, geom.Pt{})
			}
			from, to := r.slope(row)
			for k, path := range inks {
				if path != nil {
					c := draw.Mix(draw.Mix(base, lacquer, 0.16), draw.Mix(base, shine, 0.16), clays[k])
					l.Fill(id.SubN("tiles", row*len(clays)+k+1), path, tileRamp(from, to, c), draw.Decor())
				}
			}
		}
		thin := geom.Pen{Width: 0.06 * deep, Join: geom.JoinRound}
		l.Stroke(id.Sub("edges"), edges, thin, draw.Ink(lacquer.Fade(0.9)), draw.Decor())
		if loose {
			for n := max(0, int(all)-lifted); n < int(all); n++ {
				up := lift(&v, house, n, int(all))
				drawLoose(l, &v, id, &r, n, int(all), geom.P(0.05*deep*up, -1.5*deep*up), deep)
			}
		}
		shade(l, id, &r, v.Theme.Dark())
		l.Stroke(id.Sub("track"), r.track(l, all), geom.Pen{Width: deep * 1.02, Join: geom.JoinRound, Cap: geom.CapRound}, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
		drawTaken(l, &v, at, house, left, int(all))
		if on := max(v.Hovered(id), v.Pick(id)); on > 0 {
			l.Stroke(id.Sub("edge"), at.Path, geom.Pen{Width: 2.4 / at.Scale, Join: geom.JoinRound}, draw.Ink(v.Theme.Accent.Fade(on)), draw.Decor())
		}
	}
}

func tileRamp(from, to geom.Pt, c draw.Color) draw.Paint {
	return draw.LinearRamp(from, to, draw.Stop{At: 0, Color: draw.Mix(c, lacquer, 0.5)}, draw.Stop{At: 0.5, Color: c}, draw.Stop{At: 1, Color: draw.Mix(c, shine, 0.24)})
}

// drawLoose is a tile that lifts; the last comes to lie loose within a ring.
func drawLoose(l *draw.List, v *stage.View, id draw.ID, r *roof, n, all int, by geom.Pt, deep float64) {
	lies := 0.0
	if n == all-1 {
		lies = v.Span(beatScore, looseFrom, 1)
	}
	c := r.at(float64(n%inRow)+0.5, float64(n/inRow)+0.55)
	path := l.NewPath()
	r.tile(path, n, by)
	base := clay(v)
	from, to := r.slope(n / inRow)
	from, to = from.Add(by), to.Add(by)
	m := geom.Rotate(0.42*lies, c).Then(geom.Translate(0.45*deep*lies, 0.3*deep*lies))
	l.Push(m, 1)
	l.Fill(id.SubN("loose", all-n), path, tileRamp(from, to, draw.Mix(base, shine, 0.1)), draw.Decor())
	l.Stroke(id.SubN("loose-edge", all-n), path, geom.Pen{Width: 0.08 * deep, Join: geom.JoinRound}, draw.Ink(lacquer), draw.Decor())
	l.Pop()
	if lies > 0 {
		ring := l.NewPath().Circle(c.Add(geom.P(0.4*deep, 0.3*deep)), max(1.6*deep, 9/3.0))
		l.Stroke(id.Sub("halo"), ring, geom.Pen{Width: 0.36 * deep}, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.95*lies)), draw.Decor())
		l.Stroke(id.Sub("ring"), ring, geom.Pen{Width: 0.18 * deep}, draw.Ink(draw.RGB(0xB04F38).Fade(lies)), draw.Decor())
	}
}

// shade lays light from the left over a roof.
func shade(l *draw.List, id draw.ID, r *roof, dark bool) {
	p := l.NewPath()
	n := float64(r.rows)
	a, b, c, d := r.at(0, 0), r.at(inRow, 0), r.at(inRow, n), r.at(0, n)
	p.Move(a.X, a.Y).Line(b.X, b.Y).Line(c.X, c.Y).Line(d.X, d.Y).Close()
	light, black := draw.RGB(0xFFE2B0), draw.RGB(0x2A1512)
	strength := 0.24
	if dark {
		strength = 0.12
	}
	l.Fill(id.Sub("light"), p, draw.LinearRamp(a, geom.P(b.X, c.Y), draw.Stop{At: 0, Color: light.Fade(strength)}, draw.Stop{At: 0.45, Color: light.Fade(0)}, draw.Stop{At: 0.5, Color: black.Fade(0)}, draw.Stop{At: 1, Color: black.Fade(0.26)}), draw.Decor())
}

// drawPlate is a home's name and what it has left, on the plate before it.
func drawPlate(house int) func(*draw.List, stage.View, storyboard.Spot) {
	id := draw.Nth("home", house+1)
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		r, left := at.Rect, score(&v, house)
		if r.Empty() {
			return
		}
		least := v.Layout().Type.Small / at.Scale
		c := v.Theme.Ink
		if left < full(&v) {
			c = v.Theme.Accent
		}
		name := typeset.Style{Face: typeset.SansBold, Size: max(0.6*r.H, min(least, 0.8*r.H))}
		number := typeset.Style{Face: typeset.Serif, Size: max(0.83*r.H, min(least, r.H)), Tabular: true, Align: typeset.End}
		chart.Phrase(l, &v, id.Sub("name"), homes[house].name, name, geom.P(r.X+0.3*r.H, r.Y+0.71*r.H), v.Theme.Text)
		chart.Worked(l, &v, id.Sub("score"), decimal.FromInt(int64(left)), number, geom.P(r.Right()-0.28*r.H, r.Y+0.79*r.H), c)
	}
}
