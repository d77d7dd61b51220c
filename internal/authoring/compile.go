package authoring

import (
	"errors"
	"io/fs"
	"strings"

	"lianhua/internal/story"
)

// Compile gives the story file of an assets directory, which is checked against what
// is given; its error lists every problem with its place.
func Compile(assets fs.FS, a Against) ([]byte, error) {
	return new(Memory).Compile(assets, a)
}

// compiled is the story file of a project that has no errors.
func compiled(project *Project, problems []Problem) ([]byte, error) {
	const what = "the story has errors"
	if err := Failure(what, problems); err != nil {
		return nil, err
	}
	if project.Bundle == nil {
		return nil, errors.New(what)
	}
	return story.Encode(project.Bundle), nil
}

// Failure is the error that has what is wrong and every error among the problems,
// with its place; nil where there is none.
func Failure(what string, problems []Problem) error {
	lines := []string{what}
	for _, p := range problems {
		if p.Severity == Error {
			lines = append(lines, p.String())
		}
	}
	if len(lines) == 1 {
		return nil
	}
	return errors.New(strings.Join(lines, "\n"))
}
