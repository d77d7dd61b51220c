package art

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/varint"
)

// Decode reads a pack. It returns an error that wraps [ErrCorrupt] or [ErrVersion];
// it never panics, and what it reserves is bounded whatever the pack says.
func Decode(data []byte) (*Set, error) {
	if len(data) < header || string(data[:len(magic)]) != magic {
		return nil, &corrupt{"it does not begin as a pack"}
	}
	if data[len(magic)] != version {
		return nil, ErrVersion
	}
	body := data[header:]
	if [4]byte(data[header-4:header]) != checksum(body) {
		return nil, &corrupt{"its checksum does not match"}
	}
	d := decoder{}
	d.split(body)
	d.strings()
	d.outlines()
	d.tables()
	s := d.set()
	for i := range d.in {
		if d.left(i) > 0 {
			d.fail("numbers are left over")
		}
	}
	if d.err != nil {
		return nil, d.err
	}
	return s, nil
}

// decoder reads what encoder wrote. After the first error it reads zeros, so that
// callers check where they would loop, and at the end.
type decoder struct {
	in  [streams][]byte
	at  [streams]int // how much of each is read
	err error

	texts   []string
	verbs   []geom.Verb // of all outlines, and where each ends
	points  []point
	ends    []end
	shared  int // outlines that come first, for several
	next    int // the next of the others
	stops   []stop
	runs    []int // where each run of stops ends
	paints  []packedPaint
	spans   []span
	pens    []geom.Pen
	linears []linear

	last, lastM point
	room        []geom.Pt // of the shapes to come
}

// end is where an outline ends among the verbs and the points, and how many of its
// steps there are to a pixel.
type end struct {
	verbs, points int
	fine          float64
}

// packedPaint is a paint of a pack: a colour, or which run of stops.
type packedPaint struct {
	radial bool
	run    int // -1: the colour
	color  stop
}

func (d *decoder) fail(why string) {
	if d.err == nil {
		d.err = &corrupt{why}
	}
	d.in, d.at = [streams][]byte{}, [streams]int{}
}

// left is how much of a stream is still to be read.
func (d *decoder) left(in int) int { return len(d.in[in]) - d.at[in] }

// split finds the streams.
func (d *decoder) split(body []byte) {
	var sizes [streams]uint64
	for i := range sizes {
		n, size := varint.Read(body)
		if size == 0 {
			d.fail("it ends early")
			return
		}
		sizes[i], body = n, body[size:]
	}
	for i, n := range sizes {
		if n > uint64(len(body)) {
			d.fail("it ends early")
			return
		}
		d.in[i], body = body[:n], body[n:]
	}
	if len(body) > 0 {
		d.fail("bytes follow its end")
	}
}

// uint is the next number of a stream, at most limit.
func (d *decoder) uint(in int, limit uint64) uint64 {
	src, at := d.in[in], d.at[in]
	if at < len(src) && src[at] < 0x80 && uint64(src[at]) <= limit {
		d.at[in]++
		return uint64(src[at])
	}
	n, size := varint.Read(src[at:])
	if size == 0 {
		d.fail("numbers are missing")
		return 0
	}
	if n > limit {
		d.fail("a number is out of range")
		return 0
	}
	d.at[in] += size
	return n
}

// mostDistance is the longest distance between two places, in zigzag form.
const mostDistance = 16 * farthest

func (d *decoder) int(in int) int32 { return int32(varint.Unzigzag(d.uint(in, mostDistance))) }

// index is a number below n, of something that must be there.
func (d *decoder) index(in, n int) int {
	if n == 0 {
		d.fail("it points to what it lacks")
		return 0
	}
	return int(d.uint(in, uint64(n-1)))
}

// count is how many things follow of which each takes at least one byte of a
// stream, which bounds what a forged count can reserve.
func (d *decoder) count(in int) int { return int(d.uint(inFrame, uint64(d.left(in)))) }

// place is a place so far from another, where places can be.
func (d *decoder) place(from, by point) point {
	x, y := int64(from.x)+int64(by.x), int64(from.y)+int64(by.y)
	if max(x, -x, y, -y) > farthest {
		d.fail("a place is out of range")
		return point{}
	}
	return point{int32(x), int32(y)}
}

func (d *decoder) text() string { return d.textOf(d.index(inFrame, len(d.texts))) }

func (d *decoder) textOf(i int) string {
	if i < len(d.texts) {
		return d.texts[i]
	}
	return ""
}

func (d *decoder) part() float64 { return float64(d.uint(inFrame, parts)) / parts }

func (d *decoder) length() float64 { return float64(d.int(inFrame)) / perPixel }

func (d *decoder) strings() {
	for d.left(inText) > 0 {
		n := int(d.uint(inText, uint64(d.left(inText))))
		if n > d.left(inText) {
			d.fail("a string ends early")
			return
		}
		d.texts = append(d.texts, string(d.in[inText][d.at[inText]:][:n]))
		d.at[inText] += n
	}
}

func (d *decoder) tables() {
	d.runs = make([]int, d.count(inColor))
	for i := range d.runs {
		at := int32(0)
		for range d.uint(inColor, draw.MaxStops) {
			if at += d.int(inStop); at < 0 || at > parts {
				d.fail("a stop is out of range")
			}
			s := d.tint()
			s.at = uint16(at)
			d.stops = append(d.stops, s)
		}
		d.runs[i] = len(d.stops)
		if d.err != nil {
			return
		}
	}
	d.paints = make([]packedPaint, d.count(inColor))
	for i := range d.paints {
		p := &d.paints[i]
		switch kind := d.uint(inColor, 2); kind {
		case 0:
			p.run, p.color = -1, d.tint()
		default:
			p.radial, p.run = kind == 2, d.index(inRun, len(d.runs))
		}
	}
	d.spans = make([]span, d.count(inSpanX))
	for i := range d.spans {
		n := d.uint(inSpanX, 2*mostDistance+1)
		x := int32(varint.Unzigzag(n >> 1))
		tx := d.int(inSpanX)
		d.spans[i] = span{fixed: n&1 == 1, from: point{x, d.int(inSpanY)}, to: point{tx, d.int(inSpanY)}}
	}
	d.pens = make([]geom.Pen, d.count(inPen))
	for i := range d.pens {
		var n [4]float64
		for k := range n {
			n[k] = long(uint32(d.uint(inPen, math.MaxUint32)), penBits)
		}
		d.pens[i] = geom.Pen{
			Width: n[0], Dash: n[1], Gap: n[2], Phase: n[3],
			Cap: geom.Cap(d.uint(inPen, uint64(geom.CapSquare))), Join: geom.Join(d.uint(inPen, uint64(geom.JoinBevel))),
		}
		if !(n[0] > 0) && d.err == nil {
			d.fail("a pen has no width")
		}
	}
	d.linears = make([]linear, d.count(inLinear))
	for i := range d.linears {
		for k := range d.linears[i] {
			d.linears[i][k] = uint32(d.uint(inLinear, math.MaxUint32))
		}
	}
}

// tint is the colour and the opacity of a stop.
func (d *decoder) tint() stop {
	c := d.index(inColor, len(d.texts))
	return stop{color: uint64(c), opacity: uint16(parts - d.uint(inOpacity, parts))}
}
