package inspection

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/decimal"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// homes are the households of the trial: the name on the wall and the one that
// is read out.
var homes = [...]struct{ name, label string }{
	{"inspection.house-a", "inspection.home-a"},
	{"inspection.house-b", "inspection.home-b"},
	{"inspection.house-c", "inspection.home-c"},
	{"inspection.house-d", "inspection.home-d"},
	{"inspection.house-e", "inspection.home-e"},
}

// score is what a home has left of the full score: what the reader set, in
// whole points.
func score(v *stage.View, i int, full float64) float64 {
	return math.Round(max(0, min(full, v.Inputs.Get(draw.Nth("home", i+1), full))))
}

// mean is the town's score by the page's rule: the mean of the households that
// were looked at.
func mean(v *stage.View, full float64) decimal.Decimal {
	sum := int64(0)
	for i := range homes {
		sum += int64(score(v, i, full))
	}
	d, _, _ := decimal.FromInt(sum).Quo(decimal.FromInt(int64(len(homes))), 1, decimal.HalfUp)
	return d
}

// The wall of a home is laid of one brick a point, in courses of five.
const bricksInCourse = 5

func drawHouses(l *draw.List, v *stage.View, lay stage.Layout, p plan) {
	th, t := v.Theme, lay.Type
	f, ok := v.Story.Figure("inspection.full-score")
	if !ok || f.Float64() <= 0 {
		return
	}
	full := f.Float64()
	fill := v.Ease("score")
	rule := typeset.Style{Face: typeset.SansBold, Size: t.Text, Leading: 1.35}
	chart.Prose(l, v, draw.Name("rule"), "inspection.rule", rule, geom.R(p.rule.X, p.rule.Y, p.width, 0), th.Text)
	step := p.homes.W / float64(len(homes))
	w := step * 0.8
	courses := math.Ceil(full / bricksInCourse)
	// Bricks are twice as wide as high, where the space allows.
	h := min(w/bricksInCourse/2*courses, p.homes.H*0.84)
	roof := min(w*0.42, p.homes.H-h)
	body := geom.R(0, p.homes.Bottom()-h, w, h)
	l.Open(draw.Name("homes"), draw.Sem{Role: draw.RoleList, Label: v.Words("inspection.rule"), Digits: draw.DigitsFigure, Figure: f.ID})
	for i := range homes {
		b := body
		b.X = p.homes.X + float64(i)*step + (step-w)/2
		home(l, v, lay, i, b, roof, full, fill)
	}
	l.Close()
	town(l, v, lay, p, body, full, fill)
}

func home(l *draw.List, v *stage.View, lay stage.Layout, i int, b geom.Rect, roof, full, fill float64) {
	th, t := v.Theme, lay.Type
	id := draw.Nth("home", i+1)
	s := score(v, i, full)
	l.Open(id, draw.Sem{Role: draw.RoleSlider, Label: v.Words(homes[i].label), Now: s, Min: 0, Max: full, Step: 1})
	lift := v.Hovered(id) * lay.Px(3)
	over := b.W * 0.09
	shown := anim.Stagger(fill, i, len(homes), 0.6, anim.SineInOut)
	l.Fill(id.Sub("roof"), l.NewPath().Move(b.X-over, b.Y-lift).Line(b.X+b.W/2, b.Y-roof-lift).Line(b.Right()+over, b.Y-lift).Close(),
		draw.Ink(draw.Mix(draw.Mix(th.Ground, th.Clay, 0.45), th.Clay, shown)), draw.Decor())
	l.Fill(id.Sub("track"), l.NewPath().Rect(b), draw.Ink(draw.Mix(th.Ground, th.Faint, 0.35)), draw.Decor())
	laid, gone := l.NewPath(), l.NewPath()
	courses := math.Ceil(full / bricksInCourse)
	bw, bh := b.W/bricksInCourse, b.H/courses
	joint := max(bh*0.16, 0.5)
	for k := 0; k < int(full); k++ {
		r := geom.R(b.X+float64(k%bricksInCourse)*bw, b.Bottom()-float64(k/bricksInCourse+1)*bh, bw, bh).Inset(joint / 2)
		if float64(k) < s*shown {
			laid.Rect(r)
		} else {
			gone.Rect(r)
		}
	}
	l.Fill(id.Sub("gone"), gone, draw.Ink(draw.Mix(th.Ground, th.Faint, 0.7)), draw.Decor())
	l.Fill(id.Sub("points"), laid, draw.LinearRamp(geom.P(0, b.Y), geom.P(0, b.Bottom()),
		draw.Stop{At: 0, Color: th.Gold}, draw.Stop{At: 1, Color: th.GoldLight}), draw.Decor())
	ring := max(v.Pick(id), v.Hovered(id))
	if ring > 0 {
		l.Stroke(id.Sub("edge"), l.NewPath().Rect(b.Inset(-lay.Px(3))), geom.Pen{Width: max(lay.Px(2), 1.2), Join: geom.JoinMiter}, draw.Ink(th.Accent.Fade(ring)), draw.Decor())
	}
	number := typeset.Style{Face: typeset.Serif, Size: min(t.Label*0.95, b.W*0.46), Align: typeset.Center, Tabular: true}
	mid := b.X + b.W/2
	l.Push(geom.Identity(), anim.Span(shown, 0.5, 1, anim.Linear))
	chart.Worked(l, v, id.Sub("score"), decimal.FromInt(int64(s)), number, geom.P(mid, b.Bottom()+number.Size*1.08), th.Ink)
	l.Pop()
	chart.Label(l, v, id.Sub("name"), homes[i].name, typeset.Style{Face: typeset.Sans, Size: t.Small, Align: typeset.Center}, geom.P(mid, b.Bottom()+number.Size*1.08+t.Small*1.35), th.Text)
	l.Close()
}

// town draws the mean as a line across the homes at its height, and as a number.
func town(l *draw.List, v *stage.View, lay stage.Layout, p plan, body geom.Rect, full, fill float64) {
	th, t := v.Theme, lay.Type
	show := anim.Span(fill, 0.55, 1, anim.CubicOut)
	if show <= 0 {
		return
	}
	m := mean(v, full)
	y := body.Bottom() - body.H*m.Float64()/full
	l.Push(geom.Identity(), show)
	l.Open(draw.Name("town"), draw.Sem{Role: draw.RoleText})
	x1 := p.homes.Right() + lay.Px(6)
	line := l.NewPath().Move(p.homes.X-lay.Px(6), y).Line(anim.Lerp(p.homes.X, x1, show), y)
	l.Stroke(draw.Name("mean"), line, geom.Pen{Width: math.Max(lay.Px(2), 1.2), Dash: lay.Px(7), Gap: lay.Px(5)}, draw.Ink(th.Accent), draw.Decor())
	size := t.Figure
	if lay.Form == stage.Phone {
		size = t.FigureSmall
	}
	chart.Phrase(l, v, draw.Name("mean-name"), "inspection.mean", typeset.Style{Face: typeset.SansBold, Size: t.Small * 1.1, Align: p.align}, geom.P(p.mean.X, p.mean.Y-size*1.05), th.Accent)
	chart.Worked(l, v, draw.Name("mean-score"), m, typeset.Style{Face: typeset.Serif, Size: size, Tabular: true, Align: p.align}, p.mean, th.Ink)
	l.Close()
	w := p.homes.X + p.width - p.homes.Right()
	st := typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.35, Align: p.align}
	box := geom.R(p.mean.X, p.mean.Y+t.Small*0.5, lay.Px(190), 0)
	if p.align == typeset.End {
		box = geom.R(p.mean.X-w, box.Y, w, 0)
	}
	chart.Prose(l, v, draw.Name("trial"), "inspection.trial", st, box, th.Mute)
	l.Pop()
}
