//go:build !js

package main

import (
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"

	"lianhua/internal/hall/supervise"
)

// mostSilent is how long a supervised player may be silent. A third of it, a beat, is
// more than a loaded machine takes to a picture.
const mostSilent = 30 * time.Second

// supervised keeps a player with this call running, and returns the exit code.
func supervised(args []string, o options, stderr io.Writer, within time.Duration) int {
	signal.Ignore(syscall.SIGPIPE)
	journal := newJournal(stderr, os.Getenv("JOURNAL_STREAM") == "")
	defer journal.stop()
	end := make(chan os.Signal, 1)
	signal.Notify(end, os.Interrupt, syscall.SIGTERM)
	over := make(chan struct{})
	go func() {
		<-end
		signal.Stop(end) // another one ends this too, and the player with it
		close(over)
	}()
	signals, stop := looks()
	defer stop()
	look := make(chan struct{})
	go func() {
		for range signals {
			look <- struct{}{}
		}
	}()
	s := supervise.Supervisor{
		Within: within,
		Start: func(builtin bool) (supervise.Child, error) {
			program, err := os.Executable()
			if err != nil {
				return nil, err
			}
			cmd := exec.Command(program, played(args, builtin)...)
			cmd.Env = supervise.Environment(os.Environ(), within)
			cmd.Stderr = stderr
			return supervise.Command(cmd, askLook)
		},
		Tell: func(state string) { _, _ = daemon.SdNotify(false, state) }, // systemd acts on what it does not hear
		Log:  journal.log,
	}
	if o.story != "" {
		var seen stamp
		s.Changed = func() bool {
			now, _ := stampOf(o.story)
			same := now.is(seen)
			seen = now
			return !same
		}
	}
	return s.Run(over, look)
}

// played is the call of the player that is supervised: of a flag, the last one counts.
func played(args []string, builtin bool) []string {
	if n := len(args); n > 0 && args[n-1] == "--" {
		args = args[:n-1]
	}
	call := append(args[:len(args):len(args)], "--supervised=false")
	if builtin {
		call = append(call, "--story=")
	}
	return call
}

// abandoned is closed when who supervises this player has ended or wants it to end; nil:
// nobody does.
func abandoned() <-chan struct{} {
	if supervise.Supervised(os.Getenv) == 0 {
		return nil
	}
	return supervise.Abandoned(os.Stdin)
}
