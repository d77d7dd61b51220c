package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"lianhua/internal/bench"
	"lianhua/internal/build"
	"lianhua/internal/dataset"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// yard is what the sections of a benchmark share. Each thing is made when it is
// first asked for, and what was started is ended by close.
type yard struct {
	ctx    context.Context
	root   string
	rounds int
	log    io.Writer

	parts   []build.Part // of the site; compressed where the first to ask wanted it
	packed  bool
	browser *bench.Browser
	stage   *preview.Stage
	files   [4][]byte // the story and three fonts
}

func newYard(ctx context.Context, root string, rounds int, log io.Writer) *yard {
	return &yard{ctx: ctx, root: root, rounds: rounds, log: log}
}

func (y *yard) close() {
	if y.browser != nil {
		y.browser.Close()
	}
}

// section measures one section; a failure is told within.
func (y *yard) section(name string) bench.Section {
	note := func(text string) { fmt.Fprintf(y.log, "studio: %s: %s\n", name, text) }
	s, err := y.measure(name, note)
	if err != nil {
		s.Name, s.Failed = name, err.Error()
		if s.Title == "" {
			s.Title = "failed"
		}
	}
	return s
}

func (y *yard) measure(name string, note func(string)) (bench.Section, error) {
	switch name {
	case "bytes":
		parts, err := y.site(true)
		if err != nil {
			return bench.Section{}, err
		}
		return bench.Bytes(parts), nil
	case "start", "script", "dots":
		return y.browse(name, note)
	}
	st, err := y.opened()
	if err != nil {
		return bench.Section{}, err
	}
	switch name {
	case "raster":
		return bench.Raster(st, time.Second, note), nil
	case "micro":
		return bench.Micro(st, y.files[0], y.files[1], y.files[2], y.files[3]), nil
	}
	m, err := play.New(st.Bundle, st.Fonts, scenes.All(), play.Options{Lang: story.ZH})
	if err != nil {
		return bench.Section{}, err
	}
	return bench.Allocs(m), nil
}

// browse measures a section that needs a browser.
func (y *yard) browse(name string, note func(string)) (s bench.Section, err error) {
	parts, err := y.site(name == "start")
	if err != nil {
		return s, err
	}
	st, err := y.opened()
	if err != nil {
		return s, err
	}
	if y.browser == nil {
		if y.browser, err = bench.OpenBrowser(y.ctx); err != nil {
			return s, err
		}
	}
	modules, noPeers := "", error(nil)
	if name != "script" {
		note("installing the peers, where they are not there yet")
		modules, noPeers = bench.InstallPeers(y.ctx, y.work())
	}
	host, err := bench.Serve(parts, modules)
	if err != nil {
		return s, fmt.Errorf("serving the site: %w", err)
	}
	defer host.Close()
	switch name {
	case "start":
		return y.start(st, host, modules, noPeers, note)
	case "script":
		var list []bench.SceneBeats
		for i := range st.Deck.Slots {
			slot := &st.Deck.Slots[i]
			list = append(list, bench.SceneBeats{Name: slot.Scene.Name(), Beats: slot.Time.Len()})
		}
		return bench.Script(y.browser, host.Address, list, note), nil
	}
	s = bench.Dots(y.browser, host.Address, y.rounds, noPeers == nil, note)
	if noPeers != nil {
		s.Failed = "the peers: " + noPeers.Error()
	}
	return s, nil
}

// start measures first visits to the site that host serves, and to the ECharts
// page where it can be built.
func (y *yard) start(st *preview.Stage, host *bench.Host, modules string, noPeers error, note func(string)) (s bench.Section, err error) {
	own, err := bench.Own(host, st)
	if err != nil {
		return s, err
	}
	stories := []bench.Story{own}
	if noPeers == nil {
		note("building the ECharts page")
		var page []build.Part
		if page, noPeers = bench.EChartsPage(y.ctx, st, modules, y.work()); noPeers == nil {
			peer, err := bench.Serve(page, "")
			if err != nil {
				return s, fmt.Errorf("serving the ECharts page: %w", err)
			}
			defer peer.Close()
			stories = append(stories, bench.ECharts(peer))
		}
	}
	s = bench.Start(y.browser, stories, y.rounds, note)
	if noPeers != nil {
		s.Failed = strings.TrimSpace("the ECharts page: " + noPeers.Error() + "\n" + s.Failed)
	}
	return s, nil
}

// work is the folder that keeps the peers and what is built of them.
func (y *yard) work() string { return filepath.Join(y.root, "build", "bench") }

// site is the project's site: compressed as a host gets it or, for what only the
// processor bears on, under the names of the sources.
func (y *yard) site(packed bool) ([]build.Part, error) {
	if y.parts == nil || packed && !y.packed {
		parts, err := published(y.ctx, dataset.Site{}, packed, y.log)
		if err != nil {
			return nil, err
		}
		y.parts, y.packed = parts, packed
	}
	return y.parts, nil
}

// opened is the story with its scenes, to be drawn without a player.
func (y *yard) opened() (*preview.Stage, error) {
	if y.stage != nil {
		return y.stage, nil
	}
	var err error
	if y.files[0], err = compileStory(y.root); err != nil {
		return nil, err
	}
	for i, name := range [...]string{"sans", "bold", "serif"} {
		if y.files[i+1], err = os.ReadFile(filepath.Join(y.root, "assets", "fonts", name+".ttf")); err != nil {
			return nil, fmt.Errorf("reading the fonts: %w; \"studio fonts\" makes them", err)
		}
	}
	y.stage, err = preview.Open(y.files[0], y.files[1], y.files[2], y.files[3], scenes.All())
	return y.stage, err
}
