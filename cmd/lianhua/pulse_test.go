//go:build !js

package main

import (
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lianhua/internal/play"
)

// loop is a player's loop as a pulse sees it: each time it is woken it updates, and
// draws what it owes, unless it hangs.
type loop struct {
	pulse         *pulse
	hangs, unseen bool // it answers no more; it updates, but nothing is drawn
	moving        bool // each picture owes the next
}

func (l *loop) wake() {
	if l.hangs {
		return
	}
	l.pulse.updated(l.unseen || l.moving, func() play.Link { return play.Link{Scene: "hydrogen", Beat: 2} })
	if !l.unseen {
		l.pulse.drew()
	}
}

// listened is a systemd that notes what it is told.
func listened(t *testing.T) (told func() []string) {
	t.Helper()
	addr := filepath.Join(t.TempDir(), "notify")
	socket, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: addr, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { socket.Close() })
	t.Setenv("NOTIFY_SOCKET", addr)
	t.Setenv("WATCHDOG_USEC", "300000")
	t.Setenv("WATCHDOG_PID", "")
	return func() (all []string) {
		buffer := make([]byte, 256)
		for {
			socket.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
			n, err := socket.Read(buffer)
			if err != nil {
				return all
			}
			all = append(all, string(buffer[:n]))
		}
	}
}

func pulsing(t *testing.T, file string) (*loop, func() []string, *[]string) {
	t.Helper()
	told := listened(t)
	var log []string
	p := newPulse(file, false, func(line string) { log = append(log, line) })
	if p == nil || p.every != 100*time.Millisecond {
		t.Fatalf("a pulse of %v for a watchdog of 300 ms", p)
	}
	l := &loop{pulse: p}
	p.wake = l.wake
	return l, told, &log
}

// The watchdog is fed while the picture is drawn, and not while it is not: a loop that
// hangs, and one that updates without drawing.
func TestTheWatchdogIsFedWhileThePictureIsDrawn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "heartbeat")
	l, told, log := pulsing(t, file)
	l.pulse.beat()
	if got := told(); len(got) != 2 || got[0] != "READY=1" || got[1] != "WATCHDOG=1" {
		t.Errorf("told %q", got)
	}
	var h heartbeat
	if data, err := os.ReadFile(file); err != nil || json.Unmarshal(data, &h) != nil || h.At != "#hydrogen/2" || h.Frames != 1 || time.Since(h.Time) > time.Minute {
		t.Errorf("the file says %s, %v", data, err)
	}
	l.hangs = true
	l.pulse.beat()
	l.pulse.beat()
	l.hangs, l.unseen = false, true
	l.pulse.beat()
	if got := told(); len(got) != 0 || len(*log) != 1 {
		t.Errorf("not drawn, and yet told %q; the log says %q", got, *log)
	}
	l.unseen, l.moving = false, true
	l.pulse.beat()
	if got := told(); len(got) != 1 || got[0] != "WATCHDOG=1" {
		t.Errorf("drawn again: told %q", got)
	}
	l.hangs = true
	l.pulse.stop(false)
	l.pulse.beat() // was on its way
	if len(*log) != 1 {
		t.Errorf("at the end the log says %q", *log)
	}
	if got := told(); len(got) != 1 || got[0] != "STOPPING=1" {
		t.Errorf("at the end: told %q", got)
	}
}

// A folder that is gone keeps nobody from feeding the watchdog, and is told of once.
func TestAHeartbeatThatCannotBeWritten(t *testing.T) {
	l, told, log := pulsing(t, filepath.Join(t.TempDir(), "gone", "heartbeat"))
	l.pulse.beat()
	l.pulse.beat()
	if got := told(); len(got) != 3 || len(*log) != 1 {
		t.Errorf("told %q; the log says %q", got, *log)
	}
}

func TestNobodyLooks(t *testing.T) {
	t.Setenv("NOTIFY_SOCKET", "")
	t.Setenv("WATCHDOG_USEC", "")
	if p := newPulse("", false, func(string) {}); p != nil {
		t.Error("a pulse for nobody")
	}
	if p := newPulse("file", false, func(string) {}); p == nil || p.every != beatEvery {
		t.Error("no pulse for a file")
	}
}
