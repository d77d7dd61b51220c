package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// Files is a folder without folders in it.
type Files interface {
	// Read gives a file's content; fs.ErrNotExist where there is none.
	Read(name string) ([]byte, error)
	// Create gives an empty file to write to, in place of one of that name.
	Create(name string) (File, error)
	Rename(from, to string) error
	Remove(name string) error
	Names() ([]string, error)
	// Sync has the names of files outlast a power cut.
	Sync() error
}

// File is one that is written.
type File interface {
	io.Writer
	// Sync has what was written outlast a power cut.
	Sync() error
	Close() error
}

// mostBytes is the largest file that is read: some thirty times a pack with its fonts.
const mostBytes = 64 << 20

// Folder is a folder of the system, which is made when something is written.
type Folder string

func (f Folder) path(name string) string { return filepath.Join(string(f), name) }

func (f Folder) Read(name string) ([]byte, error) {
	file, err := os.Open(f.path(name))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, mostBytes+1))
	if err == nil && len(data) > mostBytes {
		err = fmt.Errorf("%s has more than %d bytes", file.Name(), mostBytes)
	}
	return data, err
}

func (f Folder) Create(name string) (File, error) {
	if err := os.MkdirAll(string(f), 0o755); err != nil {
		return nil, err
	}
	return os.OpenFile(f.path(name), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
}

func (f Folder) Rename(from, to string) error { return os.Rename(f.path(from), f.path(to)) }
func (f Folder) Remove(name string) error     { return os.Remove(f.path(name)) }

func (f Folder) Names() ([]string, error) {
	all, err := os.ReadDir(string(f))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	names := make([]string, 0, len(all))
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names, err
}

func (f Folder) Sync() error {
	if runtime.GOOS == "windows" {
		return nil // which has no such call, and keeps names in a journal
	}
	d, err := os.Open(string(f))
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
