package supervise

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// variable tells a player, in its environment, how long it may be silent.
const variable = "LIANHUA_SUPERVISED"

// Environment is a player's: one that is supervised tells systemd nothing itself.
func Environment(own []string, within time.Duration) []string {
	var env []string
	for _, v := range own {
		switch name, _, _ := strings.Cut(v, "="); name {
		case "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", variable:
		default:
			env = append(env, v)
		}
	}
	return append(env, variable+"="+within.String())
}

// Supervised is how long this process may be silent; 0: nobody supervises it. It says
// what it shows on its standard output, and ends where its standard input does.
func Supervised(env func(string) string) time.Duration {
	within, err := time.ParseDuration(env(variable))
	if err != nil || within < 0 {
		return 0
	}
	return within
}

// held is what a player reads first where its input is held by who supervises it.
const held = "\n"

// Abandoned is closed when who supervises this process has ended, or wants it to end: when
// its input does. An input that was never held, as a system may give a program without a
// console, says nothing.
func Abandoned(input io.Reader) <-chan struct{} {
	gone := make(chan struct{})
	go func() {
		if _, err := io.ReadFull(input, make([]byte, len(held))); err != nil {
			return
		}
		_, _ = io.Copy(io.Discard, input)
		close(gone)
	}()
	return gone
}

// process is a player as a process of the system's.
type process struct {
	cmd   *exec.Cmd
	input io.Closer
	look  func(*os.Process) error
	said  chan string
	code  int
	how   string
}

// Command starts a player. What it says on its standard output and input stays between
// the two; look asks it for a picture of its screen.
func Command(cmd *exec.Cmd, look func(*os.Process) error) (Child, error) {
	input, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmd.Path, err)
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmd.Path, err)
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	_, _ = io.WriteString(input, held) // a player that has ended already needs none
	p := &process{cmd: cmd, input: input, look: look, said: make(chan string)}
	go p.read(output)
	return p, nil
}

func (p *process) read(output io.Reader) {
	defer close(p.said)
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		p.said <- lines.Text()
	}
	// A line that is too long ends the reading, not the player.
	_, _ = io.Copy(io.Discard, output)
	err := p.cmd.Wait()
	p.code, p.how = p.cmd.ProcessState.ExitCode(), p.cmd.ProcessState.String()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		p.code, p.how = -1, err.Error()
	}
}

func (p *process) Said() <-chan string           { return p.said }
func (p *process) Ended() (code int, how string) { return p.code, p.how }

// What is asked of a player that has just ended needs no answer.
func (p *process) End()  { _ = p.input.Close() }
func (p *process) Kill() { _ = p.cmd.Process.Kill() }
func (p *process) Look() { _ = p.look(p.cmd.Process) }
