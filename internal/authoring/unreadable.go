package authoring

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Unreadable names what an editor made of a file that nobody sees on the screen: a
// byte order mark, another encoding than UTF-8. Found is false where there is none.
func Unreadable(name string, content []byte) (p Problem, found bool) {
	const hint = "save it as UTF-8 without a byte order mark (BOM)"
	p = Problem{File: name, Line: 1, Hint: hint}
	switch {
	case bytes.HasPrefix(content, []byte("\xef\xbb\xbf")):
		p.Message = "the file begins with a byte order mark (BOM)"
	case bytes.HasPrefix(content, []byte("\xff\xfe")), bytes.HasPrefix(content, []byte("\xfe\xff")):
		p.Message = "the file is in UTF-16"
	case !utf8.Valid(content):
		for len(content) > 0 {
			r, n := utf8.DecodeRune(content)
			if r == utf8.RuneError && n == 1 {
				break
			}
			if r == '\n' {
				p.Line++
			}
			content = content[n:]
		}
		p.Message = "the file is not in UTF-8"
	default:
		return Problem{}, false
	}
	return p, true
}

// fullWidth are signs that input methods write where TOML has others.
var fullWidth = map[rune]string{
	'\u201c': `"`, '\u201d': `"`, '\u2018': "'", '\u2019': "'", '\uff02': `"`, '\uff07': "'", '\u300c': `"`, '\u300d': `"`,
	'\uff1d': "=", '\uff3b': "[", '\uff3d': "]", '\uff5b': "{", '\uff5d': "}", '\uff0c': ",", '\uff03': "#", '\u3010': "[", '\u3011': "]",
}

// Syntax is what is wrong with the TOML of a line, of which a parser says only that it
// is: a sign of an input method is named, and what it should be.
func Syntax(name, text string, line int, message string) Problem {
	p := Problem{File: name, Line: line, Message: message, Hint: "the file is not valid TOML: see toml.io"}
	rows := strings.Split(text, "\n")
	if line < 1 || line > len(rows) {
		return p
	}
	for _, r := range outside(rows[line-1]) {
		if ascii, ok := fullWidth[r]; ok {
			p.Message = "the full-width sign " + string(r) + " stands where TOML has " + ascii
			p.Hint = "type " + ascii + " with the input method off; within the quotes of a text, " + string(r) + " is right"
			return p
		}
	}
	return p
}

// outside is what of a line stands in no quotes and no comment; all of it, where a
// quote is never closed.
func outside(line string) string {
	var b strings.Builder
	quote := rune(0)
	escaped := false
	for _, r := range line {
		switch {
		case escaped:
			escaped = false
		case quote != 0:
			escaped = quote == '"' && r == '\\'
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r == '#':
			return b.String()
		default:
			b.WriteRune(r)
		}
	}
	if quote != 0 {
		return line
	}
	return b.String()
}
