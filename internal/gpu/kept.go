package gpu

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

const (
	// keptWindows bounds what kept layers take: as much as so many pictures of the
	// window, four bytes to a pixel.
	keptWindows = 4
	// fewMarks is the number of marks below which a sheet is not worth a layer.
	fewMarks = 16
	// smallShare is the part of the window up to which a sheet of few marks is worth
	// one where it fades: those of many marks are in greater need of the room.
	smallShare = 0.125
)

// place is where a sheet stands: what its look depends on, together with its key.
type place struct {
	sheet uint64
	to    geom.Affine // from the sheet's coordinates to device pixels
	at    box         // whole pixels that it takes of the window
}

// standing is a place that a frame showed, how opaque, since when it has, and for
// how many frames before it its sheet has been elsewhere each time.
type standing struct {
	place
	alpha float64
	since uint32
	moved uint32
}

// layer is the picture of a sheet, or of several, kept.
type layer struct {
	place // of several: a digest of theirs
	image *ebiten.Image
	used  uint32
	// How many sheets it shows, and the key of the first: several are made again of their
	// own, where there is no room.
	members int
	first   uint64
}

// bytes is what a layer of a box takes.
func (b box) bytes() int { return 4 * b.area() }

// begin takes up a frame of w by h pixels. What was kept for a window of another
// size goes.
func (l *layers) begin(w, h int) {
	if most := keptWindows * 4 * w * h; most != l.most {
		l.lose()
		l.most = most
	}
	l.before, l.now = l.now, l.before[:0]
	l.roamed, l.roams = l.roams, l.roamed[:0]
}

// stand notes a place in the frame's. age is for how many frames it has been shown
// as opaque as now before this one; moved is for how many frames its sheet has been
// on its way, and shrinks whether it was larger in the last of them.
func (l *layers) stand(p place, alpha float64, frame uint32) (age, moved uint32, shrinks bool) {
	s := standing{p, alpha, frame, 0}
	for i := range l.before {
		switch b := &l.before[i]; {
		case b.place == p:
			if b.alpha == alpha {
				s.since = b.since
			}
			s.moved = 0
			l.now = append(l.now, s)
			return frame - s.since, 0, false
		case b.sheet == p.sheet:
			s.moved = max(s.moved, b.moved+1)
			shrinks = p.to.Scale() < b.to.Scale()
		}
	}
	l.now = append(l.now, s)
	return 0, s.moved, shrinks
}

// find is where the layer of a place is kept; -1 where none is.
func (l *layers) find(p place) int {
	for i := range l.kept {
		if l.kept[i].place == p {
			return i
		}
	}
	return -1
}

// fit makes room for n bytes more: the layers that were shown least recently go, those
// of several first, but none that the frame before or this one shows. It reports whether
// there is.
func (l *layers) fit(n int, frame uint32) bool {
	for l.bytes+n > l.most {
		oldest := -1
		for i := range l.kept {
			if k := &l.kept[i]; k.used+1 < frame && (oldest < 0 || k.goesBefore(&l.kept[oldest])) {
				oldest = i
			}
		}
		if oldest < 0 {
			return false
		}
		l.drop(oldest)
	}
	return true
}

func (l *layer) goesBefore(k *layer) bool {
	if several := l.members > 1; several != (k.members > 1) {
		return several
	}
	return l.used < k.used
}

func (l *layers) drop(i int) {
	k := &l.kept[i]
	l.bytes -= k.at.bytes()
	k.image.Deallocate()
	last := len(l.kept) - 1
	*k, l.kept[last] = l.kept[last], layer{}
	l.kept = l.kept[:last]
}

func (l *layers) add(p place, frame uint32, members int, first uint64) *ebiten.Image {
	img := ebiten.NewImageWithOptions(image.Rect(0, 0, int(p.at.x1-p.at.x0), int(p.at.y1-p.at.y0)), &ebiten.NewImageOptions{Unmanaged: true})
	l.kept = append(l.kept, layer{p, img, frame, members, first})
	l.bytes += p.at.bytes()
	return img
}

// placeOf is where a sheet stands in the window; ok is false where it does not.
func (r *Renderer) placeOf(m *draw.Mark) (p place, ok bool) {
	to := m.M.Then(r.view)
	window := box{0, 0, float32(r.w), float32(r.h)}
	p = place{m.Sheet.Key, to, window.meet(holding(to.Bounds(m.Sheet.Bounds)))}
	return p, p.at.x0 < p.at.x1 && p.at.y0 < p.at.y1 // nor what is not a number
}

// keep is the layer of a sheet; nil where there is none and none is made. One is
// made of what stood there in the frame before, or is new, and has many marks or
// would have to be laid over itself each time, as a whole.
func (r *Renderer) keep(m *draw.Mark, p place, moved, whole bool) *ebiten.Image {
	l := &r.layers
	if i := l.find(p); i >= 0 {
		l.kept[i].used = r.frame
		return l.kept[i].image
	}
	small := whole && float64(p.at.area()) <= smallShare*float64(r.w*r.h) || m.Sheet.Picture != nil
	if moved || m.Sheet.Len() < fewMarks && !small || !l.fit(p.at.bytes(), r.frame) {
		return nil
	}
	img := l.add(p, r.frame, 1, m.Sheet.Key)
	before := r.onto(img, -p.at.x0, -p.at.y0, p.at)
	r.once(m.Sheet, p.to)
	r.back(before)
	return img
}
