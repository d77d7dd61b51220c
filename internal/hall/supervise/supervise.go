// Package supervise keeps a player running where no system does: it starts it anew
// however it ends, and ends one that shows its picture no more.
//
// Guarantees:
//
//   - A player that says so and ends well was ended by staff or the system, and stays
//     ended; a call that it refuses is given up; any other end is followed by a start,
//     after a pause that grows while it fails and is forgotten once it runs. Whoever kills
//     a process may choose its exit code, 0 too.
//   - A story that no player survives is left for the built-in one, until its file
//     changes or an hour has passed.
//   - A player does not outlive who supervises it, and needs no signal to be ended.
package supervise

import (
	"fmt"
	"time"
)

// What a player says of itself, a line each. The first three are systemd's words.
const (
	Ready     = "READY=1"    // its first picture is drawn
	Shows     = "WATCHDOG=1" // its picture is shown still
	Stopping  = "STOPPING=1" // it ends because it was asked to
	WrongCall = "WRONGCALL=1"
)

const (
	leastPause = time.Second
	mostPause  = time.Minute
	// runsWell is how long a player runs until its failures are forgotten.
	runsWell = 10 * time.Minute
	// mostFails are a story's: one after the other, none of them having run well.
	mostFails = 3
	// builtinFor is how long the built-in story stands in for one.
	builtinFor = time.Hour
	lookEvery  = 5 * time.Second
	// mostStart is how long a slow machine takes to its first picture.
	mostStart = 2 * time.Minute
	// mostEnd is how long a player takes to end well.
	mostEnd = 5 * time.Second
)

// Child is a player that was started.
type Child interface {
	// Said is what it says of itself, closed when it has ended.
	Said() <-chan string
	// Ended is how it ended, once Said is closed.
	Ended() (code int, how string)
	// End asks it to end.
	End()
	// Kill ends it.
	Kill()
	// Look asks it for a picture of its screen.
	Look()
}

// Supervisor keeps a player running. All its functions must be set.
type Supervisor struct {
	// Within is how long a player may be silent.
	Within time.Duration
	// Start starts a player, with the built-in story or with its call's.
	Start func(builtin bool) (Child, error)
	// Changed reports whether the story's file is another one than at the last call;
	// nil: the call names no story.
	Changed func() bool
	// Tell takes what whoever watches the supervisor itself is told, in systemd's words.
	Tell func(state string)
	// Log takes a line.
	Log func(text string)
}

// outcome is what came of one player.
type outcome struct {
	code   int
	over   bool // nothing follows
	renew  bool // the story is to be tried again
	change bool // for its file has changed
}

// Run keeps a player running until end is closed, and returns the exit code: 0 where it
// was ended by that, by staff or the system, 2 where the call is wrong.
func (s *Supervisor) Run(end <-chan struct{}, look <-chan struct{}) (code int) {
	fails, builtin := 0, false
	for {
		if s.Changed != nil {
			s.Changed() // from now on
		}
		began := time.Now()
		o := s.one(end, look, builtin, fails > 0)
		if o.over {
			return o.code
		}
		if o.renew {
			builtin, fails = false, mostFails-1
			if o.change {
				fails = 0
			}
			continue
		}
		if time.Since(began) >= runsWell {
			fails = 0
		}
		fails++
		if s.Changed != nil && !builtin && fails >= mostFails {
			builtin = true
			s.Log(fmt.Sprintf("the story's file ended the player %d times: the built-in story is shown until the file changes, or for an hour", fails))
		}
		if !s.pause(end, min(mostPause, leastPause<<min(fails-1, 10))) {
			return 0
		}
	}
}

// pause waits, and reports whether it did to its end.
func (s *Supervisor) pause(end <-chan struct{}, most time.Duration) bool {
	over, tick := time.NewTimer(most), time.NewTicker(lookEvery)
	defer over.Stop()
	defer tick.Stop()
	for {
		s.Tell(Shows) // there is nobody else to do what is done now
		select {
		case <-end:
			return false
		case <-over.C:
			return true
		case <-tick.C:
		}
	}
}

// one runs a player to its end.
func (s *Supervisor) one(end, look <-chan struct{}, builtin, again bool) (o outcome) {
	began := time.Now()
	c, err := s.Start(builtin)
	if err != nil {
		s.Log("the player does not start: " + err.Error())
		return o
	}
	silent, poll := time.NewTimer(mostStart), time.NewTicker(lookEvery)
	defer silent.Stop()
	defer poll.Stop()
	waits, asked, stopping, wrong := mostStart, false, false, false
	ask := func() {
		asked = true
		c.End()
		silent.Reset(mostEnd)
	}
	for {
		select {
		case said, more := <-c.Said():
			if !more {
				code, how := c.Ended()
				switch {
				case o.over || o.renew:
				case code == 0 && stopping && !asked:
					s.Log("the player was ended by staff or the system")
					o.over = true
				case wrong:
					o.over, o.code = true, code
				default:
					s.Log(fmt.Sprintf("the player ended after %v: %s; it is started again", time.Since(began).Round(time.Second), how))
				}
				return o
			}
			switch said {
			case WrongCall:
				wrong = true
			case Stopping:
				stopping = true
			case Ready, Shows:
				if !asked {
					waits = s.Within
					silent.Reset(waits)
				}
				s.Tell(said)
				if said == Ready && again {
					s.Log("the player shows its picture again")
				}
			}
		case <-silent.C:
			if !asked {
				s.Log(fmt.Sprintf("the player has not shown its picture for %v: it is killed", waits))
			}
			c.Kill()
		case <-look:
			c.Look()
		case <-end:
			end, o.over = nil, true
			ask()
		case <-poll.C:
			if !builtin || asked {
				continue
			}
			if o.change = s.Changed(); o.change || time.Since(began) >= builtinFor {
				s.Log("the story's file is tried again")
				o.renew = true
				ask()
			}
		}
	}
}
