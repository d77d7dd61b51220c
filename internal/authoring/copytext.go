package authoring

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"lianhua/internal/story"
)

// CopyDir holds the words: one file a scene, and shell.toml for what is shared.
const CopyDir = "copy"

// Text is one copy with the place where it is written.
type Text struct {
	Key   string
	Words story.Both
	File  string
	Line  int
}

type copyReader struct {
	figures map[string]*Figure // nil where the figures file could not be read
	rep     *report
	texts   []Text
}

// readCopy reads every file of the copy directory, in the order of their names.
func readCopy(fsys fs.FS, figures []*Figure, rep *report) []Text {
	var all []Text
	r := copyReader{rep: rep}
	if figures != nil {
		r.figures = map[string]*Figure{}
	}
	for _, f := range figures {
		r.figures[f.record.ID] = f
	}
	files, err := fs.Glob(fsys, CopyDir+"/*.toml")
	if err != nil || len(files) == 0 {
		rep.add(Problem{File: CopyDir, Message: "no copy files", Hint: "words stand in copy/<scene>.toml"})
	}
	for _, name := range files {
		if t, ok := readTable(fsys, name, rep); ok {
			scene := strings.TrimSuffix(path.Base(name), ".toml")
			all = append(all, rep.memory.copies(name, rep, func() []Text {
				r.texts = nil
				r.group(t, scene)
				return r.texts
			})...)
		}
	}
	return all
}

// group reads a table of copies. A table with a language among its keys is a
// copy; any other is a group.
func (r *copyReader) group(t Table, prefix string) {
	for _, k := range t.keys() {
		sub, ok := t.Sub(k)
		if !ok {
			continue
		}
		_, zh := sub.values["zh"]
		_, en := sub.values["en"]
		key := prefix + "." + k
		switch {
		case len(sub.values) == 0:
			sub.Fail("", "copy "+key+" has no words", `zh = "…" and en = "…"`)
		case zh || en:
			r.text(sub, key)
		default:
			r.group(sub, key)
		}
	}
}

func (r *copyReader) text(t Table, key string) {
	t.Only("zh", "en")
	words := story.Both{
		ZH: t.need("zh", "the Chinese words are missing"),
		EN: t.need("en", "the English translation is missing"),
	}
	shown := [2][]string{r.words(t, "zh", key, words.ZH), r.words(t, "en", key, words.EN)}
	if !slices.Equal(shown[0], shown[1]) && words.ZH != "" && words.EN != "" {
		t.problem(Warning, "", fmt.Sprintf("copy %s shows other figures in Chinese (%s) than in English (%s)", key, strings.Join(shown[0], ", "), strings.Join(shown[1], ", ")),
			"readers of both languages should learn the same")
	}
	if found := punctuation(words.ZH); found != "" {
		t.Fail("zh", "copy "+key+" has the half-width mark "+strconv.Quote(found)+" in Chinese", "write the full-width mark: ，。：；！？（）")
	}
	t.english("en", "copy "+key, words.EN)
	t.dated("zh", "copy "+key, words.ZH)
	t.dated("en", "copy "+key, words.EN)
	r.texts = append(r.texts, Text{Key: key, Words: words, File: t.file, Line: t.Line("")})
}

// words checks one language of a copy and returns the figures that it shows,
// sorted.
func (r *copyReader) words(t Table, lang, key, raw string) []string {
	elements, err := story.SplitCopy(raw)
	if err != nil {
		t.Fail(lang, "copy "+key+": "+err.Error(), "write {figure.id} or {figure.id|number}")
		return nil
	}
	var ids []string
	for _, p := range elements {
		if p.Figure == "" {
			if d, found := typedDigit(p.Text); found {
				t.Fail(lang, "copy "+key+" holds the typed digit "+d, "show the figure instead: {figure.id}; "+FiguresFile+" lists them")
			}
			continue
		}
		if r.figures != nil && r.figures[p.Figure] == nil {
			t.Fail(lang, "copy "+key+" shows the unknown figure "+strconv.Quote(p.Figure), Suggest(p.Figure, slices.Collect(maps.Keys(r.figures))))
			continue
		}
		ids = append(ids, p.Figure)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// typedDigit finds a character that reads as a number: a digit of any script,
// ①, ², Ⅳ. The Chinese numerals 一 to 十 and 〇 are words.
func typedDigit(s string) (string, bool) {
	for _, c := range s {
		if unicode.IsNumber(c) && c != '〇' {
			return strconv.QuoteRune(c), true
		}
	}
	return "", false
}

// punctuation finds a half-width mark beside a Han character.
func punctuation(s string) string {
	before := rune(0)
	runes := []rune(s)
	for i, c := range runes {
		after := rune(0)
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		if strings.ContainsRune(",;:?!()", c) && (unicode.Is(unicode.Han, before) || unicode.Is(unicode.Han, after)) {
			return string(c)
		}
		if c == '.' && unicode.Is(unicode.Han, before) {
			return string(c)
		}
		before = c
	}
	return ""
}
