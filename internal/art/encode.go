package art

import (
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/varint"
)

// Encode is the pack of a set. Lengths are rounded to hundredths of a pixel, and
// shares of one to thousandths; lines of the drawing's file are left out. Encoding
// what [Decode] gives back changes nothing any more.
func Encode(s *Set) []byte {
	e := encoder{texts: map[string]uint64{}}
	e.survey(s)
	e.tables()
	e.frame(s)
	out := append([]byte(magic), version, 0, 0, 0, 0)
	for i := range e.out {
		out = varint.Append(out, uint64(len(e.out[i])))
	}
	for i := range e.out {
		out = append(out, e.out[i]...)
	}
	sum := checksum(out[header:])
	copy(out[header-len(sum):], sum[:])
	return out
}

// paint is a Paint without its place: a colour and its opacity, or stops.
type paint struct {
	radial bool
	n      int // stops; 0: only the first, for its colour
	stops  [draw.MaxStops]stop
}

type stop struct {
	at, opacity uint16
	color       uint64 // its text
}

// span is a gradient's place in steps: from the shape's first point on, or from the
// origin where it is fixed.
type span struct {
	fixed    bool
	from, to point // to, seen from from
}

// pen is a Pen in short numbers; the zero value fills.
type pen struct {
	width, dash, gap, phase uint32
	cap                     geom.Cap
	join                    geom.Join
}

// placed is an outline in its place.
type placed struct {
	outline string // its code in three streams, as a key
	start   point
}

// form is a shape as it is written.
type form struct {
	placed
	paint   paint
	spans   [2]span // as seen from the first point, and fixed
	pen     pen
	matrix  linear
	shifted bool // it has a transform
	shift   point
	clip    int
}

type encoder struct {
	out   [streams][]byte
	texts map[string]uint64

	forms []form   // of all layers, in order
	paths []placed // clips and slots, in order

	outlines census[string]
	coded    map[string][3][]byte
	paints   census[paint]
	spans    census[span]
	pens     census[pen]
	linears  census[linear]

	scratch outline
	last    point // the first point of the outline before, in tenths
	lastM   point // the last shift
}

func (e *encoder) uint(in int, n uint64) { e.out[in] = varint.Append(e.out[in], n) }
func (e *encoder) int(in int, n int32)   { e.uint(in, varint.Zigzag(int64(n))) }

// name is the number of a string.
func (e *encoder) name(s string) uint64 {
	n, ok := e.texts[s]
	if !ok {
		n = uint64(len(e.texts))
		e.texts[s] = n
		e.uint(inText, uint64(len(s)))
		e.out[inText] = append(e.out[inText], s...)
	}
	return n
}

func (e *encoder) text(s string) { e.uint(inFrame, e.name(s)) }

// survey reads all drawings and counts what they share.
func (e *encoder) survey(s *Set) {
	e.coded = map[string][3][]byte{}
	for i := range s.Drawings {
		d := &s.Drawings[i]
		for k := range d.Clips {
			e.paths = append(e.paths, e.place(&d.Clips[k].Path, 0))
		}
		for k := range d.Layers {
			for n := range d.Layers[k].Items {
				if it := &d.Layers[k].Items[n]; it.Layer < 0 {
					e.forms = append(e.forms, e.form(d, &it.Shape))
				}
			}
		}
		for k := range d.Slots {
			if p := d.Slots[k].Path; p != nil {
				e.paths = append(e.paths, e.place(p, 0))
			}
		}
	}
	for i := range e.forms {
		f := &e.forms[i]
		e.paints.add(f.paint)
		if f.pen != (pen{}) {
			e.pens.add(f.pen)
		}
		if f.shifted {
			e.linears.add(f.matrix)
		}
	}
	e.chooseSpans()
	e.paints.rank()
	e.pens.rank()
	e.linears.rank()
	e.outlines.rank()
}

// chooseSpans takes each gradient's place as more gradients have it.
func (e *encoder) chooseSpans() {
	var all census[span]
	for i := range e.forms {
		if f := &e.forms[i]; f.paint.n > 0 {
			all.add(f.spans[0])
			all.add(f.spans[1])
		}
	}
	for i := range e.forms {
		if f := &e.forms[i]; f.paint.n > 0 {
			if all.times(f.spans[1]) > all.times(f.spans[0]) {
				f.spans[0] = f.spans[1]
			}
			e.spans.add(f.spans[0])
		}
	}
	e.spans.rank()
}

// place is a path with its outline counted.
func (e *encoder) place(p *geom.Path, fine int) placed {
	at := start(p, fine, &e.scratch)
	v, x, y := e.scratch.write(nil, nil, nil)
	key := string(varint.Append(varint.Append(nil, uint64(len(v))), uint64(len(x)))) + string(v) + string(x) + string(y)
	e.coded[key] = [3][]byte{v, x, y}
	e.outlines.add(key)
	return placed{key, at}
}

func (e *encoder) form(d *Drawing, s *Shape) form {
	f := form{clip: s.Clip, matrix: linearOf(s.M), shift: point{hundredths(s.M.E), hundredths(s.M.F)}}
	f.shifted = f.matrix != linearOf(geom.Identity()) || f.shift != point{}
	halved := fineness(s, f.matrix)
	f.placed = e.place(&s.Path, halved)
	if len(e.scratch.verbs) == 0 {
		halved = 0 // an outline that there is none of says nothing of its steps
	}
	fine := perOne(halved)
	if s.Pen.Width > 0 {
		f.pen = pen{
			width: short(s.Pen.Width, penBits), dash: short(s.Pen.Dash, penBits), gap: short(s.Pen.Gap, penBits),
			phase: short(s.Pen.Phase, penBits), cap: s.Pen.Cap, join: s.Pen.Join,
		}
	}
	p := &s.Paint
	f.paint.n = min(len(p.Stops), draw.MaxStops)
	if f.paint.n == 0 {
		f.paint.stops[0] = stop{opacity: part(p.Opacity), color: e.color(d, p.Color)}
		return f
	}
	f.paint.radial = p.Radial
	for i, s := range p.Stops[:f.paint.n] {
		f.paint.stops[i] = stop{part(s.At), part(s.Opacity), e.color(d, s.Color)}
	}
	from, to := point{steps(p.From.X, fine), steps(p.From.Y, fine)}, point{}
	to.x, to.y = distance(p.From.X, p.To.X, from.x, fine), distance(p.From.Y, p.To.Y, from.y, fine)
	f.spans[0] = span{false, point{from.x - f.start.x, from.y - f.start.y}, to}
	f.spans[1] = span{true, from, to}
	return f
}

// color is the text of a drawing's colour.
func (e *encoder) color(d *Drawing, i int) uint64 {
	if i < 0 || i >= len(d.Colors) {
		return e.name("")
	}
	return e.name(d.Colors[i])
}

// tables writes what shapes share.
func (e *encoder) tables() {
	shared := 0
	for _, k := range e.outlines.order {
		if e.outlines.times(k) > 1 {
			shared++
		}
	}
	e.uint(inFrame, uint64(len(e.outlines.order)))
	e.uint(inFrame, uint64(shared))
	for _, k := range e.outlines.order {
		for i, part := range e.coded[k] {
			e.out[inVerbs+i] = append(e.out[inVerbs+i], part...)
		}
	}
	var runs census[paint]
	for _, p := range e.paints.order {
		if p.radial = false; p.n > 0 {
			runs.add(p)
		}
	}
	runs.rank()
	e.uint(inFrame, uint64(len(runs.order)))
	for _, p := range runs.order {
		e.uint(inColor, uint64(p.n))
		at := uint16(0)
		for _, s := range p.stops[:p.n] {
			e.int(inStop, int32(s.at)-int32(at))
			at = s.at
			e.tint(s)
		}
	}
	e.uint(inFrame, uint64(len(e.paints.order)))
	for _, p := range e.paints.order {
		kind := uint64(0)
		if p.n > 0 {
			kind = 1
			if p.radial {
				kind = 2
			}
		}
		e.uint(inColor, kind)
		if p.radial = false; p.n > 0 {
			e.uint(inRun, uint64(runs.number(p)))
		} else {
			e.tint(p.stops[0])
		}
	}
	e.uint(inFrame, uint64(len(e.spans.order)))
	for _, s := range e.spans.order {
		fixed := uint64(0)
		if s.fixed {
			fixed = 1
		}
		e.uint(inSpanX, varint.Zigzag(int64(s.from.x))<<1|fixed)
		e.int(inSpanX, s.to.x)
		e.int(inSpanY, s.from.y)
		e.int(inSpanY, s.to.y)
	}
	e.uint(inFrame, uint64(len(e.pens.order)))
	for _, p := range e.pens.order {
		for _, n := range [...]uint32{p.width, p.dash, p.gap, p.phase, uint32(p.cap), uint32(p.join)} {
			e.uint(inPen, uint64(n))
		}
	}
	e.uint(inFrame, uint64(len(e.linears.order)))
	for _, l := range e.linears.order {
		for _, n := range l {
			e.uint(inLinear, uint64(n))
		}
	}
}

// tint writes the colour and the opacity of a stop.
func (e *encoder) tint(s stop) {
	e.uint(inColor, s.color)
	e.uint(inOpacity, uint64(parts-s.opacity))
}
