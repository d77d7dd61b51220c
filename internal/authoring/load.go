package authoring

import (
	"io/fs"

	"lianhua/internal/story"
)

// Project is a story as its authors wrote it.
type Project struct {
	Bundle  *story.Bundle // nil where there are errors
	Figures []*Figure     // in the order of the file
	Texts   []Text        // in the order of the files

	tunings []tuning
}

// Load reads the assets directory: figures.toml, sources.toml, theme.toml,
// timing.toml, corrections.toml, copy/*.toml, knobs/*.toml
// and page.digest. It reports every problem, sorted by place.
func Load(assets fs.FS) (*Project, []Problem) { return load(assets, &report{}) }

func load(assets fs.FS, rep *report) (*Project, []Problem) {
	p := &Project{}
	var records story.Records
	var index map[string]int
	var names []string
	if t, ok := readTable(assets, SourcesFile, rep); ok {
		records.Places, index, records.BreaksOff, names = readPlaces(t)
	}
	if t, ok := readTable(assets, FiguresFile, rep); ok {
		p.Figures = readFigures(t, index)
	}
	p.Texts = readCopy(assets, p.Figures, rep)
	if t, ok := readTable(assets, ThemeFile, rep); ok {
		records.Themes = readThemes(t)
	}
	if _, err := fs.Stat(assets, TimingFile); err == nil {
		if t, ok := readTable(assets, TimingFile, rep); ok {
			records.Timings = readTimings(t)
		}
	}
	if _, err := fs.Stat(assets, CorrectionsFile); err == nil && p.Figures != nil {
		if t, ok := readTable(assets, CorrectionsFile, rep); ok {
			records.Corrections = t.corrections(p.Figures)
		}
	}
	p.tunings = readTunings(assets, rep)
	if Errors(rep.problems) > 0 {
		return p, rep.sorted()
	}
	for _, f := range p.Figures {
		records.Figures = append(records.Figures, f.record)
	}
	for _, c := range p.Texts {
		records.Copy = append(records.Copy, story.CopyRecord{Key: c.Key, Text: c.Words})
	}
	for _, t := range p.tunings {
		records.Tunings = append(records.Tunings, t.record)
	}
	sortTunings(records.Tunings)
	bundle, err := story.New(records)
	if err != nil {
		rep.add(Problem{File: FiguresFile, Message: err.Error()})
	}
	p.Bundle = bundle
	if err == nil {
		p.checkOverlap(assets, names, rep)
	}
	if Errors(rep.problems) > 0 {
		p.Bundle = nil
	}
	return p, rep.sorted()
}
