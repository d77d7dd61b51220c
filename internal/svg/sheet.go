package svg

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// sheet is one of the list's sheets: defined where several marks show it, and else
// written where it stands.
type sheet struct {
	*draw.Sheet
	uses int
	zoom float64 // the greatest that it is seen at
}

// findSheet is where a sheet of the same look stands; -1 where none does.
func (w *writer) findSheet(s *draw.Sheet) int {
	for i := range w.sheets {
		if w.sheets[i].Key == s.Key {
			return i
		}
	}
	return -1
}

func (w *writer) collectSheet(m *draw.Mark) {
	i := w.findSheet(m.Sheet)
	if i < 0 {
		i = len(w.sheets)
		w.sheets = append(w.sheets, sheet{Sheet: m.Sheet})
	}
	s := &w.sheets[i]
	s.uses++
	s.zoom = max(s.zoom, m.M.Scale())
	if l := s.Picture; l != nil {
		around := w.zoom
		w.zoom *= s.zoom
		for k := range l.Marks {
			w.collect(&l.Marks[k])
		}
		w.zoom = around
		return
	}
	for k := range s.Marks {
		if s.Marks[k].Alpha > 0 {
			w.refer(&s.Marks[k], s.zoom)
		}
	}
}

// shared reports whether a sheet is shown more than once.
func (w *writer) shared() bool {
	for i := range w.sheets {
		if w.sheets[i].uses > 1 {
			return true
		}
	}
	return false
}

func (w *writer) sheetDefs() {
	for i := range w.sheets {
		if w.sheets[i].uses < 2 {
			continue
		}
		w.s(`<g id="`)
		w.ref("s", i+1)
		w.s("\">\n")
		w.shapes(&w.sheets[i])
		w.s("</g>\n")
	}
}

// shapes writes the marks of a sheet, whose clips are in its coordinates.
func (w *writer) shapes(s *sheet) {
	around, zoom := w.clip, w.zoom
	w.clip, w.zoom = clipping{}, s.zoom
	if l := s.Picture; l != nil {
		w.shape(&draw.Mark{M: geom.Identity(), Alpha: 1, Path: new(geom.Path).Rect(l.Area), Paint: draw.Ink(l.Ground)})
		for i := range l.Marks {
			w.mark(&l.Marks[i])
		}
		w.unclip()
		w.clip, w.zoom = around, zoom
		return
	}
	for i := range s.Marks {
		m := &s.Marks[i]
		if m.Alpha <= 0 {
			continue
		}
		w.clipTo(m.Clip, m.Within)
		w.shape(m)
	}
	w.unclip()
	w.clip, w.zoom = around, zoom
}

func (w *writer) sheet(m *draw.Mark) {
	i := w.findSheet(m.Sheet)
	s := &w.sheets[i]
	if s.uses > 1 {
		w.s(`<use href="#`)
		w.ref("s", i+1)
		w.s(`"`)
	} else {
		w.s("<g")
	}
	if m.Sem.Role != draw.RoleNone {
		w.id(m.ID)
	}
	w.transform(m.M, 2)
	if m.Alpha < 0.9995 {
		w.number("opacity", m.Alpha, 3)
	}
	w.meaning(&m.Sem)
	if s.uses > 1 {
		w.end()
		return
	}
	w.s(">\n")
	w.shapes(s)
	w.s("</g>\n")
}
