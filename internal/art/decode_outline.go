package art

import "lianhua/internal/geom"

// outlines reads all outlines into one list of verbs and one of points.
func (d *decoder) outlines() {
	n := d.count(inVerbs)
	d.shared = int(d.uint(inFrame, uint64(n)))
	d.next = d.shared
	d.ends = make([]end, 0, n)
	d.verbs = make([]geom.Verb, 0, d.left(inVerbs)+n)
	d.points = make([]point, 0, min(d.left(inX)+n, mostPoints))
	for range n {
		fine := d.outline()
		if d.err != nil {
			return
		}
		d.ends = append(d.ends, end{len(d.verbs), len(d.points), fine})
	}
}

// outline reads one: how many of its steps there are to a pixel.
func (d *decoder) outline() (fine float64) {
	fine = perPixel
	codes := d.in[inVerbs][d.at[inVerbs]:]
	if len(codes) > 2 && codes[0] == codeFine && codes[1] <= mostFine {
		fine = perOne(int(codes[1]))
		codes = codes[2:]
		d.at[inVerbs] += 2
	}
	if len(codes) == 0 {
		d.fail("an outline is missing")
		return fine
	}
	switch codes[0] {
	case codeNone:
		d.at[inVerbs]++
		return fine
	case codeEllipse:
		d.at[inVerbs]++
		rx, ry := d.int(inX), d.int(inY)
		if max(rx, -rx, ry, -ry) > farthest {
			d.fail("an ellipse is out of range")
			return fine
		}
		d.verbs = append(d.verbs, ellipseVerbs()...)
		d.points = ellipse(d.points, rx, ry)
		return fine
	}
	grain := int64(1)
	if g := int(codes[0]) - int(codeGrain); g >= 0 && g < len(grains) {
		codes, grain = codes[1:], int64(grains[g])
		d.at[inVerbs]++
	}
	d.verbs, d.points = append(d.verbs, geom.MoveTo), append(d.points, point{})
	var at, before point
	curved := false // the step before was a curve
	for i, c := range codes {
		switch c {
		case codeEnd:
			d.at[inVerbs] += i + 1
			return fine
		case codeCloseEnd:
			d.verbs = append(d.verbs, geom.CloseTo)
			d.at[inVerbs] += i + 1
			return fine
		case codeClose:
			d.verbs = append(d.verbs, geom.CloseTo)
		case codeMove:
			d.verbs = append(d.verbs, geom.MoveTo)
			at = d.step(at, d.int(inX), d.int(inY), grain)
		case codeLine:
			d.verbs = append(d.verbs, geom.LineTo)
			at = d.step(at, d.int(inX), d.int(inY), grain)
		case codeAcross:
			d.verbs = append(d.verbs, geom.LineTo)
			at = d.step(at, d.int(inX), 0, grain)
		case codeDown:
			d.verbs = append(d.verbs, geom.LineTo)
			at = d.step(at, 0, d.int(inY), grain)
		case codeQuad:
			d.verbs = append(d.verbs, geom.QuadTo)
			for range 2 {
				at = d.step(at, d.int(inX), d.int(inY), grain)
			}
		case codeCube:
			d.verbs = append(d.verbs, geom.CubeTo)
			for n := range 3 {
				from := at
				if n > 0 || curved {
					from = expected(at, before)
				}
				before, at = at, d.step(from, d.int(inX), d.int(inY), grain)
			}
		default:
			d.fail("an outline takes an unknown step")
		}
		if d.err != nil {
			return fine
		}
		curved = c == codeCube
	}
	d.fail("an outline does not end")
	return fine
}

// step adds the point that is so many grains from another.
func (d *decoder) step(from point, x, y int32, grain int64) point {
	ax, ay := int64(from.x)+int64(x)*grain, int64(from.y)+int64(y)*grain
	if max(ax, -ax, ay, -ay) > 2*farthest {
		d.fail("a place is out of range")
		return point{}
	}
	at := point{int32(ax), int32(ay)}
	d.points = append(d.points, at)
	return at
}

// path is the next path: which outline, and where, in which steps. Its points are
// its own.
func (d *decoder) path() (p geom.Path, start point, fine float64) {
	i := int(d.uint(inOutline, uint64(d.shared)))
	if i == 0 {
		if d.next >= len(d.ends) {
			d.fail("an outline is missing")
			return
		}
		i = d.next
		d.next++
	} else {
		i--
	}
	var from end
	if i > 0 {
		from = d.ends[i-1]
	}
	to := d.ends[i]
	fine = to.fine
	if from.verbs == to.verbs {
		return p, start, fine
	}
	d.last = d.place(d.last, point{d.int(inStartX), d.int(inStartY)})
	rest := point{int32(d.uint(inRestX, tenth-1)), int32(d.uint(inRestY, tenth-1))}
	start = d.first(d.last, rest)
	p.Verbs = d.verbs[from.verbs:to.verbs:to.verbs]
	n := to.points - from.points
	if n > len(d.room) {
		d.fail("it has more points than a set may have")
		return geom.Path{}, start, fine
	}
	p.Pts, d.room = d.room[:n:n], d.room[n:]
	for k, q := range d.points[from.points:to.points] {
		at := point{start.x + q.x, start.y + q.y}
		if max(at.x, -at.x, at.y, -at.y) > farthest {
			d.fail("a place is out of range")
			return geom.Path{}, start, fine
		}
		p.Pts[k] = geom.Pt{X: float64(at.x) / fine, Y: float64(at.y) / fine}
	}
	return p, start, fine
}

// first is a place in whole tenths and what is beyond them.
func (d *decoder) first(tenths, rest point) point {
	p := point{tenths.x*tenth + rest.x, tenths.y*tenth + rest.y}
	if max(p.x, -p.x, p.y, -p.y) > farthest {
		d.fail("a place is out of range")
		return point{}
	}
	return p
}

// reserve makes room for the points of all paths to come. What paths have is in
// one stream, which is read twice.
func (d *decoder) reserve() {
	next, total := d.next, 0
	for d.left(inOutline) > 0 && d.err == nil {
		i := int(d.uint(inOutline, uint64(d.shared)))
		if i == 0 {
			i = next
			next++
		} else {
			i--
		}
		if i >= len(d.ends) {
			d.fail("an outline is missing")
			return
		}
		total += d.ends[i].points
		if i > 0 {
			total -= d.ends[i-1].points
		}
		if total > mostPoints {
			d.fail("it has more points than a set may have")
			return
		}
	}
	if d.err == nil {
		d.at[inOutline] = 0
		d.room = make([]geom.Pt, total)
	}
}
