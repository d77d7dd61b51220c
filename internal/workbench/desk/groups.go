package desk

import (
	"strconv"

	"lianhua/internal/authoring"
	"lianhua/internal/stage"
	"lianhua/internal/workbench/edit"
)

// beat is a beat's times, in seconds.
type beat struct {
	Name string `json:"name"`
	Move value  `json:"move"` // how long it moves
	Hold value  `json:"hold"` // how long it then rests during playback
}

// mostSeconds is how long a beat may move or rest.
const mostSeconds = 600

func (r *reading) beats(scene stage.Scene) []beat {
	s := r.sheet(authoring.TimingFile)
	out := []beat{}
	if s == nil {
		return out
	}
	for _, b := range scene.Beats() {
		one := beat{Name: b.Name}
		one.Move = s.value("seconds", edit.Path{scene.Name(), b.Name, moveKey}).within(0, mostSeconds, 0.1)
		one.Hold = s.value("seconds", edit.Path{scene.Name(), b.Name, holdKey}).within(0, mostSeconds, 0.1)
		one.Move.Own, one.Hold.Own = seconds(b.Move), seconds(b.Hold)
		out = append(out, one)
	}
	return out
}

func seconds(s float64) string { return strconv.FormatFloat(max(s, 0), 'f', -1, 64) }

// words are a text in both languages.
type words struct {
	Key string `json:"key"` // within the scene's words
	ZH  value  `json:"zh"`
	EN  value  `json:"en"`
}

func (r *reading) words(scene string) []words {
	s := r.sheet(authoring.CopyDir + "/" + scene + ".toml")
	out := []words{}
	if s == nil {
		return out
	}
	var walk func(p edit.Path)
	walk = func(p edit.Path) {
		for _, name := range s.now.Children(p) {
			at := append(append(edit.Path{}, p...), name)
			if _, leaf := s.now.Find(at); leaf {
				continue
			}
			zh, en := append(append(edit.Path{}, at...), "zh"), append(append(edit.Path{}, at...), "en")
			_, both := s.now.Find(zh)
			if _, has := s.now.Find(en); has && both {
				out = append(out, words{at.String(), s.value("words", zh), s.value("words", en)})
				continue
			}
			walk(at)
		}
	}
	walk(nil)
	return out
}

// both is a text in both languages that is not changed here.
type both struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// figure is a record, and where the page states it.
type figure struct {
	ID      string `json:"id"`
	Label   both   `json:"label"`
	Unit    string `json:"unit"`
	English string `json:"english"` // the unit that English readers are shown; empty: none
	Source  string `json:"source"`  // the paragraph
	Expr    string `json:"expr"`    // of a derived figure, which has no value to change
	Value   value  `json:"value"`
}

func (r *reading) figures(scene stage.Scene) []figure {
	out := []figure{}
	listed, ok := scene.(stage.Figured)
	s := r.sheet(authoring.FiguresFile)
	if !ok || s == nil {
		return out
	}
	wanted := map[string]bool{}
	for _, id := range listed.Figures() {
		wanted[id] = true
	}
	text := func(p ...string) string {
		v, _ := s.now.Find(p)
		return v.Text
	}
	for _, n := range s.now.Children(edit.Path{"figure"}) {
		id := text("figure", n, "id")
		if !wanted[id] {
			continue
		}
		out = append(out, figure{
			ID: id, Unit: text("figure", n, "unit"), English: text("figure", n, "english"), Source: text("figure", n, "source"), Expr: text("figure", n, "expr"),
			Label: both{text("figure", n, "label", "zh"), text("figure", n, "label", "en")},
			Value: s.value("decimal", edit.Path{"figure", n, "value"}),
		})
	}
	return out
}
