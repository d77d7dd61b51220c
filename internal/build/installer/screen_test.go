package installer

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// screen is the script with stand-ins for cage and the player.
func screen(t *testing.T, cage, player string) *exec.Cmd {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the script runs on Linux")
	}
	dir := t.TempDir()
	text, err := file("debian/screen")
	if err != nil {
		t.Fatal(err)
	}
	for name, script := range map[string]string{
		"screen":  strings.ReplaceAll(string(text), "/usr/bin/", dir+"/"),
		"cage":    "#!/bin/sh\nwhile [ \"$1\" != -- ]; do echo \"$1\" >>" + dir + "/options; shift; done; shift\n" + cage,
		"lianhua": "#!/bin/sh\necho \"$@\" >" + dir + "/arguments\n" + player,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(filepath.Join(dir, "screen"), "--kiosk", "--settings", "a file")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "XDG_RUNTIME_DIR="+dir, "CAGE_OPTIONS=-r -m last", "WATCHDOG_PID=1")
	return cmd
}

func code(err error) int {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	return 0
}

// cage ends with 0 whatever its child does, as the real one.
const cageOfDebian = `"$@"
exit 0
`

func TestTheScreenEndsAsThePlayerDid(t *testing.T) {
	for _, c := range []struct {
		cage, player string
		want         int
	}{
		{cageOfDebian, "exit 0", 0}, // staff's end
		{cageOfDebian, "exit 1", 1},
		{cageOfDebian, "exit 2", 2},
		{cageOfDebian, "kill -9 $$", 137},
		{"exit 0", "exit 0", 1}, // cage broke down before the player was there
	} {
		cmd := screen(t, c.cage, c.player)
		if got := code(cmd.Run()); got != c.want {
			t.Errorf("cage %q, player %q: ends with %d, want %d", c.cage, c.player, got, c.want)
		}
		if _, err := os.Stat(filepath.Join(cmd.Dir, "ended")); err == nil {
			t.Errorf("player %q: leaves what the next start would read", c.player)
		}
	}
}

func TestTheScreenHandsOnWhatItIsTold(t *testing.T) {
	cmd := screen(t, cageOfDebian, `echo "${WATCHDOG_PID-none}" >watchdog`)
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"arguments": "--kiosk --settings a file\n", "options": "-r\n-m\nlast\n", "watchdog": "none\n"} {
		if got, err := os.ReadFile(filepath.Join(cmd.Dir, name)); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
}

// Asked to end, the player is, and not cage, which would break down.
func TestTheScreenAsksThePlayerToEnd(t *testing.T) {
	player := `trap 'echo saved >saved; exit 0' TERM
while [ ! -s player ]; do sleep 0.01; done
echo ready
for i in $(seq 500); do sleep 0.01; done
`
	cmd := screen(t, "trap 'exit 134' TERM\n\"$@\" &\nwait $!\nexit 0\n", player)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatalf("the player did not begin: %q, %v", line, err)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if got := code(cmd.Wait()); got != 0 {
		t.Errorf("it ends with %d", got)
	}
	if text, err := os.ReadFile(filepath.Join(cmd.Dir, "saved")); err != nil || string(text) != "saved\n" {
		t.Errorf("the player has not ended by itself: %q, %v", text, err)
	}
}
