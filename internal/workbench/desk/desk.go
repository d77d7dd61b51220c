package desk

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"time"

	"lianhua/internal/authoring"
	"lianhua/internal/stage"
	"lianhua/internal/workbench/edit"
	"lianhua/internal/workbench/history"
)

// Path is below which the desk answers.
const Path = "/workbench/api/"

// Options say what a desk changes.
type Options struct {
	Assets string          // the folder
	Scenes []stage.Scene   // in the order of the story
	Covers func(rune) bool // whether the fonts have a glyph; nil: it is not asked
	Saved  func()          // is told of each change that was written; nil: nobody is
	Token  string          // lets other machines write; empty: none may
	Now    func() time.Time
	Open   func(name string) error // opens a drawing in an editor; nil: as a click on it does
	// Memory is what is remembered of the story, also by whoever compiles it; nil: the
	// desk remembers by itself.
	Memory *authoring.Memory
}

// Desk answers requests.
type Desk struct {
	opt     Options
	history *history.History
	panel   map[string]http.Handler
	named   namedColors
}

// New is a desk over a folder of assets; close it in the end.
func New(opt Options) (*Desk, error) {
	panel, err := panelFiles()
	if err != nil {
		return nil, err
	}
	d := &Desk{opt: opt, panel: panel}
	if d.history, err = history.Open(opt.Assets, d.check); err != nil {
		return nil, err
	}
	if d.opt.Memory == nil {
		d.opt.Memory = new(authoring.Memory)
	}
	if d.opt.Now == nil {
		d.opt.Now = time.Now
	}
	return d, nil
}

// Close gives the folder back.
func (d *Desk) Close() error { return d.history.Close() }

// Handlers are what answers below the paths of a server.
func (d *Desk) Handlers() map[string]http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+Path+"values", d.values)
	mux.HandleFunc("POST "+Path+"edit", d.edit)
	mux.HandleFunc("POST "+Path+"reset", d.reset)
	mux.HandleFunc("POST "+Path+"undo", d.undo)
	mux.HandleFunc("POST "+Path+"redo", d.redo)
	mux.HandleFunc("POST "+Path+"open", d.open)
	mux.HandleFunc(Path, func(w http.ResponseWriter, r *http.Request) {
		answerError(w, http.StatusNotFound, "there is no "+r.Method+" "+r.URL.Path)
	})
	out := map[string]http.Handler{Path: guarded(d.opt.Token, mux)}
	for path, h := range d.panel {
		out[path] = guarded(d.opt.Token, h)
	}
	return out
}

// mostBytes is how large a request may be.
const mostBytes = 1 << 20

// asked is what a change is asked for with.
type asked struct {
	Gesture string  `json:"gesture"`
	Changes []asks  `json:"changes"`
	Reason  *reason `json:"reason"`
	Skip    bool    `json:"skip"`
}

type asks struct {
	File string    `json:"file"`
	Path edit.Path `json:"path"`
	Text *string   `json:"text"`
	Old  *string   `json:"old"`
}

// reason is why a figure is another, in both languages.
type reason struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

func read(w http.ResponseWriter, r *http.Request) (a asked, ok bool) {
	body := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBytes))
	body.DisallowUnknownFields()
	if err := body.Decode(&a); err != nil {
		answerError(w, http.StatusBadRequest, "the request is not understood: "+err.Error())
		return asked{}, false
	}
	return a, true
}

func (d *Desk) edit(w http.ResponseWriter, r *http.Request) {
	a, ok := read(w, r)
	if !ok {
		return
	}
	changes, err := d.changes(a)
	if err == nil {
		err = d.history.Do(a.Gesture, changes)
	}
	d.done(w, err, changes)
}

// changes are those asked for, where they are of values that may be changed.
func (d *Desk) changes(a asked) ([]history.Change, error) {
	if len(a.Changes) == 0 {
		return nil, &misuse{"there is no change in the request"}
	}
	var out []history.Change
	for _, one := range a.Changes {
		c := history.Change{File: one.File, Path: one.Path, Text: one.Text, Old: one.Old}
		more, err := d.allow(&c, a.Reason)
		if err != nil {
			return nil, err
		}
		out = append(append(out, c), more...)
	}
	return out, nil
}

// reset gives values back what the last commit has.
func (d *Desk) reset(w http.ResponseWriter, r *http.Request) {
	a, ok := read(w, r)
	if !ok {
		return
	}
	head, err := history.Head(r.Context(), d.opt.Assets)
	if err != nil {
		answerError(w, http.StatusUnprocessableEntity, err.Error())
		return
	}
	var changes []history.Change
	for _, one := range a.Changes {
		c := history.Change{File: one.File, Path: one.Path, Old: one.Old}
		committed, err := head.File(r.Context(), c.File, nil)
		if err == nil {
			var f edit.File
			if f, err = edit.Open(c.File, committed); err == nil {
				if was, stood := f.Find(c.Path); stood {
					c.Text, c.Raw = &was.Raw, true
				}
				_, err = d.allow(&c, &reason{})
			}
		}
		if err != nil {
			d.answerFailure(w, err, nil)
			return
		}
		changes = append(changes, c)
	}
	d.done(w, d.history.Do("", changes), changes)
}

func (d *Desk) undo(w http.ResponseWriter, r *http.Request) {
	a, ok := read(w, r)
	if !ok {
		return
	}
	if a.Skip {
		d.history.Skip()
		d.done(w, nil, nil)
		return
	}
	d.turned(w, d.history.Undo)
}

func (d *Desk) redo(w http.ResponseWriter, r *http.Request) {
	if _, ok := read(w, r); ok {
		d.turned(w, d.history.Redo)
	}
}

func (d *Desk) turned(w http.ResponseWriter, turn func() ([]history.Place, error)) {
	places, err := turn()
	if err != nil {
		d.answerFailure(w, err, nil)
		return
	}
	d.saved()
	answer(w, http.StatusOK, d.steps(places))
}

func (d *Desk) saved() {
	if d.opt.Saved != nil {
		d.opt.Saved()
	}
}

func (d *Desk) done(w http.ResponseWriter, err error, changes []history.Change) {
	if err != nil {
		d.answerFailure(w, err, changes)
		return
	}
	d.saved()
	var places []history.Place
	for _, c := range changes {
		places = append(places, history.Place{File: c.File, Path: c.Path})
	}
	answer(w, http.StatusOK, d.steps(places))
}

func (d *Desk) steps(places []history.Place) steps {
	var s steps
	s.Undo, s.Redo = d.history.Steps()
	files := map[string]edit.File{}
	for _, p := range places {
		f, opened := files[p.File]
		if !opened {
			if content, err := d.history.Read(p.File); err == nil {
				if now, err := edit.Open(p.File, content); err == nil { // where others broke it meanwhile, reading tells of it
					f = now
				}
			}
			files[p.File] = f
		}
		out := placed{Place: p}
		if f != nil {
			if now, stands := f.Find(p.Path); stands {
				out.Text = &now.Text
			}
		}
		s.Places = append(s.Places, out)
	}
	return s
}

// scene is the one of that name.
func (d *Desk) scene(name string) (stage.Scene, error) {
	i := slices.IndexFunc(d.opt.Scenes, func(s stage.Scene) bool { return s.Name() == name })
	if i < 0 {
		var names []string
		for _, s := range d.opt.Scenes {
			names = append(names, s.Name())
		}
		return nil, &misuse{fmt.Sprintf("there is no scene %q: %s", name, authoring.Suggest(name, names))}
	}
	return d.opt.Scenes[i], nil
}
