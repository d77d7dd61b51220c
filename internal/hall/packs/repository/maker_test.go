package repository_test

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"lianhua/internal/hall/packs/repository"
)

func TestNewKeysAreFollowedFromTheFirstRoot(t *testing.T) {
	for _, role := range repository.Roles() {
		t.Run(role, func(t *testing.T) {
			h := newHouse(t)
			h.publish(1)
			h.fetches(h.folder, 1)
			knows := h.kept
			for range 3 {
				before := h.copied()
				h.must(h.Rotate(role))
				// A host that has all but the new root, and one that has the new root too.
				h.kept = t.TempDir()
				half := h.copied()
				newest, err := filepath.Glob(filepath.Join(half, "*.root.json"))
				h.must(err)
				h.must(os.Remove(newest[len(newest)-1]))
				h.fetches(half, 1)
				h.fetches(h.folder, 1)
				if role != "root" {
					h.refuses(h.options(before), "")
				}
			}
			h.publish(2)
			h.kept = knows
			h.fetches(h.folder, 2)
			again, err := repository.Open(h.folder, h.keys, h.clock)
			h.must(err)
			h.Maker = again
			h.publish(3)
			h.fetches(h.folder, 3)
		})
	}
}

// Once a kiosk knows of a new root, a host without it cannot have the old key back.
func TestOldKeysAreNotTakenAgain(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	stolen := h.copied()
	h.must(h.Rotate("targets"))
	h.must(h.Rotate("timestamp"))
	h.fetches(h.folder, 1)
	old, err := repository.Open(stolen, h.keys, h.clock)
	h.must(err)
	for range 5 {
		h.must(old.Publish()) // signed by the old keys, and newer
	}
	h.must(old.Add(pack(9), 1))
	h.must(old.Publish())
	h.refuses(h.options(stolen), "not signed by the keys")
}

func TestLostKeysAreExplained(t *testing.T) {
	for _, role := range repository.Roles() {
		h := newHouse(t)
		h.publish(1)
		names, err := filepath.Glob(filepath.Join(h.keys, role+"-*.pem"))
		h.must(err)
		if len(names) != 1 {
			t.Fatalf("%s has the keys %q", role, names)
		}
		h.must(os.Remove(names[0]))
		h.must(h.Add(pack(2), 1))
		err = h.Publish()
		if role == "root" {
			h.must(err)
			err = h.Rotate("targets")
		}
		if _, lost := errors.AsType[*repository.LostKey](err); !lost || !strings.Contains(err.Error(), names[0]) {
			t.Fatalf("%s: %v", role, err)
		}
		if role == "root" {
			continue
		}
		h.must(h.Rotate(role))
		h.must(h.Publish())
		h.fetches(h.folder, 2)
	}
}

func TestRenewalNeedsTwoKeys(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	for _, role := range []string{"root", "targets"} {
		names, err := filepath.Glob(filepath.Join(h.keys, role+"-*.pem"))
		h.must(err)
		h.must(os.Remove(names[0]))
	}
	h.now = opened.Add(repository.RenewedHolds)
	h.must(h.Publish())
	h.fetches(h.folder, 1)
	end, err := h.Expires()
	h.must(err)
	if want := h.now.Add(repository.RenewedHolds); !end.Equal(want) {
		t.Errorf("it expires %v, want %v", end, want)
	}
	h.now = opened.Add(repository.TargetsHold - repository.RenewedHolds + time.Hour)
	if err := h.Publish(); err == nil {
		t.Error("the list of packs is renewed without its key")
	}
}

func TestKeysAreTheirOwnersAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes of files say little there")
	}
	h := newHouse(t)
	names, err := filepath.Glob(filepath.Join(h.keys, "*.pem"))
	h.must(err)
	for _, name := range names {
		info, err := os.Stat(name)
		h.must(err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", name, info.Mode())
		}
		h.must(os.Chmod(name, 0o644))
	}
	if err := h.Publish(); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("keys that all read: %v", err)
	}
	for _, keys := range []string{h.folder, filepath.Join(h.folder, "keys")} {
		if _, err := repository.Init(h.folder, keys, nil); err == nil || !strings.Contains(err.Error(), "would be published") {
			t.Errorf("keys in %s: %v", keys, err)
		}
	}
	if _, err := repository.Init(h.folder, h.keys, nil); err == nil || !strings.Contains(err.Error(), "already") {
		t.Errorf("a second time: %v", err)
	}
	if _, err := repository.Open(t.TempDir(), h.keys, nil); err == nil || !strings.Contains(err.Error(), "packs init") {
		t.Errorf("no repository: %v", err)
	}
}

func TestSharesSplitKiosksByTheirNames(t *testing.T) {
	const kiosks = 1000
	taken := func(version uint64, share float64) (names []string) {
		for i := range kiosks {
			if name := "hall-" + strconv.Itoa(i); repository.Takes(name, version, share) {
				names = append(names, name)
			}
		}
		return names
	}
	for _, share := range []float64{0, 0.1, 0.5, 0.9, 1} {
		got := len(taken(7, share))
		// Four standard deviations of 1000 coins: 63.
		if want := int(share * kiosks); got < want-63 || got > want+63 || (share == 0 || share == 1) && got != want {
			t.Errorf("%d of %d kiosks take a share of %v", got, kiosks, share)
		}
	}
	for _, name := range taken(7, 0.1) {
		if !repository.Takes(name, 7, 0.2) {
			t.Errorf("%s takes less of more", name)
		}
	}
	same := 0
	for _, name := range taken(7, 0.1) {
		if repository.Takes(name, 8, 0.1) {
			same++
		}
	}
	if same > 40 {
		t.Errorf("%d kiosks are among the first again", same)
	}
}

func TestReleasesAreStaged(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	h.must(h.Add(pack(2), 0.5))
	h.must(h.Publish())
	count := func() (n int) {
		t.Helper()
		for i := range 20 {
			o := h.options(h.folder)
			o.Name, o.Have = "hall-"+strconv.Itoa(i), 1
			version, _, err := repository.Fetch(t.Context(), o)
			h.must(err)
			if want := repository.Takes(o.Name, 2, 0.5); want != (version == 2) {
				t.Errorf("%s has version %d", o.Name, version)
			}
			n += int(version - 1)
		}
		return n
	}
	if n := count(); n < 3 || n > 17 {
		t.Errorf("%d of 20 kiosks have it", n)
	}
	o := h.options(h.folder)
	for i := 0; i < 100 && repository.Takes(o.Name, 2, 0.5); i++ {
		o.Name = strconv.Itoa(i)
	}
	h.fetchesBy(o, 1) // the others go on having the one before, a new kiosk among them
	h.must(h.Share(2, 1))
	h.must(h.Publish())
	h.fetchesBy(o, 2)
	for _, share := range []float64{-0.1, 1.1} {
		if err := h.Share(2, share); err == nil {
			t.Errorf("a share of %v is taken", share)
		}
	}
	if err := h.Share(3, 1); err == nil || !strings.Contains(err.Error(), "add it first") {
		t.Errorf("a version that is not there: %v", err)
	}
}

// A power cut while files are written leaves what nothing names yet.
func TestWhatIsNamedIsThereBefore(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	inOrder := func(patterns ...string) {
		t.Helper()
		var last os.FileInfo
		for _, pattern := range patterns {
			names, err := filepath.Glob(filepath.Join(h.folder, pattern))
			h.must(err)
			if len(names) != 1 {
				t.Fatalf("%s is %q", pattern, names)
			}
			info, err := os.Stat(names[0])
			h.must(err)
			if last != nil && info.ModTime().Before(last.ModTime()) {
				t.Errorf("%s was written before %s", info.Name(), last.Name())
			}
			last = info
		}
	}
	inOrder("packs/*.lhp", "2.targets.json", "2.snapshot.json", "timestamp.json")
	h.must(h.Rotate("snapshot"))
	inOrder("3.targets.json", "3.snapshot.json", "timestamp.json", "2.root.json")
}

// A file that a mirror may have kept since publishing was broken off is not replaced.
func TestNumbersAreNotUsedTwice(t *testing.T) {
	h := newHouse(t)
	h.publish(1)
	for _, name := range []string{"3.targets.json", "3.snapshot.json"} {
		h.must(os.WriteFile(filepath.Join(h.folder, name), []byte("broken off"), 0o644))
	}
	h.publish(2)
	h.fetches(h.folder, 2)
	for _, name := range []string{"3.targets.json", "3.snapshot.json"} {
		if data, err := os.ReadFile(filepath.Join(h.folder, name)); err != nil || string(data) != "broken off" {
			t.Errorf("%s is %q, %v", name, data, err)
		}
	}
}

func TestVersionsOnlyRise(t *testing.T) {
	h := newHouse(t)
	h.publish(3)
	for _, version := range []uint64{0, 1, 3} {
		if err := h.Add(pack(version), 1); err == nil {
			t.Errorf("version %d is taken after 3", version)
		}
	}
	list, err := h.Packs()
	h.must(err)
	if len(list) != 1 || list[0].Version != 3 || list[0].Share != 1 {
		t.Errorf("%+v", list)
	}
	h.publish(math.MaxUint64)
	h.fetches(h.folder, math.MaxUint64)
}
