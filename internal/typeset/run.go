package typeset

import "lianhua/internal/geom"

// Face is one of the three fonts that the house sets type in.
type Face uint8

const (
	Sans     Face = iota // Noto Sans SC Regular: text
	SansBold             // Noto Sans SC Bold: labels
	Serif                // Noto Serif SC Black: titles and figures
)

// GlyphRef names a glyph of a face.
type GlyphRef struct {
	Face Face
	GID  uint32
}

// Glyph is a shaped glyph; X and Y are in device-independent pixels from the
// start of its run's baseline.
type Glyph struct {
	Ref     GlyphRef
	X, Y    float64
	Advance float64
	Cluster int // byte offset into Run.Text
}

// Run is one line of shaped text: the glyphs and the text that they show. It
// does not change once made, so it may be shared and cached.
type Run struct {
	Text                   string
	Style                  Style
	Glyphs                 []Glyph
	Width, Ascent, Descent float64
	Bounds                 geom.Rect // of the ink, relative to the baseline's start
}

// Align is how the lines of a block stand to its width.
type Align uint8

const (
	Start Align = iota
	Center
	End
	Justify
)

// Style is how text is set. It is comparable: it is part of the cache's key.
type Style struct {
	Face     Face
	Size     float64 // of an em, in device-independent pixels
	Leading  float64 // line pitch in ems; 0 takes the language's own
	Tracking float64 // extra space after each glyph, in ems
	Tabular  bool    // digits of equal width
	Align    Align
	MaxLines int  // 0: as many as it takes
	NoBreak  bool // break at line feeds only, however long a line becomes
	Balance  bool // lines of even length, for titles
}

// Line is a line of a block: X and Y give its baseline's start. The lines'
// bytes follow on one another and make up the text; a line that was cut off by
// MaxLines holds the rest.
type Line struct {
	Run        *Run
	X, Y       float64
	Start, End int // bytes of the block's text, spaces and line feeds at the end included
}

// Block is text broken into lines.
type Block struct {
	Lines         []Line
	Width, Height float64
}
