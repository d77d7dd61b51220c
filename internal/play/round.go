package play

import "slices"

// round is what is played with nobody there, in steps of the story; none: all of it, as
// it is for somebody who is there.
func (m *Machine) round() (steps []int) {
	if m.options.Hall == nil || m.touched {
		return nil
	}
	for _, p := range m.options.Hall.Round {
		scene, ok := m.show.Deck.Index(p.Scene)
		if !ok || m.omitted[scene] {
			continue
		}
		last := m.time(scene).Len()
		if p.Beat > last {
			continue
		}
		if p.Beat > 0 {
			steps = append(steps, m.show.Deck.Step(scene, p.Beat-1))
			continue
		}
		for beat := range last {
			steps = append(steps, m.show.Deck.Step(scene, beat))
		}
	}
	return steps
}

// goRound goes on in a round, and reports whether there is one. From elsewhere, where the
// story began, it goes to its beginning.
func (m *Machine) goRound() bool {
	round := m.round()
	if len(round) == 0 {
		return false
	}
	here := m.Step()
	if m.part >= len(round) || round[m.part] != here {
		m.part = slices.Index(round, here)
	}
	m.part++
	if m.part == len(round) {
		m.again()
		return true
	}
	m.leap(round[m.part])
	return true
}

// leap plays a step from its beginning. One of the same scene that does not follow fades
// in too: run backwards or fast it would be nothing to look at.
func (m *Machine) leap(step int) {
	follows := step == m.Step()+1
	scene, beat := m.show.Deck.Locate(step)
	start := m.time(scene).Start(beat)
	m.enter(scene, beat, start)
	if scene == m.shot.scene && !m.cutting && !follows {
		m.next = m.shotOf(scene, start)
		m.cutting, m.passing = true, false
	}
}
