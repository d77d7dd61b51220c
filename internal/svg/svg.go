package svg

import (
	"strconv"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

// Outliner gives the outline of a glyph in ems, y down, its origin on the
// baseline; ok is false where the glyph has none.
type Outliner interface {
	Outline(g typeset.GlyphRef) (geom.Path, bool)
}

// Options say how a list becomes a document. The zero value is a document that
// stands alone, with real text and every mark.
type Options struct {
	Title    string   // the document's name
	Desc     string   // what it shows, in a sentence
	Lang     string   // of its text: "zh", "en"
	Prefix   string   // of every id, where several documents share a page
	Outlines Outliner // draws text as outlines; nil: as text
	NoGround bool     // leaves out the ground
	// MaxFieldMarks is how many marks of a field are drawn at most; 0 is all.
	// Where it leaves marks out, the document says so in the words of Sample.
	MaxFieldMarks int
	// Sample words what share of a field is drawn; nil words it in English.
	Sample func(drawn, of int) string
}

// Append writes the list as an SVG document.
func Append(dst []byte, l *draw.List, opt Options) []byte {
	w := writer{b: dst, opt: &opt, list: l, zoom: 1, ramped: make(map[draw.Ramp]int)}
	w.head()
	w.defs()
	if !opt.NoGround && l.Ground.A() > 0 {
		w.open("rect")
		w.rect(l.Area, 0, 2)
		w.color("fill", l.Ground, 1)
		w.end()
	}
	for i := range l.Marks {
		w.mark(&l.Marks[i])
	}
	w.unclip()
	w.s("</svg>\n")
	return w.b
}

// families name the fonts of the house first, then what systems have.
const (
	sansFamily  = "Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
	serifFamily = "Noto Serif SC, Source Han Serif SC, Songti SC, SimSun, serif"
)

type writer struct {
	b      []byte
	opt    *Options
	list   *draw.List
	ramps  []draw.Ramp
	ramped map[draw.Ramp]int // where each stands
	clips  []geom.Rect
	paths  []clipPath
	sheets []sheet
	clip   clipping
	zoom   float64 // by how much what is around the marks in work enlarges them
	glyph  []typeset.GlyphRef
	poly   polyline
}

func (w *writer) head() {
	a := w.list.Area
	w.s(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="`)
	for i, v := range [...]float64{a.X, a.Y, a.W, a.H} {
		if i > 0 {
			w.s(" ")
		}
		w.num(v, 2)
	}
	w.s(`"`)
	w.number("width", a.W, 2)
	w.number("height", a.H, 2)
	if w.opt.Lang != "" {
		w.attr("xml:lang", w.opt.Lang)
	}
	w.attr("role", "graphics-document")
	w.s(` font-family="` + sansFamily + `" stroke-linejoin="round" xml:space="preserve">` + "\n")
	w.element("title", w.opt.Title)
	w.element("desc", w.opt.Desc)
}

func (w *writer) mark(m *draw.Mark) {
	switch {
	case m.Kind == draw.KindOpen:
		w.unclip()
		w.group(m)
		return
	case m.Kind == draw.KindClose:
		w.unclip()
		w.s("</g>\n")
		return
	case m.Alpha <= 0:
		return
	}
	w.clipTo(m.Clip, m.Within)
	switch m.Kind {
	case draw.KindShape:
		w.shape(m)
	case draw.KindText:
		w.text(m)
	case draw.KindDots:
		w.dots(m)
	case draw.KindField:
		w.field(m)
	case draw.KindSheet:
		w.sheet(m)
	}
}

func (w *writer) group(m *draw.Mark) {
	w.s("<g")
	w.id(m.ID)
	w.meaning(&m.Sem)
	w.s(">\n")
}

// meaning writes what a mark or a group is. Nothing in a document answers to
// touch, so what would is a group with a name.
func (w *writer) meaning(s *draw.Sem) {
	role := ""
	switch s.Role {
	case draw.RoleHeading:
		role = "heading"
	case draw.RolePicture:
		role = "img"
	case draw.RoleList:
		role = "list"
	case draw.RoleItem:
		role = "listitem"
	case draw.RoleTable, draw.RoleRow, draw.RoleCell:
		role = s.Role.String()
	case draw.RoleFigure, draw.RoleButton, draw.RoleToggle, draw.RoleSlider, draw.RoleLink:
		role = "group"
	case draw.RoleSource:
		role = "note"
	}
	if role != "" {
		w.attr("role", role)
	}
	if s.Role == draw.RoleHeading {
		w.attr("aria-level", strconv.Itoa(max(s.Level, 1)))
	}
	if s.Role == draw.RoleNone || s.Label == "" && s.Detail == "" && s.Value == "" {
		return
	}
	w.s(` aria-label="`)
	w.text1(s.Label)
	for _, more := range [...]string{s.Detail, s.Value} {
		if more == "" || more == s.Label {
			continue
		}
		if w.b[len(w.b)-1] != '"' {
			w.s(", ")
		}
		w.text1(more)
	}
	w.s(`"`)
}
