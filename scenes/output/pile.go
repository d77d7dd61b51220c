package output

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

const (
	// ingotWorth is what an ingot stands for, in yuan, as the picture says.
	ingotWorth = 1_000_000_000
	mostIngots = 253

	fall = 0.034 // of the beat that an ingot falls
	drop = 7.0   // ingots' heights from which it falls, but from no higher than the pile's top
	last = 2     // and the last from so many
	// A row takes over a bar in so much of the beat; so many do at once.
	settle, recent = 0.013, 6
	flash          = 0.02 // of the beat in which one that lands throws the sun back
)

// count is how many ingots a figure is worth.
func count(v *stage.View) int { return v.Count(totalID, mostIngots*ingotWorth) / ingotWorth }

// pile is how ingots lie: each row has one less than the row below it, and all stand
// end on, their long sides running away to the right.
type pile struct {
	n, rows int
	foot    geom.Pt // left
	w, h    float64 // of an ingot's end
	long    geom.Pt // along its side
}

func pileIn(n int, at storyboard.Spot) pile {
	p := pile{n: n, foot: geom.P(at.Rect.X, at.Rect.Bottom())}
	for p.rows*(p.rows+1)/2 < n {
		p.rows++
	}
	of := float64(max(p.rows, 1))
	p.w, p.h = at.Rect.W/of, at.Rect.H/of
	bar := at.Slot("bar")
	p.long = geom.P(bar.W, -bar.H)
	return p
}

// row is the row of an ingot and its place there, counted from the foot's left.
func (p *pile) row(i int) (row, col int) {
	for row < p.rows && i >= p.rows-row {
		i -= p.rows - row
		row++
	}
	return row, i
}

// at is the foot's left corner of a place in a row.
func (p *pile) at(row, col int) geom.Pt {
	return geom.P(p.foot.X+p.w*(float64(row)/2+float64(col)), p.foot.Y-p.h*float64(row))
}

// place is the foot's left corner of an ingot, and how much light falls on its end.
func (p *pile) place(i int) (at geom.Pt, lum float64) {
	row, col := p.row(i)
	return p.at(row, col), p.lum(row, col)
}

// lands is when an ingot lies, in parts of the beat: one after another, and the last
// after a pause.
func (p *pile) lands(i int) float64 {
	if i == p.n-1 {
		return pileDone
	}
	return pileFrom + fall + (pileDone-0.06-pileFrom-fall)*float64(i)/float64(max(p.n-2, 1))
}

// lum is how much light falls on an ingot's end: the sun stands low at the right.
func (p *pile) lum(row, col int) float64 {
	across := (float64(row)/2 + float64(col) + 0.5) / float64(p.rows)
	return 0.23 + 0.34*across + 0.16*float64(row)/float64(p.rows) + 0.14*storyboard.Chance(row, col)
}

// drawPile draws the ingots that lie, row by row from the ground, and those that fall.
func drawPile(l *draw.List, v stage.View, at storyboard.Spot) {
	t := v.Beat(ingots)
	p := pileIn(count(&v), at)
	m := metalOf(&v)
	ghosts(l, &v, &p, t)
	lying := 0
	for lying < p.n && t >= p.lands(lying) {
		lying++
	}
	first := 0
	for row := 0; row < p.rows && first < lying; row++ {
		k := min(p.rows-row, lying-first)
		l.Push(geom.Identity(), anim.Clamp((t-p.lands(first))/settle))
		sides(l, &p, &m, row, k)
		l.Pop()
		first += k
	}
	for i := max(0, lying-recent); i < lying; i++ { // a bar goes when its row has taken it over
		q, _ := p.place(i)
		l.Push(geom.Identity(), anim.Clamp(2-(t-p.lands(i))/settle))
		long(l, &p, &m, draw.Nth("bar", i+1), q, 1)
		l.Pop()
	}
	ends(l, &p, &m, lying)
	lifted(l, &v, &p, &m, at, lying)
	for i := p.n - 1; i >= lying; i-- {
		come := anim.Clamp((t - p.lands(i) + fall) / fall)
		if come <= 0 {
			continue
		}
		q, lum := p.place(i)
		row, _ := p.row(i)
		from := min(v.Knob(&dropFrom), float64(max(p.rows-row, last))) // below the words over the pile
		l.Push(geom.Translate(0, -p.h*from*(1-come*come)), min(1, come*2.5))
		bar(l, &p, &m, i, q, lum)
		l.Pop()
	}
	for i := max(0, lying-recent); i < min(p.n, lying+recent); i++ {
		if show := 1 - math.Abs(t-p.lands(i))/flash; show > 0 && t > 0 {
			q, _ := p.place(i)
			c, wide := q.Add(geom.P(p.w*0.9, -p.h)), p.w*v.Knob(&flashWide)
			l.Circle(draw.Nth("flash", i+1), c, wide, draw.RadialRamp(c, wide, draw.Stop{At: 0, Color: m.flash.Fade(0.95 * show)}, draw.Stop{At: 0.25, Color: m.flash.Fade(0.5 * show)}, draw.Stop{At: 1, Color: m.flash.Fade(0)}), draw.Decor())
		}
	}
}

// ghosts are the outlines of the places that are still free. They are solid: dashes
// say that something is a target.
func ghosts(l *draw.List, v *stage.View, p *pile, t float64) {
	show := 1 - anim.Span(t, 0.5, pileDone, anim.Linear)
	if show <= 0 {
		return
	}
	path := l.NewPath()
	for i := 0; i < p.n; i++ {
		q, _ := p.place(i)
		outline(path, p, q)
	}
	l.Stroke(draw.Name("ghosts"), path, geom.Pen{Width: p.w * 0.02}, draw.Ink(v.Theme.SilverDark.Fade(v.Knob(&outlined)*show)), draw.Decor())
}

// lifted is the ingot that the reader's finger is on.
func lifted(l *draw.List, v *stage.View, p *pile, m *metal, at storyboard.Spot, lying int) {
	force := anim.Clamp(v.Finger.Force)
	if force <= 0 || lying < p.n {
		return
	}
	f := at.Under(v.Finger.At)
	for i := 0; i < p.n; i++ {
		q, lum := p.place(i)
		if geom.R(q.X, q.Y-p.h, p.w, p.h).Has(f) {
			end(l, p, m, draw.Name("lifted"), q.Add(geom.P(0, -p.h*0.34*force)), lum+0.2*force)
		}
	}
}
