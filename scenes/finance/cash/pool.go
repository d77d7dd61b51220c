package cash

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

// FillBetween stretches a field over what lies between two sides, from the foot up to a
// share of their height; at the sides it lies lower, by a share too.
func FillBetween(f *draw.Field, left, right storyboard.Edge, share, slope float64, move *Rising) {
	const high = 12
	foot, top := left.First().Y, left.Last().Y
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
		a, b := left.Across(y), right.Across(y)
		for i := range lines {
			c := across(i, margin)
			q := 2*c - 1
			p := geom.P(anim.Lerp(a, b, c), y+(foot-top)*slope*t*q*q)
			p, level := move.at(p, c, 1-t)
			f.Mesh.P = append(f.Mesh.P, p)
			f.Mesh.Level = append(f.Mesh.Level, float32(level))
		}
	}
}

// Spread is the two pages of an open book: their edges from the gutter out.
type Spread struct{ LeftBack, LeftFront, RightBack, RightFront storyboard.Edge }

// Pool stretches a field over the pages: a pool about the gutter, with a ragged rim.
// Full is how far the gutter is filled to near the height of the pages beside it.
func (b *Spread) Pool(f *draw.Field, full float64, move *Rising) {
	const half, depth = 12, 9 // lines of the mesh
	rows := float64(f.Rows())
	for i := -half; i <= half; i++ {
		f.Mesh.U = append(f.Mesh.U, float64(f.Cols)*crowding(float64(i)/half))
	}
	for j := 0; j <= depth; j++ {
		t := float64(j) / depth // from the back to the front, with a row's room beyond
		t += (2*t - 1) / rows
		f.Mesh.V = append(f.Mesh.V, t*rows)
		wide := 0.6 + 0.4*math.Sin(math.Pi*anim.Clamp(0.12+0.76*t)) // an oval
		for i := -half; i <= half; i++ {
			s := float64(i) / half
			p := b.At(s*wide, t+0.05*(2*t-1)*math.Sin(s*13+2*t)*math.Cos(s*5))
			if deep := 0.3 - math.Abs(s*wide); deep > 0 {
				level := (b.At(-0.3, t).Y + b.At(0.3, t).Y) / 2
				p.Y -= max(0, p.Y-level) * 0.74 * full * anim.Clamp(deep*3.5)
			}
			p, light := move.at(p, (s+1)/2, t)
			f.Mesh.P = append(f.Mesh.P, p)
			f.Mesh.Level = append(f.Mesh.Level, float32(light))
		}
	}
}

// crowding is the share of a pool that lie left of a place, -1 to 1 across the
// book: most about the gutter.
func crowding(s float64) float64 {
	const wide = 0.42
	return 0.5 + 0.5*math.Erf(s/(wide*math.Sqrt2))/math.Erf(1/(wide*math.Sqrt2))
}

// At is a place on the pages: s from the gutter, negative to the left, t from the
// back to the front.
func (b *Spread) At(s, t float64) geom.Pt {
	back, front := b.RightBack, b.RightFront
	if s < 0 {
		back, front, s = b.LeftBack, b.LeftFront, -s
	}
	x, y := anim.Lerp(back.First().X, back.Last().X, s), anim.Lerp(front.First().X, front.Last().X, s)
	return geom.P(x, back.Up(x)).Lerp(geom.P(y, front.Up(y)), t)
}
