package live

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"lianhua/internal/build"
)

// outcome is what a job made of the sources.
type outcome struct {
	parts []build.File
	err   error
}

// workshop keeps the parts of the site up to date. All its fields belong to the
// goroutine that runs follow; compiling and baking run beside it.
type workshop struct {
	server  *Server
	sources Sources

	story          []byte
	packs          []build.File
	player, static []build.File // static holds the story and the packs too

	// The errors of the last attempts; the parts above are the last good ones.
	storyErr, packsErr, playerErr, staticErr, fontsErr error

	data, shell, code    *watcher
	compile, bake, fonts *job

	retry     bool // the story failed a moment ago: an editor may be half-way through a file
	redraw    bool // the same of the drawings
	reshelled bool // the running bake is due to a changed shell or font
	stale     bool // the Go code on disk is newer than this program

	unbaked bool      // the pages are to be made of what was taken last
	taken   time.Time // when that was

	said string // the problem that the terminal shows
}

func newWorkshop(server *Server, sources Sources) *workshop {
	site := sources.Site
	return &workshop{
		server:  server,
		sources: sources,
		compile: newJob(),
		bake:    newJob(),
		fonts:   newJob(),
		data:    newWatcher(func(path string) bool { return !isGo(path) && !isFont(path) }, sources.Data...),
		shell: newWatcher(func(path string) bool {
			return !isGo(path) && (isFont(path) || within(site.Shell, path))
		}, site.Shell, site.Fonts),
		code: newWatcher(isGo, sources.Code...),
	}
}

func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

// follow builds everything once and then whatever is saved, until ctx ends.
func (w *workshop) follow(ctx context.Context) {
	w.startCompile(ctx)
	w.takePacks(ctx)
	w.takeStory(ctx)
	clock := time.NewTicker(tick)
	defer clock.Stop()
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-w.sources.Saved:
			w.look(ctx)
		case <-clock.C:
			w.look(ctx)
			if w.unbaked && time.Since(w.taken) > calm {
				w.unbaked = false
				w.startBake(ctx)
				w.startFonts(ctx)
			}
			if saved := w.shell.changed(); len(saved) > 0 {
				if slices.ContainsFunc(saved, isFont) {
					w.compiled()
				}
				w.reshelled = true
				w.startBake(ctx)
			}
			if n%codeTicks == 0 && len(w.code.changed()) > 0 {
				w.startCompile(ctx)
			}
		case made := <-w.compile.done:
			if !w.compile.finished(ctx) {
				w.takePlayer(ctx, made)
			}
		case made := <-w.bake.done:
			if !w.bake.finished(ctx) {
				w.takeStatic(made)
			}
		case made := <-w.fonts.done:
			// New fonts are files: the watcher of the shell finds them.
			if !w.fonts.finished(ctx) && (made.err != nil || w.fontsErr != nil) {
				w.fontsErr = made.err
				w.show("")
			}
		}
	}
}

// look takes what was saved of the story and its drawings.
func (w *workshop) look(ctx context.Context) {
	saved := w.data.changed()
	if len(saved) > 0 || w.redraw {
		w.takePacks(ctx) // the colours that drawings may have are the story's
	}
	if w.retry || slices.ContainsFunc(saved, func(path string) bool { return !isDrawing(path) }) {
		w.takeStory(ctx)
	}
}

// bakeSoon has the pages made of what was taken once nothing more is; the first at once.
func (w *workshop) bakeSoon(ctx context.Context) {
	if w.static == nil {
		w.startBake(ctx)
		return
	}
	w.unbaked, w.taken = true, time.Now()
}

func (w *workshop) startCompile(ctx context.Context) {
	w.compile.start(ctx, func(ctx context.Context) outcome {
		parts, err := w.sources.Player(ctx)
		return outcome{parts, err}
	})
}

func (w *workshop) startFonts(ctx context.Context) {
	if cut := w.sources.CutFonts; cut != nil {
		w.fonts.start(ctx, func(ctx context.Context) outcome { return outcome{err: cut(ctx)} })
	}
}

// startBake makes everything but the player. The story is passed by value: the
// loop may replace it meanwhile.
func (w *workshop) startBake(ctx context.Context) {
	if w.story == nil {
		return
	}
	site, story, packs := w.sources.Site, w.story, w.packs
	fresh := w.sources.Fresh
	refresh := w.stale && fresh != nil
	w.bake.start(ctx, func(ctx context.Context) outcome {
		if refresh {
			parts, err := fresh(ctx)
			return outcome{parts, err}
		}
		parts, err := site.StaticFiles(story, packs)
		return outcome{parts, err}
	})
}

// takeStory compiles the story here and now, shows it, and bakes it into the
// page afterwards.
func (w *workshop) takeStory(ctx context.Context) {
	story, err := w.sources.Site.Story()
	if err != nil {
		if w.retry = !w.retry && w.story != nil; !w.retry {
			w.storyErr = err
			w.show("")
		}
		return
	}
	cured := w.storyErr != nil
	w.retry, w.storyErr = false, nil
	if bytes.Equal(story, w.story) {
		if cured {
			w.show("")
		}
		return
	}
	w.story = story
	if w.static != nil {
		w.static = slices.Clone(w.static)
		for i, p := range w.static {
			if p.Name == build.StoryName {
				w.static[i] = build.NewFile(build.StoryName, story)
			}
		}
		w.show("story")
	}
	w.compiled()
	w.bakeSoon(ctx)
	if w.static == nil {
		w.startFonts(ctx)
	}
}

// compiled tells whoever draws without the player what there is now.
func (w *workshop) compiled() {
	if tell := w.sources.Compiled; tell != nil && w.story != nil {
		tell(w.story, w.packs, w.stale)
		w.server.hub.send(event{"compiled", ""})
	}
}

// takePacks compiles the drawings here and now, shows those that are others than
// before, and has the pages baked with them afterwards.
func (w *workshop) takePacks(ctx context.Context) {
	packs, err := w.sources.Site.PackFiles()
	if err != nil {
		if w.redraw = !w.redraw && w.static != nil; !w.redraw {
			w.packsErr = err
			w.show("")
		}
		return
	}
	cured := w.packsErr != nil
	w.redraw, w.packsErr = false, nil
	if equal(packs, w.packs) {
		if cured {
			w.show("")
		}
		return
	}
	changed := others(w.packs, packs)
	w.packs = packs
	if w.static != nil {
		rest := slices.DeleteFunc(slices.Clone(w.static), func(p build.File) bool {
			_, pack := build.PackOf(p.Name)
			return pack
		})
		w.static = slices.Concat(rest, packs)
		w.show("art", changed...)
	}
	w.compiled()
	w.bakeSoon(ctx)
}

// others are the names of files that are new, changed or gone.
func others(before, now []build.File) []string {
	hashes := map[string]string{}
	for _, p := range before {
		hashes[p.Name] = p.Hash
	}
	var names []string
	for _, p := range now {
		if hashes[p.Name] != p.Hash {
			names = append(names, p.Name)
		}
		delete(hashes, p.Name)
	}
	return append(names, slices.Sorted(maps.Keys(hashes))...)
}

func (w *workshop) takePlayer(ctx context.Context, made outcome) {
	if w.playerErr = made.err; made.err != nil {
		w.show("")
		return
	}
	name := ""
	if !equal(w.player, made.parts) {
		name = "reload"
		if w.player != nil {
			w.stale = true
			w.compiled()
			w.startBake(ctx)
			w.startFonts(ctx)
		}
	}
	w.player = made.parts
	w.show(name)
}

func (w *workshop) takeStatic(made outcome) {
	if w.staticErr = made.err; made.err != nil {
		w.show("")
		return
	}
	name := ""
	if w.static != nil && (w.reshelled && !equal(w.static, made.parts) || !equal(lasting(w.static), lasting(made.parts))) {
		name = "reload"
	}
	w.reshelled = false
	w.static = made.parts
	w.show(name)
}

// show publishes the last good parts, with the event of that name about those
// parts, and then whatever is wrong.
func (w *workshop) show(name string, about ...string) {
	if w.player != nil && w.static != nil {
		parts, err := build.WithManifest(slices.Concat(w.player, w.static))
		if err != nil {
			w.server.Fail(err)
			return
		}
		w.server.Publish(parts, name, about...)
	}
	err := errors.Join(w.storyErr, w.packsErr, w.fontsErr, w.staticErr, w.playerErr)
	if err == nil {
		w.said = ""
		return
	}
	w.server.Fail(err)
	if text := err.Error(); text != w.said {
		w.said = text
		w.sources.Site.Note(text)
	}
}

// lasting are the parts that a page cannot swap while it runs and that are not
// baked from the story: a bake that was started for new words may be the one
// that finds new fonts. Baked pages, pictures and colours follow silently.
func lasting(parts []build.File) []build.File {
	return slices.DeleteFunc(slices.Clone(parts), func(p build.File) bool {
		return !isFont(p.Name) && filepath.Ext(p.Name) != ".js"
	})
}

func equal(a, b []build.File) bool {
	return slices.EqualFunc(a, b, func(a, b build.File) bool { return a.Name == b.Name && a.Hash == b.Hash })
}
