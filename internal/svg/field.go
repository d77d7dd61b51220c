package svg

import (
	"math"
	"slices"
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

// bucket is the marks of a field that share a colour and a pose.
type bucket struct {
	color draw.Color
	pose  int
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
		w.symbols(f.Symbol, &b, f.Radius, m.Alpha, digits)
	}
	if f.Lifted > 0 && f.Lifted <= f.Count {
		w.lifted(m, digits)
	}
	w.s("</g>\n")
}

// lifted writes the one mark that is set off, on top of the others.
func (w *writer) lifted(m *draw.Mark, digits int) {
	f := m.Field
	i := f.Lifted - 1
	if d, ok := f.At(i); ok {
		w.symbols(f.Symbol, &bucket{d.Color, f.Pose(i), []geom.Pt{d.At}}, d.R, m.Alpha, digits)
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
		k, pose := 0, f.Pose(i)
		for k < len(buckets) && (buckets[k].color != c || buckets[k].pose != pose) {
			k++
		}
		if k == len(buckets) {
			buckets = append(buckets, bucket{color: c, pose: pose})
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

// symbols writes those of one size: the outline once for each, by steps relative
// to where it begins.
func (w *writer) symbols(s draw.Symbol, b *bucket, r, alpha float64, digits int) {
	if s.Round() {
		w.points(b.pts, r, b.color, alpha, digits)
		return
	}
	var one geom.Path
	s.Path(&one, b.pose, geom.Pt{}, r)
	first := one.Pts[0]
	one.Verbs, one.Pts = one.Verbs[1:], one.Pts[1:]
	outline := writer{poly: polyline{digits: digits + 1}}
	outline.poly.x, outline.poly.y = outline.unit(first.X), outline.unit(first.Y)
	outline.lines(&one)
	if slices.Contains(one.Verbs, geom.MoveTo) {
		outline.step('m', []geom.Pt{first}) // back to where the next is counted from
	}
	tail := outline.b
	w.s(`<path d="`)
	w.poly = polyline{digits: digits}
	for _, p := range b.pts {
		w.step('m', []geom.Pt{p.Add(first)})
		w.b = append(w.b, tail...)
		w.poly.last, w.poly.sep = 'z', false
	}
	w.s(`"`)
	w.color("fill", b.color, alpha)
	w.end()
}
