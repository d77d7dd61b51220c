package play

import (
	"fmt"
	"math"
)

// Inside is all that the machine is in but its clock, as a text to compare: times are
// told from now. What has been made ahead and the last picture are left out: they follow.
func (m *Machine) Inside() string {
	s := m.state
	s.met -= s.clock
	s.active = max(0, s.active-s.clock)
	s.clock = 0
	// As they would be written: sums of many small times end in other last digits.
	round := func(v *float64) { *v = math.Round(*v*1e6) / 1e6 }
	round(&s.met)
	round(&s.active)
	round(&s.rest)
	round(&s.shot.now)
	return fmt.Sprintf("%+v kept %+v seen %v left out %v home %+v", s, m.kept, m.seen, m.omitted, m.home)
}

// Waiting is how many things wait for somebody to take them, and how many stories are
// kept to go back to.
func (m *Machine) Waiting() (visits, stories int) { return len(m.visits), len(m.earlier) }
