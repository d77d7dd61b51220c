package play

import (
	"strconv"
	"strings"
)

// parting are the signs between a link's path and its parameters, wherever chats
// and mail have put their own in: "&" without "?", a second "#", "&amp;".
const parting = "?&#;"

// MendLink reads what can be read of a link that was changed on its way: escaped
// once more or twice, with signs and words after it, in capitals, with parameters
// of the chat that it went through. It reports false where there is nothing to be
// read. web/js/address.js reads by the same rules what the page needs before the
// player is there.
func MendLink(text string) (l Link, ok bool) {
	if len(text) > longestLink {
		return l, false
	}
	text = unescapeASCII(unescapeASCII(text))
	begin := strings.IndexFunc(text, func(r rune) bool { return r == '?' || letter(r) || digit(r) })
	if begin < 0 {
		return l, false
	}
	text = text[begin:]
	path, query := text, ""
	if i := strings.IndexAny(text, parting); i >= 0 {
		path, query = text[:i], text[i:]
	}
	end := past(path, func(r rune) bool { return letter(r) || digit(r) || r == '-' || r == '_' })
	l.Scene = strings.ToLower(strings.TrimRight(path[:end], "-_"))
	if rest := strings.TrimLeft(path[end:], "/"); l.Scene != "" && rest != path[end:] {
		l.Beat = beatOf(rest[:past(rest, digit)])
	}
	for item := range strings.FieldsFuncSeq(query, func(r rune) bool { return strings.ContainsRune(parting, r) }) {
		key, value, _ := strings.Cut(item, "=")
		value = value[:past(value, func(r rune) bool { return letter(r) || digit(r) || strings.ContainsRune(inValues, r) })]
		l.mend(strings.ToLower(key), strings.TrimRight(value, inValues))
	}
	return l, true
}

// inValues are the signs within values, at whose end they mean nothing.
const inValues = "-._~,:/"

// mend takes a parameter, if it is one and has such a value.
func (l *Link) mend(key, value string) {
	if key == "lang" || key == "theme" {
		value = strings.ToLower(value)
	}
	if with := *l; with.take(key, value) {
		*l = with
	}
}

func letter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
func digit(r rune) bool  { return '0' <= r && r <= '9' }

// past is where the runes that fit end at the beginning of s.
func past(s string, fits func(r rune) bool) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !fits(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// beatOf reads a beat, however large; 0 is none.
func beatOf(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil && digits != "" {
		return mostBeats
	}
	return min(n, mostBeats)
}

// unescapeASCII takes one layer of escapes off; others than ASCII's stay, for no
// link of ours has any.
func unescapeASCII(s string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(s, "%")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		s = after
		if len(after) >= 2 {
			if n, err := strconv.ParseUint(after[:2], 16, 8); err == nil && n < 0x80 {
				out.WriteByte(byte(n))
				s = after[2:]
				continue
			}
		}
		out.WriteByte('%')
	}
}
