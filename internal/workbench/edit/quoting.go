package edit

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// bare are the values without quotes that are written here.
var bare = regexp.MustCompile(`^([+-]?(0|[1-9][0-9]*)(\.[0-9]+)?|true|false)$`)

// bareKey is a key that needs no quotes.
var bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

func quotedKey(key string) string {
	if bareKey.MatchString(key) {
		return key
	}
	return quoted(key)
}

// lineBreak is how the file ends its lines.
func lineBreak(content []byte) string {
	if at := bytes.IndexByte(content, '\n'); at > 0 && content[at-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// rewritten is a text in the quotes that raw has, where those can hold it.
func rewritten(raw, text, lineBreak string) string {
	control := strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' || r == 0x7f })
	lines := strings.Contains(text, "\n")
	switch {
	case strings.HasPrefix(raw, `"""`):
		return `"""` + begun(raw, text, lineBreak) + strings.ReplaceAll(escaped(text, true), "\n", lineBreak) + `"""`
	case strings.HasPrefix(raw, "'''") && !control && !strings.Contains(text, "'''") && !strings.HasSuffix(text, "'"):
		return "'''" + begun(raw, text, lineBreak) + strings.ReplaceAll(text, "\n", lineBreak) + "'''"
	case strings.HasPrefix(raw, "'''") && lines:
		return `"""` + begun(raw, text, lineBreak) + strings.ReplaceAll(escaped(text, true), "\n", lineBreak) + `"""`
	case strings.HasPrefix(raw, "'") && !control && !lines && !strings.Contains(text, "'"):
		return "'" + text + "'"
	}
	return quoted(text)
}

// begun is the line break behind the opening quotes, which is no part of the text: as
// it stood, and where the text begins with one.
func begun(raw, text, lineBreak string) string {
	if rest := raw[3:]; strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "\r\n") || strings.HasPrefix(text, "\n") {
		return lineBreak
	}
	return ""
}

func quoted(text string) string { return `"` + escaped(text, false) + `"` }

// escaped is a text as it stands in double quotes, or in three of them: there lines
// break, and a quote is escaped where two stand before it or it ends the text.
func escaped(text string, multi bool) string {
	var b strings.Builder
	quotes := 0
	runes := []rune(text)
	for i, r := range runes {
		if r != '"' {
			quotes = 0
		}
		switch {
		case r == '"':
			if quotes++; !multi || quotes == 3 || i == len(runes)-1 {
				b.WriteByte('\\')
				quotes = 0
			}
			b.WriteByte('"')
		case r == '\\':
			b.WriteString(`\\`)
		case r == '\n' && multi, r == '\t' && multi:
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
