package otf

import "errors"

// GID is the number of a glyph.
type GID uint16

// Font is a parsed font.
type Font struct {
	upem   int
	glyphs int

	cmap     cmap
	hmtx     data
	advances int // how many glyphs have an advance of their own
	loca     data
	long     bool // loca's offsets have four bytes
	glyf     data

	subst []lookup // in the order in which they apply
	kern  []lookup
}

// Parse reads a TrueType font. It keeps file, which must not be changed.
func Parse(file []byte) (*Font, error) {
	d := data(file)
	switch d.u32(0) {
	case 0x00010000, 0x74727565:
	default:
		return nil, errors.New("not a TrueType file")
	}
	tables := func(tag string) data {
		for i := range d.count(4, 16) {
			rec := d.from(12 + 16*i)
			if len(rec) >= 16 && string(rec[:4]) == tag {
				off, n := rec.u32(8), rec.u32(12)
				if off > len(d) || n > len(d)-off {
					return nil
				}
				return d[off : off+n]
			}
		}
		return nil
	}
	head, maxp, hhea := tables("head"), tables("maxp"), tables("hhea")
	f := &Font{
		upem: head.u16(18), glyphs: maxp.u16(4),
		hmtx: tables("hmtx"), advances: hhea.u16(34),
		loca: tables("loca"), long: head.u16(50) != 0, glyf: tables("glyf"),
	}
	if f.upem == 0 || f.glyphs == 0 || f.advances == 0 {
		return nil, errors.New("the tables head, maxp or hhea are missing or damaged")
	}
	if len(f.glyf) == 0 {
		return nil, errors.New("it has no TrueType outlines")
	}
	var err error
	if f.cmap, err = parseCmap(tables("cmap")); err != nil {
		return nil, err
	}
	if f.subst, err = parseLayout(tables("GSUB"), "GSUB"); err != nil {
		return nil, err
	}
	f.kern, err = parseLayout(tables("GPOS"), "GPOS")
	return f, err
}

// Upem is the number of units in an em.
func (f *Font) Upem() int { return f.upem }

// Glyphs is the number of glyphs.
func (f *Font) Glyphs() int { return f.glyphs }

// Glyph is the glyph of a character, before any substitution.
func (f *Font) Glyph(r rune) (GID, bool) { return f.cmap.lookup(r) }

// Advance is a glyph's width without kerning.
func (f *Font) Advance(g GID) int {
	if int(g) >= f.glyphs {
		return 0
	}
	return f.hmtx.u16(4 * min(int(g), f.advances-1))
}
