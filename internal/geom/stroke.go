package geom

import "math"

// Cap is the end of a stroke; Join is its corner.
type Cap uint8
type Join uint8

const (
	CapButt Cap = iota
	CapRound
	CapSquare
)

const (
	JoinRound Join = iota
	JoinMiter      // up to a ratio of 4, then bevelled, as in SVG
	JoinBevel
)

// Pen says how a path is stroked. A width of zero means no stroke.
type Pen struct {
	Width float64
	Cap   Cap
	Join  Join
	// Dash and Gap are lengths along the path; a Dash of zero draws it whole.
	// Phase is how far into the pattern the path begins.
	Dash, Gap, Phase float64
}

// Outline appends to dst the outline of the stroked path, to be filled by the
// non-zero rule. Curves are flattened within tol. Each segment, corner and end
// is a contour of its own, all winding the same way, so that their union is the
// stroke whatever the path does.
func (p Path) Outline(dst *Path, pen Pen, tol float64) {
	o := outliner{dst: dst, pen: pen, half: pen.Width / 2}
	o.step = math.Max(2*math.Acos(math.Max(1-tol/math.Max(o.half, tol), 0)), 0.05)
	o.near = math.Cos(o.step)
	if pen.Dash > 0 && pen.Gap > 0 {
		p.dashes(pen, tol, o.visit)
	} else {
		next := 0
		p.Flatten(tol, func(to Pt, move bool) {
			if move {
				o.end()
				o.closed, next = p.closes(next)
			}
			o.visit(to, move)
		})
	}
	o.end()
}

// closes reports whether the first contour from a verb on is closed, and where the
// next one begins.
func (p Path) closes(from int) (closed bool, next int) {
	i := from
	for i < len(p.Verbs) && p.Verbs[i] != MoveTo {
		i++
	}
	for i++; i < len(p.Verbs) && p.Verbs[i] != MoveTo; i++ {
		closed = closed || p.Verbs[i] == CloseTo
	}
	return closed, i
}

type outliner struct {
	dst            *Path
	pen            Pen
	half           float64
	step, near     float64 // how far a line may span of an arc, and its cosine
	closed         bool
	n              int
	first, at      Pt
	firstDir, last Pt
}

func (o *outliner) visit(to Pt, move bool) {
	if move {
		o.end()
		o.first, o.at, o.n = to, to, 0
		return
	}
	d := to.Sub(o.at)
	if d.X == 0 && d.Y == 0 {
		return
	}
	dir := d.Unit()
	if o.n == 0 {
		o.firstDir = dir
	} else {
		o.join(o.at, o.last, dir)
	}
	n := dir.Perp().Mul(o.half)
	a, b := o.at, to
	// At once: there are as many as edges, and calls take a while in WASM.
	o.dst.Verbs = append(o.dst.Verbs, MoveTo, LineTo, LineTo, LineTo, CloseTo)
	o.dst.Pts = append(o.dst.Pts, Pt{a.X - n.X, a.Y - n.Y}, Pt{b.X - n.X, b.Y - n.Y}, Pt{b.X + n.X, b.Y + n.Y}, Pt{a.X + n.X, a.Y + n.Y})
	o.at, o.last = to, dir
	o.n++
}

func (o *outliner) end() {
	if o.n > 0 {
		if o.closed && o.at == o.first {
			o.join(o.at, o.last, o.firstDir)
		} else {
			o.cap(o.first, o.firstDir.Mul(-1))
			o.cap(o.at, o.last)
		}
	}
	o.n = 0
}

func (o *outliner) cap(at, dir Pt) {
	n := dir.Perp().Mul(o.half)
	switch o.pen.Cap {
	case CapRound:
		a := math.Atan2(dir.Y, dir.X)
		o.wedge(at, a-math.Pi/2, a+math.Pi/2)
	case CapSquare:
		e := dir.Mul(o.half)
		o.dst.Move(at.X-n.X, at.Y-n.Y).Line(at.X-n.X+e.X, at.Y-n.Y+e.Y).
			Line(at.X+n.X+e.X, at.Y+n.Y+e.Y).Line(at.X+n.X, at.Y+n.Y).Close()
	}
}

// join fills the wedge on the outer side of a corner.
func (o *outliner) join(at, in, out Pt) {
	cross, dot := in.Cross(out), in.Dot(out)
	if math.Abs(cross) < 1e-9 && dot > 0 {
		return
	}
	if o.pen.Join == JoinRound && dot > o.near && math.Pi > o.step {
		// One line spans the arc: a curve's corners are such.
		a, b := in.Perp().Mul(o.half), out.Perp().Mul(o.half)
		if cross > 0 {
			a, b = a.Mul(-1), b.Mul(-1)
		} else {
			a, b = b, a
		}
		o.dst.Verbs = append(o.dst.Verbs, MoveTo, LineTo, LineTo, CloseTo)
		o.dst.Pts = append(o.dst.Pts, at, at.Add(a), at.Add(b))
		return
	}
	a0, turn := math.Atan2(in.Y, in.X), math.Atan2(cross, dot)
	// The outer side lies to the left of a clockwise turn and to the right of the other.
	from, to := a0-math.Pi/2, a0-math.Pi/2+turn
	if cross < 0 {
		from, to = a0+math.Pi/2+turn, a0+math.Pi/2
	}
	if o.pen.Join == JoinRound {
		o.wedge(at, from, to)
		return
	}
	a, b := Polar(at, o.half, from), Polar(at, o.half, to)
	o.dst.Move(at.X, at.Y).Line(a.X, a.Y)
	if half := (to - from) / 2; o.pen.Join == JoinMiter && math.Cos(half) > 0.25 {
		m := Polar(at, o.half/math.Cos(half), from+half)
		o.dst.Line(m.X, m.Y)
	}
	o.dst.Line(b.X, b.Y).Close()
}

// wedge fills a pie slice about at, as lines within tol of its arc.
func (o *outliner) wedge(at Pt, from, to float64) {
	n := int(math.Ceil((to - from) / o.step))
	o.dst.Move(at.X, at.Y)
	for i := 0; i <= n; i++ {
		q := Polar(at, o.half, from+(to-from)*float64(i)/float64(max(n, 1)))
		o.dst.Line(q.X, q.Y)
	}
	o.dst.Close()
}

func (p Path) dashes(pen Pen, tol float64, visit func(Pt, bool)) {
	period := pen.Dash + pen.Gap
	var at Pt
	var s float64
	on := false
	p.Flatten(tol, func(to Pt, move bool) {
		if move {
			at, on = to, false
			s = math.Mod(pen.Phase, period)
			if s < 0 {
				s += period
			}
			return
		}
		d := at.Dist(to)
		for pos := 0.0; pos < d; {
			left := period - s
			draw := s < pen.Dash
			if draw {
				left = pen.Dash - s
			}
			next := math.Min(pos+left, d)
			if draw {
				if !on {
					visit(at.Lerp(to, pos/d), true)
				}
				visit(at.Lerp(to, next/d), false)
			}
			on = draw && next == d && s+(next-pos) < pen.Dash
			s += next - pos
			// Rounding may leave less of a dash than a step along the path can
			// take: what is as good as done is done, or the walk would not end.
			switch {
			case s >= period-1e-9:
				s = 0
			case draw && s >= pen.Dash-1e-9:
				s = pen.Dash
			}
			pos = next
		}
		at = to
	})
}
