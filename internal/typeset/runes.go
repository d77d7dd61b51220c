package typeset

// HanLatinGap is the space, in ems, between Han and a Latin letter or digit.
// A typed space there is set to the same width.
const HanLatinGap = 0.25

// isHan reports whether r is an ideograph or kana, set in a full em.
func isHan(r rune) bool {
	switch {
	case r < 0x3005:
		return r >= 0x2E80 && r <= 0x2FDF
	case r <= 0x3007, r >= 0x3041 && r <= 0x30FA, r >= 0x3400 && r <= 0x4DBF, r >= 0x4E00 && r <= 0x9FFF,
		r >= 0xF900 && r <= 0xFAFF, r >= 0x20000 && r <= 0x3FFFF:
		return true
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isLetter reports whether r is a Latin, Greek or Cyrillic letter.
func isLetter(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return true
	case r < 0xC0:
		return false
	case r <= 0x24F:
		return r != '×' && r != '÷'
	}
	return r >= 0x370 && r <= 0x52F
}

// isWestern reports whether r keeps its distance from Han: letters, digits and
// the signs that belong to numbers.
func isWestern(r rune) bool {
	switch r {
	case '%', '‰', '°', '¥', '$', '€', '£', '+', '−', '#', '&', '@', '℃':
		return true
	}
	return isDigit(r) || isLetter(r)
}

// isOpening reports whether r opens a bracket or a quotation.
func isOpening(r rune) bool {
	switch r {
	case '（', '《', '〈', '「', '『', '【', '〔', '〖', '［', '｛', '“', '‘', '(', '[', '{':
		return true
	}
	return false
}

// isClosing reports whether r closes a bracket or a quotation, or is a stop.
func isClosing(r rune) bool {
	switch r {
	case '）', '》', '〉', '」', '』', '】', '〕', '〗', '］', '｝', '”', '’', ')', ']', '}',
		'。', '，', '、', '．', '：', '；', '！', '？', ',', '.', ':', ';', '!', '?':
		return true
	}
	return false
}

// isStretch reports whether r is half of a dash or of an ellipsis.
func isStretch(r rune) bool { return r == '—' || r == '…' || r == '⋯' || r == '―' }

// neverStarts reports whether no line may begin with r.
func neverStarts(r rune) bool {
	switch r {
	case '·', '・', '～', '〜', '/', '／', '%', '％', '‰', '°', '℃', '′', '″', 'ー', '々', '–', '‐':
		return true
	}
	return isClosing(r) || isStretch(r)
}

// neverEnds reports whether no line may end with r.
func neverEnds(r rune) bool {
	switch r {
	case '¥', '￥', '$', '€', '£', '#', '№', 0xAD: // the soft hyphen: words are not divided
		return true
	}
	return isOpening(r)
}

// isSpace reports whether r is a space that a line may end at.
func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\u3000' || r >= 0x2000 && r <= 0x200A && r != 0x2007
}

// joins reports whether r belongs to the character before it: a combining
// mark, a joiner, a variation selector or another character without a width.
func joins(r rune) bool {
	return r >= 0x300 && r <= 0x36F || r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF || r == 0xAD || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}

// substitute returns the character whose glyph shows r: spaces of other widths
// and the hyphen that does not break look like the plain ones.
func substitute(r rune) rune {
	switch {
	case r == '\t', r == 0xA0, r >= 0x2000 && r <= 0x200A, r == 0x202F:
		return ' '
	case r == 0x2010, r == 0x2011:
		return '-'
	}
	return r
}

// spaceWidth is the width in ems of a space that is defined by it.
func spaceWidth(r rune) (float64, bool) {
	switch r {
	case 0x2000, 0x2002:
		return 1.0 / 2, true
	case 0x2001, 0x2003, 0x3000:
		return 1, true
	case 0x2004:
		return 1.0 / 3, true
	case 0x2005:
		return 1.0 / 4, true
	case 0x2006:
		return 1.0 / 6, true
	case 0x2009, 0x202F:
		return 1.0 / 5, true
	case 0x200A:
		return 1.0 / 10, true
	}
	return 0, false
}
