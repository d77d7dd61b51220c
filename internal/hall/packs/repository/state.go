package repository

import (
	"fmt"

	"github.com/sigstore/sigstore/pkg/signature"
	"github.com/theupdateframework/go-tuf/v2/metadata"

	"lianhua/internal/durable"
)

// state is what a repository says of its packs at a time.
type state struct {
	targets   *metadata.Metadata[metadata.TargetsType]
	snapshot  *metadata.Metadata[metadata.SnapshotType]
	timestamp *metadata.Metadata[metadata.TimestampType]
}

// signers are the keys by which each role signs.
type signers map[string][]signature.Signer

func (s *signers) add(role string, signer signature.Signer) {
	if *s == nil {
		*s = signers{}
	}
	(*s)[role] = append((*s)[role], signer)
}

// state reads what the newest timestamp leads to.
func (m *Maker) state() (*state, error) {
	s := &state{}
	var err error
	if s.timestamp, err = metadata.Timestamp().FromFile(m.path("timestamp.json")); err != nil {
		return nil, fmt.Errorf("reading %s: %w", m.path("timestamp.json"), err)
	}
	meta := s.timestamp.Signed.Meta["snapshot.json"]
	if meta == nil {
		return nil, fmt.Errorf("%s names no snapshot", m.path("timestamp.json"))
	}
	name := m.path(numbered(metadata.SNAPSHOT, meta.Version))
	if s.snapshot, err = metadata.Snapshot().FromFile(name); err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	if meta = s.snapshot.Signed.Meta["targets.json"]; meta == nil {
		return nil, fmt.Errorf("%s names no targets", name)
	}
	name = m.path(numbered(metadata.TARGETS, meta.Version))
	if s.targets, err = metadata.Targets().FromFile(name); err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return s, nil
}

// signersOf are the keys that the root names for some roles.
func (m *Maker) signersOf(roles ...string) (signers, error) {
	var all signers
	for _, role := range roles {
		for _, id := range m.root.Signed.Roles[role].KeyIDs {
			signer, err := readKey(m.keys, role, id)
			if err != nil {
				return nil, err
			}
			all.add(role, signer)
		}
	}
	return all, nil
}

// advance makes the next versions of snapshot and timestamp, and of the targets too
// if they change. A number that is taken by a file is never used again, even where
// publishing was broken off before it counted.
func (m *Maker) advance(s *state, targets bool) error {
	next := func(role string, version int64) (int64, error) {
		taken, err := m.newest(role)
		return max(taken, version) + 1, err
	}
	var err error
	if targets {
		if s.targets.Signed.Version, err = next(metadata.TARGETS, s.targets.Signed.Version); err != nil {
			return err
		}
		s.targets.Signed.Expires = m.after(TargetsHold)
	}
	if s.snapshot.Signed.Version, err = next(metadata.SNAPSHOT, s.snapshot.Signed.Version); err != nil {
		return err
	}
	s.snapshot.Signed.Expires = m.after(RenewedHolds)
	s.timestamp.Signed.Version++
	s.timestamp.Signed.Expires = m.after(RenewedHolds)
	return nil
}

// write signs and writes a state: first what nothing names yet, the timestamp last.
func (m *Maker) write(s *state, by signers, targets bool) error {
	if targets {
		data, err := signed(s.targets, by[metadata.TARGETS])
		if err != nil {
			return err
		}
		if err := writeOnce(m.path(numbered(metadata.TARGETS, s.targets.Signed.Version)), data); err != nil {
			return err
		}
		s.snapshot.Signed.Meta["targets.json"] = described(s.targets.Signed.Version, data)
	}
	data, err := signed(s.snapshot, by[metadata.SNAPSHOT])
	if err != nil {
		return err
	}
	if err := writeOnce(m.path(numbered(metadata.SNAPSHOT, s.snapshot.Signed.Version)), data); err != nil {
		return err
	}
	s.timestamp.Signed.Meta["snapshot.json"] = described(s.snapshot.Signed.Version, data)
	if data, err = signed(s.timestamp, by[metadata.TIMESTAMP]); err != nil {
		return err
	}
	return durable.WriteFile(m.path("timestamp.json"), data)
}

// writeRoot signs the root and writes it.
func (m *Maker) writeRoot(by []signature.Signer) error {
	data, err := signed(m.root, by)
	if err != nil {
		return err
	}
	return writeOnce(m.path(numbered(metadata.ROOT, m.root.Signed.Version)), data)
}

// described is what is said of a file of metadata where it is named: its length
// bounds the download, and its digest binds it.
func described(version int64, data []byte) *metadata.MetaFiles {
	meta := metadata.MetaFile(version)
	meta.Length = int64(len(data))
	meta.Hashes = metadata.Hashes{"sha256": digest(data)}
	return meta
}

func signed[T metadata.Roles](m *metadata.Metadata[T], by []signature.Signer) ([]byte, error) {
	m.ClearSignatures()
	for _, signer := range by {
		if _, err := m.Sign(signer); err != nil {
			return nil, fmt.Errorf("signing: %w", err)
		}
	}
	data, err := m.ToBytes(false)
	if err != nil {
		return nil, fmt.Errorf("writing what is signed: %w", err)
	}
	return data, nil
}
