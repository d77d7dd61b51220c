package finance

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// lieOnPages draws the coins that have landed in the book: a pool about the gutter,
// which they fill.
func lieOnPages(l *draw.List, v stage.View, at storyboard.Spot) {
	const cols, half, depth = 100, 12, 9 // of the lattice, and of the mesh's lines
	now, d := falling(&v, beatLoans), dealing(&v)
	lying, air := loanStream.split(&v)
	landed := now.landed()
	if now.lie() <= 0 || lying <= 0 || d.loose <= 0 {
		return
	}
	lb, lf := edgeOf(&at, "page-left-back"), edgeOf(&at, "page-left-front")
	rb, rf := edgeOf(&at, "page-right-back"), edgeOf(&at, "page-right-front")
	gutter := [2]geom.Pt{lb.first(), lf.first()}
	page := rf.last().X - gutter[1].X
	f := l.NewField()
	f.Count, f.Cols, f.Symbol, f.Radius = lying, cols, draw.Coin, page*0.0088
	f.Jitter, f.Shown, f.Inks = 0.92, now.lie(), inks(&v, &loans)
	rows := float64(f.Rows())
	to := target{rect: at.Rect, from: float64(air) / float64(air+lying), to: 1, neck: geom.P(gutter[0].X, anim.Lerp(gutter[0].Y, at.Rect.Bottom(), 0.5))}
	for i := -half; i <= half; i++ {
		f.Mesh.U = append(f.Mesh.U, cols*crowding(float64(i)/half))
	}
	for j := 0; j <= depth; j++ {
		t := float64(j) / depth // from the back to the front, with a row's room beyond
		t += (2*t - 1) / rows
		f.Mesh.V = append(f.Mesh.V, t*rows)
		wide := 0.6 + 0.4*math.Sin(math.Pi*anim.Clamp(0.12+0.76*t)) // of the pool, an oval
		for i := -half; i <= half; i++ {
			s := float64(i) / half
			p := onPage(lb, lf, rb, rf, s*wide, t+0.05*(2*t-1)*math.Sin(s*13+2*t)*math.Cos(s*5)) // its rim is ragged
			// The gutter fills to near the height of the pages beside it.
			if fill := 0.3 - math.Abs(s*wide); fill > 0 {
				a, b := onPage(lb, lf, rb, rf, -0.3, t), onPage(lb, lf, rb, rf, 0.3, t)
				level := (a.Y + b.Y) / 2
				p.Y -= max(0, p.Y-level) * 0.74 * landed * anim.Clamp(fill*3.5)
			}
			f.Mesh.P = append(f.Mesh.P, to.of(p, (s+1)/2, t, d.rise))
			f.Mesh.Level = append(f.Mesh.Level, float32(d.left(to.share(t))))
		}
	}
	lie(l, draw.Name("lying-loans"), f, below(&v, v.Theme.GoldDark, draw.RGB(0x5A3B08)), 1-d.rise, at.Scale)
}

// lie draws coins that lie, and under them their thickness: the same ones, darker and
// a little lower.
func lie(l *draw.List, id draw.ID, f *draw.Field, c draw.Color, show, scale float64) {
	if show > 0 {
		g := l.NewField()
		m := g.Mesh
		*g = *f
		g.Mesh.U, g.Mesh.V = append(m.U, f.Mesh.U...), append(m.V, f.Mesh.V...)
		g.Mesh.P, g.Mesh.Level = append(m.P, f.Mesh.P...), append(m.Level, f.Mesh.Level...)
		g.Inks = [4]draw.Color{c, c, c, c}
		l.Push(geom.Translate(0, f.Radius*0.36), show)
		crowd(l, id.Sub("shade"), g, scale)
		l.Pop()
	}
	crowd(l, id, f, scale)
}

// below is the colour of what is under a coin: by day its own, by night in shade.
func below(v *stage.View, c, shade draw.Color) draw.Color {
	if v.Theme.Dark() {
		return draw.Mix(c, shade, 0.85)
	}
	return c
}

// crowding is the share of the coins that lie left of a place, -1 to 1 across the
// book: most about the gutter.
func crowding(s float64) float64 {
	const wide = 0.5
	return 0.5 + 0.5*math.Erf(s/(wide*math.Sqrt2))/math.Erf(1/(wide*math.Sqrt2))
}

// onPage is a place on the pages: s from the gutter, negative to the left, t from the
// back to the front.
func onPage(lb, lf, rb, rf edge, s, t float64) geom.Pt {
	back, front := rb, rf
	if s < 0 {
		back, front, s = lb, lf, -s
	}
	a, b := anim.Lerp(back.first().X, back.last().X, s), anim.Lerp(front.first().X, front.last().X, s)
	return geom.P(a, back.up(a)).Lerp(geom.P(b, front.up(b)), t)
}

// lieInFlask draws the coins that have come to the flask: it fills from its foot.
func lieInFlask(l *draw.List, v stage.View, at storyboard.Spot) {
	const cols = 24
	now, d := falling(&v, beatYear), dealing(&v)
	lying, air := yearStream.split(&v)
	if now.lie() <= 0 || lying <= 0 || d.loose <= 0 {
		return
	}
	left, right := edgeOf(&at, "flask-left"), edgeOf(&at, "flask-right")
	f := l.NewField()
	f.Count, f.Cols, f.Symbol = lying, cols, draw.Coin
	f.Radius, f.Jitter, f.Inks = (right.first().X-left.first().X)*0.0185, 0.9, inks(&v, &year)
	neck := geom.P((left.last().X+right.last().X)/2, anim.Lerp(left.last().Y, at.Rect.Bottom(), 0.7))
	to := target{rect: at.Rect, from: float64(air) / float64(air+lying), to: 1, neck: neck}
	filled(f, left, right, now.lie(), 0.05, &to, &d)
	lie(l, draw.Name("lying-year"), f, below(&v, v.Theme.Deep, draw.RGB(0x0A4250)), 1-d.rise, at.Scale)
}

// lieInPot draws the fund: it lies where it lay, and nothing flows.
func lieInPot(l *draw.List, v stage.View, at storyboard.Spot) {
	const cols = 25
	n, _ := fund.coins(&v)
	show := v.Span(beatOthers, 0.04, 0.4)
	if n <= 0 || show <= 0 {
		return
	}
	left, right := edgeOf(&at, "pot-left"), edgeOf(&at, "pot-right")
	f := l.NewField()
	f.Count, f.Cols, f.Symbol = n, cols, draw.Coin
	f.Radius, f.Jitter, f.Inks = (right.first().X-left.first().X)*0.048, 0.9, inks(&v, &fund)
	filled(f, left, right, 1, 0.24, nil, nil)
	l.Push(geom.Identity(), show)
	lie(l, draw.Name("lying-fund"), f, below(&v, v.Theme.Mint, draw.RGB(0x0F4A38)), 1, at.Scale)
	l.Pop()
}

// filled stretches a field over what lies between two sides, from the foot up to a
// share of their height; at the sides it lies lower, by a share too.
func filled(f *draw.Field, left, right edge, share, slope float64, to *target, d *deal) {
	const high = 12
	foot, top := left.first().Y, left.last().Y
	rows := float64(f.Rows())
	margin := 1 / float64(f.Cols)
	for i := range lines {
		f.Mesh.U = append(f.Mesh.U, float64(f.Cols)*across(i, margin))
	}
	for j := 0; j <= high; j++ {
		t := share * float64(j) / high
		if room := 2*t - 1; room < 0 || share >= 1 { // a row's, beyond what is there
			t += room / rows
		}
		f.Mesh.V = append(f.Mesh.V, t*rows)
		y := anim.Lerp(foot, top, t)
		a, b := left.across(y), right.across(y)
		for i := range lines {
			c := across(i, margin)
			q := 2*c - 1
			p := geom.P(anim.Lerp(a, b, c), y+(foot-top)*slope*t*q*q)
			level := 1.0
			if to != nil {
				p = to.of(p, c, 1-t, d.rise)
				level = d.left(to.share(1 - t))
			}
			f.Mesh.P = append(f.Mesh.P, p)
			f.Mesh.Level = append(f.Mesh.Level, float32(level))
		}
	}
}
