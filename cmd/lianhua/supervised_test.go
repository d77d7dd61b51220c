//go:build linux

package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"lianhua/assets"
	"lianhua/internal/testenv"
)

// TestMain is also the player: one that is supervised may be silent for a few seconds.
func TestMain(m *testing.M) {
	if os.Getenv("LIANHUA_TEST_PLAYS") == "" {
		os.Exit(m.Run())
	}
	args := os.Args[1:]
	if o, err := parse(args); err == nil && o.supervised {
		os.Exit(supervised(args, o, os.Stderr, 9*time.Second))
	}
	os.Exit(start(args, os.Stdout, os.Stderr))
}

// running is a supervised kiosk on a screen of its own.
type running struct {
	*testing.T
	display string
	cmd     *exec.Cmd
	lines   chan string
}

func screen(t *testing.T) *running {
	t.Helper()
	display, end, err := testenv.VirtualDisplay(context.Background(), "1920x1200")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	return &running{T: t, display: display, lines: make(chan string, 64)}
}

func (r *running) run(args ...string) {
	r.Helper()
	c := exec.Command(os.Args[0], append([]string{"--kiosk", "--supervised"}, args...)...)
	c.Env = append(os.Environ(), "LIANHUA_TEST_PLAYS=1", "WAYLAND_DISPLAY=", "DISPLAY="+r.display)
	out, err := c.StderrPipe()
	if err != nil {
		r.Fatal(err)
	}
	if err := c.Start(); err != nil {
		r.Fatal(err)
	}
	r.cmd = c
	r.Cleanup(func() { _ = c.Process.Kill() })
	go func() {
		defer close(r.lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			r.lines <- s.Text()
		}
	}()
}

// says waits for a line of the log.
func (r *running) says(want string) {
	r.Helper()
	late := time.After(time.Minute)
	var said []string
	for {
		select {
		case line, more := <-r.lines:
			if !more {
				r.Fatalf("it ends without %q: %q", want, said)
			}
			if said = append(said, line); strings.Contains(line, want) {
				return
			}
		case <-late:
			r.Fatalf("it does not say %q, but %q", want, said)
		}
	}
}

// player is the process that plays.
func (r *running) player() int {
	r.Helper()
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", r.cmd.Process.Pid))
	for _, f := range tasks {
		data, _ := os.ReadFile(f)
		if pid, err := strconv.Atoi(string(bytes.TrimSpace(data))); err == nil {
			return pid
		}
	}
	r.Fatal("nobody plays")
	return 0
}

func (r *running) kill(pid int, s syscall.Signal) {
	r.Helper()
	if err := syscall.Kill(pid, s); err != nil {
		r.Fatal(err)
	}
}

// A player that is killed comes back, one that hangs is replaced, and what ends its
// supervisor ends it.
func TestASupervisedPlayerComesBack(t *testing.T) {
	r := screen(t)
	r.run()
	r.says("the screen is kept on by X")
	r.kill(r.player(), syscall.SIGKILL)
	r.says("signal: killed; it is started again")
	r.says("shows its picture again")
	r.kill(r.player(), syscall.SIGSTOP)
	r.says("has not shown its picture for 9s: it is killed")
	r.says("shows its picture again")
	player := r.player()
	r.kill(r.cmd.Process.Pid, syscall.SIGTERM)
	for range r.lines { // which the player holds too
	}
	if err := r.cmd.Wait(); err != nil {
		t.Error(err)
	}
	if err := syscall.Kill(player, 0); err != syscall.ESRCH {
		t.Errorf("the player outlives its supervisor: %v", err)
	}
}

// A supervisor that is killed takes its player with it; a player that ends well takes
// its supervisor.
func TestASupervisorAndItsPlayerEndTogether(t *testing.T) {
	for _, killed := range []bool{true, false} {
		r := screen(t)
		r.run()
		r.says("the screen is kept on by X")
		if killed {
			r.kill(r.cmd.Process.Pid, syscall.SIGKILL)
		} else {
			r.kill(r.player(), syscall.SIGTERM)
			r.says("was ended by staff or the system")
		}
		for range r.lines {
		}
		if err := r.cmd.Wait(); (err == nil) == killed {
			t.Error(err)
		}
	}
}

func TestASupervisedCallThatIsWrong(t *testing.T) {
	r := screen(t)
	r.run("--theme", "dark")
	r.says("has no such theme")
	for range r.lines {
	}
	_ = r.cmd.Wait()
	if code := r.cmd.ProcessState.ExitCode(); code != 2 {
		t.Errorf("it ends with %d", code)
	}
	var out, log bytes.Buffer
	if code := start([]string{"--supervised"}, &out, &log); code != 2 || !strings.Contains(log.String(), "--kiosk") {
		t.Errorf("code %d, %s", code, &log)
	}
	story := filepath.Join(t.TempDir(), "story.lh")
	if err := os.WriteFile(story, assets.Story, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, end := range [][]string{nil, {"--"}} {
		call := append([]string{"--kiosk", "--supervised", "--story", story}, end...)
		for _, builtin := range []bool{false, true} {
			o, err := parse(played(slices.Clone(call), builtin))
			if err != nil || o.supervised || !o.kiosk || (o.story == "") != builtin {
				t.Errorf("%+v, %v", o, err)
			}
		}
	}
}
