package store

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Store is a kiosk's packs.
type Store struct {
	files  Files
	player string
	log    func(string)

	mu     sync.Mutex
	record record
	shown  uint64 // since Begin
	runs   bool   // it is noted as running
}

// Open reads what a folder has. player is the program's version; log takes a line for
// each thing that is wrong.
func Open(files Files, player string, log func(string)) *Store {
	s := &Store{files: files, player: player, log: log}
	data, err := files.Read(recordName)
	gone := errors.Is(err, fs.ErrNotExist)
	if err != nil && !gone {
		log("packs: the record cannot be read: " + oneLine(err) + "; the built-in story is shown")
		return s // and nothing is tidied away
	}
	if err == nil {
		s.record, err = decodeRecord(data)
	}
	if err != nil {
		s.rebuild(gone)
	}
	s.tidy()
	return s
}

// rebuild makes a record of the packs that are there, in place of one that is broken or
// gone.
func (s *Store) rebuild(gone bool) {
	var versions []uint64
	all, err := s.files.Names()
	for _, name := range all {
		if v, ok := versionOf(name); ok {
			versions = append(versions, v)
		}
	}
	said := "packs: the record is gone"
	if !gone {
		said = "packs: the record is broken, and set aside as " + recordName + broken
		err = errors.Join(err, s.files.Rename(recordName, recordName+broken))
	}
	s.record = guess(versions)
	if gone && s.record == (record{}) && err == nil {
		return // the folder is new
	}
	// A name that a killed process left unsynced must not go when the record's stays.
	if err = errors.Join(err, s.files.Sync(), s.write(s.record)); err != nil {
		said += " (" + oneLine(err) + ")"
	}
	s.log(said + "; the newest pack waits to be proved anew, and the one before is tried anew")
}

// tidy removes what the record does not name. What it does name is on the disk first: a
// power cut after it must not bring a record back that names what is gone.
func (s *Store) tidy() {
	all, err := s.files.Names()
	if err != nil {
		return
	}
	synced := false
	for _, name := range all {
		v, pack := versionOf(name)
		if !(pack && !s.record.names(v)) && !strings.HasSuffix(name, aside) {
			continue
		}
		if !synced && s.files.Sync() != nil {
			return
		}
		synced = true
		_ = s.files.Remove(name) // it is tried again at the next start
	}
}

// write makes next the record, on the disk first.
func (s *Store) write(next record) error {
	data, err := next.encode()
	if err == nil {
		err = s.put(recordName, data)
	}
	if err != nil {
		return fmt.Errorf("the record of packs is not written: %w", err)
	}
	s.record = next
	return nil
}

// put writes a file whole, so that it outlasts a power cut when it returns.
func (s *Store) put(name string, content []byte) error {
	f, err := s.files.Create(name + aside)
	if err != nil {
		return err
	}
	if _, err = f.Write(content); err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = s.files.Rename(name+aside, name)
	}
	if err != nil {
		return errors.Join(err, s.files.Remove(name+aside)) // a full disk has need of it
	}
	return s.files.Sync()
}

// read gives a pack whole. A broken one is set aside.
func (s *Store) read(version uint64) ([]byte, error) {
	data, err := s.files.Read(packName(version))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("its file is gone")
	}
	if err != nil {
		return nil, err
	}
	if data, err = unseal(data); err != nil {
		return nil, errors.Join(err, s.files.Rename(packName(version), strings.TrimSuffix(packPrefix, "-")+broken))
	}
	return data, nil
}

// title is how a line of the log calls a version.
func title(version uint64) string {
	if version == 0 {
		return "the built-in story"
	}
	return "pack " + strconv.FormatUint(version, 10)
}

// Newest is the newest version that need not be fetched: kept, or refused by this player.
func (s *Store) Newest() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.newest()
}

func (s *Store) newest() uint64 {
	v := max(s.record.Present, s.record.Waiting)
	if s.record.By == s.player {
		v = max(v, s.record.Refused)
	}
	return v
}

// Keep has a pack that was fetched wait, in place of one that waits.
func (s *Store) Keep(version uint64, data []byte, now time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if version <= s.newest() {
		return fmt.Errorf("%s is not newer than %s, which is kept or was refused", title(version), title(s.newest()))
	}
	if err := s.put(packName(version), seal(data)); err != nil {
		return fmt.Errorf("%s is not kept: %w", title(version), err)
	}
	next := s.record
	next.Waiting, next.Since = version, now.Round(time.Second)
	if err := s.write(next); err != nil {
		return fmt.Errorf("%s is not kept: %w", title(version), err)
	}
	s.tidy()
	return nil
}

// Waits is the version that waits, and since when; 0: none does, or the present one is
// still on trial.
func (s *Store) Waits() (version uint64, since time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.record.Trial != counts {
		return 0, time.Time{}
	}
	return s.record.Waiting, s.record.Since
}

// Waiting gives the pack that waits. One that cannot be read waits no more: it will be
// fetched again.
func (s *Store) Waiting() (version uint64, data []byte, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	version = s.record.Waiting
	if version == 0 {
		return 0, nil, errors.New("no pack waits")
	}
	if data, err = s.read(version); err != nil {
		next := s.record
		next.Waiting = 0
		err = errors.Join(err, s.write(next))
	}
	return version, data, err
}

// Switch has the next start show the pack of a version, which waits and has been proved.
func (s *Store) Switch(version uint64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.record
	if version == 0 || next.Waiting != version || next.Trial != counts {
		return fmt.Errorf("%s does not wait to be shown", title(version))
	}
	next.Present, next.Previous, next.Waiting, next.Trial, next.Proved, next.Falls = version, next.Present, 0, switched, s.player, 0
	if err := s.write(next); err != nil {
		return err
	}
	s.tidy()
	return nil
}

// Refuse has the pack of a version, which waits, wait no more.
func (s *Store) Refuse(version uint64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.record
	if next.Waiting == version {
		next.Waiting = 0
	}
	s.refuse(&next, version)
	if err := s.write(next); err != nil {
		s.record = next // it is not asked for again before the next start
		return err
	}
	s.tidy()
	return nil
}

func (s *Store) refuse(r *record, version uint64) {
	if r.By != s.player {
		r.Refused = 0
	}
	r.Refused, r.By = max(r.Refused, version), s.player
}
