package platforms

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// worksRows are those in which the scaffolded houses stand.
const worksRows = 3

// drawWorks draws the platforms that are helped to improve: small houses in bamboo
// scaffolding, those behind first.
func drawWorks(l *draw.List, v stage.View, at storyboard.Spot) {
	n := v.Count(supportedID, mostWorks)
	if at.Path == nil || len(at.Path.Pts) < 3 || n == 0 {
		return
	}
	far, first, near := at.Path.Pts[0], at.Path.Pts[1], at.Path.Pts[2]
	each := (n + worksRows - 1) / worksRows
	along := far.Sub(first).Mul(1 / float64(max(each-1, 1)))
	down := near.Sub(first).Mul(1.0 / (worksRows - 1))
	k := down.Y / 23.45
	for row := range worksRows {
		var h house
		for i := range h {
			h[i] = l.NewPath()
		}
		for i := range min(each, max(0, n-row*each)) {
			h.add(first.Add(along.Mul(float64(i))).Add(down.Mul(float64(row))), k)
		}
		h.draw(l, v.Theme, draw.Nth("house", row+1), k)
	}
}

// house is the outlines of houses in a row, by what has one colour.
type house [5]*geom.Path

// add adds a house whose front corner is at a point.
func (h *house) add(at geom.Pt, k float64) {
	u, v, up := geom.P(13*k, -3.9*k), geom.P(-8*k, -6.5*k), geom.P(0, -22*k)
	face := func(to *geom.Path, p, a, b geom.Pt) {
		to.Polygon(p, p.Add(a), p.Add(a).Add(b), p.Add(b))
	}
	face(h[0], at, v, up)
	face(h[1], at, u, up)
	face(h[2], at.Add(up), u, v)
	face(h[3], at.Add(u.Mul(0.28)).Add(up.Mul(0.2)), u.Mul(0.44), up.Mul(0.34))
	// The scaffolding stands a little off the walls, and rises above the roof.
	off := geom.P(0, 2.2*k)
	line := func(p, q geom.Pt) { h[4].Move(p.X, p.Y).Line(q.X, q.Y) }
	for _, side := range [...]geom.Pt{u.Add(geom.P(2.2*k, -0.9*k)), v.Add(geom.P(-2.2*k, -0.9*k))} {
		foot := at.Add(off)
		for _, t := range [...]float64{0, 0.5, 1} {
			p := foot.Add(side.Mul(t))
			line(p, p.Add(up.Mul(1.32)))
		}
		for _, t := range [...]float64{0.32, 0.66, 1, 1.26} {
			p := foot.Add(up.Mul(t))
			line(p, p.Add(side))
		}
	}
}

func (h *house) draw(l *draw.List, th *stage.Theme, id draw.ID, k float64) {
	for i, c := range [...]draw.Color{draw.Mix(th.SilverMid, th.Steel, 0.4), draw.Mix(th.Panel, th.Silver, 0.4), th.SilverLight, th.CyanLight} {
		l.Fill(id.SubN("face", i+1), h[i], draw.Ink(c), draw.Decor())
	}
	l.Stroke(id.Sub("scaffold"), h[4], geom.Pen{Width: 1.05 * k}, draw.Ink(th.Gold), draw.Decor())
}

// drawBoards draws the projects that firms and universities share: a hanging board each.
func drawBoards(l *draw.List, v stage.View, at storyboard.Spot) {
	n := v.Count(jointID, mostBoards)
	if at.Path == nil || n == 0 {
		return
	}
	from, to := at.Path.Pts[0], at.Path.Pts[len(at.Path.Pts)-1]
	k := to.Sub(from).Len() / 85
	th := v.Theme
	for i := n - 1; i >= 0; i-- {
		p, id := from.Lerp(to, float64(i)/float64(max(n-1, 1))), draw.Nth("board", i+1)
		post := l.NewPath().Move(p.X-18*k, p.Y).Line(p.X-18*k, p.Y-92*k).Move(p.X-22*k, p.Y-90*k).Line(p.X+18*k, p.Y-90*k)
		l.Stroke(id.Sub("post"), post, geom.Pen{Width: 2.4 * k, Cap: geom.CapRound}, draw.Ink(th.Coal), draw.Decor())
		r := geom.R(p.X-14*k, p.Y-85*k, 30*k, 70*k)
		l.Rect(id.Sub("face"), r, 2.5*k, draw.LinearRamp(r.Min(), geom.P(r.Right(), r.Y), draw.Stop{At: 0, Color: draw.Mix(th.Clay, th.ClayLight, 0.25)}, draw.Stop{At: 0.35, Color: th.Clay}, draw.Stop{At: 1, Color: draw.Mix(th.Clay, th.Coal, 0.28)}), draw.Decor())
		l.Stroke(id.Sub("edge"), l.NewPath().RoundRect(r.Inset(2.6*k), 1.5*k), geom.Pen{Width: k}, draw.Ink(th.GoldLight), draw.Decor())
		signs := l.NewPath()
		for j := range 3 {
			y := r.Y + (18+17*float64(j))*k
			signs.Move(p.X-5*k, y).Line(p.X+7*k, y)
		}
		l.Stroke(id.Sub("signs"), signs, geom.Pen{Width: 3 * k, Cap: geom.CapRound}, draw.Ink(th.Panel), draw.Decor())
	}
}
