package store

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// logged is a store whose lines are kept.
func logged(files Files, player string) (*Store, *[]string) {
	var lines []string
	return Open(files, player, func(line string) { lines = append(lines, line) }), &lines
}

func suits([]byte, bool) error { return nil }

func TestAPackThatDidNotRunWellGoesBackAndIsNotAskedForAgain(t *testing.T) {
	d := newDisk()
	update(t, d, 1, true)
	update(t, d, 2, false)
	s, lines := logged(d, "player")
	if shown := s.Begin(noon, suits); shown != 1 || s.Newest() != 2 || len(*lines) > 0 {
		t.Errorf("it shows %d, asks for what is newer than %d, says %q", shown, s.Newest(), *lines)
	}
	if err := s.Keep(2, packOf(2), noon); err == nil || !strings.Contains(err.Error(), "refused") {
		t.Errorf("it comes again: %v", err)
	}
	if s, _ := logged(d, "a newer player"); s.Newest() != 1 {
		t.Errorf("another player asks for what is newer than %d", s.Newest())
	}
	if update(t, d, 3, true) != 3 {
		t.Error("a newer one is not taken")
	}
}

// A trial that power cuts off is had once more, and the pack counts if it runs well then.
func TestAPackHasASecondTrial(t *testing.T) {
	d := newDisk()
	update(t, d, 1, true)
	s, _ := start(t, d)
	if err := errors.Join(s.Keep(2, packOf(2), noon), s.Switch(2)); err != nil {
		t.Fatal(err)
	}
	for range mostTrials {
		if s, _ = start(t, d); s.Shown() != 2 || !s.Tried() {
			t.Fatalf("pack %d is shown, on trial: %v", s.Shown(), s.Tried())
		}
	}
	if err := s.Confirm(); err != nil {
		t.Fatal(err)
	}
	for range mostFalls { // and is not counted as falling for what was before
		if s, _ = start(t, d); s.Shown() != 2 || s.Tried() {
			t.Fatalf("pack %d is shown, on trial: %v", s.Shown(), s.Tried())
		}
	}
}

// A pack that counts and ends the player again and again is left for the one before, waits
// to be tried anew, and is refused when it does so again.
func TestAPackThatFallsAgainAndAgainIsLeft(t *testing.T) {
	d := newDisk()
	update(t, d, 1, true)
	update(t, d, 2, true)
	falls := func(times int) (s *Store) {
		t.Helper()
		for range times {
			if s, _ = start(t, d); s.Shown() != 2 {
				t.Fatalf("pack %d is shown", s.Shown())
			}
			if err := errors.Join(s.Runs(), s.Runs()); err != nil { // it counts once
				t.Fatal(err)
			}
		}
		return s
	}
	s := falls(mostFalls - 1)
	if err := s.Interrupt(); err != nil { // an orderly end is no fall
		t.Fatal(err)
	}
	s = falls(mostFalls - 1)
	if err := s.Well(); err != nil {
		t.Fatal(err)
	}
	_, _ = start(t, d) // and so is one before it ran, for want of a screen
	falls(mostFalls)
	s, lines := logged(d, "player")
	if shown := s.Begin(noon, suits); shown != 1 || s.Tried() || len(*lines) != 1 || !strings.Contains((*lines)[0], "ended the player 3 times; pack 1 is shown") {
		t.Fatalf("it shows %d, on trial: %v, and says %q", shown, s.Tried(), *lines)
	}
	if v, since := s.Waits(); v != 2 || !since.Equal(noon) || s.Newest() != 2 {
		t.Errorf("pack %d waits since %v, newest %d", v, since, s.Newest())
	}
	if err := s.Switch(2); err != nil {
		t.Fatal(err)
	}
	if s, _ = start(t, d); !s.Tried() {
		t.Error("it is not on trial")
	}
	if err := s.Confirm(); err != nil {
		t.Fatal(err)
	}
	falls(mostFalls)
	if s, _ = start(t, d); s.Shown() != 1 || s.Newest() != 2 {
		t.Errorf("pack %d is shown, newest %d", s.Shown(), s.Newest())
	}
	if v, _ := s.Waits(); v != 0 {
		t.Errorf("pack %d waits", v)
	}
	if err := s.Runs(); err != nil { // the one before falls too
		t.Fatal(err)
	}
	for range mostFalls - 1 {
		s, _ = start(t, d)
		_ = s.Runs()
	}
	if s, _ = start(t, d); s.Shown() != 0 {
		t.Errorf("pack %d is shown", s.Shown())
	}
	if err := errors.Join(s.Runs(), s.Well(), s.Interrupt()); err != nil { // the built-in story is nobody's fault
		t.Error(err)
	}
}

// The line of the log says what is shown no more, why, and what is.
func TestTheLogSaysWhatIsShown(t *testing.T) {
	d := newDisk()
	update(t, d, 1, true)
	update(t, d, 2, true)
	s, lines := logged(d, "player")
	shown := s.Begin(noon, func(data []byte, _ bool) error {
		if string(data) == string(packOf(2)) {
			return errors.New("it needs\na scene")
		}
		return nil
	})
	if shown != 1 || len(*lines) != 1 || (*lines)[0] != "pack 2 is shown no more: it needs; a scene; pack 1 is shown" {
		t.Errorf("it shows %d, and says %q", shown, *lines)
	}
}

func TestAnOrderlyEndSaysNothingAgainstAPack(t *testing.T) {
	d := newDisk()
	s, _ := start(t, d)
	if err := errors.Join(s.Keep(1, packOf(1), noon), s.Switch(1)); err != nil || s.Tried() || s.Shown() != 0 {
		t.Fatal(err, s.Tried(), s.Shown())
	}
	for range 2 {
		if s, _ = start(t, d); s.Shown() != 1 || !s.Tried() {
			t.Fatalf("pack %d is shown, on trial: %v", s.Shown(), s.Tried())
		}
		if err := s.Interrupt(); err != nil {
			t.Fatal(err)
		}
	}
	for range mostTrials { // which have not begun to be counted
		if s, _ = start(t, d); s.Shown() != 1 || !s.Tried() {
			t.Fatalf("after orderly ends pack %d is shown, on trial: %v", s.Shown(), s.Tried())
		}
	}
	s.Withdraw("it draws nothing")
	if s.Tried() || s.Newest() != 1 {
		t.Error("it is still tried")
	}
	if _, shown := start(t, d); shown != 0 {
		t.Errorf("pack %d is shown", shown)
	}
}

// What one player has proved, another proves once more, and only once.
func TestAnotherPlayerProvesAnew(t *testing.T) {
	d := newDisk()
	update(t, d, 1, true)
	update(t, d, 2, true)
	for i, c := range []struct {
		player string
		want   bool
	}{{"player", true}, {"a newer player", false}, {"a newer player", true}, {"player", false}} {
		s, _ := logged(d, c.player)
		if shown := s.Begin(noon, func(_ []byte, proved bool) error {
			if proved != c.want {
				t.Errorf("start %d by %s: proved before %v", i, c.player, proved)
			}
			return nil
		}); shown != 2 {
			t.Errorf("pack %d is shown", shown)
		}
	}
	s, _ := logged(d, "a third player")
	if shown := s.Begin(noon, func(data []byte, proved bool) error {
		if string(data) == string(packOf(2)) && !proved {
			return errors.New("it cannot be drawn")
		}
		return nil
	}); shown != 1 || s.Newest() != 2 {
		t.Errorf("pack %d is shown, and what is newer than %d asked for", shown, s.Newest())
	}
}

// Nothing is switched to that is not there, not newer, or while another is tried.
func TestPacksComeInTheirOrder(t *testing.T) {
	d := newDisk()
	update(t, d, 5, true)
	s, _ := start(t, d)
	for _, version := range []uint64{0, 4, 5} {
		if s.Keep(version, packOf(version), noon) == nil || s.Switch(version) == nil {
			t.Errorf("pack %d is taken after pack 5", version)
		}
	}
	if err := errors.Join(s.Keep(6, packOf(6), noon), s.Keep(7, packOf(7), noon.Add(time.Hour))); err != nil {
		t.Fatal(err)
	}
	if v, since := s.Waits(); v != 7 || !since.Equal(noon.Add(time.Hour)) {
		t.Errorf("pack %d waits since %v", v, since)
	}
	if d.names[packName(6)] != nil {
		t.Error("what waits no more is kept")
	}
	if err := s.Switch(7); err != nil {
		t.Fatal(err)
	}
	s, _ = start(t, d)
	if err := s.Keep(8, packOf(8), noon); err != nil {
		t.Fatal(err)
	}
	if v, _ := s.Waits(); v != 0 || s.Switch(8) == nil {
		t.Error("it is switched to while another is tried")
	}
	if err := s.Confirm(); err != nil {
		t.Fatal(err)
	}
	if v, _ := s.Waits(); v != 8 {
		t.Errorf("pack %d waits", v)
	}
}

// Files that something else has broken.
func TestBrokenFilesAreSetAside(t *testing.T) {
	for name, c := range map[string]struct {
		broken []string
		shown  uint64
		lines  int
	}{
		"the present pack":    {[]string{packName(2)}, 1, 1},
		"both packs":          {[]string{packName(2), packName(1)}, 0, 2},
		"the record":          {[]string{recordName}, 1, 1}, // and the newest waits
		"record and the last": {[]string{recordName, packName(1)}, 0, 2},
	} {
		d := newDisk()
		update(t, d, 1, true)
		update(t, d, 2, true)
		for _, file := range c.broken {
			d.names[file].now[len(d.names[file].now)/2] ^= 1
		}
		s, lines := logged(d, "player")
		shown := s.Begin(noon, suits)
		if shown != c.shown || len(*lines) != c.lines {
			t.Errorf("%s: it shows %d, and says %q", name, shown, *lines)
		}
		if d.names[recordName+broken] == nil && d.names["pack"+broken] == nil {
			t.Errorf("%s: nothing is set aside", name)
		}
		if v := s.Newest(); c.broken[0] == packName(2) && v != c.shown {
			t.Errorf("%s: what is broken is not fetched again, only what is newer than %d", name, v)
		}
		_ = s.Interrupt()
		if got := update(t, d, 3, true); got != 3 && shown != 1 {
			t.Errorf("%s: then it shows %d", name, got)
		}
	}
}

// A pack that waits and cannot be read any more is fetched again.
func TestABrokenWaitingPackIsFetchedAgain(t *testing.T) {
	d := newDisk()
	s, _ := start(t, d)
	if err := s.Keep(1, packOf(1), noon); err != nil {
		t.Fatal(err)
	}
	d.names[packName(1)].now[70] ^= 1
	if v, _, err := s.Waiting(); v != 1 || !errors.Is(err, errBroken) || s.Newest() != 0 {
		t.Errorf("pack %d: %v, newest %d", v, err, s.Newest())
	}
	if update(t, d, 1, true) != 1 {
		t.Error("it is not taken when it comes again")
	}
}

// A trial whose beginning the disk does not take is not begun: the pack could fail for
// ever.
func TestWhatCannotBeNotedIsNotTried(t *testing.T) {
	d := newDisk()
	update(t, d, 1, true)
	s, _ := start(t, d)
	if err := errors.Join(s.Keep(2, packOf(2), noon), s.Switch(2)); err != nil {
		t.Fatal(err)
	}
	s, lines := logged(readOnly{d}, "player")
	if shown := s.Begin(noon, suits); shown != 1 || s.Tried() || len(*lines) != 1 || !strings.Contains((*lines)[0], "read-only") {
		t.Errorf("it shows %d, on trial: %v, and says %q", shown, s.Tried(), *lines)
	}
	if _, shown := start(t, d); shown != 2 {
		t.Errorf("then it shows %d", shown)
	}
}

type readOnly struct{ *disk }

func (readOnly) Create(string) (File, error) { return nil, errors.New("read-only file system") }
func (readOnly) Rename(string, string) error { return errors.New("read-only file system") }
func (readOnly) Remove(string) error         { return errors.New("read-only file system") }

func FuzzRecord(f *testing.F) {
	r := record{Present: 2, Previous: 1, Trial: begun, Since: noon}
	text, err := r.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(sealed))
	f.Fuzz(func(t *testing.T, text []byte) {
		if r, err := decodeRecord(text); err == nil {
			again, err := r.encode()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := decodeRecord(again); err != nil {
				t.Error(err)
			}
		}
	})
}
