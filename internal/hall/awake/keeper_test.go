package awake

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// lamp is a way that notes what is asked of it.
type lamp struct {
	err   error
	asked []string
}

func (l *lamp) ask(what string) error {
	l.asked = append(l.asked, what)
	return l.err
}

func (*lamp) name() string  { return "lamp" }
func (l *lamp) hold() error { return l.ask("hold") }
func (l *lamp) close()      { l.asked = append(l.asked, "close") }
func (l *lamp) yield(off bool) error {
	if off {
		return l.ask("off")
	}
	return l.ask("yield")
}

func clock(hour, minute, second int) time.Time {
	return time.Date(2026, 5, 3, hour, minute, second, 0, time.UTC)
}

func TestTheScreenIsKeptOnWhileTheHallIsOpen(t *testing.T) {
	for want, off := range map[string]bool{"hold yield yield hold close": false, "hold off off hold close": true} {
		l := new(lamp)
		var log []string
		k := newKeeper([]way{l}, func(now time.Time) bool { return now.Hour() >= 18 }, off, func(line string) { log = append(log, line) })
		ticks, times := make(chan time.Time), make(chan time.Time)
		go k.keep(ticks, func() time.Time { return <-times })
		for i, at := range []time.Time{clock(12, 0, 0), clock(18, 0, 0), clock(18, 0, 5), clock(7, 0, 0).AddDate(0, 0, 1)} {
			if i > 0 {
				ticks <- time.Time{}
			}
			times <- at
		}
		k.Stop()
		if got := strings.Join(l.asked, " "); got != want {
			t.Errorf("asked for %q, want %q", got, want)
		}
		if len(log) != 3 || !strings.Contains(log[0], "kept on by lamp") || !strings.Contains(log[1], "closed") || !strings.Contains(log[2], "kept on by lamp") {
			t.Errorf("the log says %q", log)
		}
	}
}

// What fails is told once, tried again ever more slowly up to a minute, and told when it
// works again; a clock that jumps puts it off by no more.
func TestAWayThatFailsIsTriedAgain(t *testing.T) {
	l := &lamp{err: errors.New("broken")}
	var log []string
	k := newKeeper([]way{l}, nil, false, func(line string) { log = append(log, line) })
	times := 0
	look := func(at time.Time, tried bool) {
		t.Helper()
		k.look(at)
		if tried {
			times++
		}
		if len(l.asked) != times {
			t.Errorf("tried %d times, want %d", len(l.asked), times)
		}
	}
	at := clock(12, 0, 0)
	look(at, true)
	for _, wait := range []time.Duration{5 * time.Second, 10 * time.Second, 20 * time.Second, 40 * time.Second, time.Minute, time.Minute} {
		look(at.Add(wait-time.Second), false)
		at = at.Add(wait)
		look(at, true)
	}
	look(at.Add(55*time.Second), false)
	look(at.AddDate(-30, 0, 0), true)
	look(at.AddDate(-30, 0, 0).Add(5*time.Second), false)
	look(at.AddDate(7, 0, 0), true)
	if len(log) != 1 || !strings.Contains(log[0], "lamp: broken") {
		t.Errorf("the log says %q", log)
	}
	l.err = nil
	look(clock(12, 3, 0).AddDate(7, 0, 0), true)
	look(clock(12, 3, 5).AddDate(7, 0, 0), true)
	if len(log) != 2 || !strings.Contains(log[1], "again") {
		t.Errorf("the log says %q", log)
	}
}

func TestATrySaysWhatKeepsTheScreenOn(t *testing.T) {
	good, bad := new(lamp), &lamp{err: errors.New("broken")}
	if by, err := try([]way{bad, good}); err != nil || by != "lamp" || strings.Join(good.asked, " ") != "hold close" {
		t.Errorf("by %q, %v, asked %q", by, err, good.asked)
	}
	if _, err := try([]way{bad}); err == nil || !strings.Contains(err.Error(), "lamp: broken") {
		t.Errorf("%v", err)
	}
	if _, err := try(nil); err == nil {
		t.Error("nothing keeps it on")
	}
}

func TestNothingKeepsTheScreenOn(t *testing.T) {
	var log []string
	k := newKeeper(nil, nil, false, func(line string) { log = append(log, line) })
	k.look(clock(12, 0, 0))
	k.look(clock(12, 0, 5))
	if len(log) != 1 || !strings.HasPrefix(log[0], "nothing keeps the screen on") {
		t.Errorf("the log says %q", log)
	}
}
