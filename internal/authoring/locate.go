package authoring

import (
	"strconv"
	"strings"
)

// lines maps a key's path to the line that defines it. The TOML library keeps
// its positions to itself, so the text is scanned once more, for keys only;
// the library has by then accepted the syntax.
type lines map[string]int

// of is the line of the path, or of its nearest parent that has one.
func (l lines) of(path []string) int {
	for n := len(path); n > 0; n-- {
		if line, ok := l[joinPath(path[:n])]; ok {
			return line
		}
	}
	return 1
}

func joinPath(path []string) string { return strings.Join(path, "\x1f") }

// scanner walks TOML text by statements.
type scanner struct {
	text  string
	pos   int
	line  int
	found lines
	// tables counts the elements of each array of tables so far.
	tables map[string]int
}

func locate(text string) lines {
	s := scanner{text: text, line: 1, found: lines{}, tables: map[string]int{}}
	var prefix []string
	for {
		s.blank()
		if s.pos >= len(s.text) {
			return s.found
		}
		line := s.line
		if s.text[s.pos] == '[' {
			prefix = s.header()
			s.found[joinPath(prefix)] = line
			continue
		}
		path := append(append([]string(nil), prefix...), s.key('=')...)
		for n := len(prefix) + 1; n <= len(path); n++ {
			if key := joinPath(path[:n]); s.found[key] == 0 {
				s.found[key] = line
			}
		}
		s.value()
	}
}

// blank skips white space and comments.
func (s *scanner) blank() {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == '#':
			s.toLineEnd()
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			s.step()
		default:
			return
		}
	}
}

func (s *scanner) step() {
	if s.text[s.pos] == '\n' {
		s.line++
	}
	s.pos++
}

func (s *scanner) toLineEnd() {
	for s.pos < len(s.text) && s.text[s.pos] != '\n' {
		s.pos++
	}
}

// header reads [a.b] or [[a.b]] and returns the path, with the index of each
// array of tables on the way.
func (s *scanner) header() []string {
	array := strings.HasPrefix(s.text[s.pos:], "[[")
	s.pos++
	if array {
		s.pos++
	}
	names := s.key(']')
	s.toLineEnd()
	var path []string
	for i, name := range names {
		path = append(path, name)
		key := joinPath(path)
		if array && i == len(names)-1 {
			s.tables[key]++
		}
		if n := s.tables[key]; n > 0 {
			path = append(path, strconv.Itoa(n-1))
		}
	}
	return path
}

// key reads a dotted key up to and including the byte end, or to the line's end.
func (s *scanner) key(end byte) []string {
	var path []string
	var part strings.Builder
	flush := func() {
		path = append(path, strings.TrimSpace(part.String()))
		part.Reset()
	}
	for s.pos < len(s.text) && s.text[s.pos] != '\n' {
		switch c := s.text[s.pos]; c {
		case end:
			s.pos++
			flush()
			return path
		case '.':
			flush()
			s.pos++
		case '"', '\'':
			start := s.pos + 1
			s.quoted()
			part.WriteString(s.text[start:max(start, s.pos-1)])
		default:
			part.WriteByte(c)
			s.pos++
		}
	}
	flush()
	return path
}

// value skips the value of a key: to the end of the line that closes its
// brackets and strings.
func (s *scanner) value() {
	depth := 0
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; c {
		case '"', '\'':
			s.quoted()
			continue
		case '#':
			s.toLineEnd()
			continue
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '\n':
			if depth <= 0 {
				return
			}
		}
		s.step()
	}
}

// quoted skips a string of any of the four kinds.
func (s *scanner) quoted() {
	mark := s.text[s.pos : s.pos+1]
	escapes := mark == `"`
	multi := strings.HasPrefix(s.text[s.pos:], strings.Repeat(mark, 3))
	if multi {
		mark = strings.Repeat(mark, 3)
	}
	s.pos += len(mark)
	for s.pos < len(s.text) {
		switch {
		case escapes && s.text[s.pos] == '\\' && s.pos+1 < len(s.text):
			s.step()
			s.step()
		case strings.HasPrefix(s.text[s.pos:], mark):
			s.pos += len(mark)
			for multi && s.pos < len(s.text) && s.text[s.pos] == mark[0] { // """" ends with a quote inside
				s.pos++
			}
			return
		case !multi && s.text[s.pos] == '\n':
			return
		default:
			s.step()
		}
	}
}
