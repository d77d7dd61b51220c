package repository

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"lianhua/internal/durable"
)

// workingPrefix begins the names of folders in which go-tuf works; one that is left
// by a lost process is removed by the next.
const workingPrefix = ".proving-"

// memory is what a kiosk has proved of a repository so far: a file that is replaced
// whole, and a folder in which go-tuf works on a copy of it.
type memory struct {
	file    string
	was     remembered
	working string
}

// remembered are files of metadata by role, as they came, and the digest by which a
// damaged memory is known.
type remembered struct {
	Files map[string][]byte `json:"files"`
	Sum   string            `json:"sum"`
}

// sum is the digest of all files.
func (r remembered) sum() string {
	h := sha256.New()
	for _, role := range Roles() {
		fmt.Fprintf(h, "%s %d\n%s\n", role, len(r.Files[role]), r.Files[role])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// openMemory is the memory of what followed from a root. Another root is another
// repository, of which nothing is known.
func openMemory(folder string, root []byte) (*memory, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("keeping what was proved: %w", err)
	}
	left, err := filepath.Glob(filepath.Join(folder, workingPrefix+"*"))
	if err != nil {
		return nil, fmt.Errorf("keeping what was proved: %w", err)
	}
	for _, name := range left {
		if err := os.RemoveAll(name); err != nil {
			return nil, fmt.Errorf("removing what was left: %w", err)
		}
	}
	m := &memory{file: filepath.Join(folder, "known-"+hex.EncodeToString(digest(root)[:8])+".json")}
	m.was = readMemory(m.file)
	if m.working, err = os.MkdirTemp(folder, workingPrefix+"*"); err != nil {
		return nil, fmt.Errorf("keeping what was proved: %w", err)
	}
	for role, data := range m.was.Files {
		if err := os.WriteFile(m.workingFile(role), data, 0o600); err != nil {
			return nil, errors.Join(fmt.Errorf("keeping what was proved: %w", err), os.RemoveAll(m.working))
		}
	}
	return m, nil
}

// readMemory is empty where there is none, and where it is damaged: a kiosk begins
// again from its root.
func readMemory(name string) remembered {
	text, err := os.ReadFile(name)
	if err != nil {
		return remembered{}
	}
	var r remembered
	if err := json.Unmarshal(text, &r); err != nil || r.Sum != r.sum() {
		return remembered{}
	}
	return r
}

func (m *memory) workingFile(role string) string { return filepath.Join(m.working, role+".json") }

// root is the newest root that was proved; nil where none was.
func (m *memory) root() []byte { return m.was.Files[metadata.ROOT] }

// forget begins again.
func (m *memory) forget() error {
	m.was = remembered{}
	for _, role := range Roles() {
		if err := os.Remove(m.workingFile(role)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("beginning again: %w", err)
		}
	}
	return nil
}

// close remembers what go-tuf has proved.
func (m *memory) close() error {
	now := remembered{Files: map[string][]byte{}}
	for _, role := range Roles() {
		data, err := os.ReadFile(m.workingFile(role))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return errors.Join(fmt.Errorf("keeping what was proved: %w", err), os.RemoveAll(m.working))
		}
		now.Files[role] = data
	}
	now.Sum = now.sum()
	var err error
	if now.Sum != m.was.Sum && now.Files[metadata.ROOT] != nil {
		var text []byte
		if text, err = json.Marshal(now); err == nil {
			err = durable.WriteFile(m.file, text)
		}
	}
	return errors.Join(err, os.RemoveAll(m.working))
}
