package raster

import (
	"image"
	"sync"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Masks remembers what the shapes of sheets cover, for Renderers that draw the same
// drawings many times: in other colours and languages, or with one layer moved. Several
// may share it. Pictures are the same with it and without.
type Masks struct {
	mu         sync.Mutex
	young, old map[sheetKey][]mask // what is asked for becomes young again
	bytes      int                 // of the young
	most       int
}

// NewMasks remembers so many megabytes' worth, and forgets what nobody has asked for longest.
func NewMasks(megabytes int) *Masks {
	return &Masks{young: map[sheetKey][]mask{}, most: megabytes << 19} // half of it is young
}

// sheetKey is where a sheet's masks are looked for. Sheets of one drawing in several
// colours have the same paths.
type sheetKey struct {
	first *geom.Path
	marks int
	to    geom.Affine
	clip  image.Rectangle
}

// mask is what a sheet's shape covers. Paths of sheets never change, so that one is told
// by where it is; being kept here, its place goes to no other.
type mask struct {
	path *geom.Path
	pen  geom.Pen
	own  geom.Affine     // from the path's coordinates to pixels
	clip image.Rectangle // within which it was worked out

	at    image.Rectangle // empty: nothing is covered
	cover []byte          // by rows; nil: the rectangle of these sides is
	sides [4]float64      // left, top, right, bottom, in pixels
	large bool            // it is not kept
}

// maskBytes is what a mask takes beside its coverage, about.
const maskBytes = 288

func (k *Masks) get(key sheetKey) []mask {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := k.young[key]
	if all == nil {
		if all = k.old[key]; all != nil {
			k.put(key, all)
		}
	}
	return all
}

func (k *Masks) keep(key sheetKey, all []mask) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.put(key, all)
}

// put is keep while k.mu is held.
func (k *Masks) put(key sheetKey, all []mask) {
	size := len(all) * maskBytes
	for i := range all {
		size += len(all[i].cover)
	}
	if k.bytes+size > k.most {
		k.young, k.old, k.bytes = map[sheetKey][]mask{}, k.young, 0
	}
	k.young[key] = all
	k.bytes += size
}

// keeper is Masks, and known what it has of a sheet; a program in which nobody has any
// holds none of their code.
type (
	keeper interface {
		recall(sheetKey) known
	}
	known interface {
		// paint paints shape i of the sheet, m, whose own coordinates `to` maps to pixels.
		paint(r *Renderer, i int, m *draw.Mark, to geom.Affine)
		// done is told when all have been painted.
		done()
	}
)

// Remember has the Renderer take what sheets' shapes cover from m, and leave it there; nil:
// it remembers nothing.
func (r *Renderer) Remember(m *Masks) {
	if r.masks = nil; m != nil {
		r.masks = m
	}
}

// remembered is a sheet's masks as they are painted: those that there are, or new ones.
type remembered struct {
	masks *Masks
	key   sheetKey
	all   []mask
	fresh bool
}

func (k *Masks) recall(key sheetKey) known {
	if all := k.get(key); all != nil {
		return &remembered{all: all}
	}
	return &remembered{k, key, make([]mask, key.marks), true}
}

func (k *remembered) done() {
	if k.fresh {
		k.masks.keep(k.key, k.all)
	}
}

func (k *remembered) paint(r *Renderer, i int, m *draw.Mark, to geom.Affine) {
	is := &k.all[i]
	if k.fresh {
		is.path, is.pen, is.own, is.clip = m.Path, m.Pen, to, r.clip
		is.trace(r)
	} else if is.large || is.path != m.Path || is.pen != m.Pen || is.own != to || is.clip != r.clip {
		r.shape(m, to)
		return
	}
	switch {
	case is.at.Empty():
	case is.large:
		r.tiles(is.at)
	case is.cover != nil:
		r.blend(is.at, is.cover, is.at.Dx())
	default:
		r.poly.x0, r.poly.y0, r.poly.x1, r.poly.y1 = is.sides[0], is.sides[1], is.sides[2], is.sides[3]
		r.fillRect(is.at)
	}
}

// trace works the mask out; a large one stays the Renderer's polygon.
func (m *mask) trace(r *Renderer) {
	if !r.trace(m.path, m.pen, m.own) {
		return
	}
	g := &r.poly
	m.at = g.bounds.Intersect(r.clip)
	switch {
	case m.at.Empty():
	case g.upright():
		m.sides = [4]float64{g.x0, g.y0, g.x1, g.y1}
	case m.at.Dx() > maskSide || m.at.Dy() > maskSide:
		m.large = true
	default:
		r.cover(m.at)
		m.cover = append([]byte(nil), r.mask.Pix...)
	}
}
