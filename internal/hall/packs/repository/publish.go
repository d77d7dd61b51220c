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
	"slices"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"lianhua/internal/durable"
	"lianhua/internal/hall/packs"
)

// waitingFile lies with the keys: what has been added and is not published yet.
const waitingFile = "waiting.json"

// waiting is a pack, or a new share of one, that the next Publish signs.
type waiting struct {
	custom
	Length int64  `json:"length"`
	SHA256 string `json:"sha256"`
}

// Published is a pack that kiosks are told of.
type Published struct {
	Version uint64
	Name    string
	Share   float64 // of all kiosks, 0 to 1
	Bytes   int64
}

func digest(data []byte) []byte {
	sum := sha256.Sum256(data)
	return sum[:]
}

// Add takes a pack into the repository, to be published to a share of all kiosks, 0
// to 1. Its version must be higher than all before. No kiosk hears of it until
// [Maker.Publish].
func (m *Maker) Add(p *packs.Pack, share float64) error {
	if err := errors.Join(p.Valid(), validShare(share)); err != nil {
		return err
	}
	known, err := m.Packs()
	if err != nil {
		return err
	}
	for _, k := range known {
		if k.Version >= p.Version {
			return fmt.Errorf("version %d is there already: give the pack a version above it", k.Version)
		}
	}
	data := p.Encode()
	w := waiting{custom{p.Version, p.Name, share}, int64(len(data)), hex.EncodeToString(digest(data))}
	if err := os.MkdirAll(m.path(packsFolder), 0o755); err != nil {
		return fmt.Errorf("adding a pack: %w", err)
	}
	if err := writeOnce(filepath.Join(m.path(packsFolder), w.SHA256+"."+targetName(p.Version)), data); err != nil {
		return err
	}
	return m.wait(w)
}

// Share changes which share of all kiosks, 0 to 1, takes a version, from the next
// Publish on. Kiosks that have a version keep it.
func (m *Maker) Share(version uint64, share float64) error {
	if err := validShare(share); err != nil {
		return err
	}
	s, err := m.state()
	if err != nil {
		return err
	}
	all, err := m.merged(s)
	if err != nil {
		return err
	}
	target := all[targetName(version)]
	if target == nil {
		return fmt.Errorf("there is no version %d: add it first", version)
	}
	c, err := customOf(targetName(version), target)
	if err != nil {
		return err
	}
	c.Share = share
	return m.wait(waiting{c, target.Length, hex.EncodeToString(target.Hashes["sha256"])})
}

// Packs are those of the repository, the newest first; those that wait are among
// them.
func (m *Maker) Packs() ([]Published, error) {
	s, err := m.state()
	if err != nil {
		return nil, err
	}
	all, err := m.merged(s)
	if err != nil {
		return nil, err
	}
	var list []Published
	for name, target := range all {
		c, err := customOf(name, target)
		if err != nil {
			return nil, err
		}
		list = append(list, Published{c.Version, c.Name, c.Share, target.Length})
	}
	slices.SortFunc(list, func(a, b Published) int { return compare(b.Version, a.Version) })
	return list, nil
}

func compare(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Publish signs what waits, and anew what says that it is the newest. Where nothing
// waits and the list of packs holds for long, the keys of snapshot and timestamp are
// enough, so that a machine that renews them needs no other.
func (m *Maker) Publish() error {
	s, err := m.state()
	if err != nil {
		return err
	}
	w, err := m.waiting()
	if err != nil {
		return err
	}
	roles := []string{metadata.SNAPSHOT, metadata.TIMESTAMP}
	changed := len(w) > 0 || s.targets.Signed.Expires.Before(m.after(RenewedHolds))
	if changed {
		roles = append(roles, metadata.TARGETS)
	}
	if s.targets.Signed.Targets, err = m.merged(s); err != nil {
		return err
	}
	by, err := m.signersOf(roles...)
	if err != nil {
		return err
	}
	if err := m.advance(s, changed); err != nil {
		return err
	}
	if err := m.write(s, by, changed); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(m.keys, waitingFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the packs are published, but wait still: %w", err)
	}
	return nil
}

// Expires is when kiosks take nothing any more unless Publish was called before.
func (m *Maker) Expires() (time.Time, error) {
	s, err := m.state()
	if err != nil {
		return time.Time{}, err
	}
	first := m.root.Signed.Expires
	for _, t := range []time.Time{s.targets.Signed.Expires, s.snapshot.Signed.Expires, s.timestamp.Signed.Expires} {
		if t.Before(first) {
			first = t
		}
	}
	return first, nil
}

// merged are the targets as the next Publish signs them.
func (m *Maker) merged(s *state) (map[string]*metadata.TargetFiles, error) {
	all := map[string]*metadata.TargetFiles{}
	for name, target := range s.targets.Signed.Targets {
		all[name] = target
	}
	list, err := m.waiting()
	if err != nil {
		return nil, err
	}
	for _, w := range list {
		sum, err := hex.DecodeString(w.SHA256)
		if err != nil {
			return nil, fmt.Errorf("%s: the digest of version %d is none", filepath.Join(m.keys, waitingFile), w.Version)
		}
		target := metadata.TargetFile()
		target.Length, target.Hashes = w.Length, metadata.Hashes{"sha256": sum}
		if err := w.custom.set(target); err != nil {
			return nil, err
		}
		all[targetName(w.Version)] = target
	}
	return all, nil
}

func (m *Maker) waiting() ([]waiting, error) {
	name := filepath.Join(m.keys, waitingFile)
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading what waits: %w", err)
	}
	var list []waiting
	if err := json.Unmarshal(text, &list); err != nil {
		return nil, fmt.Errorf("%s is damaged: remove it, and add again what was to be published: %w", name, err)
	}
	return list, nil
}

// wait has the next Publish take one more.
func (m *Maker) wait(w waiting) error {
	list, err := m.waiting()
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(old waiting) bool { return old.Version == w.Version })
	text, err := json.MarshalIndent(append(list, w), "", "\t")
	if err != nil {
		return fmt.Errorf("writing what waits: %w", err)
	}
	return durable.WriteFile(filepath.Join(m.keys, waitingFile), text)
}
