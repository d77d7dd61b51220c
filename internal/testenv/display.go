package testenv

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// Display returns the X display for programs that draw: the one of the
// environment or, where there is none, that of a virtual server which close ends.
func Display(ctx context.Context) (name string, close func(), err error) {
	if name := os.Getenv("DISPLAY"); name != "" {
		return name, func() {}, nil
	}
	return VirtualDisplay(ctx, "1920x1200")
}

// VirtualDisplay is an X display of so many pixels that is nobody's: a virtual server
// which it starts on a free number and close ends.
func VirtualDisplay(ctx context.Context, size string) (name string, close func(), err error) {
	ready, chosen, err := os.Pipe()
	if err != nil {
		return "", nil, fmt.Errorf("starting a virtual display: %w", err)
	}
	defer ready.Close()
	// The server writes the number that it found free once it listens.
	server := exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{chosen}
	// An orderly end lets the server remove its socket.
	server.Cancel = func() error { return server.Process.Signal(syscall.SIGTERM) }
	server.WaitDelay = 5 * time.Second
	err = server.Start()
	chosen.Close()
	if err != nil {
		return "", nil, fmt.Errorf("starting a virtual display: %w; the package xvfb has it", err)
	}
	end := func() {
		_ = server.Process.Signal(syscall.SIGTERM)
		_ = server.Wait() // a server that was told to end reports the signal
	}
	number, err := bufio.NewReader(ready).ReadString('\n')
	if err != nil {
		end()
		return "", nil, fmt.Errorf("the virtual display did not start: %w", err)
	}
	return ":" + strings.TrimSpace(number), end, nil
}
