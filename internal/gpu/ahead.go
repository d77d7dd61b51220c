package gpu

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
)

// Ahead makes the layer of a sheet in the list that has none yet, as Draw would show
// it in the same window, and reports whether there was any. It is for what will be
// shown soon: to be called within a frame that draws nothing else.
func (r *Renderer) Ahead(l *draw.List, scale float64) bool {
	if r.w == 0 {
		return false // there is no window yet
	}
	r.view, r.scale = l.Device(scale), scale
	r.clipSeen = nil
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind != draw.KindSheet || m.Sheet.Picture == nil || !shows(m) {
			continue
		}
		p, ok := r.placeOf(m)
		if ok && r.layers.find(p) < 0 {
			return r.keep(m, p, false, true) != nil
		}
	}
	return false
}

// Rehearse draws a list where nobody sees it, in a window's size: what it shows by
// masks and shaders for the first time is made then.
func (r *Renderer) Rehearse(l *draw.List, scale float64) {
	if r.w == 0 {
		return
	}
	img := ebiten.NewImageWithOptions(image.Rect(0, 0, r.w, r.h), &ebiten.NewImageOptions{Unmanaged: true})
	before, now, draws, stats := r.layers.before, r.layers.now, r.draws, r.stats
	r.layers.before, r.layers.now = nil, nil
	r.Draw(img, l, scale)
	r.layers.before, r.layers.now, r.draws, r.stats = before, now, draws, stats
	img.Deallocate()
}
