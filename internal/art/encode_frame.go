package art

import "lianhua/internal/varint"

// frame writes the drawings, and their shapes as they come.
func (e *encoder) frame(s *Set) {
	forms, paths := e.forms, e.paths
	e.uint(inFrame, uint64(len(s.Drawings)))
	for _, f := range s.Forms {
		e.uint(inFrame, uint64(max(f, 0)))
	}
	for i := range s.Drawings {
		d := &s.Drawings[i]
		e.text(d.Name)
		e.int(inFrame, hundredths(d.Width))
		e.int(inFrame, hundredths(d.Height))
		e.uint(inFrame, uint64(part(d.Anchor.X)))
		e.uint(inFrame, uint64(part(d.Anchor.Y)))
		e.uint(inFrame, uint64(len(d.Colors)))
		for _, c := range d.Colors {
			e.text(c)
		}
		e.uint(inFrame, uint64(len(d.Clips)))
		for k := range d.Clips {
			e.uint(inFrame, uint64(d.Clips[k].Outer+1))
			e.put(paths[0])
			paths = paths[1:]
		}
		e.uint(inFrame, uint64(len(d.Layers)))
		for k := range d.Layers {
			n := e.layer(&d.Layers[k])
			for i := range forms[:n] {
				e.shape(&forms[i])
			}
			forms = forms[n:]
		}
		e.uint(inFrame, uint64(len(d.Slots)))
		for k := range d.Slots {
			if e.slot(&d.Slots[k]) {
				e.put(paths[0])
				paths = paths[1:]
			}
		}
	}
}

// layer writes all of a layer but its shapes: how many it has.
func (e *encoder) layer(l *Layer) (shapes int) {
	e.text(l.Name)
	e.uint(inFrame, uint64(l.Parent+1))
	e.uint(inFrame, uint64(l.Light))
	e.uint(inFrame, uint64(l.Clip+1))
	e.text(l.Role)
	e.text(l.Label)
	e.text(l.Detail)
	e.uint(inFrame, uint64(len(l.Items)))
	// Where the layers within stand: how many shapes come before each.
	for i := range l.Items {
		if l.Items[i].Layer < 0 {
			shapes++
		}
	}
	e.uint(inFrame, uint64(len(l.Items)-shapes))
	before := 0
	for i := range l.Items {
		if n := l.Items[i].Layer; n >= 0 {
			e.uint(inFrame, uint64(before))
			e.uint(inFrame, uint64(n))
			before = 0
		} else {
			before++
		}
	}
	return shapes
}

// slot writes all of a slot but its path: whether it has one.
func (e *encoder) slot(s *Slot) (path bool) {
	e.text(s.Name)
	e.text(s.Lang)
	for _, v := range [...]float64{s.Rect.X, s.Rect.Y, s.Rect.W, s.Rect.H, s.Size} {
		e.int(inFrame, hundredths(v))
	}
	path = s.Path != nil
	flags := uint64(0)
	if path {
		flags |= 1
	}
	if s.Fit.Drop {
		flags |= 2
	}
	e.uint(inFrame, flags)
	for _, n := range [...]uint64{uint64(s.X), uint64(s.Y), uint64(max(s.Fit.Lines, 0)), uint64(part(s.Fit.Least)), uint64(s.Anchor)} {
		e.uint(inFrame, n)
	}
	return path
}

// put writes which outline stands where.
func (e *encoder) put(p placed) {
	if e.outlines.times(p.outline) > 1 {
		e.uint(inOutline, uint64(e.outlines.number(p.outline))+1)
	} else {
		e.uint(inOutline, 0)
	}
	if e.coded[p.outline][0][0] == codeNone {
		return
	}
	tenths, rest := p.start.tenths()
	e.int(inStartX, tenths.x-e.last.x)
	e.int(inStartY, tenths.y-e.last.y)
	e.uint(inRestX, uint64(rest.x))
	e.uint(inRestY, uint64(rest.y))
	e.last = tenths
}

func (e *encoder) shape(f *form) {
	e.uint(inPaint, uint64(e.paints.number(f.paint)))
	if f.paint.n > 0 {
		e.uint(inSpan, uint64(e.spans.number(f.spans[0])))
	}
	e.uint(inStroke, uint64(e.pens.number(f.pen)+1))
	matrix := uint64(0)
	if f.shifted {
		matrix = uint64(e.linears.number(f.matrix)) + 1
		e.uint(inShiftX, varint.Zigzag(int64(f.shift.x-e.lastM.x)))
		e.uint(inShiftY, varint.Zigzag(int64(f.shift.y-e.lastM.y)))
		e.lastM = f.shift
	}
	e.uint(inMatrix, matrix)
	e.uint(inClip, uint64(f.clip+1))
	e.put(f.placed)
}
