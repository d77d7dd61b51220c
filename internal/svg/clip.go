package svg

import (
	"slices"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// clipPath is a path that clips, as it is defined once however often it is meant.
type clipPath struct {
	path  *geom.Path
	m     geom.Affine
	outer int     // the number of the one that holds too, 0 for none
	zoom  float64 // the greatest that it is seen at
}

// clipping is the clips that are open, by their numbers from 1, 0 for none.
type clipping struct{ rect, path int }

func (w *writer) clipRect(r geom.Rect) int { return slices.Index(w.clips, r) + 1 }

// clipNumber is the number of a clip by a path; 0 where there is none.
func (w *writer) clipNumber(c *draw.Clip) int {
	if c == nil {
		return 0
	}
	outer := w.clipNumber(c.Outer)
	for i := range w.paths {
		if d := &w.paths[i]; d.outer == outer && d.m == c.M && equal(d.path, c.Path) {
			return i + 1
		}
	}
	return 0
}

func equal(p, q *geom.Path) bool {
	return p == q || slices.Equal(p.Verbs, q.Verbs) && slices.Equal(p.Pts, q.Pts)
}

func (w *writer) addClip(c *draw.Clip, zoom float64) int {
	if c == nil {
		return 0
	}
	outer := w.addClip(c.Outer, zoom)
	n := w.clipNumber(c)
	if n == 0 {
		w.paths = append(w.paths, clipPath{path: c.Path, m: c.M, outer: outer})
		n = len(w.paths)
	}
	d := &w.paths[n-1]
	d.zoom = max(d.zoom, zoom)
	return n
}

func (w *writer) clipDefs() {
	for i, c := range w.clips {
		w.s(`<clipPath id="`)
		w.ref("c", i+1)
		w.s(`"><rect`)
		w.rect(c, 0, 2)
		w.s("/></clipPath>\n")
	}
	for i := range w.paths {
		d := &w.paths[i]
		w.s(`<clipPath id="`)
		w.ref("p", i+1)
		w.s(`"`)
		w.clipped("p", d.outer)
		w.s(">")
		if !d.path.Empty() {
			w.form(d.path, fine(d.m.Scale()*d.zoom))
			w.transform(d.m, 2)
			w.s("/>")
		}
		w.s("</clipPath>\n")
	}
}

// clipped writes that a definition clips; n is its number, 0 for none.
func (w *writer) clipped(kind string, n int) {
	if n == 0 {
		return
	}
	w.s(` clip-path="url(#`)
	w.ref(kind, n)
	w.s(`)"`)
}

// clipTo opens and closes groups such that what follows is clipped by r, where it
// is not empty, and by c.
func (w *writer) clipTo(r geom.Rect, c *draw.Clip) {
	to := clipping{path: w.clipNumber(c)}
	if !r.Empty() {
		to.rect = w.clipRect(r)
	}
	if to == w.clip {
		return
	}
	if to.rect != w.clip.rect {
		w.unclip()
		if to.rect > 0 {
			w.openClip("c", to.rect)
		}
	} else if w.clip.path > 0 {
		w.s("</g>\n")
	}
	if to.path > 0 {
		w.openClip("p", to.path)
	}
	w.clip = to
}

func (w *writer) openClip(kind string, n int) {
	w.s("<g")
	w.clipped(kind, n)
	w.s(">\n")
}

func (w *writer) unclip() {
	for _, n := range [...]int{w.clip.path, w.clip.rect} {
		if n > 0 {
			w.s("</g>\n")
		}
	}
	w.clip = clipping{}
}
