package art

import (
	"math"
	"slices"

	"lianhua/internal/geom"
)

// set reads the drawings.
func (d *decoder) set() *Set {
	d.reserve()
	if d.err != nil {
		return nil
	}
	s := &Set{Drawings: make([]Drawing, d.count(inFrame))}
	for i := range s.Forms {
		s.Forms[i] = d.index(inFrame, len(s.Drawings))
	}
	total := 0
	for i := range s.Drawings {
		total += d.drawing(&s.Drawings[i])
		if d.err != nil {
			return nil
		}
		if total > mostShapes {
			d.fail("it has more shapes than a set may have")
			return nil
		}
	}
	if d.next != len(d.ends) {
		d.fail("an outline is nobody's")
	}
	return s
}

// list makes room for n things; none where there are none.
func list[T any](n int) []T {
	if n == 0 {
		return nil
	}
	return make([]T, n)
}

// drawing reads one drawing: how many shapes it has.
func (d *decoder) drawing(into *Drawing) (shapes int) {
	into.Name = d.text()
	into.Width, into.Height = d.length(), d.length()
	into.Anchor = geom.Pt{X: d.part(), Y: d.part()}
	colors := make([]int, len(d.texts)) // which colour of the drawing's a text is, from 1
	into.Colors = list[string](d.count(inFrame))
	for i := range into.Colors {
		n := d.index(inFrame, len(d.texts))
		into.Colors[i] = d.textOf(n)
		if d.err == nil && colors[n] == 0 {
			colors[n] = i + 1
		}
	}
	into.Clips = list[Clip](d.count(inOutline))
	for i := range into.Clips {
		into.Clips[i].Outer = d.index(inFrame, i+1) - 1 // one before, so that none is inside of itself
		into.Clips[i].Path, _, _ = d.path()
	}
	paints := d.paintsOf(into, colors)
	into.Layers = list[Layer](d.count(inFrame))
	for i := range into.Layers {
		shapes += d.layer(into, i, paints)
		if d.err != nil {
			return 0
		}
	}
	d.nested(into.Layers)
	into.Slots = list[Slot](d.count(inFrame))
	for i := range into.Slots {
		d.slot(&into.Slots[i])
		if d.err != nil {
			return 0
		}
	}
	return shapes
}

// paintsOf are all paints with the drawing's own colours. One with a colour that
// the drawing lacks has -1 for it, and fails where it is used.
func (d *decoder) paintsOf(into *Drawing, colors []int) []Paint {
	if d.err != nil {
		return nil
	}
	stops := make([]Stop, len(d.stops))
	for i, s := range d.stops {
		stops[i] = Stop{At: float64(s.at) / parts, Color: colors[s.color] - 1, Opacity: float64(s.opacity) / parts}
	}
	paints := make([]Paint, len(d.paints))
	for i := range d.paints {
		p := &d.paints[i]
		if p.run < 0 {
			paints[i] = Paint{Color: colors[p.color.color] - 1, Opacity: float64(p.color.opacity) / parts}
			continue
		}
		from, to := 0, d.runs[p.run]
		if p.run > 0 {
			from = d.runs[p.run-1]
		}
		paints[i] = Paint{Radial: p.radial, Stops: stops[from:to:to]}
		if from == to || slices.ContainsFunc(stops[from:to], func(s Stop) bool { return s.Color < 0 }) {
			paints[i].Color = -1
		}
	}
	return paints
}

// layer reads one layer and its shapes: how many.
func (d *decoder) layer(of *Drawing, i int, paints []Paint) (shapes int) {
	l := &of.Layers[i]
	l.Name = d.text()
	l.Parent = d.index(inFrame, i+1) - 1
	l.Light = Light(d.uint(inFrame, uint64(Night)))
	l.Clip = d.index(inFrame, len(of.Clips)+1) - 1
	l.Role, l.Label, l.Detail = d.text(), d.text(), d.text()
	n := int(d.uint(inFrame, uint64(d.left(inPaint)+len(of.Layers))))
	within := int(d.uint(inFrame, uint64(min(n, len(of.Layers)))))
	if n-within > mostShapes {
		d.fail("it has more shapes than a set may have")
	}
	if d.err != nil {
		return 0
	}
	l.Items = list[Item](n)
	at := 0
	for range within {
		before := int(d.uint(inFrame, uint64(n-1-at)))
		d.shapes(of, l.Items[at:at+before], paints)
		at += before
		inner := d.index(inFrame, len(of.Layers))
		if inner <= i && d.err == nil {
			d.fail("a layer stands inside of one after it")
		}
		if d.err != nil {
			return 0
		}
		l.Items[at] = Item{Layer: inner, Shape: Shape{Clip: -1}}
		at++
		if at == n {
			break
		}
	}
	d.shapes(of, l.Items[at:], paints)
	return n - within
}

// nested refuses layers that stand elsewhere than in the layer around them, or twice.
func (d *decoder) nested(layers []Layer) {
	placed := make([]bool, len(layers))
	for i := range layers {
		for k := range layers[i].Items {
			n := layers[i].Items[k].Layer
			if n < 0 {
				continue
			}
			if layers[n].Parent != i || placed[n] {
				d.fail("a layer does not stand in the one around it")
				return
			}
			placed[n] = true
		}
	}
}

func (d *decoder) shapes(of *Drawing, into []Item, paints []Paint) {
	for i := range into {
		into[i].Layer = -1
		d.shape(of, &into[i].Shape, paints)
		if d.err != nil {
			return
		}
	}
}

func (d *decoder) shape(of *Drawing, s *Shape, paints []Paint) {
	var place span
	if n := d.index(inPaint, len(paints)); n < len(paints) {
		s.Paint = paints[n]
	}
	if s.Paint.Color < 0 {
		d.fail("a colour is not one of its drawing")
	}
	if len(s.Paint.Stops) > 0 {
		if n := d.index(inSpan, len(d.spans)); n < len(d.spans) {
			place = d.spans[n]
		}
	}
	if n := d.index(inStroke, len(d.pens)+1); n > 0 {
		s.Pen = d.pens[n-1]
	}
	s.M = geom.Identity()
	if n := d.index(inMatrix, len(d.linears)+1); n > 0 {
		s.M = d.linears[n-1].affine()
		d.lastM = d.place(d.lastM, point{d.int(inShiftX), d.int(inShiftY)})
		s.M.E, s.M.F = float64(d.lastM.x)/perPixel, float64(d.lastM.y)/perPixel
	}
	s.Clip = d.index(inClip, len(of.Clips)+1) - 1
	var start point
	var fine float64
	if s.Path, start, fine = d.path(); len(s.Paint.Stops) == 0 {
		return
	}
	from := place.from
	if !place.fixed {
		from = d.place(start, from)
	}
	to := d.place(from, place.to)
	s.Paint.From = geom.Pt{X: float64(from.x) / fine, Y: float64(from.y) / fine}
	s.Paint.To = geom.Pt{X: float64(to.x) / fine, Y: float64(to.y) / fine}
}

func (d *decoder) slot(s *Slot) {
	s.Name, s.Lang = d.text(), d.text()
	for _, v := range [...]*float64{&s.Rect.X, &s.Rect.Y, &s.Rect.W, &s.Rect.H, &s.Size} {
		*v = d.length()
	}
	flags := d.uint(inFrame, 3)
	s.Fit.Drop = flags&2 != 0
	s.X, s.Y = Align(d.uint(inFrame, uint64(End))), Align(d.uint(inFrame, uint64(End)))
	s.Fit.Lines = int(d.uint(inFrame, math.MaxInt16))
	s.Fit.Least = d.part()
	s.Anchor = Anchor(d.uint(inFrame, uint64(ToRight)))
	if flags&1 != 0 {
		p, _, _ := d.path()
		s.Path = &p
	}
}
