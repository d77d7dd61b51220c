package authoring

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"lianhua/internal/overlap"
	"lianhua/internal/story"
)

// DigestFile is where a digest of the page's words stands in the assets, for
// words that are copied to be found; a story may have none. "studio digest"
// makes it from the page's text, which is not kept.
const DigestFile = "page.digest"

// Digest is the file DigestFile for a page's text, a paragraph a line, and how
// many runs of words it holds.
func Digest(page string) (file []byte, runs int) {
	d := overlap.Of(page)
	return d.Append(nil), len(d)
}

// spaces finds what English has no use for between words: more than one space,
// or the wide one of Chinese.
var spaces = regexp.MustCompile("\u3000|  ")

// english checks the English words at a key.
func (t Table) english(key, what, words string) {
	if found := spaces.FindString(words); found != "" {
		name := "a double space"
		if found != "  " {
			name = "the wide space U+3000"
		}
		t.Fail(key, what+" has "+name+" in English", `write one space; " · " sets names apart`)
	}
}

// Words that mean the reader's own time, which is not the page's. Those of a
// period are more: it must say where it ends.
var (
	ownTime  = regexp.MustCompile(`(?i)今年|去年|明年|本年|近年|目前|至今|迄今|以来|\b(this|last|next|recent) years?\b|\bto date\b|\bso far\b|\b(until|up to|by) now\b|\b(nowadays|currently|presently)\b`)
	openTime = regexp.MustCompile(`(?i)现在|当前|如今|起$|\b(since|now|today|present|ongoing|onwards?)\b`)
	// What is quoted is the page's word, and meant as its.
	quoted = regexp.MustCompile(`“[^”]*”`)
)

// untilNow finds words that mean the reader's time in place of the page's.
func untilNow(words string, period bool) string {
	words = quoted.ReplaceAllString(words, "")
	if found := ownTime.FindString(words); found != "" {
		return found
	}
	if period {
		return openTime.FindString(words)
	}
	return ""
}

// period checks that a period ends.
func (t Table) period(id string, p story.Both) {
	for _, words := range []string{p.ZH, p.EN} {
		if found := untilNow(words, true); found != "" {
			t.Fail(id, "period "+id+" means until now: "+strconv.Quote(found), "who reads it later reads too much: say where it ends, such as {page.year} up to the report")
			return
		}
	}
}

// dated checks that words are right whenever they are read.
func (t Table) dated(key, what, words string) {
	if found := t.report.memory.untilNow(words); found != "" {
		t.Fail(key, what+" means the reader’s own time: "+strconv.Quote(found), "name the year, or say up to the report: {page.year}; what the page says may stand in “ ”")
	}
}

// checkOverlap reports words that the story shares with the page: ten letters
// in a row that are no name.
func (p *Project) checkOverlap(assets fs.FS, names []string, rep *report) {
	file, err := fs.ReadFile(assets, DigestFile)
	if err != nil {
		return // a story without one is checked by its authors
	}
	page, err := overlap.Parse(file)
	if err != nil {
		rep.add(Problem{File: DigestFile, Message: "the file " + err.Error(), Hint: "make it anew from the page’s text: studio digest -from FILE"})
		return
	}
	rep.memory.comparing(file, names)
	check := func(file string, line int, words string) {
		for _, run := range rep.memory.sharedWith(page, words, names) {
			rep.add(Problem{File: file, Line: line, Message: "these words are the page’s: " + strconv.Quote(run),
				Hint: "say it in our own words; a name that has to be so belongs into names of " + SourcesFile})
		}
	}
	for _, l := range story.Langs() {
		s := p.Bundle.In(l)
		figures := s.Figures()
		for i := range figures {
			check(FiguresFile, p.Figures[i].table.Line("label"), figures[i].Label)
			check(FiguresFile, p.Figures[i].table.Line("period"), figures[i].Period)
		}
		sources := s.Sources()
		for i := range sources {
			check(SourcesFile, 0, sources[i].Article)
			check(SourcesFile, 0, sources[i].Section)
		}
		for i := range p.Texts {
			t := &p.Texts[i]
			check(t.File, t.Line, strings.ReplaceAll(s.Words(t.Key), "\n", ""))
		}
	}
}
