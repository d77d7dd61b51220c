package awake

import (
	"os"

	"github.com/jezek/xgb"

	"lianhua/internal/hall/x11"
)

// find is the ways that this machine has.
func find() []way { return found(os.Getenv) }

func found(env func(string) string) (all []way) {
	// The saver of an X server that is a window of Wayland's reaches no monitor.
	if name := env("DISPLAY"); name != "" && env("WAYLAND_DISPLAY") == "" {
		all = append(all, &display{idle: idle, dial: func() (*xgb.Conn, error) { return x11.Open(name) }})
	}
	system := env("DBUS_SYSTEM_BUS_ADDRESS")
	if system == "" {
		system = "unix:path=/var/run/dbus/system_bus_socket"
	}
	if l := (&logind{bus{address: system, patience: patience}, -1}); l.has(login1) {
		all = append(all, l)
	} else {
		l.close()
	}
	// A bus that is not there must not be started for this.
	if session := env("DBUS_SESSION_BUS_ADDRESS"); session != "" {
		if d := (&desktop{bus: bus{address: session, patience: patience}}); d.has(saverService) {
			all = append(all, d)
		} else {
			d.close()
		}
	}
	return all
}
