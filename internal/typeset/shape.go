package typeset

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
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
	dx, dy  float64
	ink     bool
	x0, x1  float64 // of the ink
	y0, y1  float64 // of the ink, y downwards
	atByte  int
}

// shaper shapes one paragraph at a time; its slices are reused.
type shaper struct {
	fonts  *Fonts
	hb     [faceCount]*harfbuzz.Font
	faces  [faceCount]*font.Face
	digit  [faceCount]float64 // the widest digit's advance
	buffer *harfbuzz.Buffer
	seg    segmenter.Segmenter
	lang   string

	runes    []rune
	bytes    []int // byte offset of each rune, and the length
	at       []opportunity
	noBreak  []bool
	clusters []cluster
	glyphs   []shaped
}

func newShaper(f *Fonts, lang string) *shaper {
	s := &shaper{fonts: f, buffer: harfbuzz.NewBuffer(), lang: lang}
	for i := range f.faces {
		s.faces[i] = font.NewFace(f.faces[i])
		s.hb[i] = harfbuzz.NewFont(s.faces[i])
		for r := '0'; r <= '9'; r++ {
			if g, ok := s.faces[i].NominalGlyph(r); ok {
				s.digit[i] = math.Max(s.digit[i], float64(s.hb[i].GlyphHAdvance(g))/float64(f.faces[i].Upem()))
			}
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
	if _, ok := s.faces[want].NominalGlyph(r); ok {
		return want
	}
	next := [faceCount][2]Face{Sans: {SansBold, Serif}, SansBold: {Sans, Serif}, Serif: {SansBold, Sans}}[want]
	for _, f := range next {
		if _, ok := s.faces[f].NominalGlyph(r); ok {
			return f
		}
	}
	return want
}

// item shapes runes[i:j] in one face. The fonts hold Latin kerning for every
// script, so one script serves; the language asks for simplified forms and the
// joined —— of Chinese.
func (s *shaper) item(face Face, i, j int, tabular bool) {
	b := s.buffer
	b.Clear()
	b.ClusterLevel = harfbuzz.MonotoneGraphemes
	b.AddRunes(s.runes, i, j-i)
	b.Props = harfbuzz.SegmentProperties{
		Direction: harfbuzz.LeftToRight, Script: language.Han, Language: "zh-hans",
	}
	var features []harfbuzz.Feature
	if tabular {
		features = []harfbuzz.Feature{
			{Tag: opentype.NewTag('t', 'n', 'u', 'm'), Value: 1, End: harfbuzz.FeatureGlobalEnd},
			{Tag: opentype.NewTag('k', 'e', 'r', 'n'), Value: 0, End: harfbuzz.FeatureGlobalEnd},
		}
	}
	b.Shape(s.hb[face], features)
	k := 1 / float64(s.faces[face].Upem())
	for g := 0; g < len(b.Info); {
		first := b.Info[g].Cluster
		c := cluster{start: s.bytes[first], r: s.runes[first], lo: len(s.glyphs), begin: s.at[first], space: isSpace(s.runes[first])}
		for g < len(b.Info) && b.Info[g].Cluster == first {
			p := b.Pos[g]
			gl := shaped{
				ref:     GlyphRef{Face: face, GID: uint32(b.Info[g].Glyph)},
				advance: float64(p.XAdvance) * k, dx: float64(p.XOffset) * k, dy: -float64(p.YOffset) * k,
				atByte: c.start,
			}
			if e, ok := s.faces[face].GlyphExtents(b.Info[g].Glyph); ok && e.Width > 0 && e.Height < 0 {
				gl.ink = true
				gl.x0, gl.x1 = float64(e.XBearing)*k, float64(e.XBearing+e.Width)*k
				gl.y0, gl.y1 = -float64(e.YBearing)*k, -float64(e.YBearing+e.Height)*k
			}
			c.advance += gl.advance
			s.glyphs = append(s.glyphs, gl)
			g++
		}
		end := j
		if g < len(b.Info) {
			end = b.Info[g].Cluster
		}
		c.end, c.last, c.hi = s.bytes[end], s.runes[end-1], len(s.glyphs)
		if tabular && isDigit(c.r) && c.hi == c.lo+1 {
			s.widen(&c, s.digit[face])
		}
		s.clusters = append(s.clusters, c)
	}
}

// widen centres the cluster's only glyph in that advance.
func (s *shaper) widen(c *cluster, advance float64) {
	g := &s.glyphs[c.lo]
	g.dx += (advance - g.advance) / 2
	g.advance, c.advance = advance, advance
}
