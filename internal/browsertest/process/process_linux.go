package process

import (
	"os/exec"
	"syscall"
)

// endWithUs makes the system end a program when this one is killed, and has what it
// starts belong to it.
func endWithUs(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
}

// end ends a program and what it has started.
func end(cmd *exec.Cmd) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
}
