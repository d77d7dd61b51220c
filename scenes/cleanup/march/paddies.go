package march

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Paddy is a field on a hillside: four points of its upper edge and four of its lower,
// from its left, which water fills as far as a lens does.
type Paddy []geom.Pt

const paddyPoints = 8

// PaddyAt is the i-th field of a slot that holds one after another; where there is
// none, one without extent.
func PaddyAt(hill *geom.Path, i int) Paddy {
	if hill == nil || len(hill.Pts) < (i+1)*paddyPoints {
		return make(Paddy, paddyPoints)
	}
	return Paddy(hill.Pts[i*paddyPoints : (i+1)*paddyPoints])
}

// ledge is how much of a field's depth lies dry before its water: the foot of the wall
// above it.
const ledge = 0.12

// lens is the upper and the lower edge of the water at the share s of the length, no
// nearer to one another than least.
func lens(s, least float64) (upper, lower float64) {
	const pointed = 0.13
	q := max(math.Pow(max(0, math.Sin(math.Pi*anim.Clamp(s))), pointed), min(least, 1))
	return ledge + (0.4-ledge)*(1-q), 0.4 + 0.6*q
}

// At is the point at the share s along the field and t across its water.
func (q Paddy) At(s, t float64) geom.Pt { return q.roomy(s, t, 0) }

// roomy is likewise where people stand, who need so much room across.
func (q Paddy) roomy(s, t, least float64) geom.Pt {
	edge := func(p []geom.Pt) geom.Pt {
		n := anim.Clamp(s) * 3
		i := min(int(n), 2)
		return p[i].Lerp(p[i+1], n-float64(i))
	}
	up, down := edge(q[:4]), edge(q[4:])
	upper, lower := lens(s, least/max(up.Dist(down), 1e-9))
	return up.Lerp(down, anim.Lerp(upper, lower, t))
}

// areas is how much of a lens lies before each share of its length.
var areas = func() (sum [65]float64) {
	for i := 1; i < len(sum); i++ {
		upper, lower := lens((float64(i)-0.5)/float64(len(sum)-1), 0)
		sum[i] = sum[i-1] + lower - upper
	}
	return sum
}()

// ByArea is where along a field the share s of its water lies behind.
func ByArea(s float64) float64 {
	last := len(areas) - 1
	want, i := anim.Clamp(s)*areas[last], 1
	for i < last && areas[i] < want {
		i++
	}
	return (float64(i-1) + (want-areas[i-1])/(areas[i]-areas[i-1])) / float64(last)
}

// outline adds the water's edge as far as a share of the field's length.
func (q Paddy) outline(p *geom.Path, to float64) {
	const n = 10
	for i := range 2*n + 2 {
		k, t := i, 0.0
		if i > n {
			k, t = 2*n+1-i, 1
		}
		s := to * (0.5 - 0.5*math.Cos(math.Pi*float64(k)/n)) // its ends are round
		if at := q.At(s, t); i == 0 {
			p.Move(at.X, at.Y)
		} else {
			p.Line(at.X, at.Y)
		}
	}
	p.Close()
}

// along adds a line along the water, at t across it.
func (q Paddy) along(p *geom.Path, t, from, to float64) {
	const n = 6
	for i := range n + 1 {
		if at := q.At(anim.Lerp(from, to, float64(i)/n), t); i == 0 {
			p.Move(at.X, at.Y)
		} else {
			p.Line(at.X, at.Y)
		}
	}
}

// terrace is fields beside each other, from the left.
type terrace []Paddy

// terraces are those of a hill's first n fields: one ends where the next field lies
// farther left.
func terraces(hill *geom.Path, n int) (all []terrace) {
	for b := range n {
		q := PaddyAt(hill, b)
		if last := len(all) - 1; last >= 0 && q[0].X > all[last][len(all[last])-1][0].X {
			all[last] = append(all[last], q)
		} else {
			all = append(all, terrace{q})
		}
	}
	return all
}

// band adds what lies along the terrace from the share from of its depth to so far below
// it, and runs out into the slope so far beyond its ends.
func (all terrace) band(p *geom.Path, from, below, beyond float64) {
	first, last := all[0], all[len(all)-1]
	tip := func(up, down, in geom.Pt) geom.Pt {
		return up.Lerp(down, 0.86).Add(down.Sub(in).Unit().Mul(beyond))
	}
	at := tip(first[0], first[4], first[5])
	p.Move(at.X, at.Y+below*0.5)
	for _, q := range all {
		for i := range 4 {
			at := q[i].Lerp(q[4+i], from)
			p.Line(at.X, at.Y)
		}
	}
	at = tip(last[3], last[7], last[6])
	p.Line(at.X, at.Y+below*0.5)
	for k := range all {
		q := all[len(all)-1-k]
		for i := range 4 {
			p.Line(q[7-i].X, q[7-i].Y+below)
		}
	}
	p.Close()
}

// sunlit is a colour along the terrace, from the shade to where the sun stands.
func (all terrace) sunlit(shade, sun draw.Color) draw.Paint {
	a, b := all[0][4], all[len(all)-1][7]
	return draw.LinearRamp(geom.P(a.X, a.Y), geom.P(b.X, a.Y), draw.Stop{At: 0, Color: shade}, draw.Stop{At: 1, Color: sun})
}

// PaddyInks are the colours of fields: water from its far edge to its near, the light in
// it, its lip, the bund about it, the wall below where the sun is on it and where not, and
// the shadow at its foot.
type PaddyInks struct{ Far, Mid, Near, Light, Lip, Bund, Soil, Wall, Shade draw.Color }

// Paddies are the fields that so many marks take, each to a field, the last one in part:
// as sheets, dark and with light in them.
type Paddies struct{ Water, Lit *draw.Sheet }

// In units: how far a wall goes down, and its shadow, and how far both run out.
const wallHigh, wallShade, wallRuns = 7, 12, 12

// PaddiesOf makes them, in lines of a unit. Each terrace stands over the one above it:
// that one's wall ends behind its bund, as on a slope.
func PaddiesOf(hill *geom.Path, marks, each int, unit float64, ink PaddyInks) Paddies {
	h := Paddies{&draw.Sheet{}, &draw.Sheet{}}
	mark := func(to *draw.Sheet, p *geom.Path, pen geom.Pen, paint draw.Paint) {
		if !p.Empty() {
			to.Marks = append(to.Marks, draw.Mark{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Paint: paint, Path: p, Pen: pen, Parent: -1, Pair: -1})
		}
	}
	n := (marks + each - 1) / each
	all, lip, b := terraces(hill, n), &geom.Path{}, 0
	band := func(t terrace, from, below, beyond float64, paint draw.Paint) {
		p := &geom.Path{}
		t.band(p, from, below*unit, beyond*unit)
		mark(h.Water, p, geom.Pen{}, paint)
	}
	for _, t := range all {
		band(t, 0.5, wallShade, wallRuns+4, draw.Ink(ink.Shade))
		band(t, 0.3, wallHigh, wallRuns, t.sunlit(ink.Wall, ink.Soil))
		band(t, 0.6*ledge, 1.9, wallRuns-3, t.sunlit(draw.Mix(ink.Bund, ink.Wall, 0.34), ink.Bund))
		for _, q := range t {
			h.water(mark, q, min(1, float64(marks-b*each)/float64(each)), ink, lip)
			b++
		}
	}
	mark(h.Lit, lip, geom.Pen{Width: 1.1 * unit, Cap: geom.CapRound}, draw.Ink(ink.Lip.Fade(0.9)))
	h.Water.Seal()
	h.Lit.Seal()
	return h
}

// water adds a field's, of which a part is lit, and the lip of that part.
func (h *Paddies) water(mark func(*draw.Sheet, *geom.Path, geom.Pen, draw.Paint), q Paddy, part float64, ink PaddyInks, lip *geom.Path) {
	body := &geom.Path{}
	q.outline(body, 1)
	top, low := q.At(0.5, 0), q.At(0.5, 1)
	way := q[7].Sub(q[4]).Unit()
	down := geom.P(-way.Y, way.X) // the field tilts, and its light with it
	mark(h.Water, body, geom.Pen{}, draw.LinearRamp(top, top.Add(down.Mul(down.Dot(low.Sub(top)))),
		draw.Stop{At: 0, Color: draw.Mix(ink.Far, ink.Wall, 0.4)}, draw.Stop{At: 0.28, Color: draw.Mix(ink.Far, ink.Mid, 0.4)}, draw.Stop{At: 1, Color: draw.Mix(ink.Far, ink.Near, 0.6)}))
	to := ByArea(part)
	if part < 1 {
		body = &geom.Path{}
		q.outline(body, to)
	}
	wide := q.At(to, 0.5).X - q.At(0, 0.5).X
	mark(h.Lit, body, geom.Pen{}, draw.RadialRamp(q.At(to/2, 0.62), wide*0.56, draw.Stop{At: 0, Color: ink.Light.Fade(0.66)}, draw.Stop{At: 0.36, Color: draw.Mix(ink.Light, ink.Near, 0.6).Fade(0.46)}, draw.Stop{At: 1, Color: ink.Near.Fade(0.14)}))
	q.along(lip, 1, 0.05, to-0.05)
}

// Draw draws the fields, and the light in them as far as it has come from the top down.
func (h *Paddies) Draw(l *draw.List, name string, t, show float64) {
	if show <= 0 || len(h.Water.Marks) == 0 {
		return
	}
	id := draw.Name(name)
	l.Push(geom.Identity(), show)
	l.Sheet(id.Sub("water"), h.Water)
	if box := h.Lit.Bounds.Inset(-2); t > 0 {
		if t < 1 {
			box.H *= t
			l.PushClipPath(l.NewPath().Rect(box))
		}
		l.Sheet(id.Sub("lit"), h.Lit)
		if t < 1 {
			l.Pop()
		}
	}
	l.Pop()
}
