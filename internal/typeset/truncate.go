package typeset

import "strings"

const ellipsis = "…"

// truncated sets as much of the text's first paragraph as fits on one line
// before an ellipsis: whole words where there are any.
func (s *shaper) truncated(text string, st Style, width float64) *Run {
	text, _, _ = strings.Cut(text, "\n")
	cut := shaper{fonts: s.fonts, digit: s.digit, lang: s.lang}
	cut.shape(text, st)
	ends := cut.wordEnds(st.Tracking, width/st.Size)
	for i := len(ends) - 1; i >= 0; i-- {
		short := text[:ends[i]] + ellipsis
		cut.shape(short, st)
		if run := cut.emit(short, st, 0, len(cut.clusters), 0); run.Width <= width+fits*st.Size {
			return run
		}
	}
	cut.shape(ellipsis, st)
	return cut.emit(ellipsis, st, 0, len(cut.clusters), 0)
}

// wordEnds lists the bytes where text that is at most so many ems wide may be
// cut: after words or Han, or anywhere if there are none; never after a mark.
func (s *shaper) wordEnds(tracking, width float64) []int {
	for _, level := range [...]opportunity{loose, forced} {
		var ends []int
		x := 0.0
		for i := range s.clusters {
			c := &s.clusters[i]
			if x += c.gap + c.advance + tracking; x > width+1 {
				break
			}
			after := level
			if i+1 < len(s.clusters) {
				after = s.clusters[i+1].begin
				if s.clusters[i+1].space {
					after = free
				}
			}
			if after >= level && !c.space && !isClosing(c.last) && !neverEnds(c.last) {
				ends = append(ends, c.end)
			}
		}
		if len(ends) > 0 {
			return ends
		}
	}
	return nil
}
