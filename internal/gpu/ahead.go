package gpu

import "lianhua/internal/draw"

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
			return r.keep(m, p, false) != nil
		}
	}
	return false
}
