package inspection

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// strips are in how many rows the tiles lie that are taken: those in front cover those
// behind.
const strips = 9

// drawTaken lays the tiles before the house that are off its roof, none on the plate:
// one a point, so that those on the roof and these are all.
func drawTaken(l *draw.List, v *stage.View, at storyboard.Spot, house, left, all int) {
	ground, plate := at.Line(homes[house].ground), at.Slot(homes[house].plate)
	if left >= all || ground == nil || len(ground.Pts) < 4 {
		return
	}
	o := ground.Pts[0]
	along, out, up := ground.Pts[1].Sub(o), ground.Pts[2].Sub(o), ground.Pts[3].Sub(o)
	k := along.Len()
	id := draw.Nth("home", house+1)
	wide, tall := 0.17*k, 0.09*k
	light, dark := draw.Mix(clay(v), shine, 0.24), draw.Mix(clay(v), lacquer, 0.18)
	for strip := range strips {
		var shades, tiles *geom.Path
		for n := left; n < all; n++ {
			depth := storyboard.Chance(n, house)
			if min(int(depth*strips), strips-1) != strip {
				continue
			}
			x, y := -0.4+3.75*storyboard.Chance(n+57*house+300, 1), 2.02+0.9*depth
			c := o.Add(along.Mul(x)).Add(out.Mul(y))
			if y < 2.2 && x > -0.3 && x < 3.3 {
				c = c.Add(up.Mul(0.16)) // on the board, else on the table
			}
			c = beside(c, plate, 0.2*k, storyboard.Chance(n+57*house+300, 3))
			if tiles == nil {
				shades, tiles = l.NewPath(), l.NewPath()
			}
			turn := 1.2 * (storyboard.Chance(n+57*house, 2) - 0.5)
			lay(shades, c.Add(geom.P(0.04*k, 0.05*k)), turn, wide, tall)
			lay(tiles, c, turn, wide, tall)
		}
		if tiles == nil {
			continue
		}
		foot := tiles.Bounds()
		l.Fill(id.SubN("taken-shade", strip+1), shades, draw.Ink(draw.RGB(0x3A2416).Fade(0.3)), draw.Decor())
		l.Fill(id.SubN("taken", strip+1), tiles, draw.LinearRamp(foot.Min(), geom.P(foot.X, foot.Bottom()), draw.Stop{At: 0, Color: light}, draw.Stop{At: 1, Color: dark}), draw.Decor())
		l.Stroke(id.SubN("taken-edge", strip+1), tiles, geom.Pen{Width: 0.013 * k, Join: geom.JoinRound}, draw.Ink(lacquer), draw.Decor())
	}
}

// beside moves a point off the plate, to the side that is nearer.
func beside(c geom.Pt, plate geom.Rect, wide, chance float64) geom.Pt {
	if room := plate.Inset(-wide); room.Has(c) {
		if c.X < plate.Center().X {
			c.X = room.X - 2.4*wide*chance
		} else {
			c.X = room.Right() + 2.4*wide*chance
		}
	}
	return c
}

// lay appends a tile that lies on the ground, turned.
func lay(to *geom.Path, c geom.Pt, turn, wide, tall float64) {
	sin, cos := math.Sincos(turn)
	sin *= 0.6
	corner := func(u, w float64) geom.Pt {
		return geom.P(c.X+u*wide*cos-w*tall*sin*1.4, c.Y+u*wide*sin+w*tall)
	}
	a, b, d, e := corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)
	to.Move(a.X, a.Y).Line(b.X, b.Y).Line(d.X, d.Y).Line(e.X, e.Y).Close()
}

// drawScore is the town's score on the clipboard, and the bars that it is the mean of.
func drawScore(l *draw.List, v stage.View, at storyboard.Spot) {
	r := at.Rect
	if r.Empty() {
		return
	}
	m, small := mean(&v), v.Layout().Type.Small/at.Scale
	name := typeset.Style{Face: typeset.SansBold, Size: max(0.142*r.H, min(small, 0.2*r.H))}
	number := typeset.Style{Face: typeset.Serif, Size: 0.39 * r.H, Tabular: true}
	l.Open(draw.Name("town"), draw.Sem{Role: draw.RoleText})
	name = v.Set.Fit(v.Words("inspection.mean"), name, r.W, 0.1*r.H)
	chart.Phrase(l, &v, draw.Name("mean-name"), "inspection.mean", name, geom.P(r.X, r.Y+0.16*r.H), v.Theme.Accent)
	chart.Worked(l, &v, draw.Name("mean-score"), m, number, geom.P(r.X, r.Y+0.6*r.H), v.Theme.Ink)
	l.Close()
	if box := at.Slot("bars"); box.H > 10 {
		drawBars(l, &v, at, box, m.Float64())
	}
}

func drawBars(l *draw.List, v *stage.View, at storyboard.Spot, box geom.Rect, mean float64) {
	all, th := full(v), v.Theme
	if all <= 0 {
		return
	}
	grid := l.NewPath()
	for i := range 5 {
		y := box.Y + box.H*float64(i)/4
		grid.Move(box.X, y).Line(box.Right(), y)
	}
	l.Stroke(draw.Name("grid"), grid, geom.Pen{Width: 0.8}, draw.Ink(th.Faint), draw.Decor())
	step := box.W / float64(len(homes))
	names := at.Slot("bar-names")
	small := max(14, min(v.Layout().Type.Small/at.Scale, step))
	for i := range homes {
		h := box.H * score(v, i) / all
		b := geom.R(box.X+step*(float64(i)+0.18), box.Bottom()-h, step*0.64, h)
		id := draw.Nth("bar", i+1)
		l.Fill(id, l.NewPath().Rect(b), draw.LinearRamp(b.Min(), geom.P(b.Right(), b.Y), draw.Stop{At: 0, Color: draw.Mix(th.Clay, shine, 0.3)}, draw.Stop{At: 1, Color: th.Clay}), draw.Decor())
		chart.Phrase(l, v, id.Sub("name"), homes[i].name, typeset.Style{Size: small, Align: typeset.Center}, geom.P(b.Center().X, names.Y+0.85*names.H), th.Text)
	}
	y := box.Bottom() - box.H*anim.Clamp(mean/all)
	l.Line(draw.Name("mean").Sub("halo"), geom.P(box.X-0.11*box.W, y), geom.P(box.Right()+0.04*box.W, y), 4.4, draw.Ink(th.Panel.Fade(0.9)), draw.Decor())
	l.Line(draw.Name("mean"), geom.P(box.X-0.11*box.W, y), geom.P(box.Right()+0.04*box.W, y), 2.4, draw.Ink(th.Accent), draw.Decor())
}
