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
	"lianhua/scenes/inspection/roof"
)

// homeNames are the keys of the households of the trial, and homes their layers and slots
// in the drawing.
var (
	homeNames = [...]string{"inspection.house-a", "inspection.house-b", "inspection.house-c", "inspection.house-d", "inspection.house-e"}
	homes     = func() (all [len(homeNames)]home) {
		for i := range all {
			nth := func(name string) string { return draw.Nth(name, i+1).String() }
			all[i] = home{nth("home"), nth("house"), nth("ridge"), nth("roof"), nth("plate"), nth("ground")}
		}
		return all
	}()
)

type home struct {
	layer, house, ridge string
	roof, plate, ground string // slots: the roof's corners, and what a length along each wall is
}

// full is the score that a home starts from: its tiles.
func full(v *stage.View) float64 { return max(0, min(v.Value(fullID), mostTiles)) }

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

// tiles are what roofs are covered with: by night their clay has less light.
func tiles(v *stage.View) roof.TileInk {
	ink := roof.TileInk{Clay: v.Theme.Clay, Shade: draw.RGB(0x5A231A), Shine: draw.RGB(0xFFD9A0)}
	if v.Theme.Dark() {
		ink.Clay = draw.Mix(ink.Clay, ink.Shade, 0.24)
	}
	return ink
}

// Once, unasked, the last tiles of the first house lift and lie back; then one lies
// loose, ringed, until the reader has taken any.
const (
	liftFrom, liftTo = 0.64, 0.96
	lifted           = 5
	looseFrom        = 0.9
)

// lift is how high the k-th of them is, from the last.
func lift(v *stage.View, k int) float64 {
	t := anim.Span(v.Beat(beatScore), liftFrom, liftTo, anim.Linear)
	return math.Sin(math.Pi * anim.Span(t, 0.08*float64(k), 0.68+0.08*float64(k), anim.Linear))
}

func drawTiles(house int) func(*draw.List, stage.View, storyboard.Spot) {
	id := draw.Nth("home", house+1)
	return func(l *draw.List, v stage.View, at storyboard.Spot) {
		all, left := int(full(&v)), int(score(&v, house))
		if at.Path == nil || len(at.Path.Pts) < 4 || all < 1 {
			return
		}
		r, ink := roof.Of(at.Path, float64(all)), tiles(&v)
		laid := left
		if house == 0 && v.Inputs.Len() == 0 {
			laid = max(0, all-lifted)
		}
		r.Tiles(l, id, laid, house, ink)
		for n := laid; n < left; n++ {
			drawLoose(l, &v, id, &r, n, all-1-n, ink)
		}
		light := v.Knob(&roofLight)
		if v.Theme.Dark() {
			light /= 2
		}
		r.Lit(l, id, light)
		deep := r.Deep()
		l.Stroke(id.Sub("track"), r.Track(l, float64(all)), geom.Pen{Width: deep * 1.02, Join: geom.JoinRound, Cap: geom.CapRound}, draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
		fallen := roof.Fallen{Ground: at.Line(homes[house].ground), Plate: at.Slot(homes[house].plate)}
		fallen.Draw(l, id, left, all, house, ink)
		storyboard.Shine(l, &v, id, at, 2.4, v.Theme.Accent)
	}
}

// drawLoose is a tile that lifts, the k-th from the last, which comes to lie loose within
// a ring.
func drawLoose(l *draw.List, v *stage.View, id draw.ID, r *roof.Roof, n, k int, ink roof.TileInk) {
	lies, deep, up := 0.0, r.Deep(), lift(v, k)
	if k == 0 {
		lies = v.Span(beatScore, looseFrom, 1)
	}
	r.Loose(l, id, n, k+1, geom.P(0.05*deep*up, -1.5*deep*up*v.Knob(&tilesUp)), lies, ink)
	if lies > 0 {
		ring := l.NewPath().Circle(r.Middle(n).Add(geom.P(0.4*deep, 0.3*deep)), max(1.6*deep, 3))
		l.Stroke(id.Sub("halo"), ring, geom.Pen{Width: 0.36 * deep}, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.95*lies)), draw.Decor())
		l.Stroke(id.Sub("ring"), ring, geom.Pen{Width: 0.18 * deep}, draw.Ink(draw.RGB(0xB04F38).Fade(lies)), draw.Decor())
	}
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
		chart.Phrase(l, &v, id.Sub("name"), homeNames[house], name, geom.P(r.X+0.3*r.H, r.Y+0.71*r.H), v.Theme.Text)
		chart.Worked(l, &v, id.Sub("score"), decimal.FromInt(int64(left)), number, geom.P(r.Right()-0.28*r.H, r.Y+0.79*r.H), c)
	}
}
