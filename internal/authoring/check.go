package authoring

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/story"
)

// Against is what a project is checked against beyond its own files.
type Against struct {
	// Drawn maps a figure's id to the scenes that draw it; nil skips the checks
	// of scenes.
	Drawn map[string][]string
	// AllScenes says that every scene of the story exists, so that a figure
	// that is neither drawn nor waived is an error and no longer a warning.
	AllScenes bool
	// Scenes holds the scenes' Go files, to name the line that draws an unknown
	// figure; may be nil.
	Scenes fs.FS
	// Knobs are what each scene offers to be tuned; nil skips the check.
	Knobs map[string][]*story.Knob
	// Covers reports whether the fonts have a glyph; nil skips the check.
	Covers func(rune) bool
}

// Catalogue is the scene that lists every figure: standing in it does not make
// a figure drawn.
const Catalogue = "sources"

// Check reports what is wrong between a project and its scenes and fonts,
// sorted by place.
func (p *Project) Check(a Against) []Problem {
	rep := &report{}
	if a.Drawn != nil {
		p.checkDrawn(a, rep)
	}
	if a.Knobs != nil {
		p.checkKnobs(a.Knobs, rep)
	}
	if a.Covers != nil && p.Bundle != nil {
		p.checkGlyphs(a.Covers, rep)
	}
	return rep.sorted()
}

func (p *Project) checkDrawn(a Against, rep *report) {
	known := map[string]bool{}
	var ids []string
	for _, f := range p.Figures {
		id := f.record.ID
		known[id] = true
		ids = append(ids, id)
		scenes := slices.DeleteFunc(slices.Clone(a.Drawn[id]), func(s string) bool { return s == Catalogue })
		switch {
		case len(scenes) == 0 && f.Waived == "":
			s := Warning
			if a.AllScenes {
				s = Error
			}
			rep.add(Problem{File: FiguresFile, Line: f.Line, Severity: s, Message: "no scene draws " + id,
				Hint: `draw it, or say why not: waived = "…"`, Pending: s == Warning})
		case len(scenes) > 0 && f.Waived != "":
			rep.add(Problem{File: FiguresFile, Line: f.table.Line("waived"), Severity: Warning,
				Message: id + " is waived, but drawn by " + strings.Join(scenes, ", "), Hint: "remove the waiver"})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(a.Drawn)) {
		if known[id] {
			continue
		}
		for _, scene := range a.Drawn[id] {
			file, line := findDrawing(a.Scenes, scene, id)
			rep.add(Problem{File: file, Line: line, Message: "scene " + scene + " draws the unknown figure " + strconv.Quote(id), Hint: Suggest(id, ids)})
		}
	}
}

// findDrawing is the first line of the scene's Go files that holds the id in
// quotes.
func findDrawing(scenes fs.FS, scene, id string) (file string, line int) {
	file = path.Join("scenes", scene)
	if scenes == nil {
		return file, 0
	}
	names, err := fs.Glob(scenes, scene+"/*.go")
	if err != nil {
		return file, 0
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := fs.ReadFile(scenes, name)
		if err != nil {
			continue
		}
		if before, _, ok := strings.Cut(string(data), strconv.Quote(id)); ok {
			return path.Join("scenes", name), 1 + strings.Count(before, "\n")
		}
	}
	return file, 0
}

// checkGlyphs reports each rune that the fonts lack once, where it first occurs.
func (p *Project) checkGlyphs(covers func(rune) bool, rep *report) {
	seen := map[rune]bool{}
	text := func(file string, line int, words string) {
		for _, c := range words {
			if c == '\n' || seen[c] {
				continue
			}
			seen[c] = true
			if !covers(c) {
				rep.add(Problem{File: file, Line: line, Message: fmt.Sprintf("no font has %q (%U)", c, c),
					Hint: "choose another character, or add a font that has it"})
			}
		}
	}
	for _, l := range story.Langs() {
		s := p.Bundle.In(l)
		for i, f := range s.Figures() {
			line := p.Figures[i].Line
			text(FiguresFile, line, f.Text+f.Label+f.Period)
			text(SourcesFile, 0, f.Source.Cite)
		}
		for i := range p.Texts {
			t := &p.Texts[i]
			text(t.File, t.Line, s.Words(t.Key))
		}
	}
}
