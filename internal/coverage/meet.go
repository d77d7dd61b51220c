package coverage

// Meet leaves of the finished spans what o's cover too: the product of both
// coverages. Both are of one window and strip height.
func (r *Raster) Meet(o *Raster) {
	spans, masks := r.met.spans[:0], r.met.masks[:0]
	for i := range r.Spans {
		a := &r.Spans[i]
		for k := range o.Spans {
			b := &o.Spans[k]
			x, y := max(a.X, b.X), max(a.Y, b.Y)
			s := Span{x, y, min(a.X+a.W, b.X+b.W) - x, min(a.Y+a.H, b.Y+b.H) - y, Solid}
			if s.W <= 0 || s.H <= 0 {
				continue
			}
			if a.At != Solid || b.At != Solid {
				s.At = len(masks)
				seen := byte(0)
				for row := s.Y; row < s.Y+s.H; row++ {
					from := len(masks)
					masks = append(masks, a.row(r, s, row)...)
					if p, q := masks[from:], b.row(o, s, row); a.At == Solid {
						copy(p, q)
					} else if b.At != Solid {
						for i, v := range q {
							p[i] = uint8((uint32(p[i])*uint32(v) + 127) / 255)
						}
					}
					for _, v := range masks[from:] {
						seen |= v
					}
				}
				if seen == 0 {
					masks = masks[:s.At]
					continue
				}
			}
			spans = append(spans, s)
		}
	}
	r.met.spans, r.Spans = r.Spans, spans
	r.met.masks, r.Masks = r.Masks, masks
}

// row is the coverage of a row of the part of a span that lies in the rectangle of
// another; of a solid span, bytes that mean nothing.
func (s *Span) row(r *Raster, part Span, y int) []byte {
	if s.At == Solid {
		r.met.row = grow(r.met.row, part.W)
		return r.met.row
	}
	return r.Masks[s.At+(y-s.Y)*s.W+part.X-s.X:][:part.W]
}
