// Package process runs a browser's program for tests: it ends with the test that started
// it, and with it what it has started itself.
package process

import (
	"os/exec"
	"time"
)

// Patience is how long a browser may take to end by itself.
const Patience = 20 * time.Second

// Process is a program that runs, or has ended.
type Process struct {
	cmd    *exec.Cmd
	exited chan struct{}
}

// Start starts a command; the system ends it when this program is killed.
func Start(cmd *exec.Cmd) (*Process, error) {
	cmd.WaitDelay = Patience
	endWithUs(cmd)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &Process{cmd: cmd, exited: make(chan struct{})}
	go func() {
		defer close(p.exited)
		_ = cmd.Wait() // how it ended is of no interest
	}()
	return p, nil
}

// Exited is closed when the program has ended.
func (p *Process) Exited() <-chan struct{} { return p.exited }

// End ends the program and what it has started, and waits until it has. In vain, and no
// harm, where it has ended.
func (p *Process) End() {
	end(p.cmd)
	<-p.exited
}
