package authoring

import (
	"errors"
	"io/fs"
	"slices"
)

// reading is what was asked of a folder of assets while a story was read, what was
// answered, and what came of it. Whoever looks whether a change holds together reads the
// same story as whoever compiles it a moment later.
type reading struct {
	asked    []answered
	project  *Project
	problems []Problem
}

// question is a kind of what is asked of a folder.
type question uint8

const (
	ofContent question = iota
	ofPresence
	ofNames
)

// answered is a question about a name, and what was answered.
type answered struct {
	question
	name  string
	text  string   // the content
	names []string // what matches
	wrong string   // why there is no answer; empty: there is
}

func ask(assets fs.FS, q question, name string) (answered, error) {
	a := answered{question: q, name: name}
	var err error
	switch q {
	case ofContent:
		var data []byte
		data, err = fs.ReadFile(assets, name)
		a.text = string(data)
	case ofPresence:
		_, err = fs.Stat(assets, name)
	case ofNames:
		a.names, err = fs.Glob(assets, name)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist): // which each folder says in its own words
		a.wrong = fs.ErrNotExist.Error()
	case err != nil:
		a.wrong = err.Error()
	}
	return a, err
}

// holds reports whether a folder answers all as it did.
func (r *reading) holds(assets fs.FS) bool {
	if r.project == nil {
		return false
	}
	for i := range r.asked {
		was := &r.asked[i]
		now, _ := ask(assets, was.question, was.name)
		if now.text != was.text || now.wrong != was.wrong || !slices.Equal(now.names, was.names) {
			return false
		}
	}
	return true
}

// noted is a folder that notes what is asked of it.
type noted struct {
	fs.FS
	into *reading
}

func (n noted) ask(q question, name string) (answered, error) {
	a, err := ask(n.FS, q, name)
	n.into.asked = append(n.into.asked, a)
	return a, err
}

func (n noted) ReadFile(name string) ([]byte, error) {
	a, err := n.ask(ofContent, name)
	return []byte(a.text), err
}

func (n noted) Glob(pattern string) ([]string, error) {
	a, err := n.ask(ofNames, pattern)
	return a.names, err
}

func (n noted) Stat(name string) (fs.FileInfo, error) {
	if _, err := n.ask(ofPresence, name); err != nil {
		return nil, err
	}
	return fs.Stat(n.FS, name)
}
