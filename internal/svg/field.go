package svg

import (
	"math"
	"strconv"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// dots writes discs in their order: a circle each, and those that follow on one
// another with the same colour and size as one path of points.
func (w *writer) dots(m *draw.Mark) {
	if len(m.Dots) == 0 {
		return
	}
	w.s("<g")
	if m.Sem.Role != draw.RoleNone {
		w.id(m.ID)
	}
	w.transform(m.M, 2)
	w.meaning(&m.Sem)
	w.s(">\n")
	digits := fine(m.M.Scale())
	var pts []geom.Pt
	for i := 0; i < len(m.Dots); {
		first := m.Dots[i]
		pts = pts[:0]
		for ; i < len(m.Dots) && m.Dots[i].R == first.R && m.Dots[i].Color == first.Color; i++ {
			pts = append(pts, m.Dots[i].At)
		}
		switch {
		case first.R <= 0 || first.Color.A() == 0:
		case len(pts) == 1:
			w.open("circle")
			w.number("cx", first.At.X, digits)
			w.number("cy", first.At.Y, digits)
			w.number("r", first.R, digits)
			w.color("fill", first.Color, m.Alpha)
			w.end()
		default:
			w.points(pts, first.R, first.Color, m.Alpha, digits)
		}
	}
	w.s("</g>\n")
}

// points writes discs of one size and colour as a path of lines without length,
// whose round ends are the discs.
func (w *writer) points(pts []geom.Pt, r float64, c draw.Color, alpha float64, digits int) {
	w.s(`<path d="`)
	w.poly = polyline{digits: digits}
	for _, p := range pts {
		w.step('m', []geom.Pt{p})
		w.s("h0")
		w.poly.last, w.poly.sep = 'h', false
	}
	w.s(`" fill="none"`)
	w.color("stroke", c, alpha)
	w.number("stroke-width", 2*r, digits+1)
	w.s(` stroke-linecap="round"`)
	w.end()
}

// inkLevels is to how many steps the opacity of a field's marks is rounded.
const inkLevels = 16

// bucket is the marks of a field that share a colour.
type bucket struct {
	color draw.Color
	pts   []geom.Pt
}

func (w *writer) field(m *draw.Mark) {
	f := m.Field
	buckets, drawn := w.gather(f)
	if drawn == 0 {
		return
	}
	w.s("<g")
	w.id(m.ID)
	w.transform(m.M, 2)
	w.meaning(&m.Sem)
	w.s(">\n")
	if step := w.every(f); step > 1 {
		w.element("desc", w.sample((f.Count+step-1)/step, f.Count))
	}
	// A tenth of a pixel is enough for the place of one among so many.
	digits := max(fine(m.M.Scale())-1, 0)
	for _, b := range buckets {
		if f.Symbol == draw.Roof {
			w.houses(b.pts, f.Radius, b.color, m.Alpha, digits)
		} else {
			w.points(b.pts, f.Radius, b.color, m.Alpha, digits)
		}
	}
	if f.Lifted > 0 && f.Lifted <= f.Count {
		w.lifted(m, digits)
	}
	w.s("</g>\n")
}

// lifted writes the one mark that is set off, on top of the others.
func (w *writer) lifted(m *draw.Mark, digits int) {
	d, ok := m.Field.At(m.Field.Lifted - 1)
	switch {
	case !ok:
	case m.Field.Symbol == draw.Roof:
		w.houses([]geom.Pt{d.At}, d.R, d.Color, m.Alpha, digits)
	default:
		w.points([]geom.Pt{d.At}, d.R, d.Color, m.Alpha, digits)
	}
}

// every is the number of a field's marks for each that is drawn.
func (w *writer) every(f *draw.Field) int {
	if w.opt.MaxFieldMarks <= 0 || f.Count <= w.opt.MaxFieldMarks {
		return 1
	}
	return (f.Count + w.opt.MaxFieldMarks - 1) / w.opt.MaxFieldMarks
}

func (w *writer) gather(f *draw.Field) (buckets []bucket, drawn int) {
	if f.Cols <= 0 {
		return nil, 0
	}
	step := w.every(f)
	for i := 0; i < f.Count; i += step {
		d, ok := f.At(i)
		if !ok || i+1 == f.Lifted {
			continue
		}
		a := uint8(math.Round(float64(d.Color.A())*inkLevels/255) * 255 / inkLevels)
		if a == 0 {
			continue
		}
		c := d.Color&^0xff | draw.Color(a)
		k := 0
		for k < len(buckets) && buckets[k].color != c {
			k++
		}
		if k == len(buckets) {
			buckets = append(buckets, bucket{color: c})
		}
		buckets[k].pts = append(buckets[k].pts, d.At)
		drawn++
	}
	if f.Lifted > 0 {
		drawn++
	}
	return buckets, drawn
}

func (w *writer) sample(drawn, of int) string {
	if w.opt.Sample != nil {
		return w.opt.Sample(drawn, of)
	}
	return "A sample: " + strconv.Itoa(drawn) + " of " + strconv.Itoa(of) + " marks are drawn."
}

// houses writes roofs of one size and colour: the outline once for each, by
// lines relative to its ridge.
func (w *writer) houses(pts []geom.Pt, r float64, c draw.Color, alpha float64, digits int) {
	var one geom.Path
	draw.RoofPath(&one, geom.Pt{}, r)
	ridge := one.Pts[0]
	one.Verbs, one.Pts = one.Verbs[1:], one.Pts[1:]
	outline := writer{poly: polyline{digits: digits + 1}}
	outline.poly.x, outline.poly.y = outline.unit(ridge.X), outline.unit(ridge.Y)
	outline.lines(&one)
	tail := outline.b
	w.s(`<path d="`)
	w.poly = polyline{digits: digits}
	for _, p := range pts {
		w.step('m', []geom.Pt{p.Add(ridge)})
		w.b = append(w.b, tail...)
		w.poly.last, w.poly.sep = 'z', false
	}
	w.s(`"`)
	w.color("fill", c, alpha)
	w.end()
}
