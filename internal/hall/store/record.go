package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
)

// record says which pack is which, by version; 0: the built-in story, or none.
type record struct {
	Present  uint64    `json:"present"`
	Previous uint64    `json:"previous"`
	Waiting  uint64    `json:"waiting"`
	Since    time.Time `json:"since"`   // it waits
	Trial    trial     `json:"trial"`   // of the present one
	Falls    uint8     `json:"falls"`   // starts with it that have come to no good end
	Proved   string    `json:"proved"`  // the player that has drawn it unseen
	Doubted  uint64    `json:"doubted"` // that was left for falling, and is tried anew
	Refused  uint64    `json:"refused"`
	By       string    `json:"by"` // the player that refused it
}

// trial is how far a pack is that was switched to.
type trial string

const (
	counts   trial = ""         // it has run well
	switched trial = "switched" // the next start shows it
	begun    trial = "begun"    // it was shown, and has not run for long enough
)

// names reports whether a record needs the pack of a version.
func (r *record) names(version uint64) bool {
	return version != 0 && (version == r.Present || version == r.Previous || version == r.Waiting)
}

// The names of the files. What is written aside has a name of its own, and so has what is
// broken: the last one of each kind is kept, for whoever wants to know.
const (
	recordName = "record"
	packPrefix = "pack-"
	aside      = ".next"
	broken     = ".broken"
)

func packName(version uint64) string { return packPrefix + strconv.FormatUint(version, 10) }

// versionOf is the version of a pack's file; false for another file.
func versionOf(name string) (uint64, bool) {
	digits, ok := strings.CutPrefix(name, packPrefix)
	v, err := strconv.ParseUint(digits, 10, 64)
	return v, ok && err == nil && v > 0 && packName(v) == name
}

// seal begins a file's content with a line of its digest, by which it is known to be
// whole.
func seal(content []byte) []byte {
	sum := sha256.Sum256(content)
	return append([]byte(sealed+hex.EncodeToString(sum[:])+"\n"), content...)
}

const sealed = "lianhua 1 "

var errBroken = errors.New("its file is broken")

func unseal(file []byte) ([]byte, error) {
	line, content, _ := bytes.Cut(file, []byte("\n"))
	sum := sha256.Sum256(content)
	if string(line) != sealed+hex.EncodeToString(sum[:]) {
		return nil, errBroken
	}
	return content, nil
}

func (r *record) encode() ([]byte, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	return seal(append(text, '\n')), nil
}

func decodeRecord(file []byte) (record, error) {
	var r record
	text, err := unseal(file)
	if err == nil {
		err = json.Unmarshal(text, &r)
	}
	if err != nil || r.Trial != counts && r.Trial != switched && r.Trial != begun {
		return record{}, errBroken
	}
	return r, nil
}

// guess is a record in place of a broken one, by the packs that are there: the newest may
// not have been proved, and waits; the one before was proved, and is tried once more.
func guess(versions []uint64) record {
	slices.Sort(versions)
	slices.Reverse(versions)
	var r record
	for i, v := range versions {
		switch i {
		case 0:
			r.Waiting = v
		case 1:
			r.Present, r.Trial = v, switched
		case 2:
			r.Previous = v
		}
	}
	return r
}
