package typeset

import "math"

// Full-width marks keep this much blank beside their ink when squeezed, and
// lose half an em at most.
const (
	markMargin  = 0.04
	markSqueeze = 0.5
	fullWidth   = 0.9 // a mark at least this wide is set in a full em
	westernSide = 0.06
)

// space sets the gaps between clusters and the blanks that line edges drop.
func (s *shaper) space() {
	for i := range s.clusters {
		c := &s.clusters[i]
		if c.hi != c.lo+1 || !s.glyphs[c.lo].ink {
			continue
		}
		g := &s.glyphs[c.lo]
		if s.western(i) {
			s.narrow(c, g)
			continue
		}
		if c.advance < fullWidth || c.r < 0x80 {
			continue
		}
		if isOpening(c.r) {
			c.lead = math.Min(markSqueeze, math.Max(0, g.dx+g.x0-markMargin))
		} else if isClosing(c.r) {
			c.tail = math.Min(markSqueeze, math.Max(0, c.advance-g.dx-g.x1-markMargin))
		}
	}
	for i := 1; i < len(s.clusters); i++ {
		s.between(i)
	}
}

// western reports whether cluster i is a mark that the fonts draw in a full em
// but that stands among Latin letters here: a quotation mark or an apostrophe.
func (s *shaper) western(i int) bool {
	c := &s.clusters[i]
	switch c.r {
	case '“', '”', '‘', '’':
		if s.lang == "en" {
			return true
		}
		return c.r == '’' && i > 0 && isLetter(s.clusters[i-1].last) && i+1 < len(s.clusters) && isLetter(s.clusters[i+1].r)
	case '·', '•', '×':
		return s.lang == "en"
	}
	return false
}

// narrow gives a mark the width of its ink and a little on either side.
func (s *shaper) narrow(c *cluster, g *shaped) {
	w := g.x1 - g.x0 + 2*westernSide
	if w >= g.advance {
		return
	}
	g.dx = westernSide - g.x0
	g.advance, c.advance = w, w
}

// between sets the gap between cluster i and the one before it.
func (s *shaper) between(i int) {
	a, b := &s.clusters[i-1], &s.clusters[i]
	switch {
	case a.tail > 0 && (isClosing(b.r) || isOpening(b.r)) && b.advance >= fullWidth:
		b.gap = -a.tail
	case a.lead > 0 && b.lead > 0:
		b.gap = -b.lead
	case isHan(a.last) && isWestern(b.r), isWestern(a.last) && isHan(b.r):
		b.gap = HanLatinGap
	case a.r == ' ' && a.end == a.start+1 && i > 1:
		p := &s.clusters[i-2]
		if isHan(p.last) && isWestern(b.r) || isWestern(p.last) && isHan(b.r) {
			g := &s.glyphs[a.lo]
			g.advance, a.advance = HanLatinGap, HanLatinGap
		}
	}
	b.stretch = !b.space && (a.space || b.begin == free && !isWestern(a.last))
}
