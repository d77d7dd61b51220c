package bench

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"time"

	"lianhua/internal/build"
	"lianhua/internal/build/live"
	"lianhua/internal/site"
	"lianhua/internal/workbench"
	"lianhua/internal/workbench/desk"
	"lianhua/scenes"
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
	for _, name := range []string{"assets", "web"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(r.module.Root, name))); err != nil {
			return s, fmt.Errorf("copying the sources: %w", err)
		}
	}
	for _, name := range []string{"LICENSE", "LICENSE-CC-BY-4.0"} { // of which the pages tell
		content, err := os.ReadFile(filepath.Join(r.module.Root, name))
		if err != nil {
			return s, fmt.Errorf("copying the sources: %w", err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			return s, fmt.Errorf("copying the sources: %w", err)
		}
	}
	address, end, err := r.serveCopy(dir, parts)
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

// serveCopy is a development server over a copy of the sources, with the workbench and
// what changes at it; the player is that of the parts.
func (r *Run) serveCopy(dir string, parts []build.File) (address string, end func() error, err error) {
	m := site.Module{Root: dir}
	var player []build.File
	for _, p := range parts {
		if p.Name == build.PlayerName || p.Name == build.RuntimeName {
			player = append(player, p)
		}
	}
	saved := make(chan struct{}, 1)
	d, err := desk.New(desk.Options{Assets: filepath.Join(dir, "assets"), Scenes: scenes.All(), Saved: func() {
		select {
		case saved <- struct{}{}:
		default:
		}
	}})
	if err != nil {
		return "", nil, err
	}
	bench, err := workbench.New(m)
	if err != nil {
		return "", nil, errors.Join(err, d.Close())
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, errors.Join(err, d.Close())
	}
	sources := live.Sources{
		Site: m.Site(), Data: []string{filepath.Join(dir, "assets")}, Beside: d.Handlers(), Saved: saved,
		Player:   func(context.Context) ([]build.File, error) { return player, nil },
		Compiled: func(story []byte, packs []build.File, stale bool) { _ = bench.Take(story, packs, stale) },
	}
	sources.Beside[workbench.Path] = bench
	ctx, stop := context.WithCancel(r.ctx)
	ended := make(chan error, 1)
	go func() { ended <- live.Run(ctx, listener, sources) }()
	end = func() error {
		stop()
		return errors.Join(<-ended, d.Close())
	}
	return "http://" + listener.Addr().String(), end, nil
}
