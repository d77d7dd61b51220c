package gpu

import (
	"math"

	"lianhua/internal/draw"
)

// joinAfter is for how many frames neighbouring sheets stand still before they become
// one layer.
const joinAfter = 4

// member is a sheet among neighbours that stand still.
type member struct {
	m *draw.Mark
	p place
}

// join paints the run of neighbours that has been gathered, as one layer where that
// takes no more room than each by itself, and empties it.
func (r *Renderer) join() {
	l := &r.layers
	run := l.run
	l.run = l.run[:0]
	p, ok := joined(run)
	if ok {
		i := l.find(p)
		if i < 0 && l.spares(run, p.at.bytes(), r.frame) {
			r.unite(run, p)
			i = l.find(p)
		}
		if i >= 0 {
			l.kept[i].used = r.frame
			r.clip = p.at
			r.stats.Laid++
			r.lay(l.kept[i].image, p.at, 0, 0, 1, nil)
			return
		}
	}
	for i := range run {
		r.sheet(run[i].m, run[i].p, false)
	}
}

// joined is the place of neighbours as one layer; ok is false where they are better
// kept apart.
func joined(run []member) (p place, ok bool) {
	if len(run) < 2 {
		return p, false
	}
	marks, apart := 0, 0
	h := newShapeKey()
	p.at = run[0].p.at
	for i := range run {
		q := &run[i].p
		marks, apart = marks+run[i].m.Sheet.Len(), apart+q.at.area()
		p.at = box{min(p.at.x0, q.at.x0), min(p.at.y0, q.at.y0), max(p.at.x1, q.at.x1), max(p.at.y1, q.at.y1)}
		h.add(q.sheet)
		for _, v := range [...]float64{q.to.A, q.to.B, q.to.C, q.to.D, q.to.E, q.to.F} {
			h.add(math.Float64bits(v))
		}
	}
	p.sheet = h[0]
	return p, marks >= fewMarks && p.at.area() <= apart
}

// spares reports whether a layer of n bytes finds room, if need be that of the
// neighbours' own layers, which it takes the place of.
func (l *layers) spares(run []member, n int, frame uint32) bool {
	for i := range l.kept {
		k := &l.kept[i]
		taken := k.used+1 >= frame
		for j := range run {
			taken = taken && run[j].p != k.place
		}
		if taken {
			n += k.at.bytes()
		}
	}
	return n <= l.most
}

// unite makes one layer of neighbours. Their own stay as long as there is room, for
// when one of them moves.
func (r *Renderer) unite(run []member, p place) {
	l := &r.layers
	img := l.add(p, r.frame)
	before := r.onto(img, -p.at.x0, -p.at.y0, p.at)
	for i := range run {
		q := &run[i].p
		r.clip = q.at
		if k := l.find(*q); k >= 0 {
			l.kept[k].used = 0
			r.lay(l.kept[k].image, q.at, 0, 0, 1, nil)
		} else {
			r.once(run[i].m.Sheet, q.to)
		}
	}
	r.back(before)
	l.fit(0, r.frame)
}
