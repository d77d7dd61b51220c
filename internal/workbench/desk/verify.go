package desk

import (
	"io/fs"
	"path"
	"slices"

	"lianhua/internal/art/svgfile"
	"lianhua/internal/authoring"
	"lianhua/internal/stage"
)

// check refuses changes by which the story would hold together less than it does: what
// was wrong before, in other places, is not theirs.
func (d *Desk) check(files fs.FS, changed []string) error {
	wrong := d.wrong(files, changed)
	if len(wrong) == 0 {
		return nil
	}
	before := d.wrong(d.history.Files(), changed)
	wrong = slices.DeleteFunc(wrong, func(p authoring.Problem) bool {
		return slices.ContainsFunc(before, func(was authoring.Problem) bool { return was.File == p.File && was.Message == p.Message })
	})
	if len(wrong) == 0 {
		return nil
	}
	return &refused{wrong}
}

// wrong are the errors of a story, and of the changed ones of its drawings.
func (d *Desk) wrong(files fs.FS, changed []string) []authoring.Problem {
	var all []authoring.Problem
	story := false
	for _, name := range changed {
		if path.Ext(name) != ".svg" {
			story = true
			continue
		}
		_, problems := svgfile.ReadFile(files, name)
		all = append(all, problems...)
	}
	if story {
		project, problems := d.opt.Memory.Load(files)
		all = append(all, problems...)
		if project.Bundle != nil {
			all = append(all, project.Check(authoring.Against{Covers: d.opt.Covers, Knobs: stage.KnobsOf(d.opt.Scenes)})...)
			for _, e := range stage.Excesses(project.Bundle, d.opt.Scenes) {
				all = append(all, authoring.Problem{
					File: authoring.FiguresFile, Line: project.AmountLine(e.Figure), Message: e.Error(),
					Hint: "a scene for so many is to be composed anew",
				})
			}
		}
	}
	return slices.DeleteFunc(all, func(p authoring.Problem) bool { return p.Severity != authoring.Error })
}
