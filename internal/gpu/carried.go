package gpu

import (
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// margin is how much of the window a layer that is to be carried reaches beyond it
// on each side, as a part of it: what comes into sight is there for a while.
const margin = 0.1

// together is a digest of what neighbours look like and of how they lie to one
// another, whatever has become of them as a whole.
func together(run []member) uint64 {
	h := newShapeKey()
	back, ok := run[0].p.to.Inverse()
	if !ok {
		return 0
	}
	for i := range run {
		h.member(&run[i], back, len(run) > 1)
	}
	return h[0]
}

// member adds what a sheet among neighbours looks like and how it lies to the first.
func (h *shapeKey) member(q *member, back geom.Affine, faded bool) {
	h.add(q.p.sheet)
	if faded {
		h.add(math.Float64bits(q.m.Alpha))
	}
	to := q.p.to.Then(back)
	for _, v := range [...]float64{to.A, to.B, to.C, to.D} {
		h.add(uint64(int64(math.Round(v * 1e6))))
	}
	for _, v := range [...]float64{to.E, to.F} {
		h.add(uint64(int64(math.Round(v * 1e3))))
	}
}

// carry paints neighbours, one or more: those that are on their way as one layer
// where they move as one, else each for itself.
func (r *Renderer) carry(run []member) {
	if len(run) > 1 {
		l := &r.layers
		key := together(run)
		l.roams = append(l.roams, key)
		if key != 0 && slices.Contains(l.roamed, key) && r.carried(run, key, true) {
			return
		}
	}
	for i := range run {
		q := &run[i]
		if q.moved == 0 || !r.carried(run[i:i+1], q.p.sheet, q.moved > 1) {
			r.sheet(q.m, q.p, q.moved > 0, q.m.Within)
		}
	}
}

// carried paints sheets that move as one by a layer that was drawn where they stood,
// moved and scaled with them and sampled in between its pixels. Nobody sees that it
// is a little softer, as long as it moves; where it comes to rest, it is drawn anew.
// It reports false where there is no such layer and making one is not worth while.
func (r *Renderer) carried(run []member, key uint64, worth bool) bool {
	var at box
	marks := 0
	for i := range run {
		at = at.with(run[i].p.at)
		marks += run[i].m.Sheet.Len()
		worth = worth && run[i].m.Sheet.Picture == nil // whose layers are made ahead, where they come to rest
	}
	if marks < fewMarks {
		return false
	}
	if at.empty() {
		return true
	}
	l := &r.layers
	to := run[0].p.to
	now := func(k *layer) (geom.Affine, bool) {
		back, ok := k.to.Inverse()
		if !ok {
			return geom.Affine{}, false
		}
		moves := back.Then(to)
		lies := moves.Bounds(geom.R(float64(k.at.x0), float64(k.at.y0), float64(k.at.x1-k.at.x0), float64(k.at.y1-k.at.y0)))
		reach := lies.Inset(-1 - moves.Scale())
		near := box{float32(reach.X), float32(reach.Y), float32(reach.Right()), float32(reach.Bottom())}
		// What is much enlarged is drawn anew, once.
		return moves, near.holds(at) && moves.Scale() < 1.5 && moves.Scale() > 0.4
	}
	found := -1
	var moves geom.Affine
	for i := range l.kept {
		if l.kept[i].sheet != key {
			continue
		}
		if m, ok := now(&l.kept[i]); ok {
			found, moves = i, m
			break
		}
		if worth { // its place is another's
			l.drop(i)
			break
		}
	}
	if found < 0 {
		p := place{key, to, r.beyondWindow(run)}
		if worth && len(run) > 1 {
			l.dropOf(run)
		}
		if !worth || !l.fit(p.at.bytes(), r.frame) {
			return false
		}
		r.paintAhead(l.add(p, r.frame), run, p.at)
		found, moves = l.find(p), geom.Identity()
	}
	k := &l.kept[found]
	k.used = r.frame
	back, ok := moves.Inverse()
	if !ok {
		return false
	}
	first := run[0].m
	r.clip = r.clipOf(first).meet(at)
	if r.clip.empty() {
		return true
	}
	r.stats.Laid++
	r.stats.Carried++
	alpha := 1.0
	if len(run) == 1 {
		alpha = first.Alpha
	}
	r.layMoved(k, back, alpha, first.Within)
	return true
}

// dropOf drops the layers that sheets have by themselves.
func (l *layers) dropOf(run []member) {
	for i := len(l.kept) - 1; i >= 0; i-- {
		for j := range run {
			if l.kept[i].sheet == run[j].p.sheet {
				l.drop(i)
				break
			}
		}
	}
}

// paintAhead paints sheets on an image whose first pixel is that of a box which may
// reach beyond the picture: for so long the image is all there is.
func (r *Renderer) paintAhead(img *ebiten.Image, run []member, at box) {
	all := box{0, 0, at.x1 - at.x0, at.y1 - at.y0}
	before := r.onto(img, 0, 0, all) // what has come before is of the picture's size
	w, h := r.w, r.h
	r.w, r.h = int(all.x1), int(all.y1)
	home := geom.Translate(-float64(at.x0), -float64(at.y0))
	for i := range run {
		r.clip = all
		if len(run) > 1 {
			r.fade = run[i].m.Alpha
		}
		r.once(run[i].m.Sheet, run[i].p.to.Then(home))
		r.fade = 1
	}
	r.back(before)
	r.w, r.h = w, h
}

// beyondWindow is the whole pixels that sheets take of the window and, where they are
// several and so perhaps the whole picture, of a margin around it.
func (r *Renderer) beyondWindow(run []member) box {
	var dx, dy float32
	if len(run) > 1 {
		dx, dy = float32(math.Round(margin*float64(r.w))), float32(math.Round(margin*float64(r.h)))
	}
	window := box{-dx, -dy, float32(r.w) + dx, float32(r.h) + dy}
	var all geom.Rect
	for i := range run {
		all = all.Union(run[i].p.to.Bounds(run[i].m.Sheet.Bounds))
	}
	return window.meet(holding(all))
}

// layMoved paints what a layer shows, moved: back maps the picture's pixels to where
// they were when it was drawn.
func (r *Renderer) layMoved(l *layer, back geom.Affine, alpha float64, c *draw.Clip) {
	a := float32(alpha)
	k := ink{r: a, g: a, b: a, a: a, row: 1, clear: true, layer: l.image, moved: true}
	k.x0, k.y0, k.c0 = back.A, back.C, back.E-float64(l.at.x0)
	k.x1, k.y1, k.c1 = back.B, back.D, back.F-float64(l.at.y0)
	if c == nil {
		r.solid(r.clip, &k)
		return
	}
	r.within = within{c.Outer, r.view}
	r.masked(c.Path, &r.fill, c.M.Then(r.view), &k)
	r.within = within{}
}
