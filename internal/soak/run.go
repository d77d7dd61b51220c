package soak

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"lianhua/internal/hall/health"
)

// Run is a player that is to run for a time.
type Run struct {
	Program string        // the player
	Env     []string      // of it, beside the present one: DISPLAY
	Folder  string        // for settings, stories, looks and the log; it is there
	Stories [2][]byte     // that take each other's place
	Hands   Hands         // of the visitors
	Beats   int           // of the story: all are seen before memory is looked at
	For     time.Duration // see Least
	Minute  time.Duration // a minute; less in tests
	Seed    uint64        // of chance
	Out     io.Writer     // the table, a line a minute

	looks int  // that were taken
	hasty bool // visitors, in tests, do not wait
}

const (
	samples     = 12              // in a minute
	quiet       = 5 * time.Second // until a visitor is forgotten
	begins      = time.Minute     // in which the player has to answer first
	answers     = 20 * time.Second
	ends        = 15 * time.Second // in which it has to end when it is asked to
	storyMinute = 3                // a story is replaced each so many minutes
	lookMinute  = 5                // and a look asked for
	logTail     = 2000             // bytes of the log that are told with a failure
)

// Go runs it, and returns its minutes. The error says why the run is no good: what broke,
// or what Judge says.
func (r *Run) Go(ctx context.Context) (run []Minute, err error) {
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	if err := r.settings(address); err != nil {
		return nil, err
	}
	p, err := r.start()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, p.end()) }()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	go func() {
		<-p.done
		cancel(p.failed("ended by itself"))
	}()
	s := sampler{url: "http://" + address + health.Path}
	if err := s.await(ctx, begins); err != nil {
		return nil, p.failed(err.Error())
	}
	v := visitors{r.Hands, rand.New(rand.NewPCG(r.Seed, 1)), quiet, pause}
	if r.hasty {
		v.pause = func(ctx context.Context, d time.Duration) { pause(ctx, d/1000) }
	}
	if err := v.tour(ctx, r.Beats); err != nil {
		return nil, fmt.Errorf("the visitors: %w", err)
	}
	if s.frames, err = s.drawn(ctx); err != nil {
		return nil, p.failed(err.Error())
	}
	visiting := make(chan struct{})
	defer func() { cancel(nil); <-visiting }()
	go func() {
		defer close(visiting)
		if err := v.come(ctx); err != nil {
			cancel(fmt.Errorf("the visitors: %w", err))
		}
	}()
	fmt.Fprintln(r.Out, Head)
	for n := 1; time.Duration(n)*r.Minute <= r.For; n++ {
		m, err := r.minute(ctx, n, &s, p)
		if cause := context.Cause(ctx); cause != nil {
			return run, cause
		}
		if err != nil {
			return run, p.failed(err.Error())
		}
		run = append(run, m)
		fmt.Fprintln(r.Out, m.line(n))
		switch {
		case m.Frames == 0:
			return run, p.failed("has drawn nothing for a minute")
		case m.Panics > 0:
			return run, p.failed("could not draw a picture")
		}
	}
	return run, Judge(run)
}

// minute lets one pass.
func (r *Run) minute(ctx context.Context, n int, s *sampler, p *process) (Minute, error) {
	if n%storyMinute == 0 {
		if err := r.replace(n / storyMinute); err != nil {
			return Minute{}, err
		}
	}
	if n%lookMinute == 0 {
		if err := look(p.cmd.Process); err != nil {
			return Minute{}, fmt.Errorf("cannot be asked for a look: %w", err)
		}
	}
	m, err := s.minute(ctx, r.Minute)
	taken, swept := r.sweep()
	r.looks += taken
	m.Stories, m.Looks = n/storyMinute, r.looks
	return m, errors.Join(err, swept)
}

// settings writes those of a player that has no rest.
func (r *Run) settings(address string) error {
	text := fmt.Sprintf("quiet = %d\nask = 2\nspeed = 4\n[loop]\nlanguages = [\"zh\", \"en\"]\nthemes = [\"day\", \"night\", \"contrast\"]\n[visits]\nfolder = '%s'\n[watch]\nlook = '%s'\nmetrics = \"%s\"\n",
		int(quiet.Seconds()), r.Folder, r.Folder, address)
	if err := os.WriteFile(r.path("kiosk.toml"), []byte(text), 0o644); err != nil {
		return err
	}
	return r.replace(0)
}

func (r *Run) path(name string) string { return filepath.Join(r.Folder, name) }

// replace puts the other story in the place of the present one.
func (r *Run) replace(n int) error {
	next := r.path("story.next")
	if err := os.WriteFile(next, r.Stories[n%2], 0o644); err != nil {
		return err
	}
	return os.Rename(next, r.path("story.lh"))
}

// sweep removes the pictures of looks, and counts them: a night of them fills a disk.
func (r *Run) sweep() (taken int, err error) {
	all, err := filepath.Glob(r.path("lianhua-*.png"))
	for _, f := range all {
		if strings.HasSuffix(f, "-screen.png") {
			taken++
		}
		err = errors.Join(err, os.Remove(f))
	}
	return taken, err
}

// process is the player while it runs.
type process struct {
	cmd  *exec.Cmd
	log  string
	done chan struct{}
}

func (r *Run) start() (*process, error) {
	log, err := os.Create(r.path("log.txt"))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	p := &process{cmd: exec.Command(r.Program, "--kiosk", "--settings", r.path("kiosk.toml"), "--story", r.path("story.lh")), log: log.Name(), done: make(chan struct{})}
	p.cmd.Env = append(os.Environ(), r.Env...)
	p.cmd.Stdout, p.cmd.Stderr = log, log
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting the player: %w", err)
	}
	go func() {
		defer close(p.done)
		_ = p.cmd.Wait() // its state tells
	}()
	return p, nil
}

// end asks the player to end, and kills one that does not.
func (p *process) end() error {
	select {
	case <-p.done:
		return nil // which has been told
	default:
	}
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("ending the player: %w", err)
	}
	select {
	case <-p.done:
		return nil
	case <-time.After(ends):
	}
	err := p.cmd.Process.Kill()
	<-p.done
	return errors.Join(p.failed("did not end when it was asked to"), err)
}

// failed is what has gone wrong with the player, with the end of its log.
func (p *process) failed(what string) error {
	text, err := os.ReadFile(p.log)
	if err != nil {
		return fmt.Errorf("the player %s; its log cannot be read: %w", what, err)
	}
	return fmt.Errorf("the player %s; its log:\n%s", what, strings.TrimSpace(string(text[max(0, len(text)-logTail):])))
}
