package fontsub

import (
	"fmt"
	"go/scanner"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Use is where a character is first needed. A built-in one has no file.
type Use struct {
	Rune rune
	File string
	Line int
}

func (u Use) String() string {
	if u.File == "" {
		return fmt.Sprintf("%q (U+%04X), which every face carries", string(u.Rune), u.Rune)
	}
	return fmt.Sprintf("%s:%d: %q (U+%04X)", u.File, u.Line, string(u.Rune), u.Rune)
}

// Need is what the story shows: by text faces, and by the title face.
type Need struct {
	text, title map[rune]Use
}

// Text are the characters that the two sans-serif faces need, in order.
func (n Need) Text() []Use { return ordered(n.text) }

// Title are the characters that the serif needs, in order.
func (n Need) Title() []Use { return ordered(n.title) }

func ordered(m map[rune]Use) []Use {
	out := make([]Use, 0, len(m))
	for _, u := range m {
		out = append(out, u)
	}
	slices.SortFunc(out, func(a, b Use) int { return int(a.Rune) - int(b.Rune) })
	return out
}

// Runes are the characters of uses.
func Runes(uses []Use) []rune {
	out := make([]rune, len(uses))
	for i, u := range uses {
		out[i] = u.Rune
	}
	return out
}

// Characters that every face carries, beside printable ASCII: what a number, a
// date or a sentence may need without being written in the copy.
const (
	basicMarks   = "·×÷±−–—‘’“”…•‰°′″→←↑↓≈≥≤¥€£§©²³　、。〈〉《》「」『』【】〔〕！％（），：；？￥～／"
	basicNumbers = "〇零一二三四五六七八九十百千万亿年月日时分秒约余多第至"
)

// Collect reads the story's words and figures below assets, and the texts in
// the Go code below the other folders, from a project's file tree.
func Collect(project fs.FS, assets string, code ...string) (Need, error) {
	n := Need{text: map[rune]Use{}, title: map[rune]Use{}}
	for r := ' '; r <= '~'; r++ {
		n.addTitle(r, "", 0)
	}
	for _, r := range basicMarks + basicNumbers {
		n.addTitle(r, "", 0)
	}
	files, err := fs.Glob(project, path.Join(assets, "copy", "*.toml"))
	if err != nil {
		return Need{}, fmt.Errorf("listing the copy: %w", err)
	}
	files = append(files, path.Join(assets, "figures.toml"), path.Join(assets, "sources.toml"))
	for _, name := range files {
		src, err := fs.ReadFile(project, name)
		if err != nil {
			return Need{}, fmt.Errorf("collecting characters: %w", err)
		}
		n.scanTOML(name, string(src))
	}
	for _, dir := range code {
		if err := n.walkGo(project, dir); err != nil {
			return Need{}, err
		}
	}
	return n, nil
}

func (n Need) add(r rune, file string, line int) {
	if _, ok := n.text[r]; !ok && drawn(r) {
		n.text[r] = Use{r, file, line}
	}
}

func (n Need) addTitle(r rune, file string, line int) {
	n.add(r, file, line)
	if _, ok := n.title[r]; !ok && drawn(r) {
		n.title[r] = Use{r, file, line}
	}
}

// drawn reports whether a character has a glyph of its own: typeset shows other
// spaces and hyphens with the plain ones, and characters without a width not.
func drawn(r rune) bool {
	if r != ' ' && r != '\u3000' && unicode.IsSpace(r) || r == '\u2010' || r == '\u2011' {
		return false
	}
	return !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector)
}

// scanTOML takes the characters of keys and values, not of comments. A file
// that is not valid TOML gives too many, which the story's parser reports.
func (n Need) scanTOML(file, src string) {
	table := ""
	quote := ""
	for i, text := range strings.Split(src, "\n") {
		if quote == "" {
			if t := strings.TrimSpace(text); strings.HasPrefix(t, "[") && !strings.HasPrefix(t, "[[") {
				table = t
			}
		}
		text, quote = uncomment(text, quote)
		key, _, _ := strings.Cut(text, "=")
		title := isTitle(table) || isTitle(key)
		for _, r := range unescape(text) {
			if title {
				n.addTitle(r, file, i+1)
			} else {
				n.add(r, file, i+1)
			}
		}
	}
}

// isTitle reports whether a table or key is set in the serif: titles, what is cut
// into seals, the house's name and units.
func isTitle(name string) bool {
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("[]. \t\"", r) }) {
		switch {
		case strings.HasPrefix(part, "title"), strings.HasPrefix(part, "seal-"), part == "name", part == "subtitle", part == "units":
			return true
		}
	}
	return false
}

// uncomment drops a line's comment. quote is the delimiter of the string that is
// open where the line begins and, on return, where the next one does.
func uncomment(text, quote string) (string, string) {
	for i := 0; i < len(text); {
		rest := text[i:]
		switch {
		case quote != "":
			if rest[0] == '\\' && quote[0] == '"' {
				i += 2
				continue
			}
			if strings.HasPrefix(rest, quote) {
				i += len(quote)
				quote = ""
				continue
			}
		case strings.HasPrefix(rest, `"""`), strings.HasPrefix(rest, "'''"):
			quote = rest[:3]
			i += 3
			continue
		case rest[0] == '"', rest[0] == '\'':
			quote = rest[:1]
		case rest[0] == '#':
			return text[:i], ""
		}
		i++
	}
	if len(quote) == 1 {
		quote = "" // TOML's short strings end with their line
	}
	return text, quote
}

// unescape resolves \uXXXX and \UXXXXXXXX.
func unescape(text string) string {
	for _, form := range []struct {
		mark   string
		digits int
	}{{`\u`, 4}, {`\U`, 8}} {
		for from := 0; ; {
			i := strings.Index(text[from:], form.mark)
			if i < 0 || from+i+2+form.digits > len(text) {
				break
			}
			i += from
			if code, err := strconv.ParseUint(text[i+2:i+2+form.digits], 16, 32); err == nil {
				text = text[:i] + string(rune(code)) + text[i+2+form.digits:]
			}
			from = i + 1
		}
	}
	return text
}

// walkGo takes the characters of string and rune literals outside tests.
func (n Need) walkGo(project fs.FS, dir string) error {
	err := fs.WalkDir(project, dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == "testdata" {
			return fs.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := fs.ReadFile(project, name)
		if err != nil {
			return err
		}
		n.scanGo(name, src)
		return nil
	})
	if err != nil {
		return fmt.Errorf("collecting characters from code: %w", err)
	}
	return nil
}

func (n Need) scanGo(name string, src []byte) {
	set := token.NewFileSet()
	file := set.AddFile(name, -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, nil, 0)
	for {
		pos, tok, lit := s.Scan()
		switch tok {
		case token.EOF:
			return
		case token.STRING, token.CHAR:
			for _, r := range unescape(lit) {
				n.add(r, name, set.Position(pos).Line)
			}
		}
	}
}
