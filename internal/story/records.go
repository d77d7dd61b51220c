package story

import "lianhua/internal/decimal"

// Records are the story's contents before they are indexed: what the studio
// compiles and the story file holds.
type Records struct {
	Places  []Place
	Figures []FigureRecord
	Copy    []CopyRecord
	Themes  []ThemeRecord
	Timings []TimingRecord
	Tunings []TuningRecord
	// Corrections are by day, the earliest first.
	Corrections []CorrectionRecord
	// BreaksOff is the paragraph at whose end the page's text stops in
	// mid-sentence; empty where it does not.
	BreaksOff string
}

// Place is a paragraph of the page.
type Place struct {
	ID        string
	Article   Both
	Section   Both
	Paragraph int // within the section, from 1; 0 for a heading or a line outside the text
}

// UnitForm is a unit in one language.
type UnitForm struct {
	Lead    string // before the number: 第
	One     string // after the number 1
	Many    string
	Joined  bool // no space before it, also in English: %
	Ordinal bool // English ordinal: 5th
}

// FigureRecord is a figure in both languages.
type FigureRecord struct {
	ID        string
	Value     decimal.Decimal // in UnitZH
	ValueEN   decimal.Decimal // the same amount in UnitEN
	Base      decimal.Decimal // the same amount in the base unit
	UnitZH    UnitForm
	UnitEN    UnitForm
	Precision Precision
	Kind      Kind
	Target    bool
	Derived   bool
	Expr      string
	Rounding  string
	PartOf    string
	Period    Both
	Label     Both
	Place     int // index into Places
}

// CopyRecord is one text in both languages, figures in braces.
type CopyRecord struct {
	Key  string
	Text Both
}

// ThemeRecord is a theme's colours, 0xRRGGBBAA.
type ThemeRecord struct {
	Name   string
	Colors []ColorRecord
	Tones  []ToneRecord
}

// ToneRecord is a scale of colours, 0xRRGGBBAA, evenly spaced: what is made of one
// material, from one end of its light to the other.
type ToneRecord struct {
	Name   string
	Colors []uint32
}

// ColorRecord is one named colour.
type ColorRecord struct {
	Name string
	RGBA uint32
}

// TimingRecord is the timing of one beat in milliseconds; -1 leaves the
// scene's own.
type TimingRecord struct {
	Scene, Beat    string
	Duration, Hold int32
}
