package draw

import (
	"hash/fnv"
	"math"
	"strconv"

	"lianhua/internal/geom"
)

// AppendText writes the list as text, a line a mark, numbers rounded to
// thousandths: the form that goldens keep and that hashes compare.
func (l *List) AppendText(dst []byte) []byte {
	w := writer{dst}
	w.word("picture")
	w.rect(l.Area)
	w.color(l.Ground)
	w.line()
	depth := 0
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind == KindClose {
			depth--
			continue
		}
		for k := 0; k < depth; k++ {
			w.b = append(w.b, "  "...)
		}
		w.mark(m)
		w.line()
		if m.Kind == KindOpen {
			depth++
		}
	}
	return w.b
}

// Hash is FNV-1a over the text form.
func (l *List) Hash() uint64 {
	h := fnv.New64a()
	h.Write(l.AppendText(nil))
	return h.Sum64()
}

type writer struct{ b []byte }

func (w *writer) line() { w.b = append(w.b, '\n') }
func (w *writer) word(s string) {
	if n := len(w.b); n > 0 && w.b[n-1] != '\n' && w.b[n-1] != ' ' {
		w.b = append(w.b, ' ')
	}
	w.b = append(w.b, s...)
}
func (w *writer) key(s string) { w.word(s); w.b = append(w.b, '=') }
func (w *writer) num(v float64) {
	w.b = AppendThousandths(w.b, v)
}
func (w *writer) pt(p geom.Pt) { w.num(p.X); w.b = append(w.b, ','); w.num(p.Y) }
func (w *writer) rect(r geom.Rect) {
	w.key("at")
	w.pt(r.Min())
	w.b = append(w.b, ' ')
	w.num(r.W)
	w.b = append(w.b, 'x')
	w.num(r.H)
}
func (w *writer) color(c Color) {
	const hex = "0123456789abcdef"
	w.word("#")
	for s := 28; s >= 0; s -= 4 {
		w.b = append(w.b, hex[c>>s&15])
	}
}

// AppendThousandths writes v rounded to three decimals, without trailing noughts.
func AppendThousandths(dst []byte, v float64) []byte {
	n := math.Round(v * 1000)
	if n == 0 {
		return append(dst, '0')
	}
	if math.Abs(n) > 1e15 || n != n {
		return strconv.AppendFloat(dst, v, 'g', 6, 64)
	}
	if n < 0 {
		dst = append(dst, '-')
		n = -n
	}
	i := int64(n)
	dst = strconv.AppendInt(dst, i/1000, 10)
	if f := i % 1000; f != 0 {
		dst = append(dst, '.', byte('0'+f/100))
		if f%100 != 0 {
			dst = append(dst, byte('0'+f/10%10))
			if f%10 != 0 {
				dst = append(dst, byte('0'+f%10))
			}
		}
	}
	return dst
}

var kindNames = [...]string{"shape", "text", "dots", "field", "sheet", "group", "end"}

func (w *writer) mark(m *Mark) {
	w.word(kindNames[m.Kind])
	w.word(m.ID.String())
	if m.Kind != KindOpen {
		w.transform(m.M)
		if m.Alpha != 1 {
			w.key("alpha")
			w.num(m.Alpha)
		}
		if !m.Clip.Empty() {
			w.word("clip")
			w.rect(m.Clip)
		}
		for c := m.Within; c != nil; c = c.Outer {
			w.word("within")
			w.transform(c.M)
			w.path(c.Path)
		}
	}
	switch m.Kind {
	case KindShape:
		w.paint(&m.Paint)
		if p := m.Pen; p.Width > 0 {
			w.key("pen")
			w.num(p.Width)
			w.b = append(w.b, "brs"[p.Cap], "rmb"[p.Join])
			if p.Dash > 0 {
				w.key("dash")
				w.num(p.Dash)
				w.b = append(w.b, '/')
				w.num(p.Gap)
				w.b = append(w.b, '+')
				w.num(p.Phase)
			}
		}
		w.path(m.Path)
	case KindText:
		w.paint(&m.Paint)
		w.key("size")
		w.num(m.Run.Style.Size)
		w.b = append(w.b, "-bs"[m.Run.Style.Face])
		w.key("width")
		w.num(m.Run.Width)
		w.word(strconv.Quote(m.Run.Text))
	case KindDots:
		w.dots(m.Dots)
	case KindField:
		w.field(m.Field)
	case KindSheet:
		w.sheet(m.Sheet)
	}
	w.sem(&m.Sem)
}

func (w *writer) transform(m geom.Affine) {
	if m == geom.Identity() {
		return
	}
	w.key("m")
	for i, v := range [...]float64{m.A, m.B, m.C, m.D, m.E, m.F} {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.num(v)
	}
}

// sheet is the number of a sheet's marks, their extent and its key.
func (w *writer) sheet(s *Sheet) {
	w.key("n")
	w.b = strconv.AppendInt(w.b, int64(s.Len()), 10)
	w.rect(s.Bounds)
	w.key("digest")
	w.b = strconv.AppendUint(w.b, s.Key, 16)
}

func (w *writer) paint(p *Paint) {
	if p.Ramp.Kind == Solid {
		w.color(p.Color)
		return
	}
	w.word([...]string{"", "linear", "radial"}[p.Ramp.Kind])
	w.b = append(w.b, ' ')
	w.pt(p.Ramp.From)
	w.b = append(w.b, '>')
	w.pt(p.Ramp.To)
	for _, s := range p.Ramp.Stops[:p.Ramp.N] {
		w.color(s.Color)
		w.b = append(w.b, '@')
		w.num(s.At)
	}
}

// longPath is the number of points beyond which a path is written as its
// extent, its length in points and a digest.
const longPath = 64

func (w *writer) path(p *geom.Path) {
	if len(p.Pts) > longPath {
		full := writer{}
		full.verbs(p)
		h := fnv.New64a()
		h.Write(full.b)
		w.rect(p.Bounds())
		w.key("points")
		w.b = strconv.AppendInt(w.b, int64(len(p.Pts)), 10)
		w.key("digest")
		w.b = strconv.AppendUint(w.b, h.Sum64(), 16)
		return
	}
	w.key("d")
	w.verbs(p)
}

func (w *writer) verbs(p *geom.Path) {
	i := 0
	for _, v := range p.Verbs {
		w.b = append(w.b, "MLQCZ"[v])
		for k := 0; k < v.Points(); k++ {
			if k > 0 {
				w.b = append(w.b, ' ')
			}
			w.pt(p.Pts[i])
			i++
		}
	}
}

// samples is how many dots of a large set are written out.
const samples = 5

func (w *writer) dots(dots []Dot) {
	w.key("n")
	w.b = strconv.AppendInt(w.b, int64(len(dots)), 10)
	h := fnv.New64a()
	one := writer{}
	for i, d := range dots {
		one.b = one.b[:0]
		one.dot(d)
		h.Write(one.b)
		if i*samples/len(dots) != (i-1)*samples/len(dots) || i == 0 {
			w.b = append(w.b, one.b...)
		}
	}
	w.key("digest")
	w.b = strconv.AppendUint(w.b, h.Sum64(), 16)
}

func (w *writer) dot(d Dot) {
	w.b = append(w.b, ' ')
	w.pt(d.At)
	w.b = append(w.b, '/')
	w.num(d.R)
	w.color(d.Color)
}

func (w *writer) field(f *Field) {
	w.key("n")
	w.b = strconv.AppendInt(w.b, int64(f.Count), 10)
	w.key("cols")
	w.b = strconv.AppendInt(w.b, int64(f.Cols), 10)
	for _, kv := range [...]struct {
		k string
		v float64
	}{{"radius", f.Radius}, {"jitter", f.Jitter}, {"sway", f.Sway}, {"phase", f.Phase}, {"shown", f.Shown}, {"lifted", float64(f.Lifted)}, {"symbol", float64(f.Symbol)}} {
		w.key(kv.k)
		w.num(kv.v)
	}
	for _, c := range f.Inks {
		w.color(c)
	}
	full := writer{}
	for _, u := range f.Mesh.U {
		full.num(u)
	}
	for _, v := range f.Mesh.V {
		full.num(v)
	}
	for _, p := range f.Mesh.P {
		full.pt(p)
	}
	for _, a := range f.Mesh.Level {
		full.num(float64(a))
	}
	h := fnv.New64a()
	h.Write(full.b)
	w.key("mesh")
	w.b = strconv.AppendUint(w.b, h.Sum64(), 16)
	for k := 0; k < samples && f.Count > 0 && f.Cols > 0; k++ {
		if d, ok := f.At(k * (f.Count - 1) / (samples - 1)); ok {
			w.dot(d)
		}
	}
}

func (w *writer) sem(s *Sem) {
	if s.Role != RoleNone {
		w.key("role")
		w.b = append(w.b, s.Role.String()...)
	}
	str := func(k, v string) {
		if v != "" {
			w.key(k)
			w.b = strconv.AppendQuote(w.b, v)
		}
	}
	str("label", s.Label)
	str("detail", s.Detail)
	str("figure", s.Figure)
	for _, f := range s.Figures {
		str("figure", f)
	}
	str("target", s.Target)
	str("value", s.Value)
	if s.On {
		w.word("on")
	}
	if s.Level != 0 {
		w.key("level")
		w.b = strconv.AppendInt(w.b, int64(s.Level), 10)
	}
	if s.Role == RoleSlider || s.Role == RoleToggle {
		w.key("now")
		w.num(s.Now)
		w.key("range")
		w.num(s.Min)
		w.b = append(w.b, '~')
		w.num(s.Max)
	}
}
