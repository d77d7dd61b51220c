package march

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Abreast is how many people stand in a row of a crowd that is counted in fields.
const Abreast = 10

// Columns is where the lines of such a crowd's mesh cross its rows, and FromMiddle how far
// from their middle these lie, in half widths, while it goes along a lane: most keep to
// the middle of it, so that its sides are soft. The outer ones leave a row's room.
var (
	Columns    = [...]float64{-1, 0, 1.5, 5, 8.5, 10, 11}
	FromMiddle = [...]float64{-1.25, -1, -0.42, 0, 0.42, 1, 1.25}
)

// Row is a line of the mesh across a crowd: a place of the lattice that is so far along
// its lane, and where it lies in the field to which its people count.
type Row struct {
	V, Share float64
	Field    int
	Home     [len(Columns)]geom.Pt
}

// between is how many rows a field has between its first two and its last two.
const between = 10

// AppendRows appends those of people who begin at the row from of the lattice, and whose
// first field is the given one, each of them for so many as each. There are more rows
// where tell, which rises with the share of the people, rises more; nil: evenly. In the
// fields two files are no nearer to one another than least.
func AppendRows(to []Row, hill *geom.Path, from, field, people, each int, least float64, tell func(share float64) float64) []Row {
	if tell == nil {
		tell = func(s float64) float64 { return s }
	}
	rows := math.Ceil(float64(people) / Abreast)
	for f := 0; f*each < people; f++ {
		start := float64(f * each / Abreast)
		own := min(float64(each/Abreast), rows-start)
		part := min(1, float64(people-f*each)/float64(each))
		a, b := tell((start+1)/rows), tell((start+own-1)/rows)
		row := start + 1
		for j := range between + 4 {
			v := row
			switch j {
			case 0:
				v = start
			case 1, between + 2:
				v = anim.Lerp(start+1, max(start+1, start+own-1), float64(j-1)/(between+1))
			case between + 3:
				v = start + own
			default:
				want := anim.Lerp(a, b, float64(j-1)/(between+1))
				lo, hi := row, start+own-1
				for range 24 {
					if mid := (lo + hi) / 2; tell(mid/rows) < want {
						lo = mid
					} else {
						hi = mid
					}
				}
				row = lo
				v = row
			}
			r := Row{V: float64(from) + v, Share: v / rows, Field: field + f}
			r.lie(PaddyAt(hill, field+f), (v-start)/own, part, 1.3/own, least)
			to = append(to, r)
		}
	}
	return to
}

// lie puts a row into its field, at the share s of the part of that which is taken. End
// is how much longer its first and last row are: nobody is cut there.
func (r *Row) lie(q Paddy, s, part, end, least float64) {
	switch {
	case s <= 0:
		s = -end
	case s >= 1:
		s = 1 + end
	}
	along := (end + s) / (1 + 2*end)
	for i, u := range Columns {
		// No two files stand alike: nobody is to see them as threads.
		t := 1 - u/Abreast
		t += 0.04 * math.Sin(math.Pi*anim.Clamp(t)) * math.Sin(13*along+2.1*float64(r.Field)+u)
		t += 0.08 * (t - t*t) // and at its lower edge
		r.Home[i] = q.roomy(anim.Lerp(0.03, 0.97, ByArea(part)*anim.Clamp(along)), anim.Lerp(0.03, 0.97, t), least*Abreast*1.5)
	}
}

// orderly is how far people in a field stand from where each would stand in rank, in
// parts of the way to the next: none is cut at its edge.
const orderly = 0.5

// roomInField is how near files may stand there for everybody to be drawn whole.
func roomInField(spark, scale float64) float64 {
	return (spark*inField + 0.5/scale) / (draw.MaxReach - orderly/2 - 0.1)
}

// countedField is a field whose mesh has yet to get its rows.
func countedField(l *draw.List, v *stage.View, count int) *draw.Field {
	f := l.NewField()
	f.Count, f.Cols = count, Abreast
	f.Jitter, f.Sway, f.Phase = orderly, 0.03, v.Now*0.7
	f.Mesh.U = append(f.Mesh.U, Columns[:]...)
	return f
}

// Gathering is a crowd that is only seen counted, in the fields of a hill.
type Gathering struct {
	Name         string
	People, Each int
	Spark        float64
	rows         []Row
}

// GatheringOf settles people in a slot's fields.
func GatheringOf(at storyboard.Spot, slot string, g Gathering) *Gathering {
	g.rows = AppendRows(nil, at.Line(slot), 0, 0, g.People, g.Each, roomInField(g.Spark, at.Scale), nil)
	return &g
}

// Draw draws them as far as they have come, a field after the other, down from so far
// above, where the village is: below the hill stand words.
func (g *Gathering) Draw(l *draw.List, v *stage.View, t, above float64, inks [4]draw.Color, by Push) {
	if t <= 0 || g.People <= 0 {
		return
	}
	f := countedField(l, v, g.People)
	f.Radius, f.Inks = g.Spark*fieldSize(v.Theme), inks
	n := (g.People + g.Each - 1) / g.Each
	for i := range g.rows {
		s := &g.rows[i]
		come := anim.Stagger(t, s.Field, n, 0.4, anim.CubicOut)
		f.Mesh.V = append(f.Mesh.V, s.V)
		for _, p := range s.Home {
			f.Mesh.P = append(f.Mesh.P, by.from(p.Add(geom.P(0, (come-1)*above))))
			f.Mesh.Level = append(f.Mesh.Level, float32(come))
		}
	}
	l.Field(draw.Name(g.Name), f, draw.Sem{})
}

// Push is a finger on a crowd: where, how far it reaches and how hard it presses, in the
// drawing's pixels.
type Push struct {
	At           geom.Pt
	Reach, Force float64
}

// PushOf is the view's finger on a drawing, as hard as a share of it.
func PushOf(v *stage.View, at storyboard.Spot, share float64) Push {
	return Push{at.Under(v.Finger.At), min(v.Area.W, v.Area.H) * 0.17 / at.Scale, v.Finger.Force * share}
}

// from is where somebody goes: away, by less the farther they stand, so that nobody is
// pushed past another.
func (b *Push) from(p geom.Pt) geom.Pt {
	if b.Force <= 0 {
		return p
	}
	d := p.Sub(b.At)
	q := d.Dot(d) / (b.Reach * b.Reach)
	if q >= 1 {
		return p
	}
	return p.Add(d.Unit().Mul(b.Reach * 0.3 * b.Force * (1 - q) * (1 - q)))
}
