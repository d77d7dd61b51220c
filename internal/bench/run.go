package bench

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"lianhua/assets"
	"lianhua/internal/build"
	"lianhua/internal/play"
	"lianhua/internal/preview"
	"lianhua/internal/site"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// Run is what the sections of a benchmark share. Each thing is made when it is
// first asked for, and what was started is ended by Close.
type Run struct {
	ctx    context.Context
	module site.Module
	rounds int
	before string // the folder of an earlier build; empty: none
	log    io.Writer

	parts   []build.File // of the site; compressed where the first to ask wanted it
	packed  bool
	browser *Browser
	stage   *preview.Viewer
	story   []byte
	fonts   [3][]byte
}

// Sections are the names that Section knows, in the order of a whole run.
func Sections() []string {
	return []string{"bytes", "start", "player", "script", "sets", "dots", "raster", "allocs", "micro", "edit"}
}

// NewRun measures the module's story; rounds is how often what is compared and
// loaded is measured, before the folder of an earlier build that the player's start is
// compared with, empty for none. How far it is, log is told.
func NewRun(ctx context.Context, module site.Module, rounds int, before string, log io.Writer) *Run {
	return &Run{ctx: ctx, module: module, rounds: rounds, before: before, log: log}
}

// Close ends what was started.
func (r *Run) Close() {
	if r.browser != nil {
		r.browser.Close()
	}
}

// Section measures one section; a failure is told within.
func (r *Run) Section(name string) Section {
	note := func(text string) { fmt.Fprintf(r.log, "studio: %s: %s\n", name, text) }
	s, err := r.measure(name, note)
	if err != nil {
		s.Name, s.Failed = name, err.Error()
		if s.Title == "" {
			s.Title = "failed"
		}
	}
	return s
}

func (r *Run) measure(name string, note func(string)) (Section, error) {
	switch name {
	case "bytes":
		parts, err := r.site(true)
		if err != nil {
			return Section{}, err
		}
		return Bytes(parts), nil
	case "start", "player", "script", "sets", "dots":
		return r.browse(name, note)
	case "edit":
		return r.edit(note)
	}
	st, err := r.opened()
	if err != nil {
		return Section{}, err
	}
	switch name {
	case "raster":
		return Raster(st, time.Second, note), nil
	case "micro":
		return Micro(st, r.story, r.fonts[0], r.fonts[1], r.fonts[2]), nil
	}
	m, err := play.New(st.Bundle, st.Fonts, scenes.All(), play.Options{Lang: story.ZH})
	if err != nil {
		return Section{}, err
	}
	if err := m.Hang(assets.Pack); err != nil {
		return Section{}, err
	}
	return Allocs(m), nil
}

// browse measures a section that needs a browser.
func (r *Run) browse(name string, note func(string)) (s Section, err error) {
	parts, err := r.site(name == "start" || name == "player")
	if err != nil {
		return s, err
	}
	st, err := r.opened()
	if err != nil {
		return s, err
	}
	if r.browser == nil {
		if r.browser, err = OpenBrowser(r.ctx); err != nil {
			return s, err
		}
	}
	modules, noPeers := "", error(nil)
	if name == "start" || name == "dots" {
		note("installing the peers, where they are not there yet")
		modules, noPeers = InstallPeers(r.ctx, r.work())
	}
	host, err := Serve(parts, modules)
	if err != nil {
		return s, fmt.Errorf("serving the site: %w", err)
	}
	defer host.Close()
	switch name {
	case "start":
		return r.start(st, host, modules, noPeers, note)
	case "player":
		return r.player(host, note)
	case "script", "sets":
		var list []SceneBeats
		for i := range st.Deck.Slots {
			slot := &st.Deck.Slots[i]
			list = append(list, SceneBeats{Name: slot.Scene.Name(), Beats: slot.Time.Len()})
		}
		if name == "sets" {
			packs, err := r.packs()
			if err != nil {
				return s, err
			}
			return Sets(r.browser, host.Address, packs, r.module.Saved, list, r.rounds, note), nil
		}
		return Script(r.browser, host.Address, list, note), nil
	}
	s = Dots(r.browser, host.Address, r.rounds, noPeers == nil, note)
	if noPeers != nil {
		s.Failed = "the peers: " + noPeers.Error()
	}
	return s, nil
}

// start measures first visits to the site that host serves, and to the ECharts
// page where it can be built.
func (r *Run) start(st *preview.Viewer, host *Host, modules string, noPeers error, note func(string)) (s Section, err error) {
	stories := []Story{Own(host)}
	if noPeers == nil {
		note("building the ECharts page")
		var page []build.File
		if page, noPeers = EChartsPage(r.ctx, st, modules, r.work()); noPeers == nil {
			peer, err := Serve(page, "")
			if err != nil {
				return s, fmt.Errorf("serving the ECharts page: %w", err)
			}
			defer peer.Close()
			stories = append(stories, ECharts(peer))
		}
	}
	s = Start(r.browser, stories, r.rounds, note)
	if noPeers != nil {
		s.Failed = strings.TrimSpace("the ECharts page: " + noPeers.Error() + "\n" + s.Failed)
	}
	return s, nil
}

// player measures the player's start on the site that host serves, and on the earlier
// build where there is one.
func (r *Run) player(host *Host, note func(string)) (s Section, err error) {
	var before *Host
	if r.before != "" {
		parts, err := Built(r.before)
		if err != nil {
			return s, err
		}
		if before, err = Serve(parts, ""); err != nil {
			return s, fmt.Errorf("serving the earlier build: %w", err)
		}
		defer before.Close()
	}
	return Player(r.browser, host, before, r.rounds, note), nil
}

// work is the folder that keeps the peers and what is built of them.
func (r *Run) work() string { return filepath.Join(r.module.Root, "build", "bench") }

// site is the project's site: compressed as a host gets it or, for what only the
// processor bears on, under the names of the sources.
func (r *Run) site(packed bool) ([]build.File, error) {
	if r.parts == nil || packed && !r.packed {
		make := r.module.Plain
		if packed {
			make = r.module.Packed
		}
		parts, err := make(r.ctx)
		if err != nil {
			return nil, err
		}
		r.parts, r.packed = parts, packed
	}
	return r.parts, nil
}

// packs are the scenes' packs, as a host gets them.
func (r *Run) packs() ([]build.File, error) {
	packs, err := r.module.Site().PackFiles()
	if err != nil {
		return nil, err
	}
	return packs, build.Compress(r.ctx, filepath.Join(r.work(), "packs"), packs)
}

// opened is the story with its scenes, to be drawn without a player.
func (r *Run) opened() (*preview.Viewer, error) {
	if r.stage != nil {
		return r.stage, nil
	}
	var err error
	if r.story, err = r.module.Story(); err != nil {
		return nil, err
	}
	if r.fonts, err = r.module.Fonts(); err != nil {
		return nil, err
	}
	r.stage, err = preview.Open(r.story, r.fonts[0], r.fonts[1], r.fonts[2], scenes.All(), assets.Pack)
	return r.stage, err
}
