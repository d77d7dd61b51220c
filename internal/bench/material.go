package bench

import (
	"encoding/json"
	"fmt"

	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// householdsEach is how many households a roof stands for on the ECharts page,
// which draws a unit chart as its users do.
const householdsEach = 100

// monthDays is the length of the month that the page's ring shows.
const monthDays = 30

// article is what the ECharts page says in its markup: the words that the
// reader's own page says.
type article struct {
	Name, Subtitle, Description string
	Sections                    []articleSection
	Table                       string
	Heads                       []string
	Figures                     []articleFigure
	Style, Script               string // addresses
	Preloads                    []string
}

type articleSection struct {
	Name, Chapter, Title, Deck, Alt, Note, Cite string
	Beats                                       []string
}

type articleFigure struct{ Text, Label, Period, Cite string }

// articleOf reads the story's words as the scenes give them.
func articleOf(st *preview.Viewer) article {
	words := st.Bundle.In(story.ZH)
	a := article{
		Name: words.Words("shell.name"), Subtitle: words.Words("shell.subtitle"), Description: words.Words("page.description"),
		Table: words.Words("page.table"),
	}
	for i := range st.Deck.Slots {
		slot := &st.Deck.Slots[i]
		name := slot.Scene.Name()
		s := articleSection{
			Name: name, Chapter: words.Words(name + ".chapter"), Title: words.Words(name + ".title"),
			Deck: words.Words(name + ".deck"), Alt: words.Words(name + ".alt"), Cite: st.Cite(i, words.Lang),
		}
		if name == "households" {
			s.Note = fmt.Sprintf("一顶代表%d户。%s", householdsEach, words.Words("households.apart"))
		}
		if d, ok := slot.Scene.(stage.Described); ok && slot.Time.Len() > 1 {
			for beat := range slot.Time.Len() {
				if text := words.Words(d.Describe(beat)); text != s.Alt {
					s.Beats = append(s.Beats, text)
				}
			}
		}
		a.Sections = append(a.Sections, s)
	}
	for _, key := range []string{"value", "label", "period", "source"} {
		a.Heads = append(a.Heads, words.Words("shell.figure."+key))
	}
	for _, f := range words.Figures() {
		a.Figures = append(a.Figures, articleFigure{f.Text, f.Label, f.Period, f.Source.Cite})
	}
	return a
}

// datum is a figure as a chart of the ECharts page takes it.
type datum struct {
	Value  float64 `json:"value"`
	Text   string  `json:"text"`
	Label  string  `json:"label"`
	Cite   string  `json:"cite"`
	Colour string  `json:"colour,omitempty"`
}

// node is a link of a chain.
type node struct {
	Name   string `json:"name"`
	Label  string `json:"label"`
	Card   string `json:"card"`
	Colour string `json:"colour"`
	Goal   bool   `json:"goal,omitempty"`
}

// material gathers the data of the seven pictures.
type material struct {
	words *story.Story
	err   error
}

func (m *material) figure(id, colour string) datum {
	f, ok := m.words.Figure(id)
	if !ok && m.err == nil {
		m.err = fmt.Errorf("the story has no figure %s", id)
	}
	value := f.Value.Float64()
	return datum{value, f.Text, f.Label, f.Source.Cite, colour}
}

func (m *material) nodes(scene, colour string, names ...string) []node {
	var out []node
	for _, name := range names {
		out = append(out, node{
			Name: name, Label: m.words.Words(scene + "." + name), Card: m.words.Words(scene + "." + name + "-card"), Colour: colour,
		})
	}
	return out
}

// dataOf is the data of all charts as the page's scripts import it.
func dataOf(st *preview.Viewer) ([]byte, error) {
	m := material{words: st.Bundle.In(story.ZH)}
	hydrogen := append(m.nodes("hydrogen", "deep", "research", "making", "equipment", "use"), node{
		Name: "valley", Label: m.words.Words("hydrogen.name.valley"), Card: m.words.Words("hydrogen.valley-state"), Colour: "deep", Goal: true,
	})
	colours, err := coloursOf(st)
	if err != nil {
		return nil, err
	}
	data := map[string]any{
		"colours": colours,
		"cover": map[string]any{
			"axis": "对数刻度",
			"bars": []datum{
				m.figure("aluminium.firms", "steel"), m.figure("aluminium.lines", "steel"), m.figure("households.rebuilt", "clay"),
				m.figure("cleanup.sweepers", "crowd"), m.figure("cleanup.contestants", "leaf-dark"),
			},
		},
		"aluminium": map[string]any{
			"nodes":  m.nodes("aluminium", "steel", "electrolysis", "primary", "alloy", "aircraft", "rail", "car", "home"),
			"counts": []datum{m.figure("aluminium.firms", ""), m.figure("aluminium.upgraded", ""), m.figure("aluminium.factories", ""), m.figure("aluminium.lines", "")},
		},
		"hydrogen":   map[string]any{"nodes": hydrogen},
		"households": map[string]any{"rebuilt": m.figure("households.rebuilt", ""), "coverage": m.figure("households.coverage", ""), "each": householdsEach},
		"cleanup":    map[string]any{"sweepers": m.figure("cleanup.sweepers", ""), "contestants": m.figure("cleanup.contestants", "")},
		"inspection": m.inspection(),
		"sources":    m.sources(st),
	}
	if m.err != nil {
		return nil, m.err
	}
	return json.Marshal(data)
}

func (m *material) inspection() map[string]any {
	type phase struct {
		Label  string  `json:"label"`
		Text   string  `json:"text"`
		Colour string  `json:"colour"`
		From   float64 `json:"from"`
		To     float64 `json:"to"`
	}
	list, done := m.figure("inspection.list-day", ""), m.figure("inspection.done-day", "")
	return map[string]any{
		"phases": []phase{
			{m.words.Words("inspection.list"), m.words.Words("inspection.by-list"), "gold", 0, list.Value},
			{m.words.Words("inspection.visit"), m.words.Words("inspection.by-done"), "leaf", list.Value, done.Value},
			{m.words.Words("inspection.report"), m.words.Words("inspection.rule"), "clay", done.Value, monthDays},
		},
		"days": monthDays, "teams": m.figure("inspection.teams", ""),
		"each": m.figure("inspection.towns-per-team", ""), "towns": m.figure("inspection.towns", ""),
	}
}

func (m *material) sources(st *preview.Viewer) map[string]any {
	type dot struct {
		datum
		Paragraph string `json:"paragraph"`
		At        int    `json:"at"`
		Drawn     bool   `json:"drawn"`
	}
	drawn := map[string]bool{}
	for i := range st.Deck.Slots {
		if f, ok := st.Deck.Slots[i].Scene.(stage.Figured); ok {
			for _, id := range f.Figures() {
				drawn[id] = true
			}
		}
	}
	var paragraphs []string
	var dots []dot
	at := map[string]int{}
	for _, f := range m.words.Figures() {
		p := f.Source.ID
		if at[p] == 0 {
			paragraphs = append(paragraphs, p)
		}
		at[p]++
		dots = append(dots, dot{m.figure(f.ID, ""), p, at[p], drawn[f.ID]})
	}
	return map[string]any{
		"paragraphs": paragraphs, "dots": dots,
		"drawn": m.words.Words("sources.legend-drawn"), "kept": m.words.Words("sources.legend-kept"),
	}
}

// pageColours are those of the day theme that the ECharts page uses.
func pageColours() []string {
	return []string{
		"ground", "panel", "ink", "text", "mute", "rule", "accent",
		"steel", "deep", "leaf", "leaf-dark", "clay", "gold", "crowd",
	}
}

func coloursOf(st *preview.Viewer) (map[string]string, error) {
	day, ok := st.Bundle.Theme("day")
	if !ok {
		return nil, fmt.Errorf("the story has no theme day")
	}
	out := map[string]string{}
	for _, name := range pageColours() {
		rgba, ok := day.Color(name)
		if !ok {
			return nil, fmt.Errorf("the theme day has no colour %s", name)
		}
		out[name] = fmt.Sprintf("#%06x", rgba>>8)
	}
	return out, nil
}
