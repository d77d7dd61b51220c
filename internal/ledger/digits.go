package ledger

import (
	"unicode"
	"unicode/utf8"
)

// hasDigit reports whether s shows a digit: of any script, raised or lowered,
// circled, Roman, or a fraction. Numbers written as Chinese words are words.
func hasDigit(s string) bool {
	for _, r := range s {
		if isDigit(r) {
			return true
		}
	}
	return false
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9'
	}
	return unicode.IsNumber(r)
}

// plain is r as an ASCII digit where it is a full-width one.
func plain(r rune) rune {
	if r >= '０' && r <= '９' {
		return r - '０' + '0'
	}
	return r
}

// numbers calls visit with each number in s: digits and their point, without the
// separators of thousands. A raised digit, a fraction and the like stand alone.
func numbers(s string, visit func(number string)) {
	runes := []rune(s)
	var num []rune
	flush := func() {
		if len(num) > 0 {
			visit(string(num))
			num = num[:0]
		}
	}
	at := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return 0
		}
		return plain(runes[i])
	}
	decimal := func(r rune) bool { return r >= '0' && r <= '9' }
	for i := range runes {
		r := at(i)
		switch {
		case decimal(r):
			num = append(num, r)
		case isDigit(r):
			flush()
			visit(string(r))
		case len(num) > 0 && decimal(at(i-1)) && r == '.' && decimal(at(i+1)):
			num = append(num, r)
		case len(num) > 0 && separates(r) && decimal(at(i+1)) && decimal(at(i+2)) && decimal(at(i+3)) && !decimal(at(i+4)):
		default:
			flush()
		}
	}
	flush()
}

// separates reports whether r may stand between thousands.
func separates(r rune) bool {
	return r == ',' || r == '\'' || r == 0xa0 || r == 0x2009 || r == 0x202f
}
