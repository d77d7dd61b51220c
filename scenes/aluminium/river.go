package aluminium

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// motes are the sparks over the river.
const motes = 70

// drawRiver is the metal in its channel, between the two banks, as far as it has come:
// white where it leaves the cells, and yellow where it is to set.
func drawRiver(l *draw.List, v stage.View, at storyboard.Spot) {
	come := anim.Span(v.Beat(melt), runFrom, runTo, anim.SineInOut)
	left, right := at.Path, at.Line("bank-right")
	if come <= 0 || left == nil || right == nil || len(left.Pts) < 2 {
		return
	}
	n := min(len(left.Pts), len(right.Pts)) - 1
	bend := 0
	for i := range n + 1 {
		if left.Pts[i].X+right.Pts[i].X < left.Pts[bend].X+right.Pts[bend].X {
			bend = i
		}
	}
	// The bend is taken slowly: what is near passes more of the picture.
	front := come * float64(n)
	l.Open(draw.Name("river"), draw.Decor())
	near := draw.LinearRamp(middle(left, right, float64(bend)), middle(left, right, float64(n)),
		draw.Stop{At: 0, Color: pale}, draw.Stop{At: 0.55, Color: draw.RGB(0xFFC569)}, draw.Stop{At: 1, Color: amber})
	far := draw.LinearRamp(middle(left, right, 0), middle(left, right, float64(bend)),
		draw.Stop{At: 0, Color: white}, draw.Stop{At: 0.6, Color: draw.RGB(0xFFEDB8)}, draw.Stop{At: 1, Color: pale})
	reach(l, draw.Nth("metal", 1), left, right, 0, min(front, float64(bend)), far)
	if front > float64(bend) {
		reach(l, draw.Nth("metal", 2), left, right, float64(bend), front, near)
	}
	wide := left.Pts[bend].Dist(right.Pts[bend])
	shine := l.NewPath()
	for i := n / 6; float64(i) <= min(front, float64(n)*0.88); i++ {
		q := middle(left, right, float64(i))
		if i == n/6 {
			shine.Move(q.X, q.Y)
		} else {
			shine.Line(q.X, q.Y)
		}
	}
	l.Stroke(draw.Name("shine"), shine, geom.Pen{Width: wide * 0.08, Cap: geom.CapRound, Join: geom.JoinRound}, draw.Ink(draw.RGB(0xFFFFFF).Fade(0.6)), draw.Decor())
	if come < 1 {
		q, r := middle(left, right, front), wide*(0.5+1.1*come)
		show := anim.Clamp(8*come) * anim.Clamp(8*(1-come))
		l.Circle(draw.Name("front"), q, r, draw.RadialRamp(q, r,
			draw.Stop{At: 0, Color: white.Fade(show)}, draw.Stop{At: 0.2, Color: pale.Fade(0.8 * show)}, draw.Stop{At: 0.5, Color: amber.Fade(0.3 * show)}, draw.Stop{At: 1, Color: amber.Fade(0)}), draw.Decor())
	}
	l.Dots(draw.Name("motes"), motes, func(i int) draw.Dot {
		along := (0.15 + 0.8*storyboard.Chance(i, 0)) * float64(n)
		_, age := math.Modf(storyboard.Chance(i, 1) + 0.22*v.Now)
		q := middle(left, right, along)
		near := left.Pts[int(along)].Dist(right.Pts[int(along)]) / wide
		fade := anim.Clamp(front-along) * math.Sin(math.Pi*age) * 0.9
		return draw.Dot{
			At: geom.P(q.X+wide*near*(storyboard.Chance(i, 2)-0.5), q.Y-wide*near*(0.1+age*1.1*storyboard.Chance(i, 3))),
			R:  wide * (0.012 + 0.016*storyboard.Chance(i, 3)), Color: pale.Fade(fade),
		}
	}, draw.Decor())
	l.Close()
}

// middle is the middle of the river, so many of its points down.
func middle(left, right *geom.Path, at float64) geom.Pt {
	i := max(0, min(int(at), min(len(left.Pts), len(right.Pts))-2))
	t := anim.Clamp(at - float64(i))
	return left.Pts[i].Lerp(left.Pts[i+1], t).Lerp(right.Pts[i].Lerp(right.Pts[i+1], t), 0.5)
}

// reach fills the river between two places.
func reach(l *draw.List, id draw.ID, left, right *geom.Path, from, to float64, paint draw.Paint) {
	bank := func(p *geom.Path, at float64) geom.Pt {
		i := max(0, min(int(at), len(p.Pts)-2))
		return p.Pts[i].Lerp(p.Pts[i+1], anim.Clamp(at-float64(i)))
	}
	p := l.NewPath()
	start := bank(left, from)
	p.Move(start.X, start.Y)
	for i := int(from) + 1; float64(i) < to; i++ {
		p.Line(left.Pts[i].X, left.Pts[i].Y)
	}
	a, b := bank(left, to), bank(right, to)
	p.Line(a.X, a.Y).Line(b.X, b.Y)
	for i := int(math.Ceil(to)) - 1; float64(i) > from; i-- {
		p.Line(right.Pts[i].X, right.Pts[i].Y)
	}
	end := bank(right, from)
	l.Fill(id, p.Line(end.X, end.Y).Close(), paint, draw.Decor())
}
