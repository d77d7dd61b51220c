package workbench

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"lianhua/internal/durable"
	"lianhua/internal/golden/kept"
)

// wrote is a file that was written, by its path below the project's folder.
type wrote struct {
	Wrote string `json:"wrote"`
}

// ended is the last line of work that was done.
type ended struct {
	End  bool `json:"end"`
	Same int  `json:"same"` // files that were so already
}

// accept writes goldens anew where they are others, as the tests do that hold pictures to
// them, and tells each file in a line: those that are asked for, or all of scenes.
func (b *Bench) accept(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		Scenes []string `json:"scenes"`
		Files  []string `json:"files"` // below the goldens' folder: "aluminium/phone.txt"
	}
	if err := wanted(r, &asked); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	e, err := b.present(r.Context())
	if err != nil {
		refuse(w, http.StatusServiceUnavailable, err)
		return
	}
	b.mu.Lock()
	stale, wrong := b.stale, b.wrong
	b.mu.Unlock()
	switch {
	case stale:
		refuse(w, http.StatusConflict, errors.New("the Go code has changed since this server was started, and its pictures are the old code's: start studio serve again, or run make golden"))
		return
	case wrong != nil:
		refuse(w, http.StatusConflict, fmt.Errorf("what was saved last cannot be drawn, and no picture of before is accepted: %w", wrong))
		return
	}
	var scenes []int
	only := map[int][]string{} // of a scene that is not here, all
	for _, name := range append(asked.Scenes, asked.Files...) {
		name, file, one := strings.Cut(name, "/")
		i, ok := e.book.Deck.Index(name)
		switch {
		case !ok:
			refuse(w, http.StatusBadRequest, fmt.Errorf("there is no scene %q", name))
			return
		case one && !slices.Contains(kept.Names(), file):
			refuse(w, http.StatusBadRequest, fmt.Errorf("a scene has no golden %q", file))
			return
		case one && !slices.Contains(asked.Scenes, name):
			only[i] = append(only[i], file)
		}
		if !slices.Contains(scenes, i) {
			scenes = append(scenes, i)
		}
	}
	if !b.accepting.TryLock() {
		refuse(w, http.StatusConflict, errors.New("goldens are being written already"))
		return
	}
	defer b.accepting.Unlock()
	out := answerLines(w)
	out.tell(counted{0, len(scenes)})
	var done, same atomic.Int64
	err = onAllCores(len(scenes), func(i int) error {
		if err := r.Context().Err(); err != nil {
			return err
		}
		n, err := b.keep(e, scenes[i], only[scenes[i]], out)
		same.Add(int64(n))
		if err == nil {
			out.tell(counted{int(done.Add(1)), len(scenes)})
		}
		return err
	})
	if err != nil {
		out.tell(failed{err.Error()})
		return
	}
	out.tell(ended{true, int(same.Load())})
}

// keep writes those goldens of a scene that are others, of some names or all, and gives
// how many are not.
func (b *Bench) keep(e *edition, scene int, only []string, out *lines) (same int, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("drawing fails: %v", p)
		}
	}()
	name := e.book.Deck.Slots[scene].Scene.Name()
	files, err := kept.Files(e.book.Clone(), scene, only...)
	if err != nil {
		return 0, err
	}
	for _, f := range files {
		path := filepath.ToSlash(filepath.Join(kept.Folder, name, f.Name))
		onDisk := filepath.Join(b.module.Root, filepath.FromSlash(path))
		if before, err := os.ReadFile(onDisk); err == nil && bytes.Equal(before, f.Content) {
			same++
			continue
		}
		if err := os.MkdirAll(filepath.Dir(onDisk), 0o755); err != nil {
			return same, fmt.Errorf("making room for goldens: %w", err)
		}
		if err := durable.WriteFile(onDisk, f.Content); err != nil {
			return same, fmt.Errorf("writing a golden: %w", err)
		}
		out.tell(wrote{path})
	}
	return same, nil
}
