package desk

import (
	"context"
	"net/http"

	"lianhua/internal/workbench/edit"
	"lianhua/internal/workbench/history"
)

// value is a value that can be changed: where it stands, and what it is and was.
type value struct {
	File string    `json:"file"`
	Path edit.Path `json:"path"`
	Line int       `json:"line"`
	Text *string   `json:"text"` // null: it stands nowhere
	Own  string    `json:"own"`  // what holds where it stands nowhere
	Head *string   `json:"head"` // of the last commit; null: it stood nowhere
	Kind string    `json:"kind"` // seconds, words, color, decimal, length, choice, knob
	Min  *float64  `json:"min,omitempty"`
	Max  *float64  `json:"max,omitempty"`
	Step *float64  `json:"step,omitempty"`
	Of   []string  `json:"of,omitempty"` // what there is to choose from
}

// all is what can be changed of a scene.
type all struct {
	Scene     string    `json:"scene"`
	Writes    bool      `json:"writes"`    // whether who asks may change anything
	Committed bool      `json:"committed"` // whether a last commit is known
	Steps     steps     `json:"steps"`
	Wrong     []problem `json:"wrong"` // files whose values cannot be changed, and why
	Beats     []beat    `json:"beats"`
	Words     []words   `json:"words"`
	Colors    []color   `json:"colors"`
	Tones     []tone    `json:"tones"`
	Figures   []figure  `json:"figures"`
	Drawings  []drawing `json:"drawings"`
	Knobs     []knob    `json:"knobs"`
}

// sheet is a file open for reading its values, as it is and as it was committed.
type sheet struct {
	name      string
	now, head edit.File
}

// reading reads files for one answer, each once.
type reading struct {
	d      *Desk
	ctx    context.Context
	commit *history.Commit // nil: none is known
	sheets map[string]*sheet
	wrong  []problem
}

// sheet opens a file; nil where it cannot be changed, of which the answer tells.
func (r *reading) sheet(name string) *sheet {
	if s, ok := r.sheets[name]; ok {
		return s
	}
	r.sheets[name] = nil
	content, err := r.d.history.Read(name)
	if err == nil {
		var now edit.File
		if now, err = edit.Open(name, content); err == nil {
			s := &sheet{name: name, now: now}
			if r.commit != nil {
				if was, err := r.commit.File(r.ctx, name, content); err == nil && was != nil {
					if string(was) == string(content) {
						s.head = now
					} else if head, err := edit.Open(name, was); err == nil {
						s.head = head
					}
				}
			}
			r.sheets[name] = s
			return s
		}
	}
	p := problem{File: name, Message: err.Error()}
	if refusal, ok := err.(*edit.Refusal); ok {
		p = problem{File: name, Line: refusal.Line, Message: refusal.Message, Hint: refusal.Hint}
	}
	r.wrong = append(r.wrong, p)
	return nil
}

// value is the one at a path of the sheet.
func (s *sheet) value(kind string, p edit.Path) value {
	v := value{File: s.name, Path: p, Line: s.now.Line(p), Kind: kind}
	if now, stands := s.now.Find(p); stands {
		v.Text = &now.Text
	}
	if s.head != nil {
		if was, stood := s.head.Find(p); stood {
			v.Head = &was.Text
		}
	}
	return v
}

func (v value) within(low, high, step float64) value {
	v.Min, v.Max, v.Step = &low, &high, &step
	return v
}

// groups are the parts of an answer, in its order.
var groups = []string{"beats", "knobs", "words", "colors", "figures", "slots"}

func (d *Desk) values(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	scene, err := d.scene(query.Get("scene"))
	if err != nil {
		answerError(w, http.StatusBadRequest, err.Error())
		return
	}
	reads := &reading{d: d, ctx: r.Context(), sheets: map[string]*sheet{}}
	if commit, err := history.Head(r.Context(), d.opt.Assets); err == nil {
		reads.commit = commit
	}
	out := all{
		Scene: scene.Name(), Writes: guard{token: d.opt.Token}.mayWrite(r), Committed: reads.commit != nil, Steps: d.steps(nil),
		Beats: []beat{}, Words: []words{}, Colors: []color{}, Tones: []tone{}, Figures: []figure{}, Drawings: []drawing{}, Knobs: []knob{},
	}
	only, known := query.Get("only"), false
	for _, group := range groups {
		if only != "" && only != group {
			continue
		}
		known = true
		switch group {
		case "beats":
			out.Beats = reads.beats(scene)
		case "knobs":
			out.Knobs = reads.knobs(scene)
		case "words":
			out.Words = reads.words(scene.Name())
		case "colors":
			out.Colors, out.Tones = reads.colors(scene.Name())
		case "figures":
			out.Figures = reads.figures(scene)
		case "slots":
			out.Drawings = reads.drawings(scene.Name())
		}
	}
	if !known {
		answerError(w, http.StatusBadRequest, "only is beats, knobs, words, colors, figures or slots")
		return
	}
	out.Wrong = append([]problem{}, reads.wrong...)
	answer(w, http.StatusOK, out)
}
