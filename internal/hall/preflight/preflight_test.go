package preflight

import (
	"bytes"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func expect(t *testing.T, f Finding, right bool, want string) {
	t.Helper()
	if f.Right != right || !strings.Contains(f.Detail, want) || (f.Remedy == "") != right || !right && f.Chinese == "" {
		t.Errorf("%+v, want right %v and %q", f, right, want)
	}
}

func TestFindings(t *testing.T) {
	expect(t, Display("linux", env()), false, "DISPLAY")
	expect(t, Display("linux", env("DISPLAY", ":0")), true, "DISPLAY=:0")
	expect(t, Display("windows", env()), true, "desktop")
	expect(t, Display("linux", env("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")), true, "wayland-0")

	built := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	expect(t, Clock(built.AddDate(0, 1, 0), built), true, "2026-12-01")
	expect(t, Clock(built.AddDate(0, -1, 0), built), false, "before")
	expect(t, Clock(time.Unix(0, 0), time.Time{}), false, "1970")

	dir := t.TempDir()
	expect(t, Folder("visits", dir), true, dir)
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) != 0 {
		t.Errorf("it leaves %v", left)
	}
	expect(t, Folder("visits", filepath.Join(dir, "none")), false, "no such file")
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	expect(t, Folder("visits", file), false, "not a directory")

	expect(t, Frames(59.6, "OpenGL", 1080, 1920), true, "60 frames a second by OpenGL at 1080 × 1920")
	expect(t, Frames(7, "OpenGL", 1080, 1920), false, "7 frames")
}

// What xset of X.Org 21 says.
const answer = `Keyboard Control:
  auto repeat:  on    key click percent:  0    LED mask:  00000000
Screen Saver:
  prefer blanking:  yes    allow exposures:  yes
  timeout:  %T    cycle:  600
Colors:
  default colormap:  0x20    BlackPixel:  0x0    WhitePixel:  0xffffff
DPMS (Display Power Management Signaling):
  Standby: 600    Suspend: 600    Off: 600
  DPMS is %D
`

func TestBlanking(t *testing.T) {
	x := env("DISPLAY", ":0")
	says := func(timeout, state string) func() (string, error) {
		return func() (string, error) { return strings.NewReplacer("%T", timeout, "%D", state).Replace(answer), nil }
	}
	expect(t, Blanking(x, nil, says("0", "Disabled")), true, "stays on")
	expect(t, Blanking(x, nil, says("600", "Disabled")), false, "after 600 s")
	expect(t, Blanking(x, nil, says("0", "Enabled")), false, "DPMS")
	both := Blanking(x, nil, says("600", "Enabled"))
	expect(t, both, false, "; ")
	expect(t, Blanking(x, nil, func() (string, error) { return "", errors.New("not found") }), false, "not found")
	expect(t, Blanking(env("WAYLAND_DISPLAY", "wayland-0"), nil, nil), true, "X has no say")
	expect(t, Blanking(env("WAYLAND_DISPLAY", "wayland-0", "DISPLAY", ":0"), nil, says("600", "Enabled")), true, "X has no say")
	held := func() (string, error) { return "X, logind", nil }
	not := func() (string, error) { return "", errors.New("no extension") }
	expect(t, Blanking(x, held, says("600", "Enabled")), true, "the player keeps the screen on by X, logind")
	expect(t, Blanking(x, not, says("600", "Enabled")), false, "no extension")
	expect(t, Blanking(x, not, says("0", "Disabled")), true, "stays on")
}

// A port that is free is right, and one where the player itself answers; another
// program's is not.
func TestPorts(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	says := func(ours bool) func(string) bool { return func(string) bool { return ours } }
	expect(t, Port("metrics", address, says(false)), false, address)
	expect(t, Port("metrics", address, says(true)), true, "the player that runs")
	l.Close()
	expect(t, Port("metrics", address, says(false)), true, address+" can be had")
	expect(t, Port("metrics", address, says(false)), true, "can be had") // it is given back
}

func TestPrint(t *testing.T) {
	var out bytes.Buffer
	if Print(&out, []Finding{Right("clock", "noon", ""), Wrong("display", "none", "get one", "没有")}) {
		t.Error("all is said to be right")
	}
	if got, want := out.String(), "ok     clock      noon\nWRONG  display    none\n                  → get one\n                  没有\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if !Print(&out, []Finding{Right("clock", "noon", "")}) {
		t.Error("something is said to be wrong")
	}
}
