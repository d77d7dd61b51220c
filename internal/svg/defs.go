package svg

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

// defs collects and writes what marks refer to: ramps, clips, glyphs.
func (w *writer) defs() {
	for i := range w.list.Marks {
		w.collect(&w.list.Marks[i])
	}
	if len(w.ramps)+len(w.clips)+len(w.paths)+len(w.glyph) == 0 && !w.shared() {
		return
	}
	w.s("<defs>\n")
	for i := range w.ramps {
		w.gradient(i)
	}
	w.clipDefs()
	for i, g := range w.glyph {
		p, _ := w.opt.Outlines.Outline(g)
		var em geom.Path
		em.Append(p, geom.ScaleBy(glyphUnits, glyphUnits))
		w.s(`<path id="`)
		w.ref("g", i+1)
		w.s(`" d="`)
		w.data(&em, 0)
		w.s("\"/>\n")
	}
	w.sheetDefs()
	w.s("</defs>\n")
}

func (w *writer) collect(m *draw.Mark) {
	if m.Kind == draw.KindOpen || m.Kind == draw.KindClose || m.Alpha <= 0 {
		return
	}
	w.refer(m, w.zoom)
	if m.Kind == draw.KindSheet {
		w.collectSheet(m)
	}
	if m.Kind == draw.KindText && w.opt.Outlines != nil && m.Paint.Ramp.Kind == draw.Solid {
		for i := range m.Run.Glyphs {
			g := m.Run.Glyphs[i].Ref
			if p, ok := w.opt.Outlines.Outline(g); ok && !p.Empty() && w.glyphIndex(g) < 0 {
				w.glyph = append(w.glyph, g)
			}
		}
	}
}

// refer collects the ramp and the clips of a mark that is enlarged by zoom.
func (w *writer) refer(m *draw.Mark, zoom float64) {
	if r := m.Paint.Ramp; r.Kind != draw.Solid && w.ramp(&r) < 0 {
		w.ramped[r] = len(w.ramps)
		w.ramps = append(w.ramps, r)
	}
	if !m.Clip.Empty() && w.clipRect(m.Clip) == 0 {
		w.clips = append(w.clips, m.Clip)
	}
	w.addClip(m.Within, zoom)
}

// ramp is where a ramp stands; -1 where it does not.
func (w *writer) ramp(r *draw.Ramp) int {
	if i, ok := w.ramped[*r]; ok {
		return i
	}
	return -1
}

func (w *writer) glyphIndex(g typeset.GlyphRef) int {
	for i := range w.glyph {
		if w.glyph[i] == g {
			return i
		}
	}
	return -1
}

func (w *writer) gradient(i int) {
	r := &w.ramps[i]
	name := "linearGradient"
	if r.Kind == draw.Radial {
		name = "radialGradient"
	}
	w.s("<" + name + ` id="`)
	w.ref("r", i+1)
	w.s(`" gradientUnits="userSpaceOnUse"`)
	d := fine(100 / max(r.From.Dist(r.To), 1e-3))
	if r.Kind == draw.Linear {
		w.number("x1", r.From.X, d)
		w.number("y1", r.From.Y, d)
		w.number("x2", r.To.X, d)
		w.number("y2", r.To.Y, d)
	} else {
		w.number("cx", r.From.X, d)
		w.number("cy", r.From.Y, d)
		w.number("r", r.From.Dist(r.To), d)
	}
	w.s(">")
	for k := 0; k < r.N; k++ {
		if k > 0 {
			w.between(r, r.Stops[k-1], r.Stops[k])
		}
		if !w.clear(r, k) {
			w.stop(r.Stops[k].At, r.Stops[k].Color)
		}
	}
	w.s("</" + name + ">\n")
}

// clear writes a stop that cannot be seen in the colours of its neighbours: SVG
// mixes colours before opacity, the house the other way round, and there such a
// stop has no colour of its own.
func (w *writer) clear(r *draw.Ramp, k int) bool {
	s := r.Stops[k]
	if s.Color.A() != 0 {
		return false
	}
	if k > 0 {
		w.stop(s.At, r.Stops[k-1].Color&^0xff)
	}
	if k+1 < r.N {
		w.stop(s.At, r.Stops[k+1].Color&^0xff)
	}
	return k > 0 || k+1 < r.N
}

// between adds stops where mixing colours before opacity would be seen.
func (w *writer) between(r *draw.Ramp, a, b draw.Stop) {
	if a.Color.A() == b.Color.A() || a.Color.A() == 0 || b.Color.A() == 0 || a.Color&^0xff == b.Color&^0xff {
		return
	}
	for _, u := range [...]float64{0.25, 0.5, 0.75} {
		t := a.At + (b.At-a.At)*u
		red, green, blue, alpha := r.At(t)
		ch := func(v float64) draw.Color { return draw.Color(min(v*255/alpha+0.5, 255)) }
		w.stop(t, ch(red)<<24|ch(green)<<16|ch(blue)<<8|draw.Color(alpha+0.5))
	}
}

func (w *writer) stop(at float64, c draw.Color) {
	w.open("stop")
	if at != 0 {
		w.number("offset", at, 4)
	}
	w.color("stop-color", c|0xff, 1)
	if c.A() < 255 {
		w.number("stop-opacity", float64(c.A())/255, 3)
	}
	w.s("/>")
}
