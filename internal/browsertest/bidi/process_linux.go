package bidi

import (
	"os/exec"
	"syscall"
)

// endWithUs makes the system end a program when this one is killed.
func endWithUs(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
