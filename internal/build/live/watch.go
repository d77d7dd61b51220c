package live

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// stamp tells two states of a file apart.
type stamp struct {
	saved time.Time
	size  int64
}

// watcher notices changed, new and removed files below some folders by asking
// for their stamps: that works on every system and network share.
type watcher struct {
	folders []string
	keep    func(path string) bool
	known   map[string]stamp
}

func newWatcher(keep func(path string) bool, folders ...string) *watcher {
	w := &watcher{folders: folders, keep: keep}
	w.known = w.scan()
	return w
}

// changed returns the paths that differ from the last call, sorted.
func (w *watcher) changed() []string {
	now := w.scan()
	var paths []string
	for path, s := range now {
		if old, ok := w.known[path]; !ok || old != s {
			paths = append(paths, path)
		}
	}
	for path := range maps.Keys(w.known) {
		if _, ok := now[path]; !ok {
			paths = append(paths, path)
		}
	}
	w.known = now
	slices.Sort(paths)
	return paths
}

func (w *watcher) scan() map[string]stamp {
	found := map[string]stamp{}
	for _, folder := range w.folders {
		// What cannot be read is not there: an editor may be replacing it.
		_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil
			}
			name := entry.Name()
			if entry.IsDir() {
				if path != folder && (strings.HasPrefix(name, ".") || name == "testdata" || name == "node_modules") {
					return filepath.SkipDir
				}
				return nil
			}
			if isEditorFile(name) || !w.keep(path) {
				return nil
			}
			if info, err := os.Stat(path); err == nil {
				found[path] = stamp{info.ModTime(), info.Size()}
			}
			return nil
		})
	}
	return found
}

// isEditorFile recognises what editors write beside the file that is edited.
func isEditorFile(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".tmp")
}

func isGo(path string) bool {
	switch filepath.Ext(path) {
	case ".go", ".kage":
		return !strings.HasSuffix(path, "_test.go")
	case ".mod", ".sum":
		return filepath.Base(path) == "go.mod" || filepath.Base(path) == "go.sum"
	}
	return false
}

// isDrawing recognises what a drawing is made of, and what it is compiled to.
func isDrawing(path string) bool {
	switch filepath.Ext(path) {
	case ".svg", ".art":
		return true
	}
	return false
}

func isFont(path string) bool {
	switch filepath.Ext(path) {
	case ".ttf", ".otf":
		return true
	}
	return false
}
