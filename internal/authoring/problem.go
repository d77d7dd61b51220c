package authoring

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says whether a problem stops the build.
type Severity uint8

// The severities.
const (
	Error Severity = iota
	Warning
)

// Problem is one thing that is wrong, where it is, and what to do about it.
type Problem struct {
	File     string
	Line     int // from 1; 0 where no line can be named
	Severity Severity
	Message  string
	Hint     string
	// Pending marks a warning that is expected while scenes are still to come.
	Pending bool
}

// String is the problem as a compiler prints one: file:line: message. Hint.
func (p Problem) String() string {
	where := p.File
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	kind := ""
	if p.Severity == Warning {
		kind = "warning: "
	}
	s := where + ": " + kind + p.Message
	if p.Hint != "" {
		s += "\n\thint: " + p.Hint
	}
	return s
}

// Errors counts the problems that are not warnings.
func Errors(problems []Problem) int {
	n := 0
	for _, p := range problems {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// report collects problems.
type report struct {
	problems []Problem
	memory   *Memory // nil: nothing is remembered
}

func (r *report) add(p Problem) { r.problems = append(r.problems, p) }

func (r *report) sorted() []Problem {
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return r.problems
}
