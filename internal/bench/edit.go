package bench

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"time"
)

// EditBudget is what a dragged knob, colour or beat may take to new pixels on the
// workbench's stage, at the median, in milliseconds.
const EditBudget = 150.0

//go:embed edit.js
var editScript string

// edits is how often each is dragged on.
const edits = 24

// edit measures the workbench over a copy of the sources: each step of a drag from the
// input to the next frame of the player on the stage, to the picture of the same moment in
// the matrix, and to all of them.
func (r *Run) edit(note func(string)) (s Section, err error) {
	parts, err := r.site(false)
	if err != nil {
		return s, err
	}
	dir, err := os.MkdirTemp("", "lianhua-edit-")
	if err != nil {
		return s, fmt.Errorf("making a folder for the copy: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	address, end, err := Develop(r.ctx, r.module.Root, dir, parts)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, end()) }()
	if r.browser == nil {
		if r.browser, err = OpenBrowser(r.ctx); err != nil {
			return s, err
		}
	}
	s = Section{
		Name: "edit", Title: fmt.Sprintf("the workbench, its matrix open, %dx%d", Width, Height),
		Columns: []Column{{"median", "ms", 0}, {"p95", "ms", 0}, {"most", "ms", 0}, {"matrix", "ms", 0}, {"p95", "ms", 0}, {"all", "ms", 0}, {"p95", "ms", 0}, {"steps", "", 0}},
		Notes: []string{
			"median, p95, most: from the input to the next frame of the player on the stage; matrix: to the picture of the same moment in the matrix, all: to all 24, median and p95",
			"every step waits until all have come and the player draws no more",
		},
	}
	note("waiting for the player on the stage")
	p, err := r.browser.Open(address+"/workbench/?scene=aluminium&t=10.6&form=laptop&lang=en&theme=day&mode=player&speak=en", Line{}, 10*time.Minute, editScript)
	if err != nil {
		return s, err
	}
	defer p.Close()
	if _, err := Ask[bool](p, "edit.ready()"); err != nil {
		return s, err
	}
	for _, what := range []string{"knob", "colour", "beat"} {
		note("a " + what)
		got, err := Ask[[3]Sample](p, fmt.Sprintf("edit.drag(%q, %d)", what, edits))
		if err != nil {
			s.Failed = join(s.Failed, what+": "+err.Error())
			continue
		}
		remark := "within the budget of 150 ms"
		if !(got[0].Median() <= EditBudget) {
			remark = "ABOVE the budget of 150 ms"
		}
		s.Rows = append(s.Rows, Row{Name: what, Remark: remark, Values: Numbers(
			got[0].Median(), got[0].P95(), got[0].Most(), got[1].Median(), got[1].P95(), got[2].Median(), got[2].P95(), float64(len(got[0])),
		)})
	}
	return s, nil
}
