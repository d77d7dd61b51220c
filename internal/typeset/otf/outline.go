package otf

// Point is a point of a contour.
type Point struct {
	X, Y float64
	On   bool // on the curve; the others control quadratic curves
	End  bool // the last one of its contour
}

// Bounds are the least rectangle around a glyph's outline, as the file states
// it; ok is false where there is no ink.
func (f *Font) Bounds(g GID) (x0, y0, x1, y1 int, ok bool) {
	d := f.glyph(g)
	if len(d) < 10 {
		return 0, 0, 0, 0, false
	}
	x0, y0, x1, y1 = d.i16(2), d.i16(4), d.i16(6), d.i16(8)
	return x0, y0, x1, y1, x1 > x0 && y1 > y0
}

// glyph is the description of a glyph's outline.
func (f *Font) glyph(g GID) data {
	var from, to int
	if f.long {
		from, to = f.loca.u32(4*int(g)), f.loca.u32(4*int(g)+4)
	} else {
		from, to = 2*f.loca.u16(2*int(g)), 2*f.loca.u16(2*int(g)+2)
	}
	if int(g) >= f.glyphs || from >= to || to > len(f.glyf) {
		return nil
	}
	return f.glyf[from:to]
}

// Limits against damaged files: how many parts a glyph may be made of, and of
// how many points.
const (
	maxParts  = 64
	maxPoints = 1 << 15
)

// Outline appends the points of a glyph's contours to dst.
func (f *Font) Outline(dst []Point, g GID) []Point {
	parts := maxParts
	return f.outline(dst, g, &parts)
}

func (f *Font) outline(dst []Point, g GID, parts *int) []Point {
	d := f.glyph(g)
	*parts--
	switch contours := d.i16(0); {
	case len(d) < 10 || contours == 0 || len(dst) > maxPoints:
		return dst
	case contours > 0:
		return simple(dst, d, contours)
	case *parts > 0:
		return f.composite(dst, d.from(10), parts)
	}
	return dst
}

// Flags of a point.
const (
	onCurve = 1 << iota
	xShort
	yShort
	repeated
	xSame // or, for a short x, positive
	ySame
)

func simple(dst []Point, d data, contours int) []Point {
	n := d.u16(10+2*(contours-1)) + 1
	at := 10 + 2*contours
	at += 2 + d.u16(at) // instructions
	if at > len(d) || n > maxPoints {
		return dst
	}
	first := len(dst)
	flags := make([]byte, 0, n)
	for len(flags) < n && at < len(d) {
		flag := byte(d.u8(at))
		at++
		times := 1
		if flag&repeated != 0 {
			times += d.u8(at)
			at++
		}
		for ; times > 0 && len(flags) < n; times-- {
			flags = append(flags, flag)
		}
	}
	if len(flags) < n {
		return dst
	}
	for _, flag := range flags {
		dst = append(dst, Point{On: flag&onCurve != 0})
	}
	pts := dst[first:]
	x, y := 0, 0
	for i, flag := range flags {
		at, x = coordinate(d, at, x, flag, xShort, xSame)
		pts[i].X = float64(x)
	}
	for i, flag := range flags {
		at, y = coordinate(d, at, y, flag, yShort, ySame)
		pts[i].Y = float64(y)
	}
	for c := range contours {
		if end := d.u16(10 + 2*c); end < len(pts) {
			pts[end].End = true
		}
	}
	return dst
}

func coordinate(d data, at, v int, flag, short, same byte) (next, value int) {
	switch {
	case flag&short != 0 && flag&same != 0:
		return at + 1, v + d.u8(at)
	case flag&short != 0:
		return at + 1, v - d.u8(at)
	case flag&same != 0:
		return at, v
	}
	return at + 2, v + d.i16(at)
}

// Flags of a component.
const (
	argsAreWords = 1 << 0
	argsAreXY    = 1 << 1
	oneScale     = 1 << 3
	more         = 1 << 5
	twoScales    = 1 << 6
	fourScales   = 1 << 7
)

func (f *Font) composite(dst []Point, d data, parts *int) []Point {
	for {
		flags, g := d.u16(0), GID(d.u16(2))
		at := 4
		var dx, dy float64
		if flags&argsAreWords != 0 {
			dx, dy = float64(d.i16(at)), float64(d.i16(at+2))
			at += 4
		} else {
			dx, dy = float64(int8(d.u8(at))), float64(int8(d.u8(at+1)))
			at += 2
		}
		if flags&argsAreXY == 0 {
			dx, dy = 0, 0 // points to match, which no font made since 1995 uses
		}
		m := [4]float64{1, 0, 0, 1}
		f2dot14 := func(i int) float64 { return float64(d.i16(i)) / (1 << 14) }
		switch {
		case flags&oneScale != 0:
			m[0] = f2dot14(at)
			m[3] = m[0]
			at += 2
		case flags&twoScales != 0:
			m[0], m[3] = f2dot14(at), f2dot14(at+2)
			at += 4
		case flags&fourScales != 0:
			m = [4]float64{f2dot14(at), f2dot14(at + 2), f2dot14(at + 4), f2dot14(at + 6)}
			at += 8
		}
		first := len(dst)
		dst = f.outline(dst, g, parts)
		for i := first; i < len(dst); i++ {
			p := &dst[i]
			p.X, p.Y = p.X*m[0]+p.Y*m[2]+dx, p.X*m[1]+p.Y*m[3]+dy
		}
		if flags&more == 0 || at >= len(d) || *parts <= 0 {
			return dst
		}
		d = d.from(at)
	}
}
