package story

import (
	"lianhua/internal/decimal"
	"lianhua/internal/scale"
)

// Precision says how exactly the page states a figure.
type Precision uint8

// The precisions.
const (
	Exact    Precision = iota
	About              // 约
	MoreThan           // 余, 多, 以上
)

// String is the name in the figures file: "exact", "about" or "more-than".
func (p Precision) String() string {
	switch p {
	case About:
		return "about"
	case MoreThan:
		return "more-than"
	}
	return "exact"
}

// Kind says what sort of quantity a figure is, and so which marks may show it.
type Kind uint8

// The kinds.
const (
	Count   Kind = iota // things that could be drawn one by one
	Money               // base unit 元
	Area                // base unit 平方米
	Length              // base unit 米
	Share               // per cent of something that the label names
	Score               // points
	Age                 // years of a life
	Span                // years or days that something takes
	Rate                // times in a period
	Year                // a calendar year
	Month               // a month of a year
	Day                 // a day of the month
	Ordinal             // a place in an order: first, fifteenth
	kinds               // their number
)

var kindNames = [kinds]string{"count", "money", "area", "length", "share", "score", "age", "span", "rate", "year", "month", "day", "ordinal"}

// String is the name in the figures file.
func (k Kind) String() string {
	if k < kinds {
		return kindNames[k]
	}
	return "unknown"
}

// ParseKind is the kind with that name.
func ParseKind(name string) (Kind, bool) {
	for k, n := range kindNames {
		if n == name {
			return Kind(k), true
		}
	}
	return 0, false
}

// ParsePrecision is the precision with that name.
func ParsePrecision(name string) (Precision, bool) {
	for p := Exact; p <= MoreThan; p++ {
		if p.String() == name {
			return p, true
		}
	}
	return 0, false
}

// Figure is one number of the story in one language. Lead, Number and Tail are
// its written form in the three sizes that a layout gives them; Text is the
// whole, as running text shows it.
type Figure struct {
	ID        string
	Value     decimal.Decimal // in Unit of the page: 6.11 for 6.11亿元
	Shown     decimal.Decimal // the digits of Number: 611 for "611 million yuan"
	Base      decimal.Decimal // in the base unit of its kind: yuan, square metres, metres, or things
	Unit      string          // this language's unit, in the number that fits the value
	Lead      string          // "约", "more than", "第"; often empty
	Number    string          // digits, separators and the point only
	Tail      string          // "余个", "亿余元", "million yuan", "th"
	Joined    bool            // Tail follows Number without a space: 5th, 33%
	Text      string
	Precision Precision
	Kind      Kind
	Style     scale.NumberStyle // writes Shown, for a counter that runs up to it
	Period    string            // what time the figure is for
	Label     string            // what it counts, in our own words
	Source    Source
	Target    bool   // planned, not achieved
	Derived   bool   // computed, not stated by the page
	Expr      string // how, over the ids of other figures
	Rounding  string // by what rule the result was rounded; empty where it is exact
	PartOf    string // id of the whole, only where the page itself says so
}

// Float64 is Base for geometry: lengths of bars, sides of areas.
func (f Figure) Float64() float64 { return f.Base.Float64() }

// Count is how many things the figure counts: the number of marks to draw.
func (f Figure) Count() int {
	n, _ := f.Base.Int()
	return int(n)
}

// Source is where on the page a figure stands, in one language.
type Source struct {
	ID        string // paragraph id: "J08"
	Article   string // our short name of the article
	Section   string // our short name of the section
	Paragraph int    // number within the section, from 1; 0 for a heading or a line outside the text
	Within    string // section and paragraph as one line
	Cite      string // all three
}
