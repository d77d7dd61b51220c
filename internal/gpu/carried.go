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

// wider is how much smaller than it is shown a layer is drawn of what a camera draws
// back from, so that it holds as much more of what comes into sight.
const wider = 1.25

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
// where they move as one, else by the layers that some of them have together, and each
// for itself.
func (r *Renderer) carry(run []member) {
	l := &r.layers
	if len(run) > 1 {
		key := together(run)
		l.roams = append(l.roams, key)
		if key != 0 && slices.Contains(l.roamed, key) && (r.carried(run, key) || r.worth(run) && r.carriedAnew(run, key)) {
			return
		}
	}
	for i := 0; i < len(run); {
		if n, key := r.heldFirst(run[i:]); n > 1 && r.carried(run[i:i+n], key) {
			i += n
			continue
		}
		q := run[i : i+1]
		if q[0].moved == 0 || !r.carried(q, q[0].p.sheet) && !(q[0].moved > 1 && r.carriedAnew(q, q[0].p.sheet)) {
			r.sheet(q[0].m, q[0].p, q[0].moved > 0, q[0].m.Within)
		}
		i++
	}
}

// little reports whether sheets are few marks on a small part of the window: their masks
// cost less than a layer to be carried.
func (r *Renderer) little(run []member) bool {
	return marksOf(run) < fewMarks && float64(r.boxOf(run).area()) < small*float64(r.w*r.h)
}

func (r *Renderer) isWide(at box) bool { return float64(at.area()) > wide*float64(r.w*r.h) }

// small is the part of the window up to which a sheet of few marks is painted by its
// masks on its way.
const small = 1.0 / 64

func marksOf(run []member) (n int) {
	for i := range run {
		n += run[i].m.Sheet.Len()
	}
	return n
}

// heldFirst is how many of the first sheets, two or more, have a layer together, and its
// key: they were carried as one before another joined them or one of them left.
func (r *Renderer) heldFirst(run []member) (n int, key uint64) {
	most := 1
	for i := range r.layers.kept {
		if k := &r.layers.kept[i]; k.members > most && k.first == run[0].p.sheet {
			most = k.members
		}
	}
	back, ok := run[0].p.to.Inverse()
	if most = min(most, len(run)); !ok || most < 2 {
		return 0, 0
	}
	h := newShapeKey()
	h.member(&run[0], back, true)
	at := run[0].p.at
	for i := 1; i < most; i++ {
		h.member(&run[i], back, true)
		at = at.with(run[i].p.at)
		if k, _ := r.layers.held(h[0], run[0].p.to, at); k >= 0 {
			n, key = i+1, h[0]
		}
	}
	return n, key
}

// wide is the part of the window from which on a sheet's masks cost much, however few
// they are.
const wide = 0.125

// worth reports whether sheets that are on their way as one are worth a layer: where those
// that have none which could be carried have half of the marks, or are wide.
func (r *Renderer) worth(run []member) bool {
	marks := 0
	for i := 0; i < len(run); {
		if n, _ := r.heldFirst(run[i:]); n > 1 {
			i += n
			continue
		}
		q := &run[i]
		i++
		if k, _ := r.layers.held(q.p.sheet, q.p.to, q.p.at); k >= 0 {
			continue
		}
		if r.isWide(q.p.at) {
			return true
		}
		marks += q.m.Sheet.Len()
	}
	return 2*marks > marksOf(run)
}

// held is where a layer is kept by which what has a key can be carried to where it
// stands, and how the layer moves to be there; -1 where there is none.
func (l *layers) held(key uint64, to geom.Affine, at box) (k int, moves geom.Affine) {
	for i := range l.kept {
		q := &l.kept[i]
		if q.sheet != key {
			continue
		}
		back, ok := q.to.Inverse()
		if !ok {
			continue
		}
		moves := back.Then(to)
		lies := moves.Bounds(geom.R(float64(q.at.x0), float64(q.at.y0), float64(q.at.x1-q.at.x0), float64(q.at.y1-q.at.y0)))
		reach := lies.Inset(-1 - moves.Scale())
		near := box{float32(reach.X), float32(reach.Y), float32(reach.Right()), float32(reach.Bottom())}
		// What is much enlarged is drawn anew, once.
		if near.holds(at) && moves.Scale() < 1.5 && moves.Scale() > 0.4 {
			return i, moves
		}
	}
	return -1, geom.Affine{}
}

// carried paints sheets that move as one by a layer that was drawn where they stood,
// moved and scaled with them and sampled in between its pixels. Nobody sees that it
// is a little softer, as long as it moves; where it comes to rest, it is drawn anew.
// It reports false where there is no such layer.
func (r *Renderer) carried(run []member, key uint64) bool {
	if r.little(run) {
		return false
	}
	at := r.boxOf(run)
	if at.empty() {
		return true
	}
	i, moves := r.layers.held(key, run[0].p.to, at)
	if i < 0 {
		return false
	}
	r.layOn(i, moves, run, at)
	return true
}

// carriedAnew draws sheets as a layer, where there is room for one, and shows it.
func (r *Renderer) carriedAnew(run []member, key uint64) bool {
	l := &r.layers
	for i := range run {
		if run[i].m.Sheet.Picture != nil {
			return false // whose layers are made ahead, where they come to rest
		}
	}
	if r.little(run) {
		return false
	}
	for i := range l.kept {
		if l.kept[i].sheet == key { // its place is another's
			l.drop(i)
			break
		}
	}
	smaller := geom.Identity()
	if len(run) > 1 && run[0].shrinks {
		smaller = geom.ScaleAbout(1/wider, geom.P(float64(r.w)/2, float64(r.h)/2))
	}
	p := place{key, run[0].p.to.Then(smaller), r.beyondWindow(run, smaller, margin)}
	if len(run) > 1 {
		l.dropOf(run)
	}
	if !l.fit(p.at.bytes(), r.frame) {
		if p.at = r.beyondWindow(run, smaller, 0); !l.fit(p.at.bytes(), r.frame) {
			return false
		}
	}
	r.paintAhead(l.add(p, r.frame, len(run), run[0].p.sheet), run, smaller, p.at)
	moves, ok := smaller.Inverse()
	if ok {
		r.layOn(l.find(p), moves, run, r.boxOf(run))
	}
	return ok
}

func (r *Renderer) boxOf(run []member) (at box) {
	for i := range run {
		at = at.with(run[i].p.at)
	}
	return at
}

// layOn lays a kept layer, moved, where sheets stand.
func (r *Renderer) layOn(i int, moves geom.Affine, run []member, at box) {
	k := &r.layers.kept[i]
	k.used = r.frame
	back, ok := moves.Inverse()
	if !ok {
		return
	}
	first := run[0].m
	r.clip = r.clipOf(first).meet(at)
	if r.clip.empty() {
		return
	}
	r.stats.Laid++
	r.stats.Carried++
	alpha := 1.0
	if len(run) == 1 {
		alpha = first.Alpha
	}
	r.layMoved(k, back, alpha, first.Within)
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

// paintAhead paints sheets, smaller, on an image whose first pixel is that of a box which
// may reach beyond the picture: for so long the image is all there is.
func (r *Renderer) paintAhead(img *ebiten.Image, run []member, smaller geom.Affine, at box) {
	all := box{0, 0, at.x1 - at.x0, at.y1 - at.y0}
	before := r.onto(img, 0, 0, all) // what has come before is of the picture's size
	w, h := r.w, r.h
	r.w, r.h = int(all.x1), int(all.y1)
	home := smaller.Then(geom.Translate(-float64(at.x0), -float64(at.y0)))
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

// beyondWindow is the whole pixels that sheets take, made smaller, of the window and of a
// margin around it.
func (r *Renderer) beyondWindow(run []member, smaller geom.Affine, margin float64) box {
	dx, dy := float32(math.Round(margin*float64(r.w))), float32(math.Round(margin*float64(r.h)))
	window := box{-dx, -dy, float32(r.w) + dx, float32(r.h) + dy}
	var all geom.Rect
	for i := range run {
		all = all.Union(run[i].p.to.Then(smaller).Bounds(run[i].m.Sheet.Bounds))
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
	r.inside(r.clip, c, &k)
}
