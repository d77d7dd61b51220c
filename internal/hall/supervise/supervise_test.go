package supervise

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// player is one as a test wants it: how long it runs, and how it ends.
type player struct {
	runs time.Duration // 0: until it is ended
	code int
	// mute: it says nothing after its first picture; deaf: it does not end when it is
	// asked to; never: it draws no first picture; killed: it ends and says nothing of it.
	mute, deaf, never, wrong, absent, killed bool
}

type child struct {
	said      chan string
	end, kill chan struct{}
	code      int
}

func (c *child) Said() <-chan string  { return c.said }
func (c *child) Ended() (int, string) { return c.code, "exit status" }
func (c *child) End()                 { close(c.end) }
func (c *child) Kill()                { close(c.kill) }
func (c *child) Look()                { c.said <- "looked" }

func (c *child) run(p player) {
	defer close(c.said)
	say := func(text string) bool {
		select {
		case c.said <- text:
			return true
		case <-c.kill:
			return false
		}
	}
	if p.wrong {
		say(WrongCall)
		c.code = 2
		return
	}
	if !p.never {
		say(Ready)
	}
	var over <-chan time.Time
	if p.runs > 0 {
		over = time.After(p.runs)
	}
	tick := time.NewTicker(10 * time.Second)
	defer tick.Stop()
	end := c.end
	if p.deaf {
		end = nil
	}
	for {
		select {
		case <-over:
			if p.code == 0 && !p.killed {
				say(Stopping)
			}
			c.code = p.code
			return
		case <-c.kill:
			c.code = -1
			return
		case <-end:
			return
		case <-tick.C:
			if !p.mute && !p.never && !say(Shows) {
				return
			}
		}
	}
}

// hall is a supervisor, its players one after the other, and what was seen of it.
type hall struct {
	Supervisor
	began   []time.Duration // each player's start, since the first
	stories []bool          // that were built in
	log     []string
	told    []string
	changed bool
	end     chan struct{}
	code    chan int
}

// supervised runs players, of which the last runs on.
func supervised(file bool, players ...player) *hall {
	h := &hall{end: make(chan struct{}), code: make(chan int, 1)}
	first := time.Now()
	h.Supervisor = Supervisor{
		Within: 30 * time.Second,
		Start: func(builtin bool) (Child, error) {
			p := players[min(len(h.began), len(players)-1)]
			h.began = append(h.began, time.Since(first))
			h.stories = append(h.stories, builtin)
			if p.absent {
				return nil, errors.New("no such file")
			}
			c := &child{make(chan string), make(chan struct{}), make(chan struct{}), 0}
			go c.run(p)
			return c, nil
		},
		Tell: func(state string) { h.told = append(h.told, state) },
		Log:  func(text string) { h.log = append(h.log, text) },
	}
	if file {
		h.Changed = func() bool { return h.changed }
	}
	go func() { h.code <- h.Run(h.end, nil) }()
	return h
}

func (h *hall) after(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func (h *hall) stop(t *testing.T) {
	t.Helper()
	close(h.end)
	if code := <-h.code; code != 0 {
		t.Errorf("it ends with %d", code)
	}
}

func (h *hall) starts(t *testing.T, want ...float64) {
	t.Helper()
	var got []float64
	for _, d := range h.began {
		got = append(got, d.Seconds())
	}
	if !slices.Equal(got, want) {
		t.Errorf("started at %v s, want %v\n%s", got, want, strings.Join(h.log, "\n"))
	}
}

const second = time.Second

func TestPausesGrowAndAreForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bad := player{runs: second, code: 1}
		well := player{runs: 10 * time.Minute, code: 1}
		h := supervised(false, bad, player{absent: true}, bad, bad, bad, bad, bad, bad, well, bad, player{})
		h.after(20 * time.Minute)
		// After 1, 2, 4, 8, 16, 32, 60 and 60 s; after ten good minutes 1 and 2 s.
		h.starts(t, 0, 2, 4, 9, 18, 35, 68, 129, 190, 791, 794)
		if last := h.log[len(h.log)-1]; !strings.Contains(last, "shows its picture again") {
			t.Errorf("the log ends with %q", last)
		}
		if !slices.Contains(h.told, Ready) || !slices.Contains(h.told, Shows) {
			t.Errorf("told %q", h.told)
		}
		h.stop(t)
	})
}

func TestAnEndByStaffAndAWrongCallStay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for want, p := range map[int]player{0: {runs: second}, 2: {wrong: true}} {
			h := supervised(true, p)
			if code := <-h.code; code != want || len(h.began) != 1 {
				t.Errorf("it ends with %d after %d starts, want %d", code, len(h.began), want)
			}
		}
		// A panic ends a program of Go's with 2 too, and who kills one may say 0.
		for _, p := range []player{{runs: second, code: 2}, {runs: second, killed: true}} {
			h := supervised(true, p, player{})
			h.after(10 * second)
			h.starts(t, 0, 2)
			h.stop(t)
		}
	})
}

func TestAPlayerThatShowsNothingIsReplaced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := supervised(false, player{mute: true}, player{never: true}, player{})
		h.after(10 * time.Minute)
		h.starts(t, 0, 31, 31+120+2)
		if !strings.Contains(h.log[0], "for 30s") || !strings.Contains(h.log[2], "for 2m0s") {
			t.Errorf("the log says %q", h.log)
		}
		h.stop(t)
		h = supervised(false, player{deaf: true})
		h.after(second)
		began := time.Now()
		h.stop(t)
		if took := time.Since(began); took != mostEnd {
			t.Errorf("a player that does not end is waited for %v", took)
		}
		h = supervised(false, player{absent: true})
		h.after(second / 2)
		h.stop(t)
	})
}

func TestAStoryThatEndsThePlayerIsLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bad := player{runs: 115 * second, code: 2}
		h := supervised(true, bad, bad, bad, player{}, bad, player{})
		h.after(30 * time.Minute)
		if want := []bool{false, false, false, true}; !slices.Equal(h.stories, want) {
			t.Fatalf("stories built in: %v, want %v", h.stories, want)
		}
		h.after(40 * time.Minute) // an hour has passed, and once is enough
		if want := []bool{false, false, false, true, false, true}; !slices.Equal(h.stories, want) {
			t.Fatalf("stories built in: %v, want %v", h.stories, want)
		}
		h.changed = true
		h.after(10 * second)
		if n := len(h.stories); n != 7 || h.stories[n-1] {
			t.Errorf("the changed file is not taken: %v", h.stories)
		}
		if said := strings.Join(h.log, "\n"); strings.Count(said, "the built-in story is shown") != 2 || strings.Count(said, "tried again") != 2 {
			t.Error(said)
		}
		h.stop(t)
		h = supervised(false, player{runs: second, code: 2})
		h.after(10 * time.Minute)
		if slices.Contains(h.stories, true) {
			t.Error("a story that nobody named is left")
		}
		h.stop(t)
	})
}

func TestEnvironment(t *testing.T) {
	env := Environment([]string{"HOME=/root", "NOTIFY_SOCKET=/x", "WATCHDOG_USEC=1", "LIANHUA_SUPERVISED=1s"}, 30*second)
	if want := []string{"HOME=/root", "LIANHUA_SUPERVISED=30s"}; !slices.Equal(env, want) {
		t.Errorf("%q, want %q", env, want)
	}
	for text, want := range map[string]time.Duration{"30s": 30 * second, "": 0, "-1s": 0, "x": 0} {
		if got := Supervised(func(string) string { return text }); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
