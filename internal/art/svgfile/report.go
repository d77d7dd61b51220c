package svgfile

import (
	"cmp"
	"slices"

	"lianhua/internal/authoring"
)

// report collects what is wrong with a file.
type report struct {
	file     string
	problems []authoring.Problem
}

// mostProblems is how many are told of one file: who has more begins with these.
const mostProblems = 200

func (r *report) fail(line int, message, hint string) {
	r.add(authoring.Problem{File: r.file, Line: line, Message: message, Hint: hint})
}

func (r *report) add(p authoring.Problem) {
	if len(r.problems) < mostProblems && !slices.Contains(r.problems, p) {
		r.problems = append(r.problems, p)
	}
}

// at says what is wrong with an element.
func (r *report) at(n *node, message, hint string) {
	r.add(authoring.Problem{File: n.doc.file, Line: n.line, Message: n.tag() + ": " + message, Hint: hint})
}

// warn says what is taken, but may look otherwise than it is meant.
func (r *report) warn(n *node, message, hint string) {
	r.add(authoring.Problem{File: n.doc.file, Line: n.line, Severity: authoring.Warning, Message: n.tag() + ": " + message, Hint: hint})
}

func (r *report) sorted() []authoring.Problem {
	slices.SortStableFunc(r.problems, func(a, b authoring.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return r.problems
}
