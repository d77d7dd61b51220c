// Package durable replaces files so that whoever reads them, at any time and
// after a power cut too, finds the old content or the new one, whole.
package durable

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// system is what writing asks of the operating system, for tests.
type system struct {
	sync   func(*os.File) error
	rename func(from, to string) error
}

// WriteFile gives a file its content, whole or not at all: when it returns, the
// content is on the disk and not only on its way there. The content is written
// beside the file, and takes its name once it is there; the folder, which holds
// the name, is synced last. A link stays, and what it leads to is replaced; what
// is no regular file is refused.
func WriteFile(name string, content []byte) error {
	return write(system{(*os.File).Sync, os.Rename}, name, content)
}

func write(sys system, name string, content []byte) error {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("writing %s: it is no regular file", name)
	}
	folder := filepath.Dir(name)
	aside, err := os.CreateTemp(folder, ".writing-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	_, err = aside.Write(content)
	if err == nil {
		err = aside.Chmod(0o644)
	}
	if err == nil {
		err = sys.sync(aside)
	}
	err = errors.Join(err, aside.Close())
	if err == nil {
		err = sys.rename(aside.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, errors.Join(err, os.Remove(aside.Name())))
	}
	if err := syncFolder(sys, folder); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

func syncFolder(sys system, name string) error {
	if runtime.GOOS == "windows" {
		return nil // which has no such call, and keeps names in a journal
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(sys.sync(f), f.Close())
}
