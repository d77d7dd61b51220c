package coverage

import (
	"encoding/binary"
	"math"
)

// add accumulates the part of an edge that lies in the strip from y on.
func (r *Raster) add(e *edge, y float64, rows, stride int) {
	x0, y0, x1, y1 := e.x0, e.y0-y, e.x1, e.y1-y
	dir := 1.0
	if y0 > y1 {
		dir, x0, y0, x1, y1 = -1, x1, y1, x0, y0
	}
	h := float64(rows)
	if y0 == y1 {
		// A level edge covers nothing by itself, but its tiles are not alike
		// above and below it, unless it runs between two rows of strips.
		if y0 > 0 && y0 < h {
			r.touch(x0, x1)
		}
		return
	}
	slope := (x1 - x0) / (y1 - y0)
	if y0 < 0 {
		x0, y0 = x0-slope*y0, 0
	}
	if y1 > h {
		x1, y1 = x1+slope*(h-y1), h
	}
	if y0 >= y1 {
		return
	}
	lo, hi := e.x0, e.x1
	if lo > hi {
		lo, hi = hi, lo
	}
	x0, x1 = within(x0, lo, hi), within(x1, lo, hi)
	r.touch(x0, x1)
	x := x0
	for row := int(y0); row < rows && float64(row) < y1; row++ {
		top, bottom, next := float64(row), float64(row+1), x1
		if top < y0 {
			top = y0
		}
		if bottom < y1 {
			next = within(x0+slope*(bottom-y0), lo, hi)
		} else {
			bottom = y1
		}
		d, left, right := (bottom-top)*dir, x, next
		if left > right {
			left, right = right, left
		}
		// Within one pixel, as most are; a call takes longer in WASM.
		if i := int(left); right <= float64(i+1) {
			m := d * (0.5*(left+right) - float64(i))
			two := r.acc[row*stride+i:]
			two[0] += float32(d - m)
			if m != 0 {
				two[1] += float32(m)
			}
		} else {
			accumulate(r.acc[row*stride:(row+1)*stride], left, right, d)
		}
		x = next
	}
}

func (r *Raster) touch(x0, x1 float64) {
	if x0 > x1 {
		x0, x1 = x1, x0
	}
	for t := uint(x0) / tile; t <= uint(x1)/tile; t++ {
		r.touched[t] = true
	}
}

// accumulate adds to a row an edge from x0 to x1, in another pixel to the right, that
// falls by d within it: each entry is by how much more its pixel is covered than the one
// before (font-rs).
func accumulate(row []float32, x0, x1, d float64) {
	i0 := int(x0)
	left := float64(i0)
	i1 := ceil(x1)
	s := 1 / (x1 - x0)
	u := 1 - (x0 - left)
	first := 0.5 * s * u * u
	v := x1 - float64(i1) + 1
	last := 0.5 * s * v * v
	row[i0] += float32(d * first)
	if i1 == i0+2 {
		row[i0+1] += float32(d * (1 - first - last))
	} else {
		second := s * (u + 0.5)
		row[i0+1] += float32(d * (second - first))
		for i := i0 + 2; i < i1-1; i++ {
			row[i] += float32(d * s)
		}
		row[i1-1] += float32(d * (1 - (second + float64(i1-i0-3)*s) - last))
	}
	row[i1] += float32(d * last)
}

// sweep turns a strip's accumulation into spans and leaves it empty.
func (r *Raster) sweep(y, rows, tiles, stride int) {
	clear(r.carry)
	opened := len(r.open)
	for t := 0; t < tiles; {
		end := t
		for end < tiles && r.touched[end] == r.touched[t] {
			end++
			if r.touched[t] && end < tiles && !r.touched[end] {
				end = r.across(end, tiles)
			}
		}
		x, w := t*tile, min(end*tile, r.w)-t*tile
		if r.touched[t] {
			for w > 0 {
				part := min(w, maxSpan)
				r.mask(x, y, part, rows, stride)
				x, w = x+part, w-part
			}
			// What an edge at the run's end leaves to the next pixel belongs to no tile.
			for row := range rows {
				k := row*stride + end*tile
				r.carry[row] += r.acc[k]
				r.acc[k] = 0
			}
			clear(r.touched[t:end])
		} else if c := r.carry[rows/2]; c > 0.5 || c < -0.5 {
			r.solid(x, y, w, rows, opened)
		}
		t = end
	}
	r.touched[tiles] = false
	for row := range rows {
		clear(r.acc[row*stride+r.w : (row+1)*stride])
	}
	r.open = r.open[:copy(r.open, r.open[opened:])]
}

// across is where a run of tiles with edges goes on after a stretch without any that is
// not worth spans of its own; the beginning of the stretch where it is.
func (r *Raster) across(from, tiles int) int {
	for t := from; t < tiles && t <= from+shortGap; t++ {
		if r.touched[t] {
			return t
		}
	}
	return from
}

// solid adds a full span, or lengthens the one right above it.
func (r *Raster) solid(x, y, w, h, opened int) {
	for _, i := range r.open[:opened] {
		if s := &r.Spans[i]; s.X == x && s.W == w && s.Y+s.H == y {
			s.H += h
			r.open = append(r.open, i)
			return
		}
	}
	r.open = append(r.open, int32(len(r.Spans)))
	r.Spans = append(r.Spans, Span{x, y, w, h, Solid})
}

func (r *Raster) mask(x, y, w, rows, stride int) {
	at := len(r.Masks)
	n := at + w*rows
	if cap(r.Masks) < n {
		r.Masks = append(make([]byte, 0, 2*n), r.Masks...)
	}
	r.Masks = r.Masks[:n]
	for row := range rows {
		acc := r.acc[row*stride+x : row*stride+x+w]
		out := r.Masks[at+row*w : at+(row+1)*w]
		r.carry[row] = row8(out, acc, r.carry[row])
	}
	r.Spans = append(r.Spans, Span{x, y, w, rows, at})
}

// ceil rounds up what is not negative.
func ceil(v float64) int {
	n := int(v)
	if float64(n) < v {
		n++
	}
	return n
}

// row8 sums a row up into coverages and empties it; it returns where the sum has
// come to. Eight pixels without an edge are alike: most of a mask is.
func row8(out []byte, acc []float32, sum float32) float32 {
	for len(acc) >= 8 && len(out) >= 8 {
		a := acc[:8:8]
		if math.Float32bits(a[0])|math.Float32bits(a[1])|math.Float32bits(a[2])|math.Float32bits(a[3])|
			math.Float32bits(a[4])|math.Float32bits(a[5])|math.Float32bits(a[6])|math.Float32bits(a[7]) == 0 {
			binary.LittleEndian.PutUint64(out, uint64(level(sum))*0x0101010101010101)
		} else {
			o := out[:8:8]
			for i := range 8 {
				sum += a[i]
				o[i] = level(sum)
			}
			clear(a)
		}
		acc, out = acc[8:], out[8:]
	}
	for i, d := range acc {
		sum += d
		acc[i] = 0
		out[i] = level(sum)
	}
	return sum
}

// level is a coverage of 255.
func level(sum float32) uint8 {
	if sum < 0 {
		sum = -sum
	}
	if sum > 1 {
		sum = 1
	}
	return uint8(sum*255 + 0.5)
}
