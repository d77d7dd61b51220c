package typeset

import "github.com/go-text/typesetting/segmenter"

// opportunity says whether a line may begin somewhere.
type opportunity uint8

const (
	never  opportunity = iota
	forced             // within a word, only where a line would not fit otherwise
	loose              // between a number and its unit, likewise, but rather here
	free               // by the rules
	must               // after a line feed
)

// opportunities fills at[k] for the break before runes[k]: UAX #14, corrected
// for Chinese. at[0] is never.
func opportunities(seg *segmenter.Segmenter, runes []rune, at []opportunity, noBreak []bool) {
	clear(at)
	clear(noBreak)
	if len(runes) == 0 {
		return
	}
	seg.Init(runes)
	for it := seg.LineIterator(); it.Next(); {
		l := it.Line()
		end := l.Offset + len(l.Text)
		if end >= len(runes) {
			break
		}
		at[end] = free
		if l.IsMandatoryBreak {
			at[end] = must
		}
	}
	glueNumbers(runes, noBreak)
	for k := 1; k < len(runes); k++ {
		at[k] = correct(runes, k, at[k], noBreak[k])
	}
}

// correct applies what UAX #14 leaves to the language.
func correct(runes []rune, k int, o opportunity, noBreak bool) opportunity {
	b := runes[k]
	if o == must {
		return o
	}
	if isSpace(b) || joins(b) {
		return never
	}
	p := k - 1
	for p > 0 && isSpace(runes[p]) {
		p--
	}
	a := runes[p]
	if neverStarts(b) || neverEnds(a) {
		return never
	}
	if o == never && p == k-1 && besideQuote(a, b) {
		o = free // UAX #14 does not know which side of a quotation mark is out
	}
	switch {
	case o == never:
		return forced
	case noBreak:
		return loose
	}
	return o
}

// besideQuote reports whether the outer side of a quotation mark lies between a
// and b in Chinese text: 说|“ and ”|说.
func besideQuote(a, b rune) bool {
	switch {
	case b == '“' || b == '‘':
		return isHan(a) || isClosing(a) || isStretch(a)
	case a == '”' || a == '’':
		return isHan(b) || isOpening(b)
	}
	return false
}
