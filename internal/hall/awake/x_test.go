//go:build linux

package awake

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/screensaver"
	"github.com/jezek/xgb/xproto"

	"lianhua/internal/hall/x11"
	"lianhua/internal/testenv"
)

// TestMain is also a program that keeps the screen on until it is killed.
func TestMain(m *testing.M) {
	if os.Getenv("LIANHUA_TEST_HOLD") != "" {
		Start(nil, false, func(line string) { fmt.Println(line) })
		select {}
	}
	os.Exit(m.Run())
}

// holder starts such a program, and returns it when it says that it keeps the screen on.
func holder(t *testing.T, env ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(append(os.Environ(), "LIANHUA_TEST_HOLD=1", "DISPLAY=", "WAYLAND_DISPLAY=", "DBUS_SYSTEM_BUS_ADDRESS=unix:path=/none", "DBUS_SESSION_BUS_ADDRESS="), env...)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Log(line)
	return c
}

// screen is an X server of the test's own, seen by another than who keeps it on.
type screen struct {
	*testing.T
	name string
	conn *xgb.Conn
}

func newScreen(t *testing.T) *screen {
	t.Helper()
	name, end, err := testenv.VirtualDisplay(context.Background(), "1920x1200")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	conn, err := x11.Open(name, x11.ScreenSaver)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(conn.Close)
	root := xproto.Drawable(xproto.Setup(conn).DefaultScreen(conn).Root)
	if err := screensaver.SelectInputChecked(conn, root, screensaver.EventNotifyMask).Check(); err != nil {
		t.Fatal(err)
	}
	return &screen{t, name, conn}
}

func (s *screen) set(v saver) {
	s.Helper()
	if err := xproto.SetScreenSaverChecked(s.conn, v.timeout, v.interval, v.blanking, v.exposures).Check(); err != nil {
		s.Fatal(err)
	}
}

func (s *screen) saver() saver {
	s.Helper()
	v, err := xproto.GetScreenSaver(s.conn).Reply()
	if err != nil {
		s.Fatal(err)
	}
	return saver{int16(v.Timeout), int16(v.Interval), v.PreferBlanking, v.AllowExposures}
}

func (s *screen) dark() bool {
	s.Helper()
	v, err := screensaver.QueryInfo(s.conn, xproto.Drawable(xproto.Setup(s.conn).DefaultScreen(s.conn).Root)).Reply()
	if err != nil {
		s.Fatal(err)
	}
	return v.State == screensaver.StateOn
}

// darkens waits for the saver.
func (s *screen) darkens() {
	s.Helper()
	late := time.AfterFunc(10*time.Second, s.conn.Close)
	defer late.Stop()
	for !s.dark() {
		if e, err := s.conn.WaitForEvent(); e == nil && err == nil {
			s.Fatal("the saver does not come any more")
		}
	}
}

// second is a saver that comes after one.
var second = saver{1, 0, xproto.BlankingPreferred, xproto.ExposuresAllowed}

// The saver does not come while it is held, and comes as before when it is let go, yields
// to the night, or the process is killed.
func TestXStaysOnWhileItIsHeld(t *testing.T) {
	s := newScreen(t)
	s.set(second)
	stays := func() {
		t.Helper()
		time.Sleep(1500 * time.Millisecond) // what does not come cannot be waited for
		if s.dark() {
			t.Fatal("the saver comes")
		}
		if got := s.saver(); got != second {
			t.Errorf("it is set to %v", got)
		}
	}
	d := &display{dial: func() (*xgb.Conn, error) { return x11.Open(s.name) }}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(d.hold())
	stays()
	must(d.yield(false))
	s.darkens()
	must(d.hold()) // switches it on
	if s.dark() {
		t.Error("it stays dark in the morning")
	}
	stays()
	d.close()
	s.darkens()
	c := holder(t, "DISPLAY="+s.name)
	stays()
	must(c.Process.Kill())
	s.darkens()
	if got := s.saver(); got != second {
		t.Errorf("after all it is set to %v", got)
	}
}

// A full-screen window turns the saver off for good where it is killed: that is put back
// while the window stands, and by the next player.
func TestWhatAWindowLeavesBehindIsPutBack(t *testing.T) {
	s := newScreen(t)
	began := s.saver()
	s.set(window) // by one that was killed
	d := &display{dial: func() (*xgb.Conn, error) { return x11.Open(s.name) }}
	for _, want := range []saver{began, {300, 20, 1, 1}} {
		if want != began {
			s.set(want)
			if err := d.hold(); err != nil {
				t.Fatal(err)
			}
			s.set(window)
		}
		if err := d.hold(); err != nil {
			t.Fatal(err)
		}
		if got := s.saver(); got != want {
			t.Errorf("it is set to %v, want %v", got, want)
		}
	}
	own := saver{0, 600, 1, 1} // as "xset s off" sets it
	s.set(own)
	if err := d.hold(); err != nil || s.saver() != own {
		t.Errorf("the house's own is %v, %v", s.saver(), err)
	}
	d.close()
}

// A closed hall's screen is switched off when nobody touches it, and on in the morning.
func TestXIsSwitchedOff(t *testing.T) {
	s := newScreen(t)
	d := &display{idle: time.Hour, dial: func() (*xgb.Conn, error) { return x11.Open(s.name) }}
	defer d.close()
	yields := func(dark bool) {
		t.Helper()
		if err := d.yield(true); err != nil {
			t.Fatal(err)
		}
		if s.dark() != dark {
			t.Errorf("dark: %v, want %v", !dark, dark)
		}
	}
	yields(false)
	d.idle = 0
	yields(true)
	yields(true)
	if err := xproto.ForceScreenSaverChecked(s.conn, xproto.ScreenSaverReset).Check(); err != nil { // as a touch does
		t.Fatal(err)
	}
	d.idle = time.Hour
	yields(false)
	d.idle = 0
	yields(true)
	if err := d.hold(); err != nil || s.dark() {
		t.Errorf("dark in the morning: %v, %v", s.dark(), err)
	}
	yields(true)
	d.close()
	if s.dark() {
		t.Error("dark after the end")
	}
}

// A server that went and came is held anew.
func TestXIsHeldAnew(t *testing.T) {
	s := newScreen(t)
	d := &display{dial: func() (*xgb.Conn, error) { return x11.Open(s.name) }}
	if err := d.hold(); err != nil {
		t.Fatal(err)
	}
	d.conn.Close()
	if err := d.hold(); err == nil {
		t.Error("a lost connection is not noticed")
	}
	s.set(second)
	if err := d.hold(); err != nil {
		t.Error(err)
	}
	time.Sleep(1500 * time.Millisecond)
	if s.dark() {
		t.Error("the saver comes")
	}
	d.close()
	d.dial = func() (*xgb.Conn, error) { return x11.Open(":32767") }
	if err := d.hold(); err == nil {
		t.Error("a display that is not there is held")
	}
	d.close()
}
