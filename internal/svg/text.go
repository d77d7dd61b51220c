package svg

import (
	"unicode/utf8"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

// glyphUnits is how many units of a glyph's definition make an em.
const glyphUnits = 1000

func (w *writer) text(m *draw.Mark) {
	switch {
	case len(m.Run.Glyphs) == 0:
	case w.opt.Outlines != nil:
		w.outlined(m)
	default:
		w.written(m)
	}
}

// written writes a run as text. Where it is only moved, the move is added to its
// characters' places; a ramp needs the mark's own coordinates.
func (w *writer) written(m *draw.Mark) {
	w.s("<text")
	if m.Sem.Role != draw.RoleNone {
		w.id(m.ID)
	}
	var at geom.Pt
	if own := m.M; own == geom.Translate(own.E, own.F) && m.Paint.Ramp.Kind == draw.Solid {
		at = geom.P(own.E, own.F)
	} else {
		w.transform(own, 2)
	}
	digits := max(fine(m.M.Scale())-1, 1)
	w.places(m.Run, at.X, digits)
	w.number("y", at.Y, digits)
	w.number("font-size", m.Run.Style.Size, 2)
	switch m.Run.Style.Face {
	case typeset.SansBold:
		w.s(` font-weight="700"`)
	case typeset.Serif:
		w.s(` font-family="` + serifFamily + `" font-weight="900"`)
	}
	w.paint("fill", &m.Paint, m.Alpha)
	w.meaning(&m.Sem)
	w.s(">")
	w.text1(m.Run.Text)
	w.s("</text>\n")
}

// places writes where each character begins. Characters that share a cluster,
// as in a ligature, divide its advance.
func (w *writer) places(run *typeset.Run, dx float64, digits int) {
	w.s(` x="`)
	for i := 0; i < len(run.Glyphs); {
		g := &run.Glyphs[i]
		advance := 0.0
		next := len(run.Text)
		for ; i < len(run.Glyphs); i++ {
			if c := run.Glyphs[i].Cluster; c != g.Cluster {
				next = c
				break
			}
			advance += run.Glyphs[i].Advance
		}
		if next <= g.Cluster || next > len(run.Text) {
			continue
		}
		part := run.Text[g.Cluster:next]
		n := utf8.RuneCountInString(part)
		for k := range n {
			if w.b[len(w.b)-1] != '"' {
				w.s(" ")
			}
			w.num(dx+g.X+advance*float64(k)/float64(n), digits)
		}
	}
	w.s(`"`)
}

// outlined writes a run as the outlines of its glyphs, and its text as a label.
func (w *writer) outlined(m *draw.Mark) {
	w.s("<g")
	if m.Sem.Role != draw.RoleNone {
		w.id(m.ID)
	}
	k := m.Run.Style.Size / glyphUnits
	solid := m.Paint.Ramp.Kind == draw.Solid
	to := m.M
	if solid {
		to = geom.ScaleBy(k, k).Then(to)
	}
	w.transform(to, 2)
	w.paint("fill", &m.Paint, m.Alpha)
	if m.Sem.Role != draw.RoleNone && m.Sem.Label != "" {
		w.meaning(&m.Sem)
	} else {
		w.s(` role="img"`)
		w.attr("aria-label", m.Run.Text)
	}
	w.s(">")
	if solid {
		w.uses(m.Run, k)
	} else {
		// A ramp runs in the mark's own coordinates, which a use would move.
		w.runPath(m)
	}
	w.s("</g>\n")
}

func (w *writer) uses(run *typeset.Run, k float64) {
	for i := range run.Glyphs {
		g := &run.Glyphs[i]
		n := w.glyphIndex(g.Ref)
		if n < 0 {
			continue
		}
		w.s(`<use href="#`)
		w.ref("g", n+1)
		w.s(`"`)
		if g.X != 0 {
			w.number("x", g.X/k, 0)
		}
		if g.Y != 0 {
			w.number("y", g.Y/k, 0)
		}
		w.s("/>")
	}
}

func (w *writer) runPath(m *draw.Mark) {
	var all geom.Path
	size := m.Run.Style.Size
	for i := range m.Run.Glyphs {
		g := &m.Run.Glyphs[i]
		if p, ok := w.opt.Outlines.Outline(g.Ref); ok {
			all.Append(p, geom.Affine{A: size, D: size, E: g.X, F: g.Y})
		}
	}
	w.s(`<path d="`)
	w.data(&all, fine(m.M.Scale()))
	w.s(`"/>`)
}
