package typeset

import (
	"math"

	"lianhua/internal/geom"
)

// justifyLimit is how far, in ems, justification may widen a gap; a line that
// would need more stays ragged.
const justifyLimit = 0.6

// emit places clusters [i, j) as a run; extra widens each stretchable gap.
func (s *shaper) emit(text string, st Style, i, j int, extra float64) *Run {
	for j > i && s.clusters[j-1].space {
		j--
	}
	run := &Run{Style: st, Ascent: emAscent * st.Size, Descent: emDescent * st.Size}
	if i == j {
		return run
	}
	cs := s.clusters[i:j]
	origin := cs[0].start
	run.Text = text[origin:cs[len(cs)-1].end]
	run.Glyphs = make([]Glyph, 0, cs[len(cs)-1].hi-cs[0].lo)
	x := -cs[0].lead
	for k := range cs {
		c := &cs[k]
		if k > 0 {
			x += c.gap + st.Tracking
			if c.stretch {
				x += extra
			}
		}
		for _, g := range s.glyphs[c.lo:c.hi] {
			gx := x + g.dx
			run.Glyphs = append(run.Glyphs, Glyph{
				Ref: g.ref, X: gx * st.Size, Advance: g.advance * st.Size, Cluster: g.atByte - origin,
			})
			if g.ink {
				ink := geom.R(gx*st.Size+g.x0*st.Size, g.y0*st.Size, (g.x1-g.x0)*st.Size, (g.y1-g.y0)*st.Size)
				run.Bounds = run.Bounds.Union(ink)
			}
			x += g.advance
		}
	}
	run.Width = (x - cs[len(cs)-1].tail) * st.Size
	return run
}

// justified returns the extra width of each stretchable gap of [i, j) that
// fills the width; 0 if the line is to stay ragged.
func (s *shaper) justified(b *breaker, i, j int, tracking, width float64) float64 {
	slack := width - b.width(s.clusters, i, j, tracking)
	e := b.last[j]
	gaps := 0
	for k := i + 1; k <= e; k++ {
		if s.clusters[k].stretch {
			gaps++
		}
	}
	if gaps == 0 || slack <= 0 || slack > justifyLimit*float64(gaps) {
		return 0
	}
	return slack / float64(gaps)
}

// pitch is the distance between baselines in ems.
func (s *shaper) pitch(st Style) float64 {
	if st.Leading > 0 {
		return st.Leading
	}
	if s.lang == "en" {
		return leadingEN
	}
	return leadingZH
}

// Line pitches where a style names none: Han fill their box and need more air.
const (
	leadingZH = 1.7
	leadingEN = 1.45
)

// block breaks and places the text.
func (s *shaper) block(b *breaker, text string, st Style, width float64) *Block {
	out := &Block{}
	var y float64
	pitch := s.pitch(st) * st.Size
	lines := s.breakAll(b, text, st, width)
	for n, l := range lines {
		run := s.emit(text, st, l.from, l.to, l.extra)
		end := len(text)
		if l.to < len(s.clusters) {
			end = s.clusters[l.to].start
		}
		start := len(text)
		if l.from < len(s.clusters) {
			start = s.clusters[l.from].start
		}
		if st.MaxLines > 0 && n == st.MaxLines-1 && n < len(lines)-1 {
			run = s.truncated(text[start:], st, width)
			end = len(text)
		}
		baseline := y + (pitch-(emAscent+emDescent)*st.Size)/2 + emAscent*st.Size
		out.Lines = append(out.Lines, Line{Run: run, X: indent(st.Align, width, run.Width), Y: baseline, Start: start, End: end})
		out.Width = math.Max(out.Width, run.Width)
		y += pitch
		if end == len(text) && st.MaxLines > 0 && n == st.MaxLines-1 {
			break
		}
	}
	out.Height = y
	return out
}

func indent(a Align, width, line float64) float64 {
	if math.IsInf(width, 0) {
		return 0
	}
	switch a {
	case Center:
		return (width - line) / 2
	case End:
		return width - line
	}
	return 0
}

// span is a line as clusters.
type span struct {
	from, to int
	extra    float64
}

// breakAll shapes the text and breaks it at line feeds and by width.
func (s *shaper) breakAll(b *breaker, text string, st Style, width float64) []span {
	s.shape(text, st)
	em := width / st.Size
	var out []span
	all := s.clusters
	for from := 0; ; {
		to := from
		for to++; to < len(all) && all[to].begin != must; {
			to++
		}
		to = min(to, len(all))
		start := from
		ends := b.lines(all[from:to], st.Tracking, em, st)
		for _, end := range ends {
			l := span{from: start, to: from + end}
			if st.Align == Justify && from+end < to {
				s.clusters = all[from:to]
				l.extra = s.justified(b, start-from, end, st.Tracking, em)
				s.clusters = all
			}
			out = append(out, l)
			start = from + end
		}
		if from = to; from >= len(all) {
			break
		}
	}
	if len(all) > 0 && all[len(all)-1].r == '\n' {
		out = append(out, span{from: len(all), to: len(all)})
	}
	return out
}
