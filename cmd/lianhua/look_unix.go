//go:build !js && !windows

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// looks are the signals that ask for a look: SIGUSR1.
func looks() (signals chan os.Signal, stop func()) {
	signals = make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGUSR1)
	return signals, func() {
		signal.Stop(signals)
		close(signals)
	}
}

// askLook asks a player for a look.
func askLook(player *os.Process) error { return player.Signal(syscall.SIGUSR1) }
