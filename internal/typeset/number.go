package typeset

// glueNumbers forbids the breaks that would part a number from what it counts.
// noBreak[k] speaks of the break before runes[k].
func glueNumbers(runes []rune, noBreak []bool) {
	for i := 0; i < len(runes); {
		if !isDigit(runes[i]) || i > 0 && isLetter(runes[i-1]) {
			i++
			continue
		}
		end := numberEnd(runes, i)
		for k := i + 1; k < end; k++ {
			noBreak[k] = true
		}
		glueBefore(runes, noBreak, i)
		glueAfter(runes, noBreak, end)
		i = end
	}
}

// numberEnd returns the end of the number that starts at i: digits with the
// marks between them that belong to it (86.36, 111,616, 4+4, 10–15).
func numberEnd(runes []rune, i int) int {
	for i < len(runes) {
		if isDigit(runes[i]) {
			i++
			continue
		}
		switch runes[i] {
		case '.', ',', '+', '-', '–', '−', '~', '/', ':':
			if i+1 < len(runes) && isDigit(runes[i+1]) {
				i++
				continue
			}
		}
		break
	}
	return i
}

// glueBefore ties signs, 约 and "about" to the number at i.
func glueBefore(runes []rune, noBreak []bool, i int) {
	k := i
	if k > 0 && isSpace(runes[k-1]) {
		k--
	}
	if k == 0 {
		return
	}
	switch runes[k-1] {
	case '约', '近', '超', '逾', '第', '共', '达', '¥', '￥', '$', '€', '+', '-', '−', '×', '≈', '>', '<', '≥', '≤':
		noBreak[i] = true
		return
	}
	if k == i {
		return
	}
	w := k
	for w > 0 && isLetter(runes[w-1]) {
		w--
	}
	switch string(runes[w:k]) {
	case "about", "About", "over", "Over", "nearly", "Nearly", "some", "Some", "than", "No":
		noBreak[i] = true
	}
}

// glueAfter ties the unit that begins at i, perhaps after a space.
func glueAfter(runes []rune, noBreak []bool, i int) {
	from := i
	for i < len(runes) && isSpace(runes[i]) && i-from < 1 {
		i++
	}
	if i >= len(runes) {
		return
	}
	if i < len(runes) && runes[i] == '+' { // 1,500+ courtyards
		noBreak[i] = true
		i++
		if i < len(runes) && runes[i] == ' ' {
			i++
		}
		if i >= len(runes) {
			return
		}
	}
	switch r := runes[i]; {
	case isHan(r):
		end := i + unitLength(runes[i:])
		for k := from; k < end; k++ {
			noBreak[k] = true
		}
	case r == '%' || r == '％' || r == '‰' || r == '°' || r == '℃' || r == '㎡':
		noBreak[i] = true
	case isLetter(r):
		glueWords(runes, noBreak, i)
	}
}

// unitLength returns how many of the Han runes make up a unit: 条, 亿元, 余万户.
func unitLength(runes []rune) int {
	n := 0
	for n < len(runes) {
		switch runes[n] {
		case '余', '多', '几', '百', '千', '万', '亿':
			n++
			continue
		}
		break
	}
	if n < len(runes) && isSpace(runes[n]) && n+1 < len(runes) && isHan(runes[n+1]) {
		n++
	}
	for _, u := range [...]string{"平方公里", "平方米", "立方米", "百分点", "个百分点", "公里", "千米", "公顷", "小时", "分钟"} {
		if hasPrefix(runes[n:], u) {
			return n + len([]rune(u))
		}
	}
	if n < len(runes) && isHan(runes[n]) {
		n++
	}
	return n
}

func hasPrefix(runes []rune, s string) bool {
	i := 0
	for _, r := range s {
		if i >= len(runes) || runes[i] != r {
			return false
		}
		i++
	}
	return true
}

// glueWords ties the word at i to the number before it; a scale ("million")
// ties the next one as well. A word that only links ("in 2021 the …") is let go.
func glueWords(runes []rune, noBreak []bool, i int) {
	for {
		end := i
		for end < len(runes) && (isLetter(runes[end]) || runes[end] == '\'' || runes[end] == '’') {
			end++
		}
		word := string(runes[i:end])
		switch word {
		case "the", "a", "an", "and", "or", "of", "in", "to", "by", "for", "with", "at", "on", "as", "is", "are", "was",
			"were", "from", "that", "which", "it", "its", "than", "have", "has", "had", "this", "these", "their", "but":
			return
		}
		noBreak[i] = true
		switch word {
		case "million", "billion", "thousand", "hundred", "per":
			if end+1 < len(runes) && runes[end] == ' ' && isLetter(runes[end+1]) {
				i = end + 1
				continue
			}
		}
		return
	}
}
