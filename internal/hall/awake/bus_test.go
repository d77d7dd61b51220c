//go:build linux

package awake

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// daemon starts a message bus of the test's own.
func daemon(t *testing.T) (address string) {
	t.Helper()
	dir := t.TempDir()
	config := filepath.Join(dir, "bus.conf")
	text := fmt.Sprintf(`<busconfig><type>session</type><listen>unix:path=%s/bus</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`, dir)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("dbus-daemon", "--nofork", "--print-address", "--config-file="+config)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatalf("%v; the package dbus-daemon has it", err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	address, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address)
}

// serve puts an object on the bus, under its service's name.
func serve(t *testing.T, address, service, iface string, path dbus.ObjectPath, object any) *dbus.Conn {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if err := conn.Export(object, path, iface); err != nil {
		t.Fatal(err)
	}
	if r, err := conn.RequestName(service, 0); err != nil || r != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(r, err)
	}
	return conn
}

// manager is a logind: a lock is the end of a pipe, and is let go when that is closed.
type manager struct {
	asked chan string
	freed chan struct{}
}

func newManager() *manager { return &manager{make(chan string, 4), make(chan struct{}, 4)} }

func (m *manager) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	r, w, err := os.Pipe()
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	go func() {
		_, _ = r.Read(make([]byte, 1))
		m.freed <- struct{}{}
	}()
	m.asked <- what + " " + who + " " + mode
	// The answer has a copy of it; this one would keep the lock.
	time.AfterFunc(500*time.Millisecond, func() { w.Close() })
	return dbus.UnixFD(w.Fd()), nil
}

func (m *manager) is(t *testing.T, held bool) {
	t.Helper()
	if !held {
		select {
		case <-m.freed:
		case <-time.After(10 * time.Second):
			t.Fatal("the lock is not let go")
		}
		return
	}
	select {
	case asked := <-m.asked:
		if asked != "idle lianhua block" {
			t.Errorf("asked for %q", asked)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("no lock is asked for")
	}
	select {
	case <-m.freed:
		t.Fatal("the lock is let go")
	case <-time.After(time.Second): // what does not come cannot be waited for
	}
}

func TestLogindIsHeld(t *testing.T) {
	address := daemon(t)
	m := newManager()
	serve(t, address, login1, login1+".Manager", "/org/freedesktop/login1", m)
	env := func(name string) string { return map[string]string{"DBUS_SYSTEM_BUS_ADDRESS": address}[name] }
	ways := found(env)
	if len(ways) != 1 || ways[0].name() != "logind" {
		t.Fatalf("found %v", ways)
	}
	l := ways[0]
	for _, ask := range []func() error{l.hold, l.hold} { // which asks once
		if err := ask(); err != nil {
			t.Fatal(err)
		}
	}
	m.is(t, true)
	if err := l.yield(false); err != nil {
		t.Fatal(err)
	}
	m.is(t, false)
	if err := l.hold(); err != nil {
		t.Fatal(err)
	}
	m.is(t, true)
	l.close()
	m.is(t, false)
	c := holder(t, "DBUS_SYSTEM_BUS_ADDRESS="+address)
	m.is(t, true)
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	m.is(t, false)
	if len(m.asked) > 0 {
		t.Errorf("asked besides: %s", <-m.asked)
	}
}

// inhibitor is a desktop's saver.
type inhibitor struct{ calls chan string }

func (s inhibitor) Inhibit(sender dbus.Sender, who, why string) (uint32, *dbus.Error) {
	s.calls <- "inhibit " + who
	return 7, nil
}

func (s inhibitor) UnInhibit(cookie uint32) *dbus.Error {
	s.calls <- fmt.Sprint("uninhibit ", cookie)
	return nil
}

func TestADesktopIsHeld(t *testing.T) {
	address := daemon(t)
	s := inhibitor{make(chan string, 8)}
	serve(t, address, saverService, saverService, "/org/freedesktop/ScreenSaver", s)
	ways := found(func(name string) string {
		return map[string]string{"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/none"}[name]
	})
	if len(ways) != 1 {
		t.Fatalf("found %v", ways)
	}
	d := ways[0].(*desktop)
	var got []string
	ask := func(f func() error) {
		t.Helper()
		if err := f(); err != nil {
			t.Fatal(err)
		}
		for len(s.calls) > 0 {
			got = append(got, <-s.calls)
		}
	}
	ask(d.hold)
	ask(d.hold)
	d.conn.Close() // what was held is lost
	ask(d.hold)
	ask(func() error { return d.yield(false) })
	ask(func() error { d.close(); return nil })
	if want := "inhibit lianhua, inhibit lianhua, uninhibit 7"; strings.Join(got, ", ") != want {
		t.Errorf("asked for %q, want %s", got, want)
	}
}

// A bus that takes a call and never answers holds nobody up.
func TestABusThatHangs(t *testing.T) {
	socket, err := net.Listen("unix", filepath.Join(t.TempDir(), "bus"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	b := bus{address: "unix:path=" + socket.Addr().String(), patience: 50 * time.Millisecond}
	if b.has(login1) {
		t.Error("it is found")
	}
	if _, err := b.open(); err == nil || !strings.Contains(err.Error(), "D-Bus does not answer") {
		t.Errorf("%v", err)
	}
}

// A bus that nobody serves, or none at all, is no way and no error; nor is an X within
// Wayland.
func TestNobodyIsAsked(t *testing.T) {
	address := daemon(t)
	for _, a := range []string{address, "unix:path=/none"} {
		if ways := found(func(name string) string {
			return map[string]string{"DBUS_SESSION_BUS_ADDRESS": a, "DBUS_SYSTEM_BUS_ADDRESS": a, "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}[name]
		}); len(ways) != 0 {
			t.Errorf("found %v", ways)
		}
	}
}
