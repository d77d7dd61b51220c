package repository

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"lianhua/internal/durable"
)

// How long what is signed holds. A kiosk that has no newer word goes on showing what
// it has, and takes nothing new.
const (
	day          = 24 * time.Hour
	RootHolds    = 5 * 365 * day
	TargetsHold  = 365 * day
	RenewedHolds = 90 * day // snapshot and timestamp
)

// Maker is the maker's side of a repository.
type Maker struct {
	folder, keys string
	now          func() time.Time

	root *metadata.Metadata[metadata.RootType]
}

// Init makes a repository without packs in a folder, and its keys in another, which
// must not be in the first. It leaves alone what is there. Now is the time that
// expiry is reckoned from; nil is the clock's.
func Init(folder, keys string, now func() time.Time) (*Maker, error) {
	if err := outside(keys, folder); err != nil {
		return nil, err
	}
	m := newMaker(folder, keys, now)
	if version, err := m.newest(metadata.ROOT); err == nil && version > 0 {
		return nil, fmt.Errorf("%s is a repository already: add to it by \"studio packs add\"", folder)
	}
	for name, mode := range map[string]fs.FileMode{keys: 0o700, filepath.Join(folder, packsFolder): 0o755} {
		if err := os.MkdirAll(name, mode); err != nil {
			return nil, fmt.Errorf("making a repository: %w", err)
		}
	}
	m.root = metadata.Root(m.after(RootHolds))
	var signed signers
	for _, role := range Roles() {
		key, signer, err := newKey(keys, role)
		if err != nil {
			return nil, err
		}
		if err := m.root.Signed.AddKey(key, role); err != nil {
			return nil, fmt.Errorf("naming the key of %s: %w", role, err)
		}
		signed.add(role, signer)
	}
	s := &state{
		targets:   metadata.Targets(m.after(TargetsHold)),
		snapshot:  metadata.Snapshot(m.after(RenewedHolds)),
		timestamp: metadata.Timestamp(m.after(RenewedHolds)),
	}
	// Without a timestamp no kiosk asks for more, so the root, by which a folder is
	// known as a repository, comes once the rest is whole.
	if err := m.write(s, signed, true); err != nil {
		return nil, err
	}
	return m, m.writeRoot(signed[metadata.ROOT])
}

// Open is the maker's side of a repository that [Init] has made.
func Open(folder, keys string, now func() time.Time) (*Maker, error) {
	m := newMaker(folder, keys, now)
	version, err := m.newest(metadata.ROOT)
	if err != nil {
		return nil, err
	}
	if version == 0 {
		return nil, fmt.Errorf("%s is no repository of packs: make one by \"studio packs init\"", folder)
	}
	if err := outside(keys, folder); err != nil {
		return nil, err
	}
	m.root, err = metadata.Root().FromFile(m.path(numbered(metadata.ROOT, version)))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", m.path(numbered(metadata.ROOT, version)), err)
	}
	return m, nil
}

func newMaker(folder, keys string, now func() time.Time) *Maker {
	if now == nil {
		now = time.Now
	}
	return &Maker{folder: folder, keys: keys, now: now}
}

// Root is the newest root, which kiosks are given, and its file.
func (m *Maker) Root() (data []byte, file string, err error) {
	file = m.path(numbered(metadata.ROOT, m.root.Signed.Version))
	data, err = os.ReadFile(file)
	return data, file, err
}

// RootExpires is when the root must have been followed by another.
func (m *Maker) RootExpires() time.Time { return m.root.Signed.Expires }

func (m *Maker) path(name string) string { return filepath.Join(m.folder, name) }

// after is a time from now, in whole seconds as TUF writes them.
func (m *Maker) after(d time.Duration) time.Time { return m.now().Add(d).UTC().Truncate(time.Second) }

func numbered(role string, version int64) string {
	return strconv.FormatInt(version, 10) + "." + role + ".json"
}

// newest is the highest version of a role's files; 0 where there is none.
func (m *Maker) newest(role string) (int64, error) {
	files, err := os.ReadDir(m.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("looking for the repository: %w", err)
	}
	var highest int64
	for _, f := range files {
		number, ok := strings.CutSuffix(f.Name(), "."+role+".json")
		if n, err := strconv.ParseInt(number, 10, 64); ok && err == nil {
			highest = max(highest, n)
		}
	}
	return highest, nil
}

// writeOnce writes a file that never changes; an equal one is left as it is.
func writeOnce(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && string(old) == string(data) {
		return nil
	}
	return durable.WriteFile(name, data)
}
