//go:build linux

package installer

import (
	"os"
	"strings"
	"testing"
)

// service is the kiosk as systemd tells of it.
type service struct {
	*machine
	call []string // systemctl as who has the service
	at   []string // begins the call of a program at its display
}

func (s *service) systemctl(args ...string) []string {
	return append(append([]string{}, s.call...), args...)
}

// tells is one of the service's properties.
func (s *service) tells(property string) string {
	return strings.TrimSpace(s.try(s.systemctl("show", "-P", property, "lianhua")...))
}

// feeds waits until the player has told the watchdog twice that it draws.
func (s *service) feeds() {
	s.Helper()
	for range 2 {
		const at = "WatchdogTimestampMonotonic"
		last := s.tells(at)
		s.until("the player is active and feeds the watchdog", func() bool {
			now := s.tells(at)
			return s.tells("ActiveState") == "active" && now != "0" && now != last
		})
	}
}

// player is the player's process on the machine, which may be the service's first or not.
func (s *service) player() (pid string) {
	s.Helper()
	s.until("there is one player", func() bool {
		pid = strings.TrimSpace(s.try("pgrep", "-x", "lianhua"))
		return pid != "" && !strings.ContainsAny(pid, "\n ")
	})
	return pid
}

// again waits until another player than the one before is active, and systemd has begun it
// once more.
func (s *service) again(why, before, restarts string) {
	s.Helper()
	s.until("the player is begun again after "+why, func() bool {
		now := strings.TrimSpace(s.try("pgrep", "-x", "lianhua"))
		return now != "" && now != before && s.tells("NRestarts") != restarts && s.tells("ActiveState") == "active"
	})
	s.Logf("after %s: begun again, NRestarts %s", why, s.tells("NRestarts"))
}

// kill does something to the player that systemd mends.
func (s *service) kill(signal, why string) {
	s.Helper()
	pid, restarts := s.player(), s.tells("NRestarts")
	s.run("kill", signal, pid)
	s.again(why, pid, restarts)
}

func (s *service) log() string {
	return s.try("journalctl", "--no-pager", "-o", "cat", "-b")
}

// staff ends the player by Ctrl+Q and the code.
func (s *service) staff(code string) {
	s.Helper()
	key := func(keys ...string) {
		call := append(append([]string{}, s.at...), "xdotool")
		for _, k := range keys {
			call = append(call, "keydown", k)
		}
		call = append(call, "sleep", "0.5") // the player looks once a frame, which here are slow
		for i := range keys {
			call = append(call, "keyup", keys[len(keys)-1-i])
		}
		s.try(append(call, "sleep", "0.5")...) // its display may end with it
	}
	s.until("staff's code ends the player", func() bool {
		if s.tells("ActiveState") != "active" {
			return true
		}
		key("Control_L", "q")
		for _, digit := range strings.Split(code, "") {
			if s.tells("ActiveState") == "active" {
				key(digit)
			}
		}
		return false
	})
	s.until("it stays ended", func() bool { return s.tells("ActiveState") != "deactivating" })
	if state, result := s.tells("ActiveState"), s.tells("Result"); state != "inactive" || result != "success" {
		s.Errorf("after staff's end it is %s, %s", state, result)
	}
}

// settings are those that come with the package, with a code for staff.
func (m *machine) settings(code string) {
	m.Helper()
	text, err := debianSettings()
	if err != nil {
		m.Fatal(err)
	}
	m.put(settingsFile, []byte(strings.Replace(text, `code = ""`, `code = "`+code+`"`, 1)))
}

// story puts one onto the machine as a file.
func (m *machine) story(path string) {
	m.Helper()
	text, err := os.ReadFile("../../../assets/story.lh")
	if err != nil {
		m.Fatal(err)
	}
	m.put(path, text)
}

// xserver is a display of the machine's, as a service, with a saver that comes after 300 s.
func (m *machine) xserver() {
	m.Helper()
	m.put("/etc/systemd/system/display.service", []byte("[Service]\nExecStart=/usr/bin/Xvfb :9 -screen 0 640x400x24 -ac -noreset\n"))
	m.run("systemctl", "daemon-reload")
	m.run("systemctl", "start", "display")
	m.until("the display answers", func() bool { return m.inside("env", "DISPLAY=:9", "xset", "s", "300", "20").Run() == nil })
}

// saver is what X's saver is set to.
func (m *machine) saver() string {
	for line := range strings.Lines(m.try("env", "DISPLAY=:9", "xset", "q")) {
		if strings.Contains(line, "timeout:") {
			return strings.Join(strings.Fields(line), " ")
		}
	}
	return ""
}

const house = "timeout: 300 cycle: 20"

// blanks waits for the saver to be set as the house has it.
func (m *machine) blanks(when string) {
	m.Helper()
	m.until("the saver is as before "+when, func() bool { return m.saver() == house })
}

// onX is what the unit is changed to for a display that is there: the player without cage.
const onX = `[Unit]
ConditionPathExists=
[Service]
Environment=DISPLAY=:9
# Where X's socket is.
PrivateTmp=no
ExecStartPre=
ExecStart=
ExecStart=/usr/bin/lianhua --kiosk --settings /etc/lianhua/kiosk.toml $LIANHUA_OPTIONS
`

// systemd keeps the player running: it waits for its first picture, feeds the watchdog, is
// begun again when it hangs, dies or is asked to end by somebody else, leaves a story that
// ends it, and stays ended when staff or systemd end it. X's saver is as it was, always.
func TestSystemdKeepsThePlayerRunning(t *testing.T) {
	asRoot(t)
	m := newMachine(t)
	m.install(thePackage(t))
	m.settings("2580")
	m.story("/srv/story.lh")
	m.xserver()
	s := &service{m, []string{"systemctl"}, []string{"env", "DISPLAY=:9"}}
	m.put("/etc/systemd/system/lianhua.service.d/x.conf", []byte(onX))
	m.run("systemctl", "daemon-reload")

	m.run("systemctl", "start", "lianhua") // returns with READY=1, or fails
	s.feeds()
	m.until("the heartbeat is written", func() bool { return m.is("/run/lianhua/heartbeat") })
	m.blanks("while it plays")
	if out := m.run("lianhua", "kiosk", "look", "--settings", settingsFile); !strings.Contains(out, stateFolder) {
		t.Errorf("look says %s", out)
	} else {
		t.Log(out)
	}
	s.kill("-STOP", "a hang")
	if log := s.log(); !strings.Contains(log, "Watchdog timeout") {
		t.Error("it was not the watchdog")
	}
	s.feeds()
	s.kill("-KILL", "its death")
	m.blanks("after a death")
	s.kill("-TERM", "somebody's SIGTERM")

	m.put("/etc/default/lianhua", []byte("LIANHUA_OPTIONS=\"--story /srv/story.lh\"\n"))
	m.run("systemctl", "restart", "lianhua")
	for range 3 {
		// What dies within 5 s leaves a saver that is off, and what comes after it can but
		// put the server's own in its place.
		s.feeds()
		s.kill("-KILL", "a death by a story")
	}
	m.until("the story is left", func() bool { return strings.Contains(s.log(), "/srv/story.lh has ended the player 3 times") })
	s.feeds()

	s.staff("2580")
	m.blanks("after staff's end")
	m.run("systemctl", "start", "lianhua")
	m.run("systemctl", "stop", "lianhua")
	if state, result := s.tells("ActiveState"), s.tells("Result"); state != "inactive" || result != "success" {
		t.Errorf("after its stop it is %s, %s", state, result)
	}
	m.blanks("after a stop")
}
