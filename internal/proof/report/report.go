// Package report says what proofs find as authors are told of it: with the file and
// line to change, and what to do.
package report

import (
	"fmt"
	"path"
	"strings"

	"lianhua/internal/authoring"
	"lianhua/internal/preview"
	"lianhua/internal/proof"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Problems are what keeps the scenes from drawing a project's story, with the
// lines that authors can change; none where the project has errors of its own.
func Problems(p *authoring.Project, scenes []stage.Scene, faces *typeset.Fonts, packs preview.Packs) []authoring.Problem {
	if p.Bundle == nil {
		return nil
	}
	var found []authoring.Problem
	full := map[string]bool{}
	for _, e := range stage.Excesses(p.Bundle, scenes) {
		full[e.Scene] = true
		found = append(found, authoring.Problem{
			File: authoring.FiguresFile, Line: p.AmountLine(e.Figure), Message: e.Error(),
			Hint: "correct the number; a scene for so many is to be composed anew, and its Rooms with it",
		})
	}
	s, err := preview.New(p.Bundle, faces, scenes, packs)
	if err != nil {
		return append(found, authoring.Problem{File: authoring.ThemeFile, Message: err.Error()})
	}
	for i, scene := range scenes {
		if full[scene.Name()] {
			continue // it may take longer than anybody waits
		}
		if f := proof.Scene(s, i); f != nil {
			found = append(found, authoring.Problem{File: path.Join("scenes", f.Scene), Message: f.Error(), Hint: hint(p, scene)})
		}
	}
	return found
}

// hint names the lines that a scene's picture depends on.
func hint(p *authoring.Project, scene stage.Scene) string {
	var lines []string
	if s, ok := scene.(stage.Figured); ok {
		for _, id := range s.Figures() {
			if n := p.AmountLine(id); n > 0 {
				lines = append(lines, fmt.Sprintf("%s (%s:%d)", id, authoring.FiguresFile, n))
			}
		}
	}
	text := "look at what was last changed among the scene's words"
	if len(lines) > 0 {
		text += " and its figures: " + strings.Join(lines, ", ")
	}
	return text
}
