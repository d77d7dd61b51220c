package authoring

import (
	"errors"
	"io/fs"
	"strings"

	"lianhua/internal/story"
)

// Compile gives the story file of an assets directory; its error lists every
// problem with its place.
func Compile(assets fs.FS) ([]byte, error) {
	project, problems := Load(assets)
	if Errors(problems) > 0 || project.Bundle == nil {
		lines := []string{"the story has errors"}
		for _, p := range problems {
			if p.Severity == Error {
				lines = append(lines, p.String())
			}
		}
		return nil, errors.New(strings.Join(lines, "\n"))
	}
	return story.Encode(project.Bundle), nil
}
