package history

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lianhua/internal/durable"
)

// folder is a folder of files that nothing leads out of.
type folder struct {
	dir  string
	root *os.Root
	put  func(name string, content []byte) error // durable.WriteFile, but in tests
}

func openFolder(dir string) (folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return folder{}, fmt.Errorf("opening the folder to be changed: %w", err)
	}
	return folder{dir, root, durable.WriteFile}, nil
}

// read gives a file's content; nil where there is no file.
func (f folder) read(name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, fmt.Errorf("%q is no name of a file here", name)
	}
	content, err := f.root.ReadFile(filepath.FromSlash(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	if content == nil {
		content = []byte{}
	}
	return content, nil
}

// write replaces a file that was read here; nil takes it away.
func (f folder) write(name string, content []byte) error {
	if content == nil {
		if err := f.root.Remove(filepath.FromSlash(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("taking %s away: %w", name, err)
		}
		return nil
	}
	if err := f.root.MkdirAll(filepath.FromSlash(path.Dir(name)), 0o755); err != nil {
		return fmt.Errorf("making the folder of %s: %w", name, err)
	}
	return f.put(filepath.Join(f.dir, filepath.FromSlash(name)), content)
}

// state is the content of files, by name; nil is that of no file.
type state map[string][]byte

// replace writes all files, or none of them: before is what they are.
func (f folder) replace(before, after state) error {
	var names []string
	for name := range after {
		now, err := f.read(name)
		if err != nil {
			return err
		}
		if digestOf(now) != digestOf(before[name]) {
			return errMoved
		}
		if digestOf(now) != digestOf(after[name]) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for i, name := range names {
		if err := f.write(name, after[name]); err != nil {
			for _, done := range names[:i] {
				err = errors.Join(err, f.write(done, before[done]))
			}
			return err
		}
	}
	return nil
}

// errMoved says that a file was saved between being read and being written.
var errMoved = errors.New("a file was saved in this very moment; try again")

// proposed is the folder as it would be with some files changed.
type proposed struct {
	fs.FS
	files state
}

func (p proposed) Open(name string) (fs.File, error) {
	content, ok := p.files[name]
	switch {
	case !ok:
		return p.FS.Open(name)
	case content == nil:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &file{Reader: bytes.NewReader(content), name: name, size: len(content)}, nil
}

// ReadDir has the files that are to come, and lacks those that are to go.
func (p proposed) ReadDir(dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(p.FS, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { _, other := p.files[path.Join(dir, e.Name())]; return other })
	for name, content := range p.files {
		if content != nil && path.Dir(name) == path.Clean(dir) {
			entries, err = append(entries, fs.FileInfoToDirEntry(&file{name: name, size: len(content)})), nil
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// file is a changed file of which nothing is written yet.
type file struct {
	io.Reader
	name string
	size int
}

func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Close() error               { return nil }
func (f *file) Name() string               { return path.Base(f.name) }
func (f *file) Size() int64                { return int64(f.size) }
func (f *file) Mode() fs.FileMode          { return 0o644 }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return false }
func (f *file) Sys() any                   { return nil }
