package desk

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"

	"lianhua/internal/authoring"
	"lianhua/internal/workbench/edit"
	"lianhua/internal/workbench/history"
)

// problem is one thing that does not hold together, and at which value.
type problem struct {
	File    string    `json:"file"`
	Line    int       `json:"line"`
	Path    edit.Path `json:"path"` // of the changed value that it is about; null: of none
	Message string    `json:"message"`
	Hint    string    `json:"hint"`
}

// conflict is a value that was changed meanwhile, as both have it.
type conflict struct {
	history.Place
	Mine   *string `json:"mine"`
	Theirs *string `json:"theirs"`
}

// steps say what can be taken back, and what was just done.
type steps struct {
	Undo   int      `json:"undo"`
	Redo   int      `json:"redo"`
	Places []placed `json:"places"`
}

// placed is what a value became, so that whoever asked need not read it again.
type placed struct {
	history.Place
	Text *string `json:"text"` // null: it stands nowhere
}

func answer(w http.ResponseWriter, status int, what any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(what); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

func answerError(w http.ResponseWriter, status int, message string) {
	answer(w, status, struct {
		Error string `json:"error"`
	}{message})
}

// refused is why a change does not hold together.
type refused struct{ problems []authoring.Problem }

func (r *refused) Error() string {
	return authoring.Failure("the change does not hold together", r.problems).Error()
}

// answerFailure tells why a change was not made; the changes are those asked for.
func (d *Desk) answerFailure(w http.ResponseWriter, err error, changes []history.Change) {
	var met *history.Conflict
	var r *refused
	var one *edit.Refusal
	var misuse *misuse
	switch {
	case errors.As(err, &met):
		answer(w, http.StatusConflict, struct {
			Error    string   `json:"error"`
			Conflict conflict `json:"conflict"`
		}{err.Error(), conflict{met.Place, met.Mine, met.Theirs}})
	case errors.As(err, &r):
		d.answerProblems(w, r.problems, changes)
	case errors.As(err, &one):
		d.answerProblems(w, []authoring.Problem{one.Problem}, changes)
	case errors.As(err, &misuse):
		answerError(w, http.StatusBadRequest, err.Error())
	default:
		answerError(w, http.StatusInternalServerError, err.Error())
	}
}

func (d *Desk) answerProblems(w http.ResponseWriter, problems []authoring.Problem, changes []history.Change) {
	var out []problem
	for _, p := range problems {
		out = append(out, problem{p.File, p.Line, d.meant(p, changes), p.Message, p.Hint})
	}
	answer(w, http.StatusUnprocessableEntity, struct {
		Error    string    `json:"error"`
		Problems []problem `json:"problems"`
	}{problems[0].Message, out})
}

// meant is the path of the change that a problem is about: the one on its line, or the
// only one of its file.
func (d *Desk) meant(p authoring.Problem, changes []history.Change) edit.Path {
	var of []edit.Path
	for _, c := range changes {
		if c.File != p.File {
			continue
		}
		of = append(of, c.Path)
		if content, err := d.history.Read(c.File); err == nil {
			if f, err := edit.Open(c.File, content); err == nil && f.Line(c.Path) == p.Line {
				return c.Path
			}
		}
	}
	if len(of) == 1 {
		return of[0]
	}
	return nil
}

// misuse is a request that is not understood, or asks for what is not to be changed.
type misuse struct{ message string }

func (m *misuse) Error() string { return m.message }
