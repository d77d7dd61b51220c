package svg

import (
	"strconv"
	"unicode/utf8"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

func (w *writer) s(s string) { w.b = append(w.b, s...) }

// open begins an element; end ends an empty one.
func (w *writer) open(name string) { w.b = append(append(w.b, '<'), name...) }
func (w *writer) end()             { w.s("/>\n") }

func (w *writer) attr(name, value string) {
	w.s(" " + name + `="`)
	w.text1(value)
	w.s(`"`)
}

func (w *writer) number(name string, v float64, digits int) {
	w.s(" " + name + `="`)
	w.num(v, digits)
	w.s(`"`)
}

// element writes an element that holds text, nothing where there is none.
func (w *writer) element(name, text string) {
	if text == "" {
		return
	}
	w.s("<" + name + ">")
	w.text1(text)
	w.s("</" + name + ">\n")
}

// text1 writes text with what XML reserves escaped, and what XML cannot hold
// replaced by U+FFFD.
func (w *writer) text1(s string) {
	for _, r := range s {
		switch {
		case r == '&':
			w.s("&amp;")
		case r == '<':
			w.s("&lt;")
		case r == '>':
			w.s("&gt;")
		case r == '"':
			w.s("&quot;")
		case r < 0x20 && r != '\t' && r != '\n' && r != '\r', r == 0xfffe, r == 0xffff:
			w.s("\uFFFD")
		default:
			w.b = utf8.AppendRune(w.b, r)
		}
	}
}

// id writes a mark's id. Spaces, which an id cannot hold, become underscores.
func (w *writer) id(id draw.ID) {
	w.s(` id="`)
	w.text1(w.opt.Prefix)
	start := len(w.b)
	w.text1(id.String())
	for i := start; i < len(w.b); i++ {
		if w.b[i] <= ' ' {
			w.b[i] = '_'
		}
	}
	w.s(`"`)
}

// ref writes the id of a definition. The underscore keeps it from meeting a mark's.
func (w *writer) ref(kind string, n int) {
	w.text1(w.opt.Prefix)
	w.s("_" + kind)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

// color writes a colour as a paint attribute, its opacity times alpha beside it.
func (w *writer) color(attr string, c draw.Color, alpha float64) {
	const hex = "0123456789abcdef"
	w.s(" " + attr + `="#`)
	if c>>28&15 == c>>24&15 && c>>20&15 == c>>16&15 && c>>12&15 == c>>8&15 {
		w.b = append(w.b, hex[c>>24&15], hex[c>>16&15], hex[c>>8&15])
	} else {
		for s := 28; s > 4; s -= 4 {
			w.b = append(w.b, hex[c>>s&15])
		}
	}
	w.s(`"`)
	if a := float64(c.A()) / 255 * alpha; a < 0.9995 {
		w.number(attr+"-opacity", a, 3)
	}
}

// paint writes a mark's paint as fill or stroke.
func (w *writer) paint(attr string, p *draw.Paint, alpha float64) {
	if p.Ramp.Kind == draw.Solid {
		w.color(attr, p.Color, alpha)
		return
	}
	w.s(" " + attr + `="url(#`)
	w.ref("r", w.ramp(&p.Ramp)+1)
	w.s(`)"`)
	if alpha < 0.9995 {
		w.number("opacity", alpha, 3)
	}
}

func (w *writer) transform(m geom.Affine, digits int) {
	if m == geom.Identity() {
		return
	}
	w.s(` transform="`)
	switch {
	case m.A == 1 && m.B == 0 && m.C == 0 && m.D == 1:
		w.s("translate(")
		w.list2(digits, m.E, m.F)
	default:
		w.s("matrix(")
		w.list2(6, m.A, m.B, m.C, m.D)
		w.s(" ")
		w.list2(digits, m.E, m.F)
	}
	w.s(`)"`)
}

func (w *writer) list2(digits int, vs ...float64) {
	for i, v := range vs {
		if i > 0 {
			w.s(" ")
		}
		w.num(v, digits)
	}
}

func (w *writer) rect(r geom.Rect, rad float64, digits int) {
	if r.X != 0 {
		w.number("x", r.X, digits)
	}
	if r.Y != 0 {
		w.number("y", r.Y, digits)
	}
	w.number("width", r.W, digits)
	w.number("height", r.H, digits)
	if rad > 0 {
		w.number("rx", rad, digits)
	}
}
