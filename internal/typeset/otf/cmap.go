package otf

import (
	"errors"
	"sort"
)

// cmap maps characters, in order, to glyphs.
type cmap struct {
	runes []rune
	gids  []GID
}

func (c cmap) lookup(r rune) (GID, bool) {
	i := sort.Search(len(c.runes), func(i int) bool { return c.runes[i] >= r })
	if i < len(c.runes) && c.runes[i] == r {
		return c.gids[i], true
	}
	return 0, false
}

func (c *cmap) add(r rune, g int) {
	if g == 0 || g > 0xFFFF || len(c.runes) > 0 && r <= c.runes[len(c.runes)-1] {
		return
	}
	c.runes, c.gids = append(c.runes, r), append(c.gids, GID(g))
}

// parseCmap prefers the full repertoire (format 12) to the basic plane (4).
func parseCmap(d data) (cmap, error) {
	var basic, full data
	for i := range d.count(2, 8) {
		rec := d.from(4 + 8*i)
		platform, encoding := rec.u16(0), rec.u16(2)
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) {
			continue
		}
		switch sub := d.from(rec.u32(4)); sub.u16(0) {
		case 4:
			basic = sub
		case 12:
			full = sub
		}
	}
	var c cmap
	switch {
	case full != nil:
		c.segments12(full)
	case basic != nil:
		c.segments4(basic)
	}
	if len(c.runes) == 0 {
		return c, errors.New("it has no Unicode character map")
	}
	return c, nil
}

func (c *cmap) segments12(d data) {
	groups := min(d.u32(12), max(0, len(d)-16)/12)
	for i := range groups {
		g := d.from(16 + 12*i)
		first, last, gid := g.u32(0), g.u32(4), g.u32(8)
		for r := first; r <= last && r <= 0x10FFFF && gid+r-first <= 0xFFFF; r++ {
			c.add(rune(r), gid+r-first)
		}
	}
}

func (c *cmap) segments4(d data) {
	n := d.u16(6) / 2
	ends, starts, deltas, offsets := d.from(14), d.from(16+2*n), d.from(16+4*n), d.from(16+6*n)
	for i := range n {
		first, last := starts.u16(2*i), ends.u16(2*i)
		for r := first; r <= last && r < 0xFFFF; r++ {
			gid := r
			if off := offsets.u16(2 * i); off != 0 {
				if gid = offsets.u16(2*i + off + 2*(r-first)); gid == 0 {
					continue
				}
			}
			c.add(rune(r), (gid+deltas.u16(2*i))&0xFFFF)
		}
	}
}
