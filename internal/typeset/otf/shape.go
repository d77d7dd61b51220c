package otf

// Glyph is a glyph of shaped text.
type Glyph struct {
	GID     GID
	Index   int // of the first character that it shows
	Advance int // with kerning, in font units
	DX      int // shift to the right
}

// Shape appends the glyphs of text to dst. A character that the font lacks
// becomes glyph 0. Kerning may be left out.
func (f *Font) Shape(dst []Glyph, text []rune, kern bool) []Glyph {
	from := len(dst)
	for i, r := range text {
		g, _ := f.Glyph(r)
		dst = append(dst, Glyph{GID: g, Index: i})
	}
	for i := range f.subst {
		dst = f.subst[i].substitute(dst, from)
	}
	for i := from; i < len(dst); i++ {
		dst[i].Advance = f.Advance(dst[i].GID)
	}
	if kern {
		for i := range f.kern {
			f.kern[i].position(dst[from:])
		}
	}
	return dst
}

func (l *lookup) substitute(glyphs []Glyph, from int) []Glyph {
	for i := from; i < len(glyphs); i++ {
		for _, sub := range l.subs {
			if l.kind == gsubSingle {
				if g, ok := single(sub, glyphs[i].GID); ok {
					glyphs[i].GID = g
					break
				}
				continue
			}
			if g, n := ligature(sub, glyphs[i:]); n > 0 {
				glyphs[i].GID = g
				glyphs = append(glyphs[:i+1], glyphs[i+n:]...)
				break
			}
		}
	}
	return glyphs
}

func single(d data, g GID) (GID, bool) {
	i, ok := covered(d.at(2), g)
	if !ok {
		return 0, false
	}
	switch d.u16(0) {
	case 1:
		return GID(int(g) + d.u16(4)), true
	case 2:
		if i < d.count(4, 2) {
			return GID(d.u16(6 + 2*i)), true
		}
	}
	return 0, false
}

// ligature returns the glyph that takes the place of the first n.
func ligature(d data, glyphs []Glyph) (g GID, n int) {
	i, ok := covered(d.at(2), glyphs[0].GID)
	if !ok || d.u16(0) != 1 || i >= d.count(4, 2) {
		return 0, 0
	}
	set := d.at(6 + 2*i)
next:
	for k := range set.count(0, 2) {
		lig := set.at(2 + 2*k)
		parts := lig.u16(2)
		if parts == 0 || parts > len(glyphs) {
			continue
		}
		for p := 1; p < parts; p++ {
			if lig.u16(4+2*(p-1)) != int(glyphs[p].GID) {
				continue next
			}
		}
		return GID(lig.u16(0)), parts
	}
	return 0, 0
}

func (l *lookup) position(glyphs []Glyph) {
	for i := 0; i+1 < len(glyphs); i++ {
		for _, sub := range l.subs {
			if both, ok := pair(sub, &glyphs[i], &glyphs[i+1]); ok {
				if both {
					i++ // the second glyph has had its adjustment
				}
				break
			}
		}
	}
}

// pair adjusts two neighbours; both says that it concerned the second as well.
func pair(d data, a, b *Glyph) (both, ok bool) {
	i, ok := covered(d.at(2), a.GID)
	if !ok {
		return false, false
	}
	formA, formB := d.u16(4), d.u16(6)
	sizeA, sizeB := valueSize(formA), valueSize(formB)
	var values data
	switch d.u16(0) {
	case 1:
		if i >= d.count(8, 2) {
			return false, false
		}
		values, ok = pairOf(d.at(10+2*i), b.GID, 2+sizeA+sizeB)
		if !ok {
			return false, false
		}
	case 2:
		classA, classB := class(d.at(8), a.GID), class(d.at(10), b.GID)
		if classB == 0 || classA >= d.u16(12) || classB >= d.u16(14) {
			return false, false
		}
		values = d.from(16 + (classA*d.u16(14)+classB)*(sizeA+sizeB))
	default:
		return false, false
	}
	adjust(a, values, formA)
	adjust(b, values.from(sizeA), formB)
	return formB != 0, true
}

// pairOf finds the values of the pair with that second glyph.
func pairOf(set data, second GID, size int) (data, bool) {
	lo, hi := 0, set.count(0, size)
	for lo < hi {
		mid := (lo + hi) / 2
		rec := set.from(2 + mid*size)
		switch at := rec.u16(0); {
		case at == int(second):
			return rec.from(2), true
		case at < int(second):
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return nil, false
}

// valueSize is the size in bytes of a value record: two for each bit.
func valueSize(form int) int {
	n := 0
	for ; form != 0; form &= form - 1 {
		n += 2
	}
	return n
}

// adjust applies the horizontal parts of a value record: bit 0 shifts the
// glyph, bit 2 changes its advance. Bit 1 would shift it up, which kerning of
// horizontal text does not do.
func adjust(g *Glyph, d data, form int) {
	at := 0
	for bit := range 3 {
		if form&(1<<bit) == 0 {
			continue
		}
		switch bit {
		case 0:
			g.DX += d.i16(at)
		case 2:
			g.Advance += d.i16(at)
		}
		at += 2
	}
}
