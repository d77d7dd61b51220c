package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// noon is when packs of the tests are fetched.
var noon = time.Date(2026, 5, 3, 12, 0, 0, 0, time.UTC)

// packOf is a pack's bytes, by which its version is known.
func packOf(version uint64) []byte {
	return []byte(fmt.Sprintf("pack %d %s", version, strings.Repeat("figures ", 9)))
}

// start begins a kiosk as the player does, and returns what it shows. A pack that is not
// whole fails the test.
func start(t *testing.T, files Files) (s *Store, shown uint64) {
	t.Helper()
	s = Open(files, "player", func(string) {})
	var data []byte
	shown = s.Begin(noon, func(d []byte, _ bool) error { data = d; return nil })
	if shown != 0 && string(data) != string(packOf(shown)) {
		t.Fatalf("pack %d is shown as %q", shown, data)
	}
	return s, shown
}

// update takes a pack as a kiosk does, from fetching it to the end of its trial, and
// returns what is shown in the end.
func update(t *testing.T, files Files, version uint64, good bool) (shown uint64) {
	t.Helper()
	s, _ := start(t, files)
	_ = s.Confirm() // of one whose trial was cut off
	_ = s.Keep(version, packOf(version), noon)
	if v, _ := s.Waits(); v != version {
		return s.Shown()
	}
	if _, data, err := s.Waiting(); err != nil || string(data) != string(packOf(version)) {
		return s.Shown()
	}
	_ = s.Switch(version)
	s, _ = start(t, files)
	if good {
		_ = s.Confirm()
		return s.Shown()
	}
	for range mostTrials { // it broke down before it counted, each time
		_, shown = start(t, files)
	}
	return shown
}

// scenarios are what a kiosk does after some packs, and which versions it may show while
// and after it does: old, new.
var scenarios = map[string]struct {
	before []uint64
	run    func(t *testing.T, files Files)
	may    []uint64
}{
	"the first update": {nil, func(t *testing.T, files Files) { update(t, files, 1, true) }, []uint64{0, 1}},
	"the second":       {[]uint64{1}, func(t *testing.T, files Files) { update(t, files, 2, true) }, []uint64{1, 2}},
	"the fourth":       {[]uint64{1, 2, 3}, func(t *testing.T, files Files) { update(t, files, 4, true) }, []uint64{3, 4}},
	"one that fails":   {[]uint64{1}, func(t *testing.T, files Files) { update(t, files, 2, false) }, []uint64{1, 2}},
	"a failing first":  {nil, func(t *testing.T, files Files) { update(t, files, 1, false) }, []uint64{0, 1}},
	"one refused": {[]uint64{1}, func(t *testing.T, files Files) {
		s, _ := start(t, files)
		_ = s.Keep(2, packOf(2), noon)
		_ = s.Refuse(2)
	}, []uint64{1}},
	"one that counts, and falls again and again": {[]uint64{1, 2}, func(t *testing.T, files Files) {
		for range mostFalls + 1 {
			s, _ := start(t, files)
			_ = s.Runs()
		}
		s, _ := start(t, files)
		_ = s.Switch(2)
		s, _ = start(t, files)
		_ = s.Confirm()
		_ = s.Runs()
		_ = s.Well()
	}, []uint64{1, 2}},
	"one that comes while another is tried": {[]uint64{1}, func(t *testing.T, files Files) {
		s, _ := start(t, files)
		_ = s.Keep(2, packOf(2), noon)
		_ = s.Switch(2)
		s, _ = start(t, files)
		_ = s.Keep(3, packOf(3), noon)
		_ = s.Interrupt()
		s, _ = start(t, files)
		_ = s.Confirm()
		_ = s.Switch(3)
		s, _ = start(t, files)
		_ = s.Confirm()
	}, []uint64{1, 2, 3}},
}

// Wherever it is cut, by power or by a kill, and its next start too, a kiosk shows the old
// pack or the new one, whole, and takes a later one.
func TestEveryCutLeavesAWholePack(t *testing.T) {
	const late = 9
	for name, c := range scenarios {
		cuts, starts := 0, 0
		fine := func(d *disk, what string) {
			t.Helper()
			starts++
			d.cut, d.off = 0, false
			if lost := missing(d); len(lost) > 0 {
				t.Fatalf("%s, %s: the record names %v, which are not there whole", name, what, lost)
			}
			_, shown := start(t, d)
			if !has(c.may, shown) {
				t.Fatalf("%s, %s: it shows pack %d, not one of %v", name, what, shown, c.may)
			}
			if got := update(t, d, late, true); got != late {
				t.Fatalf("%s, %s: then it does not take pack %d, and shows %d", name, what, late, got)
			}
		}
		for cut := 1; ; cut++ {
			d := newDisk()
			for _, v := range c.before {
				if update(t, d, v, true) != v {
					t.Fatal("a pack is not taken")
				}
			}
			d.cut = d.done + cut
			c.run(t, d)
			if !d.off {
				if cuts = cut - 1; cuts < 10 {
					t.Fatalf("%s has %d operations", name, cuts)
				}
				break
			}
			for i, found := range d.after() {
				what := fmt.Sprintf("cut at operation %d, found as %d", cut, i)
				fine(found.clone(), what)
				for again := 1; ; again++ {
					next := found.clone()
					next.cut = again
					start(t, next)
					if !next.off {
						break
					}
					for j, last := range next.after() {
						fine(last, fmt.Sprintf("%s, its start cut at %d, found as %d", what, again, j))
					}
				}
			}
		}
		t.Logf("%s: %d cuts, %d starts", name, cuts, starts)
	}
}

// missing are the packs that the record names and the disk does not have whole.
func missing(d *disk) (lost []uint64) {
	c := d.names[recordName]
	if c == nil {
		return nil
	}
	r, err := decodeRecord(c.now)
	for _, v := range []uint64{r.Present, r.Previous, r.Waiting} {
		if c := d.names[packName(v)]; v != 0 && (c == nil || string(c.now) != string(seal(packOf(v)))) {
			lost = append(lost, v)
		}
	}
	if err != nil {
		lost = append(lost, 0)
	}
	return lost
}

func has(all []uint64, v uint64) bool {
	for _, a := range all {
		if a == v {
			return true
		}
	}
	return false
}

// An operation that fails, as on a full or a worn disk, changes nothing of what is shown
// but from the old to the new, and keeps no later pack away.
func TestEveryFailureLeavesAWholePack(t *testing.T) {
	const late = 9
	for name, c := range scenarios {
		for at := 1; ; at++ {
			d := newDisk()
			for _, v := range c.before {
				update(t, d, v, true)
			}
			d.cut, d.fails = d.done+at, errors.New("no space left on device")
			c.run(t, d)
			if d.done < d.cut {
				break
			}
			d.cut = 0
			may := append([]uint64{0}, c.may...) // what cannot be read is not shown
			if _, shown := start(t, d); !has(may, shown) {
				t.Fatalf("%s, operation %d fails: it shows pack %d", name, at, shown)
			}
			if got := update(t, d, late, true); got != late {
				t.Fatalf("%s, operation %d fails: then it shows pack %d", name, at, got)
			}
		}
	}
}
