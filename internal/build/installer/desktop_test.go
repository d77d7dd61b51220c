//go:build linux

package installer

import (
	"strings"
	"testing"
)

// What starts it at log-on, where there is a desktop, has that user's systemd keep it
// running as the machine's does.
func TestADesktopKeepsThePlayerRunning(t *testing.T) {
	asRoot(t)
	m := newMachine(t)
	m.install(thePackage(t))
	m.run("useradd", "--create-home", "--uid", "1234", "hall")
	m.xserver()
	m.run("loginctl", "enable-linger", "hall")
	as := []string{"setpriv", "--reuid", "hall", "--regid", "hall", "--init-groups", "env", "DISPLAY=:9", "HOME=/home/hall", "XDG_RUNTIME_DIR=/run/user/1234"}
	as = as[:len(as):len(as)]
	s := &service{m, append(as, "systemctl", "--user"), as}
	m.until("the user's systemd runs", func() bool {
		state := m.try(s.systemctl("is-system-running")...)
		return strings.HasPrefix(state, "running") || strings.HasPrefix(state, "degraded")
	})
	m.settings("2580")
	m.run("sed", "-i", "s|/var/lib/lianhua|/home/hall|; s|/run/lianhua|/home/hall|", settingsFile)

	const entry = "/etc/xdg/autostart/lianhua-autostart.desktop"
	m.run("mkdir", "-p", "/etc/xdg/autostart")
	m.run("cp", "/usr/share/doc/lianhua/examples/lianhua-autostart.desktop", entry)
	logOn := append(as, "sh", "-c", m.run("sed", "-n", "s/^Exec=//p", entry))
	m.run(logOn...)
	s.feeds()
	m.blanks("while it plays")
	s.kill("-STOP", "a hang")
	s.feeds()
	s.kill("-KILL", "its death")
	s.feeds()
	s.staff("2580")
	if !strings.Contains(s.log(), "ended by the staff's code") {
		t.Error("it was not staff who ended it")
	}
	m.blanks("after staff's end")
	m.run(logOn...)
	s.feeds()
	m.run(s.systemctl("stop", "lianhua")...)
	if state := s.tells("ActiveState"); state != "inactive" {
		t.Errorf("after its stop it is %s", state)
	}
	m.blanks("after a stop")
}
