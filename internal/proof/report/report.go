// Package report says what proofs find as authors are told of it: with the file and
// line to change, and what to do.
package report

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"lianhua/internal/art"
	"lianhua/internal/authoring"
	"lianhua/internal/preview"
	"lianhua/internal/proof"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/storyboard"
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
		if b, ok := scene.(storyboard.Staged); ok {
			if missing := lacking(b, scene, p.Bundle.In(story.ZH), packs); len(missing) > 0 {
				found = append(found, missing...)
				continue
			}
		}
		if full[scene.Name()] {
			continue // it may take longer than anybody waits
		}
		if f := proof.Scene(s, i); f != nil {
			found = append(found, authoring.Problem{File: path.Join("scenes", f.Scene), Message: f.Error(), Hint: hint(p, scene)})
		}
	}
	return found
}

// lacking is what a scene's storyboard names and its drawings lack.
func lacking(staged storyboard.Staged, scene stage.Scene, words *story.Story, packs preview.Packs) (found []authoring.Problem) {
	name, board := scene.Name(), staged.Board()
	place := path.Join("scenes", name)
	var pack []byte
	if packs != nil {
		pack = packs(name)
	}
	set, err := art.Decode(pack)
	if err != nil {
		return []authoring.Problem{{File: place, Message: "its drawings cannot be read: " + err.Error(), Hint: "draw assets/art/" + name + ".svg, and mend what is refused in it"}}
	}
	for _, err := range slices.Concat(board.Check(name, set), board.CheckBeats(name, scene.Beats()), board.CheckWords(name, words)) {
		found = append(found, authoring.Problem{File: place, Message: err.Error(), Hint: "draw it, or name what there is"})
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
