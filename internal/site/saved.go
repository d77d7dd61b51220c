package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"lianhua/internal/art/setfile"
	"lianhua/internal/authoring"
)

// touched are files of which one was saved just now.
type touched struct {
	fs.FS
	name string
}

func (t touched) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(t.FS, name)
	if err == nil && name == t.name {
		info = savedNow{info}
	}
	return info, err
}

type savedNow struct{ fs.FileInfo }

func (savedNow) ModTime() time.Time { return time.Unix(0, 0) }

// Saved is how long it takes from the save of a scene's wide drawing to its pack, where
// all drawings have been compiled before.
func (m Module) Saved(scene string) (time.Duration, error) {
	c, files := setfile.New(), os.DirFS(filepath.Join(m.Root, "assets"))
	if _, problems := c.Compile(files); authoring.Errors(problems) > 0 {
		return 0, authoring.Failure("the drawings have errors", problems)
	}
	began := time.Now()
	_, problems := c.Compile(touched{files, setfile.Folder + "/" + scene + ".svg"})
	return time.Since(began), authoring.Failure("the drawings have errors", problems)
}
