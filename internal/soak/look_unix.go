//go:build unix

package soak

import (
	"os"
	"syscall"
)

// look asks a player to show what is on its screen.
func look(p *os.Process) error { return p.Signal(syscall.SIGUSR1) }
