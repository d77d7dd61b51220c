//go:build linux

package awake

import (
	"context"
	"fmt"
	"slices"
	"syscall"
	"time"

	"github.com/godbus/dbus/v5"
)

// reason is why, for who asks the system what keeps it awake.
const (
	who    = "lianhua"
	reason = "a hall's screen shows a story"
)

// bus is a connection that is made when it is needed, and anew when it was lost.
type bus struct {
	address  string
	patience time.Duration // for which an answer is waited for
	conn     *dbus.Conn
}

const patience = 5 * time.Second

// open reports whether the connection is a new one.
func (b *bus) open() (fresh bool, err error) {
	if b.conn != nil && b.conn.Connected() {
		return false, nil
	}
	b.shut()
	conn, err := dbus.Dial(b.address)
	if err == nil {
		late := time.AfterFunc(b.patience, func() { conn.Close() })
		err = conn.Auth(nil)
		if err == nil {
			err = conn.Hello()
		}
		if !late.Stop() && err == nil {
			err = context.DeadlineExceeded
		}
		if err != nil {
			conn.Close()
		}
	}
	if err != nil {
		return false, fmt.Errorf("D-Bus does not answer: %w", err)
	}
	b.conn = conn
	return true, nil
}

// call asks an object of the bus, and reads its answer into what it is given.
func (b *bus) call(service string, path dbus.ObjectPath, method string, answer any, args ...any) error {
	ctx, stop := context.WithTimeout(context.Background(), b.patience)
	defer stop()
	c := b.conn.Object(service, path).CallWithContext(ctx, method, 0, args...)
	if answer == nil {
		return c.Err
	}
	return c.Store(answer)
}

func (b *bus) shut() {
	if b.conn != nil {
		b.conn.Close()
		b.conn = nil
	}
}

// has reports whether a service answers on the bus, or would if it were called.
func (b *bus) has(service string) bool {
	if _, err := b.open(); err != nil {
		return false
	}
	for _, list := range []string{"ListNames", "ListActivatableNames"} {
		var names []string
		if b.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus."+list, &names) != nil {
			continue
		}
		if slices.Contains(names, service) {
			return true
		}
	}
	return false
}

// logind holds off what logind does when nobody touches a machine, for as long as a
// file is open.
type logind struct {
	bus
	lock int // the file; negative: none
}

const login1 = "org.freedesktop.login1"

func (*logind) name() string { return "logind" }

func (l *logind) hold() error {
	// logind keeps its locks when the bus or itself begins anew.
	if l.lock >= 0 {
		return nil
	}
	if _, err := l.open(); err != nil {
		return err
	}
	var fd dbus.UnixFD
	err := l.call(login1, "/org/freedesktop/login1", login1+".Manager.Inhibit", &fd, "idle", who, reason, "block")
	if err != nil {
		return fmt.Errorf("no lock of the kind \"idle\": %w", err)
	}
	l.lock = int(fd)
	syscall.CloseOnExec(l.lock)
	return nil
}

func (l *logind) yield(bool) error {
	if l.lock < 0 {
		return nil
	}
	err := syscall.Close(l.lock)
	l.lock = -1
	return err
}

func (l *logind) close() {
	_ = l.yield(false) // the process that ends closes what is left
	l.shut()
}

// desktop holds a desktop's own saver off, for as long as the connection lasts.
type desktop struct {
	bus
	cookie uint32
	held   bool
}

const saverService = "org.freedesktop.ScreenSaver"

func (*desktop) name() string { return "the desktop" }

func (d *desktop) ask(method string, answer any, args ...any) error {
	return d.call(saverService, "/org/freedesktop/ScreenSaver", saverService+"."+method, answer, args...)
}

func (d *desktop) hold() error {
	fresh, err := d.open()
	if err != nil {
		return err
	}
	if d.held && !fresh {
		return nil
	}
	err = d.ask("Inhibit", &d.cookie, who, reason)
	d.held = err == nil
	return err
}

func (d *desktop) yield(bool) error {
	if !d.held {
		return nil
	}
	d.held = false
	if !d.conn.Connected() {
		return nil // what it held went with it
	}
	return d.ask("UnInhibit", nil, d.cookie)
}

func (d *desktop) close() {
	_ = d.yield(false) // the connection ends whatever comes of it
	d.shut()
}
