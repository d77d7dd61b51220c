package gpu

import (
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
)

// joinAfter is for how many frames neighbouring sheets stand still before they become
// one layer.
const joinAfter = 4

// member is a sheet among neighbours that stand still within the same clip,
type member struct {
	m     *draw.Mark
	p     place
	moved uint32 // or has been on its way for so many frames
	// It is smaller than in the frame before.
	shrinks bool
}

// join paints neighbours that stand still: from the first on as many of them as one
// layer as take little more room together than each by itself, and so on.
func (r *Renderer) join(run []member) {
	for len(run) > 0 {
		n := r.close(run)
		if !r.joined(run[:n]) {
			for i := range run[:n] {
				r.sheet(run[i].m, run[i].p, false, run[i].m.Within)
			}
		}
		run = run[n:]
	}
}

// spare is how much more room than each by itself neighbours may take as one layer,
// as a part of the window: a call costs more than as many pixels.
const spare = 0.125

// close is how many neighbours from the first on lie close to one another.
func (r *Renderer) close(run []member) int {
	at, apart := run[0].p.at, run[0].p.at.area()
	for i := 1; i < len(run); i++ {
		q := run[i].p.at
		at, apart = at.with(q), apart+q.area()
		if float64(at.area()) > float64(apart)+spare*float64(r.w*r.h) {
			return i
		}
	}
	return len(run)
}

// joined paints neighbours as one layer; it reports false where they are better kept
// apart.
func (r *Renderer) joined(run []member) bool {
	if len(run) < 2 {
		return false
	}
	marks := 0
	p := place{together(run), run[0].p.to, run[0].p.at}
	for i := range run {
		marks += run[i].m.Sheet.Len()
		p.at = p.at.with(run[i].p.at)
	}
	if marks < fewMarks {
		return false
	}
	l := &r.layers
	i := l.find(p)
	if i < 0 && l.spares(run, p.at.bytes(), r.frame) {
		r.unite(run, p)
		i = l.find(p)
	}
	if i < 0 {
		return false
	}
	l.kept[i].used = r.frame
	if r.clip = r.clipOf(run[0].m).meet(p.at); !r.clip.empty() {
		r.stats.Laid++
		r.lay(l.kept[i].image, r.clip, r.clip.x0-p.at.x0, r.clip.y0-p.at.y0, 1, run[0].m.Within)
	}
	return true
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

// unite makes one layer of neighbours: of those that some of them have by themselves or
// together, and of their marks. What it is made of stays as long as there is room, for
// when one of them moves.
func (r *Renderer) unite(run []member, p place) {
	l := &r.layers
	img := l.add(p, r.frame, len(run), run[0].p.sheet)
	before := r.onto(img, -p.at.x0, -p.at.y0, p.at)
	for i := 0; i < len(run); {
		k, n := l.longest(run[i:], img)
		if n == 0 {
			// By its own layer, or by masks that stay: another that moves away parts
			// them again, and the next joins what is left.
			q := &run[i]
			r.sheet(q.m, q.p, false, nil)
			r.clip = p.at
			i++
			continue
		}
		alpha := 1.0
		if n == 1 {
			alpha = run[i].m.Alpha
		}
		if l.kept[k].members > 1 {
			l.kept[k].used = 0
		}
		r.clip = l.kept[k].at
		r.lay(l.kept[k].image, r.clip, 0, 0, alpha, nil)
		i += n
	}
	r.back(before)
	l.fit(0, r.frame)
}

// longest is where the layer of most of the first neighbours is kept, and of how many;
// none is drawn on its own.
func (l *layers) longest(run []member, img *ebiten.Image) (k, n int) {
	h := newShapeKey()
	back, ok := run[0].p.to.Inverse()
	at := run[0].p.at
	for i := range run {
		p := run[i].p
		if i > 0 {
			if !ok {
				return k, n
			}
			at = at.with(p.at)
			h.member(&run[i], back, true)
			p = place{h[0], run[0].p.to, at}
		} else if h.member(&run[0], back, true); run[0].m.Sheet.Picture != nil {
			return 0, 0
		}
		if f := l.find(p); f >= 0 && l.kept[f].image != img {
			k, n = f, i+1
		}
	}
	return k, n
}

// sameClip reports whether two marks are clipped by the same paths.
func sameClip(a, b *draw.Clip) bool {
	for ; a != b; a, b = a.Outer, b.Outer {
		if a == nil || b == nil || a.M != b.M || !slices.Equal(a.Path.Verbs, b.Path.Verbs) || !slices.Equal(a.Path.Pts, b.Path.Pts) {
			return false
		}
	}
	return true
}
