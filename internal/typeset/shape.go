package typeset

import (
	"math"

	"github.com/go-text/typesetting/segmenter"

	"lianhua/internal/typeset/otf"
)

// A cluster is what shaping keeps together: a character with its marks, or a
// ligature. Lengths are in ems.
type cluster struct {
	start, end int  // bytes of the text
	r, last    rune // the first and the last rune
	lo, hi     int  // glyphs in shaper.glyphs
	advance    float64
	gap        float64 // before the cluster, unless it begins a line; may be negative
	lead, tail float64 // blank that is cut off at a line's start and end
	stretch    bool    // justification may widen the gap before it
	begin      opportunity
	space      bool
}

// shaped is a glyph before it is placed.
type shaped struct {
	ref     GlyphRef
	advance float64
	dx      float64
	ink     bool
	x0, x1  float64 // of the ink
	y0, y1  float64 // of the ink, y downwards
	atByte  int
}

// shaper shapes one paragraph at a time; its slices are reused.
type shaper struct {
	fonts *Fonts
	digit [faceCount]float64 // the widest digit's advance
	seg   segmenter.Segmenter
	lang  string

	runes    []rune
	bytes    []int // byte offset of each rune, and the length
	at       []opportunity
	noBreak  []bool
	clusters []cluster
	glyphs   []shaped

	visible []rune // of one item, and where in runes each stands
	origin  []int
	raw     []otf.Glyph
}

func newShaper(f *Fonts, lang string) *shaper {
	s := &shaper{fonts: f, lang: lang}
	for i, face := range f.faces {
		for r := '0'; r <= '9'; r++ {
			g, _ := face.Glyph(r)
			s.digit[i] = math.Max(s.digit[i], float64(face.Advance(g))/float64(face.Upem()))
		}
	}
	return s
}

// shape fills clusters and glyphs from the text.
func (s *shaper) shape(text string, st Style) {
	s.runes, s.bytes = s.runes[:0], s.bytes[:0]
	for i, r := range text {
		s.runes = append(s.runes, r)
		s.bytes = append(s.bytes, i)
	}
	s.bytes = append(s.bytes, len(text))
	n := len(s.runes)
	if cap(s.at) < n {
		s.at, s.noBreak = make([]opportunity, 2*n), make([]bool, 2*n)
	}
	s.at, s.noBreak = s.at[:n], s.noBreak[:n]
	opportunities(&s.seg, s.runes, s.at, s.noBreak)
	s.clusters, s.glyphs = s.clusters[:0], s.glyphs[:0]
	for i := 0; i < n; {
		if isControl(s.runes[i]) {
			s.control(i)
			i++
			continue
		}
		face := s.pick(st.Face, s.runes[i])
		j := i + 1
		for j < n && !isControl(s.runes[j]) && (joins(s.runes[j]) || s.pick(st.Face, s.runes[j]) == face) {
			j++
		}
		s.item(face, i, j, st.Tabular)
		i = j
	}
	s.space()
}

func isControl(r rune) bool {
	return r < ' ' && r != '\t' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029
}

// control adds an empty cluster for a line feed and its like.
func (s *shaper) control(i int) {
	s.clusters = append(s.clusters, cluster{
		start: s.bytes[i], end: s.bytes[i+1], r: s.runes[i], last: s.runes[i],
		lo: len(s.glyphs), hi: len(s.glyphs), begin: s.at[i], space: true,
	})
}

// pick returns the first face, from the wanted one on, that has the rune.
func (s *shaper) pick(want Face, r rune) Face {
	if s.fonts.FaceHas(want, r) {
		return want
	}
	next := [faceCount][2]Face{Sans: {SansBold, Serif}, SansBold: {Sans, Serif}, Serif: {SansBold, Sans}}[want]
	for _, f := range next {
		if s.fonts.FaceHas(f, r) {
			return f
		}
	}
	return want
}

// item shapes runes[i:j] in one face.
func (s *shaper) item(face Face, i, j int, tabular bool) {
	font := s.fonts.faces[face]
	s.visible, s.origin = s.visible[:0], s.origin[:0]
	for k := i; k < j; k++ {
		r := substitute(s.runes[k])
		if joins(r) && k > i {
			if _, ok := font.Glyph(r); !ok {
				continue // a joiner or a selector, which has no shape of its own
			}
		}
		s.visible, s.origin = append(s.visible, r), append(s.origin, k)
	}
	s.raw = font.Shape(s.raw[:0], s.visible, !tabular)
	k := 1 / float64(font.Upem())
	first := len(s.clusters)
	for _, g := range s.raw {
		at := s.origin[g.Index]
		r := s.runes[at]
		if !joins(r) || len(s.clusters) == first {
			s.clusters = append(s.clusters, cluster{
				start: s.bytes[at], r: r, lo: len(s.glyphs), begin: s.at[at], space: isSpace(r),
			})
		}
		c := &s.clusters[len(s.clusters)-1]
		gl := shaped{
			ref: GlyphRef{Face: face, GID: uint32(g.GID)}, advance: float64(g.Advance) * k, dx: float64(g.DX) * k, atByte: c.start,
		}
		if w, ok := spaceWidth(r); ok {
			gl.advance = w
		}
		if x0, y0, x1, y1, ok := font.Bounds(g.GID); ok {
			gl.ink = true
			gl.x0, gl.x1 = float64(x0)*k, float64(x1)*k
			gl.y0, gl.y1 = -float64(y1)*k, -float64(y0)*k
		}
		c.advance += gl.advance
		s.glyphs = append(s.glyphs, gl)
		c.hi = len(s.glyphs)
	}
	s.bound(first, j)
	if !tabular {
		return
	}
	for i := first; i < len(s.clusters); i++ {
		if c := &s.clusters[i]; isDigit(c.r) && c.hi == c.lo+1 {
			s.widen(c, s.digit[face])
		}
	}
}

// bound sets where the clusters from first on end: at the next one, the last
// at rune j.
func (s *shaper) bound(first, j int) {
	at := j
	for i := len(s.clusters) - 1; i >= first; i-- {
		c := &s.clusters[i]
		c.end, c.last = s.bytes[at], s.runes[at-1]
		for at--; s.bytes[at] > c.start; {
			at--
		}
	}
}

// widen centres the cluster's only glyph in that advance.
func (s *shaper) widen(c *cluster, advance float64) {
	g := &s.glyphs[c.lo]
	g.dx += (advance - g.advance) / 2
	g.advance, c.advance = advance, advance
}
