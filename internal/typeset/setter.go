package typeset

import "math"

// Setter sets text in one language and remembers what it set. It is not safe
// for concurrent use; several may share Fonts.
type Setter struct {
	fonts  *Fonts
	shaper *shaper
	wrap   breaker
	lang   string

	young, old generation
}

// NewSetter returns a setter for a language: "zh", or "en".
func NewSetter(f *Fonts, lang string) *Setter {
	s := &Setter{fonts: f, shaper: newShaper(f, lang), lang: lang}
	s.young.init()
	s.old.init()
	return s
}

// Fonts returns the fonts that text is set in.
func (s *Setter) Fonts() *Fonts { return s.fonts }

// SetLang changes the language. It forgets what was set in another one.
func (s *Setter) SetLang(lang string) {
	if lang == s.lang {
		return
	}
	s.lang, s.shaper.lang = lang, lang
	s.young.clear()
	s.old.clear()
}

// Line sets text on one line, however long; line feeds have no width.
func (s *Setter) Line(text string, st Style) *Run {
	st = sane(st)
	if r := s.young.line(text, st); r != nil {
		return r
	}
	r := s.old.line(text, st)
	if r == nil {
		s.shaper.shape(text, st)
		r = s.shaper.emit(text, st, 0, len(s.shaper.clusters), 0)
	}
	s.age()
	s.young.putLine(text, st, r)
	return r
}

// LineBytes is Line for text that is assembled in a buffer, such as a counter's.
func (s *Setter) LineBytes(text []byte, st Style) *Run {
	st = sane(st)
	if r := s.young.lines[st][string(text)]; r != nil {
		return r
	}
	return s.Line(string(text), st)
}

// Block breaks text into lines no wider than width; "\n" forces a break. An
// infinite width breaks at line feeds only, and lines then start at X = 0.
func (s *Setter) Block(text string, st Style, width float64) *Block {
	st = sane(st)
	if math.IsNaN(width) {
		width = math.Inf(1)
	}
	k := blockStyle{st, width}
	if b := s.young.blocks[k][text]; b != nil {
		return b
	}
	b := s.old.blocks[k][text]
	if b == nil {
		b = s.shaper.block(&s.wrap, text, st, width)
	}
	s.age()
	s.young.putBlock(text, k, b)
	return b
}

// fitStep is the grid of sizes that Fit returns, so that a window that is
// resized does not ask for endless sizes.
const fitStep = 0.25

// Fit returns st with the largest size, st.Size at most and minSize at least,
// at which the text's forced lines fit the width: for titles.
func (s *Setter) Fit(text string, st Style, width, minSize float64) Style {
	st = sane(st)
	one := st
	one.Size, one.NoBreak, one.MaxLines, one.Align = 1, true, 0, Start
	natural := s.Block(text, one, math.Inf(1)).Width
	if natural*st.Size <= width {
		return st
	}
	st.Size = math.Max(minSize, math.Floor(width/natural/fitStep)*fitStep)
	return st
}

// sane replaces what a map could not find again or a font not set.
func sane(st Style) Style {
	if !(st.Size > 0) || math.IsInf(st.Size, 0) {
		st.Size = 1
	}
	if int(st.Face) >= faceCount {
		st.Face = Sans
	}
	if math.IsNaN(st.Tracking) {
		st.Tracking = 0
	}
	if math.IsNaN(st.Leading) {
		st.Leading = 0
	}
	return st
}
