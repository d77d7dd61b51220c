//go:build linux

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/hall/x11"
	"lianhua/internal/testenv"
)

// public is a kiosk at an X display where a test does what visitors do, by XTEST. Where
// they would touch something, it looks that up in a player of its own that it leads to the
// same place; where the kiosk is, its heartbeat tells.
type public struct {
	*pointed
	twin   *game
	list   draw.List
	codes  map[xproto.Keysym]byte
	words  chan string // to systemd
	beaten time.Time
	log    *bytes.Buffer // whole once it has ended
}

const publicWide, publicHigh = 640, 400

// set is the settings' file of a kiosk that forgets a visitor after so many seconds.
func (r *public) set(quiet, ask int) {
	r.Helper()
	text := fmt.Sprintf("start = \"households/2\"\nspeed = 4\nquiet = %d\nask = %d\n[staff]\ncode = \"2580\"\n[screen]\ndrift = 0\n[watch]\nlook = %s\nheartbeat = %s\n", quiet, ask, literal(r.dir), literal(filepath.Join(r.dir, "heartbeat")))
	next := filepath.Join(r.dir, "kiosk.next")
	if err := os.WriteFile(next, []byte(text), 0o644); err != nil {
		r.Fatal(err)
	}
	if err := os.Rename(next, r.settings()); err != nil {
		r.Fatal(err)
	}
}

func (r *public) settings() string { return filepath.Join(r.dir, "kiosk.toml") }

func openPublic(t *testing.T) *public {
	t.Helper()
	display, end, err := testenv.VirtualDisplay(t.Context(), fmt.Sprintf("%dx%d", publicWide, publicHigh))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	r := &public{pointed: &pointed{running: &running{T: t, display: display, lines: make(chan string, 256)}, dir: t.TempDir()}, codes: map[xproto.Keysym]byte{}, log: &bytes.Buffer{}}
	if r.conn, err = x11.Open(display, x11.XTest, x11.XFixes); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.conn.Close)
	setup := xproto.Setup(r.conn)
	r.root = setup.DefaultScreen(r.conn).Root
	first := setup.MinKeycode
	m, err := xproto.GetKeyboardMapping(r.conn, first, byte(setup.MaxKeycode-first+1)).Reply()
	if err != nil {
		t.Fatal(err)
	}
	for i, sym := range m.Keysyms {
		if _, known := r.codes[sym]; !known {
			r.codes[sym] = byte(int(first) + i/int(m.KeysymsPerKeycode))
		}
	}
	r.set(3600, 0)
	r.twin, _, _ = kiosk(t, "[staff]\ncode = \"2580\"\n[screen]\ndrift = 0\n", "")
	r.begin()
	return r
}

// begin starts the player as systemd would.
func (r *public) begin() {
	r.Helper()
	socket := filepath.Join(r.dir, fmt.Sprintf("notify-%d", time.Now().UnixNano()))
	heard, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: socket, Net: "unixgram"})
	if err != nil {
		r.Fatal(err)
	}
	r.Cleanup(func() { heard.Close() })
	words := make(chan string, 4096) // a player whose words nobody takes waits
	r.words = words
	go func() {
		defer close(words)
		for buf := make([]byte, 256); ; {
			n, err := heard.Read(buf)
			if err != nil {
				return
			}
			words <- string(buf[:n])
		}
	}()
	r.cmd = exec.Command(os.Args[0], "--kiosk", "--settings", r.settings())
	// A word is due three times a second; the system would wait three times as long.
	r.cmd.Env = append(os.Environ(), "LIANHUA_TEST_PLAYS=1", "WAYLAND_DISPLAY=", "DISPLAY="+r.display, "NOTIFY_SOCKET="+socket, "WATCHDOG_USEC=900000")
	r.cmd.Stderr = r.log
	if err := r.cmd.Start(); err != nil {
		r.Fatal(err)
	}
	r.Cleanup(func() { _ = r.cmd.Process.Kill() })
}

// hears waits for a word to systemd.
func (r *public) hears(want string) {
	r.Helper()
	late := time.After(time.Minute)
	for {
		select {
		case word := <-r.words:
			if word == want {
				return
			}
		case <-late:
			_ = r.cmd.Process.Kill()
			err := r.cmd.Wait()
			r.Fatalf("systemd does not hear %q: %v, %s", want, err, r.log)
		}
	}
}

// at waits until a heartbeat later than the last one seen tells a place that has all parts,
// and none with "!" before it.
func (r *public) at(parts ...string) heartbeat {
	r.Helper()
	h, ok := r.comes(time.Minute, parts)
	if !ok {
		r.Fatalf("it is at %s, want %q", h.At, parts)
	}
	return h
}

func (r *public) comes(within time.Duration, parts []string) (h heartbeat, ok bool) {
	const every = 50 * time.Millisecond
	file := filepath.Join(r.dir, "heartbeat")
	for range within / every {
		time.Sleep(every)
		info, err := os.Stat(file)
		if err != nil || !info.ModTime().After(r.beaten) {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil || json.Unmarshal(data, &h) != nil {
			continue
		}
		fits := true
		for _, part := range parts {
			bare, not := strings.CutPrefix(part, "!")
			fits = fits && strings.Contains(h.At, bare) != not
		}
		if fits {
			r.beaten = info.ModTime()
			return h, true
		}
	}
	return h, false
}

// tap touches a point until the kiosk comes to a place: a machine that is busy may draw no
// frame while a finger is down, and miss it.
func (r *public) tap(at geom.Pt, parts ...string) heartbeat {
	r.Helper()
	var h heartbeat
	for range 4 {
		r.touch(at)
		var ok bool
		if h, ok = r.comes(15*time.Second, parts); ok {
			return h
		}
	}
	r.Fatalf("touched at %v, it is at %s, want %q", at, h.At, parts)
	return h
}

// whereIs is the middle of a mark in the picture of a place, at rest.
func (r *public) whereIs(place string, want func(m *draw.Mark) bool) geom.Pt {
	r.Helper()
	m := r.twin.machine
	if !m.Open(place) {
		r.Fatalf("the twin is not led to %s", place)
	}
	m.Arrive()
	for range 4 { // until the controls are there
		m.Tick(0.25)
	}
	m.Draw(&r.list, geom.R(0, 0, publicWide, publicHigh))
	return r.among(want)
}

func (r *public) among(want func(m *draw.Mark) bool) geom.Pt {
	r.Helper()
	for i := range r.list.Marks {
		if k := &r.list.Marks[i]; want(k) {
			at := r.list.Bounds(i).Center()
			if hit := r.list.HitIndex(at); hit >= 0 && r.list.Marks[hit].ID == k.ID {
				return at
			}
		}
	}
	r.Fatal("there is no such mark to be touched")
	return geom.Pt{}
}

func named(name string) func(m *draw.Mark) bool {
	return func(m *draw.Mark) bool { return m.ID == draw.Name(name) }
}

// press presses keys together, the last one last.
func (r *public) press(keys ...xproto.Keysym) {
	r.Helper()
	key := func(kind byte, sym xproto.Keysym) {
		r.Helper()
		code, known := r.codes[sym]
		if !known {
			r.Fatalf("the keyboard has no key %#x", sym)
		}
		r.fake(kind, code, geom.Pt{})
	}
	for _, k := range keys {
		key(xproto.KeyPress, k)
	}
	time.Sleep(100 * time.Millisecond) // as a hand does: the player looks at keys once a frame
	for i := range keys {
		key(xproto.KeyRelease, keys[len(keys)-1-i])
	}
}

// fake does one thing with a key, a button or the pointer.
func (r *public) fake(kind, detail byte, at geom.Pt) {
	r.Helper()
	if err := xtest.FakeInputChecked(r.conn, kind, detail, 0, r.root, int16(at.X), int16(at.Y), 0).Check(); err != nil {
		r.Fatal(err)
	}
}

// pixels are the screen's, four bytes each.
func (r *public) pixels() []byte {
	r.Helper()
	seen, err := xproto.GetImage(r.conn, xproto.ImageFormatZPixmap, xproto.Drawable(r.root), 0, 0, publicWide, publicHigh, 1<<32-1).Reply()
	if err != nil {
		r.Fatal(err)
	}
	return seen.Data
}

// screenHash tells one picture of the screen from another.
func (r *public) screenHash() uint64 {
	r.Helper()
	h := fnv.New64a()
	h.Write(r.pixels())
	return h.Sum64()
}

// isCovered waits until something lies over most of a picture, and not a finger alone.
func (r *public) isCovered(before []byte) {
	r.Helper()
	off := 0
	for range 300 {
		off = 0
		now := r.pixels()
		for i := 0; i < len(now); i += 4 {
			if !bytes.Equal(now[i:i+3], before[i:i+3]) {
				off++
			}
		}
		if 4*4*off > len(now) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	r.Fatalf("of %d pixels, %d have changed", len(before)/4, off)
}

// resting waits until the screen stands still, and tells how it looks.
func (r *public) resting() uint64 {
	r.Helper()
	last, same := r.screenHash(), 0
	for range 600 {
		time.Sleep(100 * time.Millisecond)
		now := r.screenHash()
		if same++; now != last {
			last, same = now, 0
		}
		if same >= 8 {
			return now
		}
	}
	r.Fatal("the screen does not come to rest")
	return 0
}

// becomes waits until the screen looks so, or not.
func (r *public) becomes(hash uint64, so bool) {
	r.Helper()
	for range 600 {
		if (r.screenHash() == hash) == so {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	r.Fatalf("the screen has not come to look as it should (as before: %v)", so)
}

// Key symbols of X.
const (
	keyEscape, keyTab, keyF4, keyF11                = 0xff1b, 0xff09, 0xffc1, 0xffc8
	keyAlt, keyControl, keyShift, keySuper, keyBack = 0xffe9, 0xffe3, 0xffe1, 0xffeb, 0xff08
	keyDelete                                       = 0xffff
)
