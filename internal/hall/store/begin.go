package store

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

const (
	// mostTrials are how many of a pack may be cut off until it is refused: power goes in
	// the midst of one too.
	mostTrials = 2
	// mostFalls are how often a pack that counts ends the player before it has run well,
	// time after time, until the one before is shown.
	mostFalls = 3
)

// Begin returns the version that is shown from now on, 0 for the built-in story. suits
// takes each pack that may be, and whether this player has proved it before, and says why
// the player cannot show it.
func (s *Store) Begin(now time.Time, suits Suits) uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.record.Trial == begun && s.record.Falls >= mostTrials:
		s.back("it did not run for long enough when it was tried", true)
	case s.record.Trial == counts && s.record.Falls >= mostFalls:
		s.doubt(now)
	}
	for s.record.Present != 0 {
		lost, err := s.try(s.record.Present, s.record.Proved == s.player, suits)
		if err != nil {
			s.back(oneLine(err), !lost)
			continue
		}
		next := s.record
		next.Proved = s.player
		if next.Trial != counts {
			next.Trial, next.Falls = begun, next.Falls+1
		}
		if next == s.record {
			break
		}
		if err := s.write(next); err != nil && next.Trial == begun {
			s.untried(err, suits)
			return s.shown
		}
		break // what is not noted as proved is proved again at the next start
	}
	s.shown = s.record.Present
	return s.shown
}

// Suits says why a player cannot show a pack, which it has proved before or has not.
type Suits func(data []byte, proved bool) error

// try reads a pack and asks whether it suits. A lost one cannot be read, and may be
// fetched again.
func (s *Store) try(version uint64, proved bool, suits Suits) (lost bool, err error) {
	data, err := s.read(version)
	if err != nil {
		return true, err
	}
	return false, suits(data, proved)
}

// untried shows the pack before the present one: what cannot be noted as begun would be
// tried again and again.
func (s *Store) untried(why error, suits Suits) {
	s.shown = s.record.Previous
	if s.shown != 0 {
		if _, err := s.try(s.shown, false, suits); err != nil {
			why = errors.Join(why, err)
			s.shown = 0
		}
	}
	s.log(title(s.record.Present) + " is not tried: " + oneLine(why) + "; " + title(s.shown) + " is shown")
}

// back makes the pack before the present one. That the disk does not take it keeps the
// next start from nothing: it goes back again.
func (s *Store) back(reason string, refused bool) {
	was, next := s.record.Present, s.record
	next.Present, next.Previous, next.Trial, next.Proved, next.Falls = next.Previous, 0, counts, "", 0
	if refused {
		s.refuse(&next, was)
	}
	if err := s.write(next); err != nil {
		reason += " (" + oneLine(err) + ")"
		s.record = next
	}
	s.log(title(was) + " is shown no more: " + reason + "; " + title(next.Present) + " is shown")
}

// doubt has the pack before shown in place of one that ends the player again and again.
// What was to blame may have been another thing: unless a newer one waits, it waits to be
// proved and tried anew; once.
func (s *Store) doubt(now time.Time) {
	was, again := s.record.Present, s.record.Doubted != s.record.Present
	s.back(fmt.Sprintf("it has ended the player %d times", s.record.Falls), !again)
	if !again || s.record.Waiting != 0 {
		return
	}
	next := s.record
	next.Waiting, next.Since, next.Doubted = was, now.Round(time.Second), was
	if err := s.write(next); err != nil {
		s.log(title(was) + " is not tried again: " + oneLine(err))
	}
}

// Runs is told once the player runs with what it shows.
func (s *Store) Runs() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shown == 0 || s.shown != s.record.Present || s.record.Trial != counts || s.runs {
		return nil
	}
	next := s.record
	next.Falls++
	err := s.write(next)
	s.runs = err == nil
	return err
}

// Well is told once it has run well for long: what was before is forgotten.
func (s *Store) Well() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.record.Trial != counts || s.record.Falls == 0 {
		return nil
	}
	next := s.record
	next.Falls = 0
	err := s.write(next)
	s.runs = s.runs && err != nil
	return err
}

// Shown is the version that is shown since Begin; 0: the built-in story.
func (s *Store) Shown() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.shown
}

// Tried reports whether what is shown is on trial.
func (s *Store) Tried() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tried()
}

func (s *Store) tried() bool {
	return s.record.Trial == begun && s.shown == s.record.Present
}

// Confirm ends a trial: the pack has run well.
func (s *Store) Confirm() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.tried() {
		return nil
	}
	next := s.record
	next.Trial, next.Falls = counts, 0
	return s.write(next)
}

// Interrupt is told before an orderly end, which says nothing against a pack: the next
// start tries one on trial anew.
func (s *Store) Interrupt() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := s.record
	switch {
	case s.tried():
		next.Trial = switched
	case !s.runs:
		return nil
	}
	next.Falls--
	s.runs = false
	return s.write(next)
}

// Withdraw ends a trial: the pack has failed, and the next start shows the one before.
func (s *Store) Withdraw(reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.tried() {
		s.back(reason, true)
	}
}

// oneLine is an error as a line of the log.
func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }
