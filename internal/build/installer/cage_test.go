//go:build linux

package installer

import (
	"strings"
	"testing"
)

// headless has cage compose a screen that is not there, on the processor.
const headless = `WLR_BACKENDS=headless
WLR_LIBINPUT_NO_DEVICES=1
WLR_RENDERER=pixman
LIBGL_ALWAYS_SOFTWARE=1
`

// The unit as it is installed shows the player in cage, is begun again whatever of it ends,
// and goes with the package.
func TestTheUnitAsItIsInstalled(t *testing.T) {
	asRoot(t)
	m := newMachine(t)
	m.install(thePackage(t))
	m.settings("2580")
	m.put("/etc/default/lianhua", []byte(headless))
	s := &service{machine: m, call: []string{"systemctl"}}

	// A machine without a graphics card is too slow, and nothing else is wrong.
	m.try("systemctl", "start", "lianhua-check")
	found := m.run("journalctl", "-u", "lianhua-check", "-o", "cat", "--no-pager")
	for line := range strings.Lines(found) {
		if strings.HasPrefix(line, "WRONG") && !strings.HasPrefix(line, "WRONG  graphics") {
			t.Errorf("the check says %s", line)
		}
	}
	t.Log(found)
	m.run("systemctl", "enable", "--now", "lianhua")
	s.feeds()
	t.Log(m.run("lianhua", "kiosk", "look", "--settings", settingsFile))
	if strings.Contains(s.log(), "not kept on by X") {
		t.Error("the log wants a saver of X's held, which reaches no monitor")
	}
	s.kill("-STOP", "a hang")
	if !strings.Contains(s.log(), "Watchdog timeout") {
		t.Error("it was not the watchdog")
	}
	for _, part := range []string{"lianhua", "cage", "Xwayland"} {
		s.feeds()
		player, restarts := s.player(), s.tells("NRestarts")
		m.run("pkill", "-KILL", "-x", part)
		s.again("the death of "+part, player, restarts)
	}

	s.feeds()
	for _, line := range strings.Split(m.run("cat", "/proc/"+s.player()+"/environ"), "\x00") {
		if strings.HasPrefix(line, "DISPLAY=") {
			s.at = []string{"setpriv", "--reuid", "lianhua", "--regid", "lianhua", "--init-groups", "env", line}
		}
	}
	s.staff("2580")
	m.run("systemctl", "start", "lianhua")
	before := s.player()
	m.run("sh", "-c", "dpkg -i --force-confold /root/*.deb")
	m.until("the update begins it again", func() bool { return s.player() != before && s.tells("ActiveState") == "active" })
	m.run("apt-get", "remove", "-y", "lianhua")
	if left := m.try("pgrep", "-l", "lianhua|cage|Xwayland"); !strings.Contains(left, "exit status 1") {
		t.Errorf("after its package was removed there run\n%s", left)
	}
}
