package dataset

import (
	"slices"

	"lianhua/internal/story"
)

// Scene is a scene of the story with the ids of the figures that it draws.
type Scene struct {
	Name    string
	Title   story.Both
	Figures []string
}

// Library is a story's figures and what there is to say of them.
type Library struct {
	bundle *story.Bundle
	site   Site
	scenes []Scene
	rows   []Row
}

// Table is figures that are handed on together.
type Table struct {
	Name  string // of its files: "aluminium", or AllName
	Title story.Both
	Work  Work
	Rows  []Row
}

// AllName is the table of all figures.
const AllName = "figures"

// New gathers the figures of a story, whose scenes are given in its order.
func New(b *story.Bundle, scenes []Scene, site Site) *Library {
	lib := &Library{bundle: b, site: site, scenes: scenes}
	zh, en := b.In(story.ZH).Figures(), b.In(story.EN).Figures()
	records := b.Records().Figures
	for i := range zh {
		row := rowOf(b, zh[i], en[i], records[i])
		for _, s := range scenes {
			if slices.Contains(s.Figures, row.ID) {
				row.Scenes = append(row.Scenes, s.Name)
			}
		}
		lib.rows = append(lib.rows, row)
	}
	return lib
}

// All is the table of all figures, in the order of the newspaper page.
func (lib *Library) All() Table {
	title := lib.words("page.data-title")
	return Table{Name: AllName, Title: title, Work: lib.site.Work(lib.words("shell.name"), "", title, true), Rows: lib.rows}
}

// Scenes are the tables of the scenes that draw figures, in story order.
func (lib *Library) Scenes() []Table {
	var out []Table
	for _, s := range lib.scenes {
		t := Table{Name: s.Name, Title: s.Title, Work: lib.site.Work(lib.words("shell.name"), s.Name, s.Title, true)}
		for _, row := range lib.rows {
			if slices.Contains(s.Figures, row.ID) {
				t.Rows = append(t.Rows, row)
			}
		}
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// words are those of the story in both languages.
func (lib *Library) words(key string) story.Both {
	return story.Both{ZH: lib.bundle.In(story.ZH).Words(key), EN: lib.bundle.In(story.EN).Words(key)}
}
