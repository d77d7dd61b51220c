package authoring

import (
	"io/fs"
	"slices"
	"strings"
	"sync"

	"lianhua/internal/overlap"
)

// Memory keeps what was read of a story and found in its words, so that the next reading
// of it looks only at what is another. Its zero value remembers nothing yet; any number
// of goroutines may use it.
type Memory struct {
	mu     sync.Mutex
	now    findings // of the reading under way
	before findings // of the one before it
	last   reading
}

// findings are what words hold that is looked for in all of them.
type findings struct {
	page     string              // the digest and the names that they were compared by
	shared   map[string][]string // runs of words that are the page's
	timeless map[string]string   // what means the reader's own time; empty: nothing
	tables   map[string]parsed   // of files
	copies   map[string]copied   // the same, of words
}

// parsed is what a file's text says, which nobody changes.
type parsed struct {
	text   string
	values map[string]any
	lines  lines
}

// copied are the texts of a file of words in which nothing was wrong, and what they were
// read of.
type copied struct {
	words, figures, places string // the texts of the files
	texts                  []Text
}

// Load reads as [Load] does. Of a folder that holds what it held the last time it gives
// the same project again, which nobody changes.
func (m *Memory) Load(assets fs.FS) (*Project, []Problem) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.last.holds(assets) {
		return m.last.project, slices.Clone(m.last.problems)
	}
	m.last = reading{}
	m.before, m.now = m.now, findings{shared: map[string][]string{}, timeless: map[string]string{}, tables: map[string]parsed{}, copies: map[string]copied{}}
	m.last.project, m.last.problems = load(noted{assets, &m.last}, &report{memory: m})
	return m.last.project, slices.Clone(m.last.problems)
}

// Compile compiles as [Compile] does.
func (m *Memory) Compile(assets fs.FS, a Against) ([]byte, error) {
	project, problems := m.Load(assets)
	return compiled(project, append(problems, project.Check(a)...))
}

// table is what a file says, where its text is what it was.
func (m *Memory) table(name, text string) (parsed, bool) {
	if m == nil {
		return parsed{}, false
	}
	p, known := m.before.tables[name]
	return p, known && p.text == text
}

func (m *Memory) keep(name string, p parsed) {
	if m != nil {
		m.now.tables[name] = p
	}
}

// copies are the texts of a file of words, as read gives them where it, the figures or
// their places are others than they were, or anything was wrong with them.
func (m *Memory) copies(name string, rep *report, read func() []Text) []Text {
	if m == nil {
		return read()
	}
	of := copied{words: m.now.tables[name].text, figures: m.now.tables[FiguresFile].text, places: m.now.tables[SourcesFile].text}
	if had, known := m.before.copies[name]; known && had.words == of.words && had.figures == of.figures && had.places == of.places {
		for _, t := range had.texts { // what they hold is remembered, too
			m.untilNow(t.Words.ZH)
			m.untilNow(t.Words.EN)
		}
		m.now.copies[name] = had
		return had.texts
	}
	wrong := len(rep.problems)
	if of.texts = read(); len(rep.problems) == wrong {
		m.now.copies[name] = of
	}
	return of.texts
}

// untilNow is [untilNow] of a text that is no period.
func (m *Memory) untilNow(words string) string {
	if m == nil {
		return untilNow(words, false)
	}
	found, known := m.before.timeless[words]
	if !known {
		found = untilNow(words, false)
	}
	m.now.timeless[words] = found
	return found
}

// comparing says what the words are compared by from now on: another page, or other
// names, and all have to be compared anew.
func (m *Memory) comparing(digest []byte, names []string) {
	if m == nil {
		return
	}
	if m.now.page = string(digest) + strings.Join(names, "\x1f"); m.now.page != m.before.page {
		m.before.shared = nil
	}
}

// sharedWith are the runs of words that are the page's.
func (m *Memory) sharedWith(page overlap.Digest, words string, names []string) []string {
	if m == nil {
		return page.Shared(words, names)
	}
	found, known := m.before.shared[words]
	if !known {
		found = page.Shared(words, names)
	}
	m.now.shared[words] = found
	return found
}
